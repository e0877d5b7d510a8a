from datetime import UTC, datetime

from baton.core.hours.hours import ALWAYS, Hours
from baton.core.rehearsing.moments import closed_moments, open_moment

OFFICE = Hours.parse({"timezone": "Europe/Berlin", "mon-fri": ["09:00-17:00"]})
MONDAY_NOON = datetime(2026, 11, 23, 11, 0, tzinfo=UTC)
SUNDAY = datetime(2026, 11, 22, 11, 0, tzinfo=UTC)


def test_while_it_is_open_the_minute_at_which_it_closes_is_played() -> None:
    (shut,) = closed_moments(OFFICE, MONDAY_NOON)
    assert shut.at.isoformat() == "2026-11-23T17:00:00+01:00"
    assert not OFFICE.is_open(shut.at)


def test_while_it_is_closed_this_minute_is_played() -> None:
    (shut,) = closed_moments(OFFICE, SUNDAY)
    assert shut.at == SUNDAY


def test_a_holiday_is_played_at_a_minute_at_which_it_would_be_open_otherwise() -> None:
    festive = Hours.parse({"timezone": "Europe/Berlin", "mon-fri": ["09:00-17:00"], "holidays": "DE-BY"})
    _, holiday = closed_moments(festive, MONDAY_NOON)
    assert holiday.at.isoformat() == "2026-12-25T09:30:00+01:00"
    assert holiday.why
    assert not festive.is_open(holiday.at)
    assert OFFICE.is_open(holiday.at)


def test_what_never_closes_has_no_such_minute_and_plays_at_once() -> None:
    assert closed_moments(ALWAYS, SUNDAY) == ()
    assert open_moment(ALWAYS, SUNDAY) == SUNDAY
    assert open_moment(OFFICE, SUNDAY).isoformat() == "2026-11-23T09:00:00+01:00"
