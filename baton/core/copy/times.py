"""Saying when: a moment, a span and a range as a customer reads them, in their language and a named time zone.

The forms of dates and clocks, and the names of cities, are those of the Unicode CLDR, by way of Babel.
"""

from datetime import datetime, timedelta
from math import ceil
from zoneinfo import ZoneInfo

from baton.core.copy.catalogues import Catalogue
from baton.core.waiting import WaitRange

_MINUTE, _HOUR = 60, 3600

_EXACT_MINUTES = 10
"""Up to here minutes are told one by one; above it in fives, which is as exact as anybody waits."""

_FIVES = 5

_IN_MINUTES = 90
"""Minutes above which a range is told in hours."""


def when(moment: datetime, *, now: datetime | None, words: Catalogue, customer_zone: str | None = None) -> str:
    """The moment in words: "tomorrow at 9:00 AM (your time)", or in the moment's own zone, named by its city.

    Without `now` its day is told with the date. An unknown `customer_zone` is treated as none.
    """
    local, is_theirs = _local(moment, customer_zone)
    said = words.clause("at", day=_day(local, now, words), time=clock(local, words))
    return _placed(said, local, words, is_theirs=is_theirs)


def slot_words(
    slot: tuple[datetime, datetime], *, now: datetime | None, words: Catalogue, customer_zone: str | None = None
) -> str:
    """A span of time in words: "tomorrow between 9:00 AM and 10:00 AM (your time)". It begins and ends on one day."""
    start, is_theirs = _local(slot[0], customer_zone)
    end, _ = _local(slot[1], customer_zone)
    day = _day(start, now, words)
    said = words.clause("between", day=day, start=clock(start, words), end=clock(end, words))
    return _placed(said, start, words, is_theirs=is_theirs)


def wait_words(wait: WaitRange, words: Catalogue) -> str:
    """A wait in words, rounded outward so that nothing is promised that the range doesn't hold."""
    if wait.high_s < _MINUTE:
        return words.clause("under_minute")
    if wait.high_s > _IN_MINUTES * _MINUTE:
        return _hours(wait, words)
    low, high = _down(wait.low_s / _MINUTE), _up(wait.high_s / _MINUTE)
    if low == 0:
        return words.count("up_to_minutes", high, n=high)
    if low == high:
        return words.count("minutes", high, n=high)
    return words.count("minutes_between", high, low=low, high=high)


def longest_told(wait: WaitRange) -> int:
    """The longest wait in seconds that `wait_words` names for it: what the customer was told, and holds us to."""
    if wait.high_s < _MINUTE:
        return _MINUTE
    if wait.high_s > _IN_MINUTES * _MINUTE:
        return ceil(wait.high_s / _HOUR) * _HOUR
    return _up(wait.high_s / _MINUTE) * _MINUTE


def clock(moment: datetime, words: Catalogue) -> str:
    """The time of day as the language writes it: `9:00 AM`, `09:00`."""
    from babel.dates import format_time  # Babel takes its time to load, and most commands say no time.

    said = format_time(moment.time(), "short", locale=words.code.replace("-", "_"))
    return said.replace("\u202f", " ")


def day_and_clock(moment: datetime, words: Catalogue) -> str:
    """A moment that is past, with its day: `Nov 21, 2026, 10:04 AM`, `21.11.2026, 10:04`."""
    from babel.dates import format_date  # see `clock`

    return f"{format_date(moment.date(), 'medium', locale=words.code.replace('-', '_'))}, {clock(moment, words)}"


def _hours(wait: WaitRange, words: Catalogue) -> str:
    low, high = int(wait.low_s // _HOUR), ceil(wait.high_s / _HOUR)
    if low == 0:
        return words.count("up_to_hours", high, n=high)
    if low == high:
        return words.count("hours", high, n=high)
    return words.count("hours_between", high, low=low, high=high)


def _down(minutes: float) -> int:
    return int(minutes) if minutes <= _EXACT_MINUTES else int(minutes // _FIVES * _FIVES)


def _up(minutes: float) -> int:
    return ceil(minutes) if minutes <= _EXACT_MINUTES else ceil(minutes / _FIVES) * _FIVES


def _day(local: datetime, now: datetime | None, words: Catalogue) -> str:
    today = now.astimezone(local.tzinfo).date() if now else None
    days = (local.date() - today) if today else timedelta.max
    if days == timedelta(0):
        return words.clause("day_today")
    if days == timedelta(days=1):
        return words.clause("day_tomorrow")
    weekday = words.clause(f"weekday_{local.isoweekday()}")
    if timedelta(0) < days < timedelta(days=7):
        return weekday
    return words.clause("day_date", weekday=weekday, date=_date(local, words))


def _date(local: datetime, words: Catalogue) -> str:
    from babel.dates import format_skeleton

    return format_skeleton("MMMMd", local, locale=words.code.replace("-", "_"))


def _local(moment: datetime, customer_zone: str | None) -> tuple[datetime, bool]:
    theirs = _zone(customer_zone)
    return (moment.astimezone(theirs), True) if theirs else (moment, False)


def _placed(said: str, local: datetime, words: Catalogue, *, is_theirs: bool) -> str:
    if is_theirs:
        return words.clause("when_yours", when=said)
    return words.clause("when_in_zone", when=said, zone=_zone_name(local, words))


def _zone(name: str | None) -> ZoneInfo | None:
    # A browser may name a zone that this machine's tables lack: then the queue's own zone is told instead.
    try:
        return ZoneInfo(name) if name else None
    except (KeyError, ValueError, OSError):
        return None


def _zone_name(moment: datetime, words: Catalogue) -> str:
    zone = moment.tzinfo
    key = zone.key if isinstance(zone, ZoneInfo) else moment.tzname() or "UTC"
    region, slash, city = key.rpartition("/")
    if not slash or region == "Etc":
        return city
    from babel.dates import get_timezone_location

    city = get_timezone_location(key, locale=words.code.replace("-", "_"), return_city=True)
    return words.clause("zone_city", city=city)
