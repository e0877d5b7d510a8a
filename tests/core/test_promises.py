import itertools
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from baton.core.actors import SYSTEM
from baton.core.events import Event, EventKind
from baton.core.promises import (
    ENDS,
    PATIENCE,
    SETTLES,
    Happening,
    Promise,
    PromiseKind,
    PromiseState,
    Settlement,
    answer_here,
    by,
    judged,
    opens_at,
    settlements,
)
from baton.core.transitions import State

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


def test_whatever_ends_a_handoff_ends_every_promise_made_in_it() -> None:
    for kind, end in itertools.product(PromiseKind, ENDS):
        assert SETTLES[kind][end] is not PromiseState.OPEN


def test_every_kind_lapses_so_that_none_stays_open_for_ever() -> None:
    for kind in PromiseKind:
        due = None if kind is PromiseKind.ANSWER_HERE else NOW + timedelta(hours=1)
        lapses = Promise(kind, due, "We will.", "").lapses_at(NOW)
        assert NOW < lapses <= NOW + PATIENCE
        assert fate(kind) == (PromiseState.BROKEN, Happening.LAPSED)


def test_a_time_told_in_minutes_holds_until_its_minute_is_over() -> None:
    due = NOW + timedelta(hours=1)
    assert by(PromiseKind.TICKET_BY, "By eight.", due, now=NOW, basis="").lapses_at(NOW) == due + timedelta(minutes=1)


def fate(kind: PromiseKind, **differs: Any) -> tuple[PromiseState, Happening]:
    """What becomes of a promise that has lapsed while the customer still waits."""
    return judged(kind, NOW, **({"state": State.QUEUED, "replied_at": None, "somebody_here": False} | differs))


def test_a_queue_that_opened_as_told_kept_its_word_and_no_other_promise_is_kept_by_presence_alone() -> None:
    kept = {kind for kind in PromiseKind if fate(kind, somebody_here=True)[0] is PromiseState.KEPT}
    assert kept == {PromiseKind.OPENS_AT}


def test_a_reply_that_crossed_with_the_promise_keeps_it_and_one_that_came_too_late_does_not() -> None:
    crossed, late = NOW - timedelta(seconds=1), NOW
    assert fate(PromiseKind.TICKET_BY, replied_at=crossed) == (PromiseState.KEPT, Happening.PERSON_REPLIED)
    assert fate(PromiseKind.TICKET_BY, replied_at=late) == (PromiseState.BROKEN, Happening.LAPSED)


@pytest.mark.parametrize("state", [State.BOT, State.RESOLVED])
def test_what_lapses_after_its_handoff_has_ended_is_withdrawn(state: State) -> None:
    assert {fate(kind, state=state)[0] for kind in PromiseKind} == {PromiseState.WITHDRAWN}


MOVES_BACK = (EventKind.HANDOFF_WITHDRAWN, EventKind.HANDED_BACK, EventKind.RESOLVED)


@pytest.mark.wide
@pytest.mark.parametrize("length", [1, 2, 3])
def test_no_order_of_events_that_ends_a_handoff_leaves_a_promise_open(length: int) -> None:
    """Every sequence of events, one change each, that ends with the end of the handoff."""
    kinds = tuple(EventKind)
    for before in itertools.product(kinds, repeat=length - 1):
        for last in MOVES_BACK:
            states = dict.fromkeys(PromiseKind, PromiseState.OPEN)
            for kind in (*before, last):
                for one in settlements([Event(kind, SYSTEM, NOW)]):
                    assert one.kind is not None
                    if states[one.kind] is PromiseState.OPEN:
                        states[one.kind] = one.state
            assert PromiseState.OPEN not in states.values(), (*before, last)


def test_the_first_reply_keeps_what_waits_for_an_answer_and_joining_alone_does_not() -> None:
    def kept_by(kind: EventKind) -> set[PromiseKind | None]:
        return {one.kind for one in settlements([Event(kind, SYSTEM, NOW)]) if one.state is PromiseState.KEPT}

    assert kept_by(EventKind.HANDOFF_CLAIMED) == {PromiseKind.OPENS_AT, PromiseKind.WAIT_WITHIN}
    assert kept_by(EventKind.REPLY_SENT) == set(PromiseKind) - {PromiseKind.CALLBACK_AT}
    assert kept_by(EventKind.ANSWER_SENT) == set()


def test_a_new_promise_replaces_the_older_one_of_its_kind_and_leaves_the_others() -> None:
    made = (by(PromiseKind.WAIT_WITHIN, "Ten minutes.", NOW + timedelta(minutes=10), now=NOW, basis=""),)
    told = Event(EventKind.NOTICE_SENT, SYSTEM, NOW)
    assert settlements([told], made) == (
        Settlement(PromiseState.WITHDRAWN, Happening.REPLACED, PromiseKind.WAIT_WITHIN),
    )
