from datetime import UTC, datetime, timedelta

import pytest

from baton.core.promises import PromiseKind, answer_here, opens_at

NOW = datetime(2026, 11, 20, 19, 0, tzinfo=UTC)


def test_a_promised_opening_is_due_when_the_queue_opens() -> None:
    promise = opens_at("We open tomorrow.", NOW + timedelta(days=1), now=NOW)
    assert (promise.kind, promise.due) == (PromiseKind.OPENS_AT, NOW + timedelta(days=1))


@pytest.mark.parametrize("opens", [NOW, NOW - timedelta(minutes=1)])
def test_an_opening_that_does_not_lie_ahead_cannot_be_promised(opens: datetime) -> None:
    with pytest.raises(ValueError, match="ahead of now"):
        opens_at("We opened.", opens, now=NOW)


def test_an_answer_here_names_no_time_and_rests_on_the_queue() -> None:
    promise = answer_here("The answer waits here.", "billing")
    assert promise.due is None
    assert "billing" in promise.basis
