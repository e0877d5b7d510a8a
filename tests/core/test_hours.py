from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from baton.core.hours import ALWAYS, Hours

OFFICE = {"timezone": "Europe/Berlin", "mon-fri": ["09:00-12:30", "13:00-17:30"], "sat": "10:00-14:00"}
BERLIN = ZoneInfo("Europe/Berlin")
MINUTE = timedelta(minutes=1)


def berlin(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=BERLIN)


def instant(moment: datetime | None) -> datetime | None:
    """As UTC: two moments in one zone compare by the clock's face, which is wrong when it goes back."""
    return moment and moment.astimezone(UTC)


@pytest.mark.parametrize(
    ("at", "is_open"),
    [
        (berlin(2026, 11, 20, 8, 59), False),
        (berlin(2026, 11, 20, 9, 0), True),
        (berlin(2026, 11, 20, 12, 30), False),
        (berlin(2026, 11, 20, 13, 0), True),
        (berlin(2026, 11, 20, 17, 30), False),
        (berlin(2026, 11, 21, 10, 30), True),
        (berlin(2026, 11, 22, 10, 30), False),
        (datetime(2026, 11, 20, 8, 30, tzinfo=UTC), True),
        (datetime(2026, 11, 20, 17, 0, tzinfo=UTC), False),
    ],
)
def test_an_office_is_open_in_its_spans_and_its_own_time_zone(at: datetime, is_open: bool) -> None:
    assert Hours.parse(OFFICE).is_open(at) is is_open


def test_the_next_opening_passes_over_the_weekend_and_is_told_in_the_offices_zone() -> None:
    opens = Hours.parse(OFFICE).next_open(datetime(2026, 11, 21, 20, 0, tzinfo=UTC))
    assert opens == berlin(2026, 11, 23, 9, 0)
    assert str(opens.tzinfo) == "Europe/Berlin"


def test_while_open_the_next_opening_is_now_and_the_closing_is_the_end_of_the_span() -> None:
    at = berlin(2026, 11, 20, 11, 15)
    assert Hours.parse(OFFICE).next_open(at) == at
    assert Hours.parse(OFFICE).closes(at) == berlin(2026, 11, 20, 12, 30)
    assert Hours.parse(OFFICE).closes(berlin(2026, 11, 20, 12, 45)) is None


def test_a_night_shift_belongs_to_the_day_it_starts_on() -> None:
    night = Hours.parse({"timezone": "Europe/Berlin", "fri": ["22:00-06:00"]})
    assert night.is_open(berlin(2026, 11, 21, 5, 59))
    assert not night.is_open(berlin(2026, 11, 21, 6, 0))
    assert not night.is_open(berlin(2026, 11, 20, 5, 0))
    assert night.closes(berlin(2026, 11, 20, 23, 0)) == berlin(2026, 11, 21, 6, 0)


def test_a_closed_date_is_closed_from_midnight_even_for_the_night_before() -> None:
    night = Hours.parse({"timezone": "Europe/Berlin", "daily": ["22:00-06:00"], "closed": ["2026-12-25"]})
    assert night.closes(berlin(2026, 12, 24, 23, 0)) == berlin(2026, 12, 25, 0, 0)
    assert not night.is_open(berlin(2026, 12, 25, 1, 0))
    assert night.next_open(berlin(2026, 12, 25, 1, 0)) == berlin(2026, 12, 26, 22, 0)


def test_an_exception_replaces_the_hours_of_its_date() -> None:
    hours = Hours.parse(OFFICE | {"open": {date(2026, 12, 24): ["09:00-12:00"]}, "closed": ["2026-12-25"]})
    assert hours.closes(berlin(2026, 12, 24, 9, 0)) == berlin(2026, 12, 24, 12, 0)
    assert hours.next_open(berlin(2026, 12, 24, 12, 0)) == berlin(2026, 12, 26, 10, 0)


def test_always_is_open_and_never_closes() -> None:
    at = datetime(2026, 1, 1, tzinfo=UTC)
    spelled = Hours.parse({"timezone": "Asia/Tokyo", "daily": ["00:00-24:00"]})
    assert Hours.parse("always") is ALWAYS
    for hours in (ALWAYS, spelled):
        assert hours.is_open(at)
        assert hours.next_open(at) == at
        assert hours.closes(at) is None


def test_round_the_clock_but_christmas_closes_on_christmas() -> None:
    hours = Hours.parse({"timezone": "Europe/Berlin", "daily": "00:00-24:00", "closed": ["2026-12-25"]})
    assert hours.closes(berlin(2026, 12, 20, 12, 0)) == berlin(2026, 12, 25, 0, 0)
    assert hours.closes(berlin(2026, 1, 20, 12, 0)) is None


