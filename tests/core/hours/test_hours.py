from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from baton.core.hours.hours import ALWAYS, Hours

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
    night = Hours.parse({"timezone": "Europe/Berlin", "daily": ["22:00-06:00"], "except": {"2026-12-25": "closed"}})
    assert night.closes(berlin(2026, 12, 24, 23, 0)) == berlin(2026, 12, 25, 0, 0)
    assert not night.is_open(berlin(2026, 12, 25, 1, 0))
    assert night.next_open(berlin(2026, 12, 25, 1, 0)) == berlin(2026, 12, 26, 22, 0)


def test_an_exception_replaces_the_hours_of_its_date() -> None:
    hours = Hours.parse(OFFICE | {"except": {date(2026, 12, 24): ["09:00-12:00"], "2026-12-25": "closed"}})
    assert hours.closes(berlin(2026, 12, 24, 9, 0)) == berlin(2026, 12, 24, 12, 0)
    assert hours.next_open(berlin(2026, 12, 24, 12, 0)) == berlin(2026, 12, 26, 10, 0)


def test_a_day_of_every_year_and_a_run_of_dates_replace_the_week() -> None:
    given = OFFICE | {"except": {"12-24": ["09:00-12:00"], "2026-12-28..2026-12-30": "closed", "2027-12-24": "closed"}}
    hours = Hours.parse(given)
    assert hours.closes(berlin(2026, 12, 24, 9, 0)) == berlin(2026, 12, 24, 12, 0)
    assert hours.closes(berlin(2029, 12, 24, 9, 0)) == berlin(2029, 12, 24, 12, 0)
    assert not hours.is_open(berlin(2027, 12, 24, 9, 0))
    assert hours.next_open(berlin(2026, 12, 27, 9, 0)) == berlin(2026, 12, 31, 9, 0)


def test_public_holidays_are_those_of_the_region() -> None:
    epiphany = berlin(2026, 1, 6, 10, 0)
    assert not Hours.parse(OFFICE | {"holidays": "DE-BY"}).is_open(epiphany)
    assert Hours.parse(OFFICE | {"holidays": "DE-BE"}).is_open(epiphany)
    assert Hours.parse(OFFICE | {"holidays": "de-by"}).dates.holiday(epiphany.date()) == "Epiphany"
    both = Hours.parse(OFFICE | {"holidays": ["DE-BE", "FR"]})
    assert both.dates.holiday(date(2026, 7, 14)) is not None


def test_a_holiday_on_a_weekend_is_kept_on_the_day_on_which_offices_keep_it() -> None:
    hours = Hours.parse({"timezone": "America/New_York", "mon-fri": ["09:00-17:00"], "holidays": "US"})
    friday = datetime(2026, 7, 3, 10, 0, tzinfo=ZoneInfo("America/New_York"))
    assert hours.next_open(friday) == datetime(2026, 7, 6, 9, 0, tzinfo=ZoneInfo("America/New_York"))


def test_a_holiday_can_have_hours_and_an_exception_goes_before_it() -> None:
    given = OFFICE | {"holidays": {"of": "DE-BY", "spans": ["10:00-14:00"]}, "except": {"2026-05-01": "closed"}}
    hours = Hours.parse(given)
    assert hours.closes(berlin(2026, 1, 6, 10, 0)) == berlin(2026, 1, 6, 14, 0)
    assert not hours.is_open(berlin(2026, 5, 1, 10, 0))


def test_always_is_open_and_never_closes() -> None:
    at = datetime(2026, 1, 1, tzinfo=UTC)
    spelled = Hours.parse({"timezone": "Asia/Tokyo", "daily": ["00:00-24:00"]})
    assert Hours.parse("always") is ALWAYS
    for hours in (ALWAYS, spelled):
        assert hours.is_open(at)
        assert hours.next_open(at) == at
        assert hours.closes(at) is None


def test_round_the_clock_but_christmas_closes_on_christmas() -> None:
    hours = Hours.parse({"timezone": "Europe/Berlin", "daily": "00:00-24:00", "except": {"2026-12-25": "closed"}})
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
    hours = Hours.parse({"timezone": "UTC", "except": {"2020-01-01": ["09:00-10:00"]}})
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
        ({"timezone": "UTC", "mon": [], "except": {"2026-12-25": "closed"}, "holidays": "DE"}, "never open"),
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
        (OFFICE | {"except": {"25.12.2026": "closed"}}, "not a date"),
        (OFFICE | {"except": {"02-30": "closed"}}, "no day of the year"),
        (OFFICE | {"except": {"2026-12-24..2026-12-31": "closed", "2026-12-25": ["9-10"]}}, "stands twice"),
        (OFFICE | {"except": {"2026-12-31..2026-12-24": "closed"}}, "from an earlier date to a later one"),
        (OFFICE | {"except": {"2026-12-24": ["9-25"]}}, "not a time of day"),
        (OFFICE | {"except": ["2026-12-25"]}, "dates with their spans"),
        (OFFICE | {"closed": ["2026-12-25"]}, "or timezone, holidays and except"),
        (OFFICE | {"holidays": "Bavaria"}, "No holidays are known of 'Bavaria'. Write the country's two letters"),
        (OFFICE | {"holidays": "DE-XY"}, "DE has no part 'XY'. Known are: BB, BE"),
        (OFFICE | {"holidays": "US-Californa"}, 'Did you mean "US-CA"'),
        (OFFICE | {"holidays": {"spans": ["10:00-14:00"]}}, "Holidays with hours of their own"),
        (OFFICE | {"holidays": {"of": "DE", "spans": ["10:00"]}}, "not a span"),
        (OFFICE | {"timezone": "Europe/Berln"}, "Did you mean Europe/Berlin"),
        (OFFICE | {"timezone": "America/Los Angelos"}, "Did you mean America/Los_Angeles"),
        (OFFICE | {"timezone": "Germany/Berlin"}, "Did you mean Europe/Berlin"),
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
