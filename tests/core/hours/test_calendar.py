"""How hours stand at a moment, and the dates ahead on which they differ."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from baton.core.hours.calendar import dates_ahead, opening
from baton.core.hours.hours import ALWAYS, Hours

BERLIN = ZoneInfo("Europe/Berlin")
OFFICE = Hours.parse(
    {
        "timezone": "Europe/Berlin",
        "mon-fri": ["09:00-17:00"],
        "holidays": "DE-BY",
        "except": {"2026-12-24": ["09:00-12:00"], "2026-12-28": ["09:00-17:00"]},
    }
)


def test_an_opening_has_an_end_and_a_closing_has_the_next_opening() -> None:
    eve = opening(OFFICE, datetime(2026, 12, 24, 10, 0, tzinfo=BERLIN))
    assert (eve.is_open, eve.until, eve.opens) == (True, datetime(2026, 12, 24, 12, 0, tzinfo=BERLIN), None)
    over = opening(OFFICE, datetime(2026, 12, 24, 12, 0, tzinfo=BERLIN))
    assert (over.is_open, over.until, over.opens) == (False, None, datetime(2026, 12, 28, 9, 0, tzinfo=BERLIN))
    always = opening(ALWAYS, datetime(2026, 12, 24, 12, 0, tzinfo=BERLIN))
    assert (always.is_open, always.until, always.opens) == (True, None, None)


def test_the_dates_ahead_are_those_unlike_their_weekday() -> None:
    ahead = list(dates_ahead(OFFICE, date(2026, 12, 20), days=14))
    assert [(str(one.day), [str(span) for span in one.spans], one.holiday) for one in ahead] == [
        ("2026-12-24", ["09:00-12:00"], None),
        ("2026-12-25", [], "Christmas Day"),
        ("2027-01-01", [], "New Year's Day"),
    ]
