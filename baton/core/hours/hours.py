"""When a queue has people: spans per weekday in the queue's own time zone, with exceptions by date.

Three rules make the answers the same for everybody. A span belongs to the day it starts on, so "22:00-06:00"
on Friday ends on Saturday. A date with an exception, or a public holiday, has that exception's spans and no others:
a night shift from the day before is cut at midnight, because somebody there on a closed day costs less than nobody
there on an open one. A time that the clock shows twice means the first; one that it skips, the moment of the skip.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from baton.core.hours.dates import NO_EXCEPTIONS, Dates
from baton.core.hours.spans import DAY_MINUTES, Span
from baton.core.hours.text import parse_hours

Interval = tuple[datetime, datetime]

SEARCH_DAYS = 400
"""How far ahead `next_open` looks: past every yearly holiday."""

CLOSING_DAYS = 35
"""How far ahead `closes` follows hours that run on without a break."""

_MINUTE = timedelta(minutes=1)
_DAY = timedelta(days=1)
_WHOLE_WEEK = ((Span(0, DAY_MINUTES),),) * 7


@dataclass(frozen=True, slots=True)
class Hours:
    """Opening hours: each weekday's spans from Monday, and the dates whose spans replace them."""

    timezone: str
    week: tuple[tuple[Span, ...], ...]
    dates: Dates = NO_EXCEPTIONS

    @classmethod
    def parse(cls, value: object) -> "Hours":
        """Hours from `"always"` or a mapping of days to spans. Raises ValueError with a helpful sentence."""
        if isinstance(value, str) and value.strip().casefold() in ("always", "24/7"):
            return ALWAYS
        parsed = parse_hours(value)
        return cls(parsed.timezone, parsed.week, parsed.dates)

    @property
    def zone(self) -> ZoneInfo:
        """The time zone that the spans are told in."""
        return ZoneInfo(self.timezone)

    @property
    def is_always(self) -> bool:
        """Whether there is no moment at which it is closed."""
        return self.week == _WHOLE_WEEK and not self.dates

    def is_open(self, at: datetime) -> bool:
        """Whether it is open at that moment. Raises ValueError where `at` has no time zone."""
        at = _utc(at)
        return self.is_always or any(start <= at < end for start, end in self._intervals(at, 2))

    def next_open(self, at: datetime) -> datetime | None:
        """The first open moment, in the hours' zone: `at` itself where open, None if not within 400 days."""
        at = _utc(at)
        if self.is_always:
            return at.astimezone(self.zone)
        for start, end in self._intervals(at, SEARCH_DAYS):
            if end > at:
                return max(start, at).astimezone(self.zone)
        return None

    def closes(self, at: datetime) -> datetime | None:
        """When this opening ends, in the hours' zone. None where closed now, or with no end in a month."""
        if self.is_always:
            return None
        reached = at = _utc(at)
        for start, end in self._intervals(at, CLOSING_DAYS):
            if start > reached:
                break
            reached = max(reached, end)
        closed = reached == at or reached - at > timedelta(days=CLOSING_DAYS - 2)
        return None if closed else reached.astimezone(self.zone)

    def spans_on(self, day: date) -> tuple[Span, ...]:
        """The spans that start on that date: its own where it has some, else its weekday's."""
        special = self.dates.of(day)
        return self.week[day.weekday()] if special is None else special

    def _intervals(self, at: datetime, days: int) -> Iterator[Interval]:
        """Opening intervals in UTC by start, from two dates before `at` to `days` after it."""
        zone = self.zone
        today = at.astimezone(zone).date()
        for offset in range(-2, days):
            day = today + offset * _DAY
            for span in self._spans(day):
                start, end = _instant(day, span.start, zone), _instant(day, span.end, zone)
                if start < end:
                    yield start, end

    def _spans(self, day: date) -> tuple[Span, ...]:
        """The spans that start on `day`, cut at midnight where the next date has an exception of its own."""
        spans = self.spans_on(day)
        if self.dates.of(day + _DAY) is None:
            return spans
        return tuple(Span(span.start, min(span.end, DAY_MINUTES)) for span in spans)


def _utc(at: datetime) -> datetime:
    # Python compares two moments of one zone by the clock's face: wrong in the hour that comes twice.
    if at.tzinfo is None:
        raise ValueError("Opening hours can only be asked about a moment with a time zone.")
    return at.astimezone(UTC)


@lru_cache(maxsize=1_024)
def _instant(day: date, minutes: int, zone: ZoneInfo) -> datetime:
    """The first moment, in UTC, at which the zone's clock shows this time of that day or a later one."""
    wall = datetime.combine(day, time()) + minutes * _MINUTE
    moment = wall.replace(tzinfo=zone).astimezone(UTC)
    if _wall(moment, zone) == wall:
        return moment
    # The clock skips this time. The skip lies between the two readings of it; find its minute by halving.
    before, after = wall.replace(tzinfo=zone, fold=1).astimezone(UTC), moment
    while after - before > _MINUTE:
        middle = before + (after - before) // _MINUTE // 2 * _MINUTE
        before, after = (middle, after) if _wall(middle, zone) < wall else (before, middle)
    return after


def _wall(moment: datetime, zone: ZoneInfo) -> datetime:
    return moment.astimezone(zone).replace(tzinfo=None)


ALWAYS = Hours("UTC", _WHOLE_WEEK)
"""Open at every moment."""
