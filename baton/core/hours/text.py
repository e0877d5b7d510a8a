"""Reading opening hours as people write them in a policy file, with a sentence for what can't be right."""

from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any, cast
from zoneinfo import ZoneInfo, available_timezones

from baton.core.hours.dates import Dates, read_dates
from baton.core.hours.spans import DAY_MINUTES, BadHours, Span, read_spans

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
FULL_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_GROUPS = {"daily": range(7), "every day": range(7), "weekdays": range(5), "weekend": range(5, 7)}
_EXAMPLE = '{timezone: Europe/Berlin, mon-fri: ["09:00-17:30"]}'


@dataclass(frozen=True, slots=True)
class ParsedHours:
    """What was read: a known zone, seven weekdays of spans, and the dates that differ."""

    timezone: str
    week: tuple[tuple[Span, ...], ...]
    dates: Dates


def parse_hours(value: object) -> ParsedHours:
    """Read a mapping of days to spans. Raises BadHours with a sentence that says what to write instead."""
    if not isinstance(value, Mapping):
        raise BadHours(f'Opening hours are "always" or days with spans, such as {_EXAMPLE}; this is {value!r}.')
    given = {str(key).strip().casefold(): item for key, item in cast("Mapping[Any, Any]", value).items()}
    timezone = _timezone(given.pop("timezone", None))
    dates = read_dates(given.pop("except", None), given.pop("holidays", None))
    week = _week(given)
    if not any(week) and not dates.ever_open():
        raise BadHours(f'These hours never open. Give a day a span, such as {_EXAMPLE}, or write "always".')
    return ParsedHours(timezone, week, dates)


def _timezone(value: object) -> str:
    if value is None:
        raise BadHours(f"Opening hours need a timezone, such as {_EXAMPLE}.")
    try:
        return ZoneInfo(str(value)).key
    except (KeyError, ValueError, OSError):
        raise BadHours(f"There is no time zone {str(value)!r}. {_near_zones(str(value))}", "timezone") from None


def _near_zones(value: str) -> str:
    """A hint: zones whose name or city is written nearly so."""
    zones = {zone.casefold(): zone for zone in sorted(available_timezones()) if "/" in zone}
    cities = {name.rpartition("/")[2]: zone for name, zone in zones.items()}
    wanted = value.strip().casefold().replace(" ", "_")
    near = [zones[name] for name in get_close_matches(wanted, zones, n=2, cutoff=0.85)]
    near += [cities[name] for name in get_close_matches(wanted.rpartition("/")[2], cities, n=2, cutoff=0.8)]
    if near:
        return f"Did you mean {' or '.join(dict.fromkeys(near[:2]))}?"
    return "Write it as region and city, such as Europe/Berlin or America/New_York."


def _week(given: Mapping[str, object]) -> tuple[tuple[Span, ...], ...]:
    week: dict[int, tuple[Span, ...]] = {}
    for key, item in given.items():
        days, spans = _days(key), read_spans(item, key)
        for day in days:
            if day in week:
                raise BadHours(f"{FULL_DAYS[day]} is given twice. Put all its spans in one place.", key)
            week[day] = spans
    _refuse_overlaps(week)
    return tuple(week.get(day, ()) for day in range(7))


def _days(key: str) -> list[int]:
    """Weekday numbers of `mon`, `mon-fri`, `fri-mon`, `mon,wed` or `weekdays`."""
    if key in _GROUPS:
        return list(_GROUPS[key])
    days: list[int] = []
    for part in key.split(","):
        first, dash, last = part.partition("-")
        start, end = _day(first, key), _day(last if dash else first, key)
        days += [(start + step) % 7 for step in range((end - start) % 7 + 1)]
    return days


def _day(name: str, key: str) -> int:
    name = name.strip()
    for number, short in enumerate(DAYS):
        if name in (short, FULL_DAYS[number].casefold()):
            return number
    raise BadHours(
        f"{key!r} is not a day. Use mon, tue, wed, thu, fri, sat, sun, a range such as mon-fri, "
        "or timezone, holidays and except.",
        key,
    )


def _refuse_overlaps(week: Mapping[int, tuple[Span, ...]]) -> None:
    """Refuse a night that runs into the next day's first span, Sunday into Monday included."""
    for day, spans in week.items():
        following = week.get((day + 1) % 7, ())
        if spans and following and spans[-1].end - DAY_MINUTES > following[0].start:
            raise BadHours(
                f"{FULL_DAYS[day]}'s span {spans[-1]} runs into {FULL_DAYS[(day + 1) % 7]}'s {following[0]}. "
                "End one where the other starts."
            )
