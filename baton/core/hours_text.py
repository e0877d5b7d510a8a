"""Reading opening hours as people write them in a policy file, with a sentence for what can't be right."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from itertools import pairwise
from types import MappingProxyType
from typing import Any, cast
from zoneinfo import ZoneInfo

DAY_MINUTES = 24 * 60

LONGEST_NIGHT = 16 * 60
"""Minutes a span over midnight may last. Longer ones have been start and end the wrong way round."""

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
FULL_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_GROUPS = {"daily": range(7), "every day": range(7), "weekdays": range(5), "weekend": range(5, 7)}
_EXAMPLE = '{timezone: Europe/Berlin, mon-fri: ["09:00-17:30"]}'


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Open from `start` until before `end`, in minutes after midnight. Past 1440 is the next day."""

    start: int
    end: int

    def __str__(self) -> str:
        """As it is written in a policy file: `22:00-06:00`."""
        end = self.end if self.end == DAY_MINUTES else self.end % DAY_MINUTES
        return f"{self.start // 60:02}:{self.start % 60:02}-{end // 60:02}:{end % 60:02}"


NO_DATES: Mapping[date, tuple[Span, ...]] = MappingProxyType({})
"""No exception at all."""


@dataclass(frozen=True, slots=True)
class ParsedHours:
    """What was read: a known zone, seven weekdays of spans, and the dates that differ."""

    timezone: str
    week: tuple[tuple[Span, ...], ...]
    exceptions: Mapping[date, tuple[Span, ...]]


def parse_hours(value: object) -> ParsedHours:
    """Read a mapping of days to spans. Raises ValueError with a sentence that says what to write instead."""
    if not isinstance(value, Mapping):
        raise ValueError(f'Opening hours are "always" or days with spans, such as {_EXAMPLE}; this is {value!r}.')
    given = {str(key).strip().casefold(): item for key, item in cast("Mapping[Any, Any]", value).items()}
    timezone = _timezone(given.pop("timezone", None))
    exceptions = _exceptions(given.pop("closed", None), given.pop("open", None))
    week = _week(given)
    if not any(week) and not any(exceptions.values()):
        raise ValueError(f'These hours never open. Give a day a span, such as {_EXAMPLE}, or write "always".')
    return ParsedHours(timezone, week, MappingProxyType(exceptions))


def _timezone(value: object) -> str:
    if value is None:
        raise ValueError(f"Opening hours need a timezone, such as {_EXAMPLE}.")
    try:
        return ZoneInfo(str(value)).key
    except (KeyError, ValueError, OSError):
        raise ValueError(
            f"There is no time zone {str(value)!r}. "
            "Write it as region and city, such as Europe/Berlin or America/New_York."
        ) from None


def _week(given: Mapping[str, object]) -> tuple[tuple[Span, ...], ...]:
    week: dict[int, tuple[Span, ...]] = {}
    for key, item in given.items():
        spans = _spans(item, key)
        for day in _days(key):
            if day in week:
                raise ValueError(f"{FULL_DAYS[day]} is given twice. Put all its spans in one place.")
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
    raise ValueError(
        f"{key!r} is not a day. Use mon, tue, wed, thu, fri, sat, sun, a range such as mon-fri, "
        "or timezone, closed and open."
    )


def _spans(value: object, where: str) -> tuple[Span, ...]:
    """The spans of one day, in order. One span may stand without a list; `closed` means none."""
    if value is None or value == "closed":
        return ()
    items: list[object] = list(cast("list[object]", value)) if isinstance(value, list | tuple) else [value]
    spans = sorted(_span(item, where) for item in items)
    for before, after in pairwise(spans):
        if after.start < before.end:
            raise ValueError(f"The spans {before} and {after} of {where} overlap. Join them or move one.")
    return tuple(spans)


def _span(value: object, where: str) -> Span:
    parts = str(value).replace("–", "-").split("-") if isinstance(value, str) else []
    if len(parts) != 2:
        raise ValueError(f'{value!r} of {where} is not a span. Write it as "09:00-17:30", in quotes.')
    start, end = (_minutes(part, str(value), where) for part in parts)
    if start in (end, DAY_MINUTES):
        raise ValueError(f'The span {value!r} of {where} has no length. The whole day is "00:00-24:00".')
    if end > start:
        return Span(start, end)
    if end + DAY_MINUTES - start > LONGEST_NIGHT:
        raise ValueError(
            f"The span {value!r} of {where} ends before it starts; as a night it would last over 16 hours. "
            f'Did you mean "{parts[1].strip()}-{parts[0].strip()}"?'
        )
    return Span(start, end + DAY_MINUTES)


def _minutes(text: str, span: str, where: str) -> int:
    hour, _, minute = text.strip().partition(":")
    # isascii: int() would also take other scripts' digits, which a reader of the file may not see.
    if hour.isdigit() and (minute or "00").isdigit() and len(minute or "00") == 2 and text.isascii():
        minutes = int(hour) * 60 + int(minute or 0)
        if int(minute or 0) < 60 and minutes <= DAY_MINUTES:
            return minutes
    raise ValueError(f"{text.strip()!r} in {span!r} of {where} is not a time of day between 00:00 and 24:00.")


def _exceptions(closed: object, opened: object) -> dict[date, tuple[Span, ...]]:
    days: dict[date, tuple[Span, ...]] = {}
    for item in _as_list(closed):
        days[_date(item)] = ()
    if opened is not None and not isinstance(opened, Mapping):
        raise ValueError('"open" lists dates with their spans, such as {2026-12-24: ["09:00-12:00"]}.')
    for key, item in cast("Mapping[object, object]", opened or {}).items():
        day = _date(key)
        if day in days:
            raise ValueError(f"{day} stands under both closed and open. Keep one of them.")
        days[day] = _spans(item, str(day))
    return days


def _as_list(value: object) -> Iterable[object]:
    if value is None:
        return ()
    return cast("list[object]", value) if isinstance(value, list | tuple) else (value,)


def _date(value: object) -> date:
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    try:
        return date.fromisoformat(str(value).strip())
    except ValueError:
        raise ValueError(f"{value!r} is not a date. Write it as 2026-12-25.") from None


def _refuse_overlaps(week: Mapping[int, tuple[Span, ...]]) -> None:
    """Refuse a night that runs into the next day's first span, Sunday into Monday included."""
    for day, spans in week.items():
        following = week.get((day + 1) % 7, ())
        if spans and following and spans[-1].end - DAY_MINUTES > following[0].start:
            raise ValueError(
                f"{FULL_DAYS[day]}'s span {spans[-1]} runs into {FULL_DAYS[(day + 1) % 7]}'s {following[0]}. "
                "End one where the other starts."
            )