def test_when_the_clock_goes_back_a_shift_is_longer_and_is_not_opened_twice() -> None:
    hours = Hours.parse({"timezone": "Europe/Berlin", "sun": ["01:00-02:30"], "mon": ["09:00-10:00"]})
    opens = datetime(2026, 10, 24, 23, 0, tzinfo=UTC)  # 01:00 in summer time
    assert instant(hours.closes(opens)) == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    assert not hours.is_open(datetime(2026, 10, 25, 1, 15, tzinfo=UTC))  # 02:15 for the second time


def test_when_the_clock_goes_forward_an_opening_in_the_gap_starts_at_the_skip() -> None:
    hours = Hours.parse({"timezone": "Europe/Berlin", "sun": ["02:15-02:45", "02:50-05:00"]})
    opens = hours.next_open(datetime(2026, 3, 28, 20, 0, tzinfo=UTC))
    assert instant(opens) == datetime(2026, 3, 29, 1, 0, tzinfo=UTC)
    assert instant(hours.closes(opens)) == datetime(2026, 3, 29, 3, 0, tzinfo=UTC)


def test_an_opening_that_lies_wholly_in_the_gap_does_not_happen() -> None:
    hours = Hours.parse({"timezone": "Europe/Berlin", "sun": ["02:15-02:45"]})
    assert hours.next_open(datetime(2026, 3, 28, 20, 0, tzinfo=UTC)) == berlin(2026, 4, 5, 2, 15)


def test_hours_with_only_past_dates_never_open_again() -> None:
    hours = Hours.parse({"timezone": "UTC", "open": {"2020-01-01": ["09:00-10:00"]}})
    assert hours.next_open(datetime(2026, 1, 1, tzinfo=UTC)) is None


def test_a_moment_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="time zone"):
        Hours.parse(OFFICE).is_open(datetime(2026, 1, 1))  # noqa: DTZ001


@pytest.mark.parametrize(
    ("value", "says"),
    [
        ("sometimes", '"always" or days with spans'),
        ({"mon": ["09:00-10:00"]}, "need a timezone"),
        ({"timezone": "Europe/Atlantis", "mon": ["09:00-10:00"]}, "no time zone 'Europe/Atlantis'"),
        ({"timezone": "../etc/passwd", "mon": ["09:00-10:00"]}, "no time zone"),
        ({"timezone": "UTC"}, "never open"),
        ({"timezone": "UTC", "mon": [], "closed": ["2026-12-25"]}, "never open"),
        ({"timezone": "UTC", "munday": ["09:00-10:00"]}, "'munday' is not a day"),
        ({"timezone": "UTC", "mon": ["09:00-10:00"], "mon-fri": ["11:00-12:00"]}, "Monday is given twice"),
        ({"timezone": "UTC", "mon": ["09:00-12:00", "11:00-13:00"]}, "overlap"),
        (
            {"timezone": "UTC", "sun": ["22:00-06:00"], "mon": ["05:00-09:00"]},
            "Sunday's span .* runs into Monday's",
        ),
        ({"timezone": "UTC", "mon": ["09:30-09:00"]}, 'Did you mean "09:00-09:30"'),
        ({"timezone": "UTC", "mon": ["09:00-09:00"]}, "no length"),
        ({"timezone": "UTC", "mon": ["24:00-06:00"]}, "no length"),
        ({"timezone": "UTC", "mon": ["9-25:00"]}, "not a time of day"),
        ({"timezone": "UTC", "mon": ["09:00-17:5"]}, "not a time of day"),
        ({"timezone": "UTC", "mon": ["nine to five"]}, "is not a span"),
        ({"timezone": "UTC", "mon": 540}, "is not a span"),
        ({"timezone": "UTC", "mon": ["09:00-10:00"], "closed": ["25.12.2026"]}, "not a date"),
        (
            {"timezone": "UTC", "closed": ["2026-12-25"], "open": {"2026-12-25": ["9-10"]}},
            "both closed and open",
        ),
        ({"timezone": "UTC", "mon": ["09:00-10:00"], "open": ["2026-12-25"]}, "dates with their spans"),
    ],
)
def test_hours_that_cannot_be_right_are_refused_with_a_sentence(value: object, says: str) -> None:
    with pytest.raises(ValueError, match=says) as refused:
        Hours.parse(value)
    assert str(refused.value).endswith((".", "?"))


