"""Slots inside opening hours, and a clear word for each time that can't be booked."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from baton.core.errors import Conflict, Invalid
from baton.core.followups.callbacks import CallbackRules, Slot, bookable, free_slots, seat
from baton.core.hours.hours import ALWAYS, Hours

BERLIN = ZoneInfo("Europe/Berlin")
HOURS = Hours.parse({"timezone": "Europe/Berlin", "mon-fri": ["09:00-12:10", "13:30-17:00"]})
RULES = CallbackRules()
MONDAY = datetime(2026, 11, 23, 7, 0, tzinfo=UTC)
"""Eight in the morning in Berlin."""


def slots(now: datetime = MONDAY, hours: Hours = HOURS, rules: CallbackRules = RULES, **taken: int) -> list[Slot]:
    return list(free_slots(hours, rules, now=now, taken={datetime.fromisoformat(k): n for k, n in taken.items()}))


def test_slots_lie_inside_the_opening_hours_and_none_is_cut_off_by_their_end():
    monday = [slot for slot in slots() if slot.start.date() == MONDAY.date()]
    assert monday[0] == Slot(datetime(2026, 11, 23, 8, 0, tzinfo=UTC), datetime(2026, 11, 23, 8, 15, tzinfo=UTC))
    told = [slot.start.astimezone(BERLIN).strftime("%H:%M") for slot in monday]
    assert told[:2] == ["09:00", "09:15"]
    assert "11:45" in told and "12:00" not in told  # noqa: PT018 - it would end at 12:15, after closing
    assert told[-1] == "16:45"


def test_a_slot_begins_no_sooner_than_the_lead_time_and_at_a_round_time():
    first = slots(datetime(2026, 11, 23, 8, 1, 30, tzinfo=UTC))[0]
    assert first.start == datetime(2026, 11, 23, 8, 45, tzinfo=UTC)


def test_a_slot_is_free_until_as_many_calls_are_booked_as_are_made_at_once():
    two = CallbackRules(at_once=2)
    start = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)
    assert free_slots(HOURS, two, now=MONDAY, taken={start: 1})[0].start == start
    assert free_slots(HOURS, two, now=MONDAY, taken={start: 2})[0].start > start


def test_a_queue_that_never_opens_has_no_slots():
    never = Hours("UTC", ((),) * 7)
    assert slots(hours=never) == []


def test_a_queue_that_never_closes_has_slots_without_end_up_to_the_last_day():
    found = slots(hours=ALWAYS)
    assert found[0].start == MONDAY + timedelta(minutes=30)
    assert found[-1].start < MONDAY + timedelta(days=RULES.days)


@pytest.mark.parametrize(
    ("start", "code"),
    [
        ("2026-11-23T06:00:00+00:00", "slot_in_the_past"),
        ("2026-11-23T07:15:00+00:00", "slot_too_soon"),
        ("2026-12-07T09:00:00+00:00", "slot_too_far"),
        ("2026-11-28T09:00:00+00:00", "slot_closed"),
        ("2026-11-23T11:45:00+00:00", "slot_closed"),
        ("2026-11-23T08:07:00+00:00", "no_such_slot"),
        ("2026-11-23T11:00:00+00:00", "no_such_slot"),
        ("2026-11-23T09:00:00", "no_zone"),
    ],
)
def test_a_time_that_cannot_be_booked_is_refused_with_what_is_wrong(start: str, code: str):
    with pytest.raises(Invalid) as refused:
        bookable(datetime.fromisoformat(start), HOURS, RULES, now=MONDAY)
    assert refused.value.code == code


@pytest.mark.wide
@given(
    minutes=st.sampled_from([5, 10, 15, 20, 30, 45, 60]),
    now=st.datetimes(datetime(2026, 1, 1), datetime(2026, 12, 31)).map(lambda at: at.replace(tzinfo=UTC)),  # noqa: DTZ001
    zone=st.sampled_from(["Europe/Berlin", "America/St_Johns", "Asia/Kathmandu", "Australia/Lord_Howe"]),
)
@example(minutes=45, now=datetime(2026, 10, 30, tzinfo=UTC), zone="America/St_Johns")
@example(minutes=45, now=datetime(2026, 10, 24, 12, 5, 7, 9, tzinfo=UTC), zone="Europe/Berlin")
def test_what_is_offered_can_be_booked_whatever_the_clock_does(minutes: int, now: datetime, zone: str):
    hours = Hours.parse({"timezone": zone, "mon-sun": ["08:10-11:50", "22:00-02:00"]})
    rules = CallbackRules(minutes=minutes, days=3)
    for slot in free_slots(hours, rules, now=now, taken={}):
        assert bookable(slot.start, hours, rules, now=now) == slot
        assert hours.is_open(slot.start)
        assert hours.is_open(slot.end - timedelta(seconds=1))


def test_seats_are_given_from_the_lowest_and_a_full_slot_is_refused():
    rules = CallbackRules(at_once=2)
    assert seat(frozenset(), rules) == 1
    assert seat(frozenset({1}), rules) == 2
    assert seat(frozenset({2}), rules) == 1
    with pytest.raises(Conflict) as refused:
        seat(frozenset({1, 2}), rules)
    assert refused.value.code == "slot_taken"
