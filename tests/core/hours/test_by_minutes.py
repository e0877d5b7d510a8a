"""Opening hours, held against a walk minute by minute that knows nothing of how they are computed."""

from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from core.hours.test_hours import MINUTE, instant
from hypothesis import assume, given
from hypothesis import strategies as st

from baton.core.hours.hours import Hours

# The oracle: walk minute by minute, keeping the latest time that the clock has shown. A span holds while that
# mark is inside it. It reads the file by itself and knows nothing of intervals, folds or gaps; which days are holidays
# is written down here from the countries' own calendars.
Timetable = dict[str, Any]

ZONES = {
    "Europe/Berlin": [
        datetime(2026, 3, 28, tzinfo=UTC),
        datetime(2026, 10, 24, tzinfo=UTC),
        datetime(2026, 4, 2, tzinfo=UTC),
    ],
    "America/New_York": [
        datetime(2026, 3, 7, tzinfo=UTC),
        datetime(2026, 10, 31, tzinfo=UTC),
        datetime(2026, 7, 2, tzinfo=UTC),
    ],
    "Australia/Lord_Howe": [datetime(2026, 4, 3, tzinfo=UTC), datetime(2026, 10, 2, tzinfo=UTC)],
    "America/Santiago": [datetime(2026, 4, 4, tzinfo=UTC), datetime(2026, 9, 5, tzinfo=UTC)],
    "Asia/Kolkata": [datetime(2026, 6, 1, tzinfo=UTC)],
}

HOLIDAYS = {
    "Europe/Berlin": ("DE-BY", ["2026-04-03", "2026-04-06", "2026-11-01", "2026-10-03"]),
    "America/New_York": ("US-NY", ["2026-07-03", "2026-07-04", "2026-11-03"]),
    "Australia/Lord_Howe": ("AU-NSW", ["2026-04-03", "2026-04-04", "2026-04-05", "2026-04-06", "2026-10-05"]),
    "America/Santiago": ("CL", ["2026-04-03", "2026-04-04"]),
    "Asia/Kolkata": ("IN", []),
}

WEEK = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")

EXCEPTIONS = ["closed", ["22:00-03:00"], ["00:00-24:00"], ["09:00-09:15", "10:00-12:30"]]

CLOCK = st.integers(0, 95).map(lambda quarter: quarter * 15)


@st.composite
def spans_of_a_day(draw: st.DrawFn) -> list[str]:
    edges = sorted(draw(st.lists(CLOCK, min_size=2, max_size=6, unique=True)))
    pairs = zip(edges[::2], edges[1::2], strict=False)
    return [f"{a // 60:02}:{a % 60:02}-{b // 60:02}:{b % 60:02}" for a, b in pairs]


@st.composite
def timetables(draw: st.DrawFn) -> tuple[Timetable, datetime]:
    zone = draw(st.sampled_from(sorted(ZONES)))
    start = draw(st.sampled_from(ZONES[zone]))
    value: Timetable = {"timezone": zone}
    for day in WEEK:
        value[day] = draw(st.one_of(st.just([]), spans_of_a_day(), st.just(["21:45-00:00"]), st.just(["20:00-23:00"])))
    nights = draw(st.sets(st.sampled_from(["fri", "sat", "sun"]), max_size=1))
    for day in nights:
        value[day] = ["23:00-02:30"]
        value[{"fri": "sat", "sat": "sun", "sun": "mon"}[day]] = ["02:30-04:00"]
    days = [start.date() + timedelta(days=offset) for offset in range(-1, 6)]
    differ = draw(st.dictionaries(st.sampled_from(days), st.sampled_from(EXCEPTIONS), max_size=3))
    yearly = draw(st.dictionaries(st.sampled_from(days), st.sampled_from(EXCEPTIONS), max_size=1))
    value["except"] = {str(day): spans for day, spans in differ.items()}
    value["except"] |= {f"{day:%m-%d}": spans for day, spans in yearly.items()}
    value["except"].setdefault(str(days[-1]), ["22:00-03:00"])
    # Hours that never open are refused, and have tests of their own.
    assume(any(value[day] for day in WEEK) or any(spans != "closed" for spans in value["except"].values()))
    if draw(st.booleans()):
        spans = draw(st.sampled_from([[], ["10:00-14:00"], ["23:30-00:30"]]))
        value["holidays"] = {"of": HOLIDAYS[zone][0], "spans": spans}
    return value, start


def oracle(value: Timetable, start: datetime, minutes: int) -> list[bool]:
    zone, mark, opened = ZoneInfo(value["timezone"]), datetime(1, 1, 1), []  # noqa: DTZ001
    days = {day: day_of(value, day) for day in (start.date() + timedelta(days=offset) for offset in range(-4, 8))}
    for step in range(-1440, minutes):
        mark = max(mark, (start + step * MINUTE).astimezone(zone).replace(tzinfo=None))
        if step >= 0:
            today, yesterday = mark.date(), mark.date() - timedelta(days=1)
            shown = mark.hour * 60 + mark.minute
            late = () if days[today][1] else days[yesterday][0]
            opened.append(any(a <= shown < b for a, b in days[today][0]) or any(shown < b - 1440 for _, b in late))
    return opened


def day_of(value: Timetable, day: date) -> tuple[list[tuple[int, int]], bool]:
    """The day's spans in minutes, and whether it is a day of its own."""
    found = special(value, day)
    usual = value[("mon", "tue", "wed", "thu", "fri", "sat", "sun")[day.weekday()]]
    return [minutes_of(span) for span in (usual if found is None else found)], found is not None


def special(value: Timetable, day: date) -> list[str] | None:
    """What the file says of a date beside its week: the date itself, the day of the year, the holiday."""
    for key in (str(day), f"{day:%m-%d}"):
        if key in value["except"]:
            return [] if value["except"][key] == "closed" else value["except"][key]
    is_holiday = "holidays" in value and str(day) in HOLIDAYS[value["timezone"]][1]
    return value["holidays"]["spans"] if is_holiday else None


def minutes_of(span: str) -> tuple[int, int]:
    start, end = (int(part[:2]) * 60 + int(part[3:]) for part in span.split("-"))
    return start, end + (1440 if end <= start else 0)


@pytest.mark.wide
@given(timetables())
def test_every_answer_agrees_with_a_walk_minute_by_minute(
    timetable: tuple[Timetable, datetime],
) -> None:
    value, start = timetable
    hours = Hours.parse(value)
    walked = oracle(value, start, 4 * 1440)
    changes = [i for i in range(1, len(walked)) if walked[i] != walked[i - 1]]
    for i in {0, 1, *changes, *(change - 1 for change in changes)}:
        at = start + i * MINUTE
        assert hours.is_open(at) is walked[i], at
        later = walked.index(True, i) if True in walked[i:] else None
        if later is not None:
            assert instant(hours.next_open(at)) == start + later * MINUTE
        if walked[i] and False in walked[i:]:
            assert instant(hours.closes(at)) == start + walked.index(False, i) * MINUTE
