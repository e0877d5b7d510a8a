"""Dates that differ from the week: exceptions, yearly ones, and public holidays, as people write them."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from types import MappingProxyType
from typing import cast

from baton.core.hours.public_holidays import holidays_of, known_region
from baton.core.hours.spans import BadHours, Span, read_spans

LONGEST_RUN = 366
"""Days that one exception may name as a run."""

_YEARLY = re.compile(r"(\d\d)-(\d\d)")
_LEAP_YEAR = 2024

Spans = tuple[Span, ...]
NO_DATES: Mapping[date, Spans] = MappingProxyType({})
NO_DAYS: Mapping[tuple[int, int], Spans] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Dates:
    """What replaces the weekday's spans: dates, days of every year as (month, day), public holidays of `regions`.

    A date goes before a day of every year, and both go before a holiday. `on_holidays` are a holiday's spans.
    """

    exceptions: Mapping[date, Spans] = field(default_factory=lambda: NO_DATES, hash=False)
    yearly: Mapping[tuple[int, int], Spans] = field(default_factory=lambda: NO_DAYS, hash=False)
    regions: tuple[str, ...] = ()
    on_holidays: Spans = ()

    def __bool__(self) -> bool:
        """Whether any date differs."""
        return bool(self.exceptions or self.yearly or self.regions)

    def of(self, day: date) -> Spans | None:
        """The spans of that date, none for closed; None where it is a day like any other."""
        found = self.exceptions.get(day)
        if found is None:
            found = self.yearly.get((day.month, day.day))
        if found is None and self.holiday(day) is not None:
            return self.on_holidays
        return found

    def holiday(self, day: date) -> str | None:
        """The name of the public holiday on that date, or None."""
        return next((name for region in self.regions if (name := holidays_of(region, day.year).get(day))), None)

    def ever_open(self) -> bool:
        """Whether any of these dates has a span."""
        return any(self.exceptions.values()) or any(self.yearly.values()) or bool(self.regions and self.on_holidays)


NO_EXCEPTIONS = Dates()
"""Every week is like the other."""


def read_dates(exceptions: object, holidays: object) -> Dates:
    """What stands under `except` and `holidays`. Raises BadHours with a sentence that says what to write instead."""
    regions, on_holidays = _holidays(holidays)
    dates, yearly = _exceptions(exceptions)
    return Dates(MappingProxyType(dates), MappingProxyType(yearly), regions, on_holidays)


def _holidays(value: object) -> tuple[tuple[str, ...], Spans]:
    if value is None:
        return (), ()
    spans: Spans = ()
    if isinstance(value, Mapping):
        given = dict(cast("Mapping[object, object]", value))
        value, spans = given.pop("of", None), read_spans(given.pop("spans", None), "holidays")
        if given or value is None:
            raise BadHours('Holidays with hours of their own are {of: DE-BY, spans: ["10:00-14:00"]}.', "holidays")
    regions = cast("list[object]", value) if isinstance(value, list | tuple) else [value]
    return tuple(dict.fromkeys(known_region(str(one)) for one in regions)), spans


def _exceptions(value: object) -> tuple[dict[date, Spans], dict[tuple[int, int], Spans]]:
    dates: dict[date, Spans] = {}
    yearly: dict[tuple[int, int], Spans] = {}
    if value is not None and not isinstance(value, Mapping):
        example = '{2026-12-24: ["09:00-12:00"], 2026-12-28..2026-12-31: closed, 05-01: closed}'
        raise BadHours(f'"except" lists dates with their spans, such as {example}.', "except")
    for key, item in cast("Mapping[object, object]", value or {}).items():
        try:
            spans = read_spans(item, str(key))
        except BadHours as bad:
            raise BadHours(str(bad), "except") from None
        if day := _day_of_year(str(key)):
            yearly[day] = spans
            continue
        for each in _run(key):
            if each in dates:
                raise BadHours(f"{each} stands twice under except. Keep one of them.", "except")
            dates[each] = spans
    return dates, yearly


def _day_of_year(key: str) -> tuple[int, int] | None:
    found = _YEARLY.fullmatch(key.strip())
    if found is None:
        return None
    month, day = int(found[1]), int(found[2])
    try:
        date(_LEAP_YEAR, month, day)
    except ValueError:
        raise BadHours(f"{key!r} is no day of the year. Write month and day, such as 12-24.", "except") from None
    return month, day


def _run(key: object) -> Iterator[date]:
    """One date, or each of a run such as `2026-12-28..2026-12-31`."""
    first, dots, last = str(key).partition("..") if not isinstance(key, date) else (key, "", "")
    start = _date(first)
    end = _date(last) if dots else start
    if not 0 <= (end - start).days < LONGEST_RUN:
        raise BadHours(f"{key!r} must run from an earlier date to a later one, at most a year.", "except")
    for step in range((end - start).days + 1):
        yield start + timedelta(days=step)


def _date(value: object) -> date:
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    try:
        return date.fromisoformat(str(value).strip())
    except ValueError:
        hint = "Write it as 2026-12-25, as a run 2026-12-28..2026-12-31, or as 12-25 for every year."
        raise BadHours(f"{value!r} is not a date. {hint}", "except") from None
