"""Due times count the hours in which the queue is open."""

from datetime import UTC, datetime

import pytest

from baton.core.hours.hours import ALWAYS, Hours
from baton.core.hours.open_time import after_open_time

WEEK = Hours.parse({"timezone": "Europe/Berlin", "mon-fri": ["09:00-12:00", "13:00-17:00"]})


@pytest.mark.parametrize(
    ("start", "hours", "due"),
    [
        ("2026-11-23T08:00:00+00:00", 2, "2026-11-23T11:00:00+01:00"),
        ("2026-11-23T10:00:00+00:00", 2, "2026-11-23T14:00:00+01:00"),
        ("2026-11-27T15:30:00+00:00", 8, "2026-12-01T09:30:00+01:00"),
        ("2026-11-28T12:00:00+00:00", 3, "2026-11-30T12:00:00+01:00"),
    ],
)
def test_open_hours_are_counted_over_breaks_nights_and_weekends(start: str, hours: int, due: str):
    found = after_open_time(WEEK, datetime.fromisoformat(start), hours * 3600)
    assert found is not None
    assert found.isoformat() == due


def test_a_queue_that_is_always_open_counts_every_hour():
    assert after_open_time(ALWAYS, datetime(2026, 1, 1, tzinfo=UTC), 3600) == datetime(2026, 1, 1, 1, tzinfo=UTC)


def test_a_queue_that_never_opens_has_no_due_time():
    never = Hours("UTC", ((),) * 7)
    assert after_open_time(never, datetime(2026, 1, 1, tzinfo=UTC), 60) is None


def test_hours_that_are_reached_only_at_closing_time_are_due_then():
    assert after_open_time(WEEK, datetime(2026, 11, 23, 15, 0, tzinfo=UTC), 3600) == datetime(
        2026, 11, 23, 16, 0, tzinfo=UTC
    )
