"""When a snoozed conversation comes back."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from builders import DANA, NOW, SAM, conversation

from baton.core.conversation import Conversation
from baton.core.errors import Conflict, Invalid
from baton.core.hours.hours import Hours
from baton.core.inbox.snoozing import PROMISE_LEAD, Woken, presets
from baton.core.transitions import State
from baton.core.verbs.snoozes import come_back, snooze, wake

ALWAYS = Hours.parse("24/7")
OFFICE = Hours.parse({"timezone": "Europe/London", "mon-fri": "10:00-18:00"})
LONDON = ZoneInfo("Europe/London")
HOUR = timedelta(hours=1)


def snoozed(until: datetime | None = NOW + 3 * HOUR, promised: datetime | None = None) -> Conversation:
    return snooze(conversation(State.HUMAN), DANA, at=NOW, until=until, promised=promised).after


def named(now: datetime, hours: Hours = ALWAYS, zone: ZoneInfo = LONDON) -> dict[str, datetime | None]:
    return {one.name: one.until for one in presets(now, hours=hours, zone=zone)}


def test_presets_lie_in_the_operators_days():
    at = datetime(2026, 11, 18, 10, 7, tzinfo=UTC)  # a Wednesday
    assert named(at) == {
        "later_today": datetime(2026, 11, 18, 13, 15, tzinfo=UTC),
        "tomorrow": datetime(2026, 11, 19, 9, tzinfo=UTC),
        "next_week": datetime(2026, 11, 23, 9, tzinfo=UTC),
        "until_reply": None,
    }
    assert named(at, zone=ZoneInfo("Asia/Tokyo"))["tomorrow"] == datetime(2026, 11, 19, 0, tzinfo=UTC)


def test_presets_are_moved_into_the_queues_hours():
    friday = datetime(2026, 11, 20, 16, 30, tzinfo=UTC)
    found = named(friday, OFFICE)
    assert "later_today" not in found
    # Saturday is closed: tomorrow means Monday, as next week does, and stands once.
    assert found == {"tomorrow": datetime(2026, 11, 23, 10, tzinfo=UTC), "until_reply": None}


def test_a_snooze_ends_before_a_promise_falls_due():
    due = NOW + HOUR
    change = snooze(conversation(State.HUMAN), DANA, at=NOW, until=NOW + 3 * HOUR, promised=due)
    assert change.after.snooze is not None
    assert change.after.snooze.until == due - PROMISE_LEAD
    assert change.events[0].data["promise_due"] == due
    waits = snooze(conversation(State.HUMAN), DANA, at=NOW, until=None, promised=due)
    assert waits.after.snooze is not None
    assert waits.after.snooze.until == due - PROMISE_LEAD


def test_a_promise_that_is_due_within_minutes_can_not_be_snoozed_away():
    with pytest.raises(Conflict) as refused:
        snoozed(promised=NOW + PROMISE_LEAD)
    assert refused.value.code == "promise_due"


@pytest.mark.parametrize(("until", "code"), [(NOW, "time_is_over"), (NOW + 400 * 24 * HOUR, "too_far_ahead")])
def test_a_time_that_makes_no_sense_is_refused(until: datetime, code: str):
    with pytest.raises(Invalid) as refused:
        snoozed(until)
    assert refused.value.code == code


@pytest.mark.parametrize("before", [conversation(State.QUEUED), conversation(State.BOT), conversation(State.RESOLVED)])
def test_only_whoever_holds_it_puts_it_away(before: Conversation):
    with pytest.raises(Conflict):
        snooze(before, DANA, at=NOW, until=None, promised=None)
    with pytest.raises(Conflict):
        snooze(conversation(State.HUMAN), SAM, at=NOW, until=None, promised=None)


def test_the_customers_word_or_a_move_ends_it_with_nothing_written():
    asleep = snoozed()
    assert asleep.snooze is not None
    assert replace(asleep, asked_seq=asleep.seq + 2).snooze is None
    assert replace(asleep, version=asleep.version + 1).snooze is None


@pytest.mark.parametrize(
    ("after", "at", "promised", "why"),
    [
        ({}, NOW + 3 * HOUR, None, Woken.TIME),
        ({"asked_seq": 99}, NOW, None, Woken.REPLY),
        ({"version": 99}, NOW, None, Woken.MOVED),
        ({}, NOW, NOW + PROMISE_LEAD, Woken.PROMISE),
        ({}, NOW + 2 * HOUR, NOW + 3 * HOUR, None),
    ],
)
def test_the_sweep_says_why_it_came_back(after, at, promised, why):
    change = come_back(replace(snoozed(), **after), at=at, promised=promised)
    assert (change.after.woken if change else None) == why
    if change:
        assert change.after.slept is None
        assert change.events[0].data == {"why": why.value}


def test_a_snooze_until_the_customer_writes_has_no_time():
    assert come_back(snoozed(None), at=NOW + 1000 * HOUR, promised=None) is None


def test_what_is_not_snoozed_is_not_woken():
    assert wake(conversation(State.HUMAN), DANA, at=NOW, why=Woken.OPERATOR) is None
