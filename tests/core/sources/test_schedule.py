"""When a website is read again by itself."""

from datetime import UTC, datetime, timedelta

from baton.core.sources.schedule import LONGEST_WAIT, SPREAD, Schedule, next_reading

NOW = datetime(2026, 5, 4, 12, tzinfo=UTC)


def waits(schedule: Schedule, *, failures: int = 0, seed: str = "") -> timedelta:
    at = next_reading(schedule, NOW, failures=failures, seed=seed)
    assert at is not None
    return at - NOW


def test_a_website_that_is_never_read_again_has_no_next_reading_whether_it_failed_or_not() -> None:
    assert next_reading(Schedule.NEVER, NOW) is None
    assert next_reading(Schedule.NEVER, NOW, failures=1) is None


def test_readings_are_a_schedule_apart_and_not_all_at_the_same_moment() -> None:
    found = {waits(Schedule.WEEKLY, seed=f"src_{number}") for number in range(200)}
    week = timedelta(weeks=1)
    assert len(found) == 200
    assert week * (1 - SPREAD) <= min(found) < week * (1 - SPREAD / 2)
    assert week * (1 + SPREAD / 2) < max(found) <= week * (1 + SPREAD)
    assert waits(Schedule.DAILY, seed="a") == waits(Schedule.DAILY, seed="a")


def test_failures_make_the_wait_longer_up_to_a_week_whatever_the_schedule() -> None:
    hours = [round(waits(Schedule.DAILY, failures=n) / timedelta(hours=1) / (1 - SPREAD)) for n in range(1, 7)]
    assert hours == [1, 4, 16, 64, 168, 168]
    assert waits(Schedule.WEEKLY, failures=10_000) <= LONGEST_WAIT * (1 + SPREAD)
