"""What one test may cost: seconds of the processor in the tests' own process, which a busy machine hardly changes."""

import time
from collections.abc import Generator

import pytest
from hypothesis import settings

SECONDS = 5.0
"""Five times what the dearest of the core costs, so that only a mistake or a test in the wrong place reaches it."""


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Generator[None, object, object]:
    """Fail a test that costs more, unless it is marked slow or properties are tried thoroughly."""
    began = time.process_time()
    result = yield
    used = time.process_time() - began
    may = item.get_closest_marker("slow") or settings.default.max_examples > 25
    if used > SECONDS and not may:
        pytest.fail(f"It used {used:.1f} s of the processor, of {SECONDS:.0f}: make it cheaper, or mark it slow.")
    return result