@pytest.mark.parametrize("key", ["sat-mon", "sat, sun,mon", "Saturday-Monday"])
def test_days_are_named_by_range_list_or_full_name(key: str) -> None:
    hours = Hours.parse({"timezone": "UTC", key: ["9-17"]})
    assert [bool(spans) for spans in hours.week] == [True, False, False, False, False, True, True]


# The oracle: walk minute by minute, keeping the latest time that the clock has shown. A span holds while that
# mark is inside it. It knows nothing of intervals, folds or gaps.

ZONES = {
    "Europe/Berlin": [datetime(2026, 3, 28, tzinfo=UTC), datetime(2026, 10, 24, tzinfo=UTC)],
    "America/New_York": [datetime(2026, 3, 7, tzinfo=UTC), datetime(2026, 10, 31, tzinfo=UTC)],
    "Australia/Lord_Howe": [datetime(2026, 4, 3, tzinfo=UTC), datetime(2026, 10, 2, tzinfo=UTC)],
    "America/Santiago": [datetime(2026, 4, 4, tzinfo=UTC), datetime(2026, 9, 5, tzinfo=UTC)],
    "Asia/Kolkata": [datetime(2026, 6, 1, tzinfo=UTC)],
}
CLOCK = st.integers(0, 95).map(lambda quarter: quarter * 15)


@st.composite
def spans_of_a_day(draw: st.DrawFn) -> list[str]:
    edges = sorted(draw(st.lists(CLOCK, min_size=2, max_size=6, unique=True)))
    pairs = zip(edges[::2], edges[1::2], strict=False)
    return [f"{a // 60:02}:{a % 60:02}-{b // 60:02}:{b % 60:02}" for a, b in pairs]


@st.composite
def timetables(draw: st.DrawFn) -> tuple[dict[str, object], datetime]:
    zone = draw(st.sampled_from(sorted(ZONES)))
    start = draw(st.sampled_from(ZONES[zone]))
    value: dict[str, object] = {"timezone": zone}
    for day in ("mon", "tue", "wed", "thu", "fri", "sat", "sun"):
        value[day] = draw(st.one_of(st.just([]), spans_of_a_day(), st.just(["21:45-00:00"]), st.just(["20:00-23:00"])))
    nights = draw(st.sets(st.sampled_from(["fri", "sat", "sun"]), max_size=1))
    for day in nights:
        value[day] = ["23:00-02:30"]
        value[{"fri": "sat", "sat": "sun", "sun": "mon"}[day]] = ["02:30-04:00"]
    value["closed"] = [str((start + timedelta(days=draw(st.integers(0, 3)))).date())]
    value["open"] = {str((start + timedelta(days=5)).date()): ["22:00-03:00"]}
    return value, start


def oracle(hours: Hours, start: datetime, minutes: int) -> list[bool]:
    zone, mark, opened = ZoneInfo(hours.timezone), datetime(1, 1, 1), []  # noqa: DTZ001
    for step in range(-1440, minutes):
        mark = max(mark, (start + step * MINUTE).astimezone(zone).replace(tzinfo=None))
        if step >= 0:
            opened.append(any(mark_is_in(hours, mark, mark.date() - timedelta(days=back)) for back in (0, 1)))
    return opened


def mark_is_in(hours: Hours, mark: datetime, day: date) -> bool:
    if day != mark.date() and mark.date() in hours.exceptions:
        return False
    midnight = datetime(day.year, day.month, day.day)  # noqa: DTZ001
    spans = hours.exceptions.get(day, hours.week[day.weekday()])
    return any(midnight + s.start * MINUTE <= mark < midnight + s.end * MINUTE for s in spans)


@settings(max_examples=40, deadline=None)
@given(timetables())
def test_every_answer_agrees_with_a_walk_minute_by_minute(
    timetable: tuple[dict[str, object], datetime],
) -> None:
    value, start = timetable
    hours = Hours.parse(value)
    walked = oracle(hours, start, 4 * 1440)
    changes = [i for i in range(1, len(walked)) if walked[i] != walked[i - 1]]
    for i in {0, 1, *changes, *(change - 1 for change in changes)}:
        at = start + i * MINUTE
        assert hours.is_open(at) is walked[i], at
        later = walked.index(True, i) if True in walked[i:] else None
        if later is not None:
            assert instant(hours.next_open(at)) == start + later * MINUTE
        if walked[i] and False in walked[i:]:
            assert instant(hours.closes(at)) == start + walked.index(False, i) * MINUTE
