"""When a website is read again without anybody asking: by its schedule, and later and later while it fails."""

import zlib
from datetime import datetime, timedelta
from enum import StrEnum


class Schedule(StrEnum):
    """How often a website is read again by itself."""

    NEVER = "never"
    DAILY = "daily"
    WEEKLY = "weekly"


_EVERY = {Schedule.DAILY: timedelta(days=1), Schedule.WEEKLY: timedelta(weeks=1)}

FIRST_RETRY = timedelta(hours=1)
"""After the first failure: most websites that are down are back within the hour."""

SLOWER = 4
"""How many times as long each further failure makes the wait."""

LONGEST_WAIT = timedelta(weeks=1)

SPREAD = 0.05
"""The share of a wait by which it is longer or shorter, so that websites added together are not read together."""


def next_reading(schedule: Schedule, after: datetime, *, failures: int = 0, seed: str = "") -> datetime | None:
    """When to read again after a reading that ended at `after`; None for never.

    `failures` is how many readings in a row have failed, this one included. `seed` names the reading: the same one gets
    the same spread.
    """
    every = _EVERY.get(schedule)
    if every is None:
        return None
    if failures:
        # Ten failures wait as long as any number of them: the power must not outgrow what a date can hold.
        every = min(FIRST_RETRY * SLOWER ** (min(failures, 10) - 1), LONGEST_WAIT)
    share = zlib.crc32(seed.encode()) / 0xFFFFFFFF
    return after + every * (1 + SPREAD * (2 * share - 1))
