"""Callbacks: which slots can be booked, and why one can't."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta

from baton.core.errors import Conflict, Invalid
from baton.core.hours.hours import Hours

MAX_SLOTS = 400
"""Slots that are offered at once: a week of long days. More would only be scrolled past."""

_MINUTE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class CallbackRules:
    """How callbacks are booked. `minutes`: a slot's length. `lead_minutes`: the least time before it begins.

    `days`: how far ahead it may lie. `at_once`: calls in one slot. `tries`: calls before the case is answered in
    writing instead; `retry_minutes`: the least time between two of them.
    """

    minutes: int = 15
    lead_minutes: int = 30
    days: int = 7
    at_once: int = 1
    tries: int = 3
    retry_minutes: int = 60


USUAL = CallbackRules()


@dataclass(frozen=True, slots=True)
class Slot:
    """A time in which the customer is called, in UTC."""

    start: datetime
    end: datetime


def free_slots(hours: Hours, rules: CallbackRules, *, now: datetime, taken: Mapping[datetime, int]) -> tuple[Slot, ...]:
    """The slots that can be booked at `now`, the first one first. `taken` counts the calls booked by a slot's start."""
    found: list[Slot] = []
    for slot in _slots(hours, rules, now + rules.lead_minutes * _MINUTE, now + timedelta(days=rules.days)):
        if taken.get(slot.start, 0) < rules.at_once:
            found.append(slot)
        if len(found) == MAX_SLOTS:
            break
    return tuple(found)


def bookable(start: datetime, hours: Hours, rules: CallbackRules, *, now: datetime) -> Slot:
    """The slot that begins then. Raises Invalid, saying what is wrong with it and what to do."""
    if start.tzinfo is None:
        raise Invalid("The time of a callback needs a time zone, such as 2026-03-02T09:00:00+01:00.", code="no_zone")
    start = start.astimezone(UTC)
    if start <= now:
        raise Invalid("This time has passed. Choose a later one.", code="slot_in_the_past")
    if start < now + rules.lead_minutes * _MINUTE:
        raise Invalid(f"A callback is booked at least {rules.lead_minutes} minutes ahead.", code="slot_too_soon")
    if start >= now + timedelta(days=rules.days):
        raise Invalid(f"Callbacks are booked up to {rules.days} days ahead.", code="slot_too_far")
    if not hours.is_open(start):
        raise Invalid("Nobody is here to call at this time. Choose one of the times offered.", code="slot_closed")
    for slot in _slots(hours, rules, start - _MINUTE, start + _MINUTE):
        if slot.start == start:
            return slot
    raise Invalid("No callback begins at this time. Choose one of the times offered.", code="no_such_slot")


def seat(taken: frozenset[int], rules: CallbackRules) -> int:
    """The lowest free place in a slot, from 1. Raises Conflict `slot_taken` where all are booked."""
    for number in range(1, rules.at_once + 1):
        if number not in taken:
            return number
    raise slot_taken()


def slot_taken() -> Conflict:
    """The refusal of a slot that somebody else was quicker to book."""
    return Conflict("Somebody has just booked this time. Please choose another one.", code="slot_taken")


def _slots(hours: Hours, rules: CallbackRules, begin: datetime, until: datetime) -> Iterator[Slot]:
    """Slots that lie within one opening and begin in [begin, until), at round times of the queue's clock."""
    length = timedelta(minutes=rules.minutes)
    opens = hours.next_open(begin)
    while opens is not None and opens.astimezone(UTC) < until:
        closes = hours.closes(opens)
        start, end = _round_up(opens, rules.minutes), closes.astimezone(UTC) if closes else until + length
        while start + length <= end and start < until:
            yield Slot(start, start + length)
            start = _round_up((start + length).astimezone(opens.tzinfo), rules.minutes)
        if closes is None:
            return
        opens = hours.next_open(closes)


def _round_up(at: datetime, minutes: int) -> datetime:
    """The next time, in UTC, whose minutes of the day on its own clock are a multiple of `minutes`."""
    wait = (datetime.combine(at.date(), time()) - at.replace(tzinfo=None)) % timedelta(minutes=minutes)
    if not wait:
        return at.astimezone(UTC)
    # The clock may have been turned in between, and show another time then.
    return _round_up((at.astimezone(UTC) + wait).astimezone(at.tzinfo), minutes)
