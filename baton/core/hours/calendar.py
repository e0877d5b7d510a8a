"""The next opening of a queue, and the dates ahead on which its hours differ."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from baton.core.hours.dates import Spans
from baton.core.hours.hours import Hours


@dataclass(frozen=True, slots=True)
class Opening:
    """How hours stand at a moment. `until` is when this opening ends, `opens` the next one where it is closed.

    Both are in the hours' zone; None where there is no such moment (always open; never again).
    """

    is_open: bool
    until: datetime | None
    opens: datetime | None


@dataclass(frozen=True, slots=True)
class Differs:
    """A date on which the hours differ, its spans (none: closed), and the holiday's name where it is one."""

    day: date
    spans: Spans
    holiday: str | None


def opening(hours: Hours, at: datetime) -> Opening:
    """How hours stand at that moment."""
    if hours.is_open(at):
        return Opening(True, hours.closes(at), None)
    return Opening(False, None, hours.next_open(at))


def dates_ahead(hours: Hours, today: date, *, days: int) -> Iterator[Differs]:
    """The dates from today on that are unlike their weekday."""
    for offset in range(days):
        day = today + timedelta(days=offset)
        spans = hours.dates.of(day)
        if spans is not None and spans != hours.week[day.weekday()]:
            yield Differs(day, spans, hours.dates.holiday(day))
