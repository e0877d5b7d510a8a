"""The usual times to send a reply at, in the days of whoever writes it."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from baton.core.hours.hours import Hours
from baton.core.inbox.sending_later import usual_times

ALWAYS = Hours.parse("24/7")
OFFICE = Hours.parse({"timezone": "Europe/London", "mon-fri": "10:00-18:00"})
LONDON = ZoneInfo("Europe/London")


def named(now: datetime, hours: Hours = ALWAYS, zone: ZoneInfo = LONDON) -> dict[str, datetime]:
    return {one.name: one.at for one in usual_times(now, hours=hours, zone=zone)}


def test_they_lie_in_the_writers_days_and_the_next_hour_reads_as_a_time():
    assert named(datetime(2026, 11, 18, 10, 7, tzinfo=UTC)) == {  # a Wednesday
        "in_an_hour": datetime(2026, 11, 18, 11, 10, tzinfo=UTC),
        "this_afternoon": datetime(2026, 11, 18, 14, tzinfo=UTC),
        "tomorrow_morning": datetime(2026, 11, 19, 9, tzinfo=UTC),
        "monday_morning": datetime(2026, 11, 23, 9, tzinfo=UTC),
    }
    tokyo = named(datetime(2026, 11, 18, 10, 7, tzinfo=UTC), zone=ZoneInfo("Asia/Tokyo"))
    assert tokyo["tomorrow_morning"] == datetime(2026, 11, 19, 0, tzinfo=UTC)
    assert "this_afternoon" not in tokyo


def test_nine_is_nine_on_the_day_the_clocks_change():
    assert named(datetime(2026, 10, 24, 20, tzinfo=UTC))["tomorrow_morning"] == datetime(2026, 10, 25, 9, tzinfo=UTC)
    assert named(datetime(2026, 3, 28, 20, tzinfo=UTC))["tomorrow_morning"] == datetime(2026, 3, 29, 8, tzinfo=UTC)


def test_a_closed_queue_offers_when_it_opens_and_the_same_moment_stands_once():
    friday_night = named(datetime(2026, 11, 20, 22, tzinfo=UTC), OFFICE)
    assert friday_night["when_open"] == datetime(2026, 11, 23, 10, tzinfo=UTC)
    assert "when_open" not in named(datetime(2026, 11, 20, 12, tzinfo=UTC), OFFICE)
    sunday = named(datetime(2026, 11, 22, 12, tzinfo=UTC))
    assert sunday["tomorrow_morning"] == datetime(2026, 11, 23, 9, tzinfo=UTC)
    assert "monday_morning" not in sunday
