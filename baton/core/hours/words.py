"""Opening hours in words."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import groupby

from baton.core.hours.dates import Spans
from baton.core.hours.hours import Hours

DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def describe_hours(hours: Hours) -> str:
    """When it is open, in one line with its time zone, and the dates that differ."""
    if hours.is_always:
        return "always"
    week = [f"{days} {spans}" for days, spans in week_in_words(hours) if spans != "closed"]
    return "; ".join([f"{'; '.join(week)} ({hours.timezone})", *dates_in_words(hours)]).strip()


def week_in_words(hours: Hours) -> Iterator[tuple[str, str]]:
    """The week from Monday, days that are alike together: `("Mon-Fri", "09:00-12:30, 13:30-17:30")`."""
    for spans, days in groupby(range(7), key=lambda day: hours.week[day]):
        run = list(days)
        name = DAYS[run[0]] if len(run) == 1 else f"{DAYS[run[0]]}-{DAYS[run[-1]]}"
        yield name, spans_in_words(spans)


def spans_in_words(spans: Spans) -> str:
    """The spans of one day as a policy file has them; `closed` where there is none."""
    return ", ".join(str(span) for span in spans) or "closed"


def dates_in_words(hours: Hours) -> Iterator[str]:
    """The dates that differ: exceptions with runs joined, days of every year, holidays."""
    for (start, end), spans in _runs(hours):
        yield f"{start if start == end else f'{start}..{end}'} {spans_in_words(spans)}"
    for (month, day), spans in sorted(hours.dates.yearly.items()):
        yield f"every {month:02}-{day:02} {spans_in_words(spans)}"
    if hours.dates.regions:
        yield f"holidays of {', '.join(hours.dates.regions)} {spans_in_words(hours.dates.on_holidays)}"


def _runs(hours: Hours) -> Iterator[tuple[tuple[date, date], Spans]]:
    """Exceptions in order, those of following days that have the same spans as one."""
    start = end = None
    spans: Spans = ()
    for day, its in sorted(hours.dates.exceptions.items()):
        if start is not None and end is not None and day == end + timedelta(days=1) and its == spans:
            end = day
            continue
        if start is not None and end is not None:
            yield (start, end), spans
        start, end, spans = day, day, its
    if start is not None and end is not None:
        yield (start, end), spans
