"""The minutes at which a queue is closed, found from its hours: out of hours, and on a day that is closed for once."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from baton.core.hours.hours import Hours

_HALF_AN_HOUR = timedelta(minutes=30)
_DAYS = 366
"""How far ahead a holiday is looked for: each comes once a year."""


@dataclass(frozen=True, slots=True)
class Shut:
    """A minute at which a queue is closed, in its zone, and why: "" out of hours, else the day's name."""

    at: datetime
    why: str = ""


def open_moment(hours: Hours, now: datetime) -> datetime:
    """A moment at which the hours are open: now, or their next opening; now where that never comes."""
    return hours.next_open(now) or now


def closed_moments(hours: Hours, now: datetime) -> tuple[Shut, ...]:
    """The next minute out of hours, and the next closed day on which it would be open otherwise, where there are."""
    return (*_out_of_hours(hours, now), *_holiday(hours, now))


def _out_of_hours(hours: Hours, now: datetime) -> Iterator[Shut]:
    at = now if not hours.is_open(now) else hours.closes(now)
    if at is not None and not hours.is_open(at):
        yield Shut(at.astimezone(hours.zone))


def _holiday(hours: Hours, now: datetime) -> Iterator[Shut]:
    today = now.astimezone(hours.zone).date()
    for ahead in range(1, _DAYS if hours.dates else 0):
        day = today + timedelta(days=ahead)
        usual = hours.week[day.weekday()]
        if not usual or hours.dates.of(day) != ():
            continue
        # Half an hour after the usual opening: by the week alone, somebody would be there.
        begins = datetime.combine(day, time(), hours.zone) + timedelta(minutes=usual[0].start)
        at = begins + _HALF_AN_HOUR
        if not hours.is_open(at):
            yield Shut(at, hours.dates.holiday(day) or f"{day:%-d %B}, closed")
            return
