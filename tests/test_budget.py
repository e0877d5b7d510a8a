"""The budget of a test is kept: the suite stays fast because the first test that does not is told."""

from collections.abc import Callable

import budget
import pytest


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> Callable[[float], None]:
    """Run a test that costs so many seconds of the processor."""

    def cost(seconds: float) -> None:
        clock = iter((100.0, 100.0 + seconds))
        hook = budget.pytest_runtest_call(request.node)
        with monkeypatch.context() as patched:
            patched.setattr(budget.time, "process_time", lambda: next(clock))
            next(hook)
            with pytest.raises(StopIteration):
                hook.send(None)

    return cost


def test_a_test_within_its_budget_passes(run: Callable[[float], None]) -> None:
    run(budget.SECONDS)


def test_a_test_that_costs_more_is_told_what_to_do(run: Callable[[float], None]) -> None:
    with pytest.raises(pytest.fail.Exception, match="make it cheaper, or mark it slow"):
        run(budget.SECONDS + 0.1)


@pytest.mark.slow
def test_one_that_is_marked_may_cost_more(run: Callable[[float], None]) -> None:
    run(budget.SECONDS * 10)
