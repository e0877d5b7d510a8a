"""Snoozing: whoever holds a conversation puts it out of the lists until a time, or until the customer writes."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from baton.core.hours.hours import Hours

PROMISE_LEAD = timedelta(minutes=15)
"""How long before a promise falls due a conversation is back, so that there is time to read it and to answer."""

LONGEST = timedelta(days=366)
"""How far ahead a conversation may be snoozed. What lies further off is an entry for a calendar."""

LATER = timedelta(hours=3)
MORNING = time(9)
QUARTER = timedelta(minutes=15)


class Woken(StrEnum):
    """Why a conversation came back. `MOVED`: the baton changed hands. `OPERATOR`: somebody ended the snooze."""

    TIME = "time"
    REPLY = "reply"
    PROMISE = "promise"
    MOVED = "moved"
    OPERATOR = "operator"


@dataclass(frozen=True, slots=True)
class Snooze:
    """Until when a conversation is out of the lists. `until` is in UTC; None means until the customer writes.

    `seq` is the end of the log at that moment and `under` the version. Either end brings it back at once, with nothing
    to be written for it: a customer's message beyond `seq`, or a move.
    """

    until: datetime | None
    seq: int
    under: int

    def holds(self, *, asked_seq: int, version: int) -> bool:
        """Whether it still holds, but for its time: that is for the sweep to end, in one place for everybody."""
        return asked_seq <= self.seq and version == self.under


@dataclass(frozen=True, slots=True)
class Preset:
    """A usual snooze by its name, and the moment that it means now; None for the one that the customer ends."""

    name: str
    until: datetime | None


UNTIL_REPLY = Preset("until_reply", None)


def presets(now: datetime, *, hours: Hours, zone: ZoneInfo) -> tuple[Preset, ...]:
    """The snoozes to choose from: days as `zone` counts them, moved into the queue's hours.

    "Later today" is left out where the queue is not open then, and what means the same moment stands once.
    """
    local = now.astimezone(zone)
    later = _quarter(local + LATER)
    days_to_monday = 7 - local.weekday()
    morning = {days: hours.next_open(_morning(local, days)) for days in (1, days_to_monday)}
    found = [
        ("later_today", later if later.date() == local.date() and hours.is_open(later) else None),
        ("tomorrow", morning[1]),
        ("next_week", morning[days_to_monday]),
    ]
    kept = {until: Preset(name, until) for name, until in reversed(found) if until is not None}
    return (*reversed(kept.values()), UNTIL_REPLY)


def bounded(until: datetime | None, *, promised: datetime | None) -> datetime | None:
    """The end of a snooze that hides no promise: `PROMISE_LEAD` before the first one falls due, if that is earlier."""
    if promised is None:
        return until
    latest = promised - PROMISE_LEAD
    return latest if until is None else min(until, latest)


def _morning(local: datetime, days: int) -> datetime:
    return datetime.combine(local.date() + timedelta(days=days), MORNING, tzinfo=local.tzinfo)


def _quarter(at: datetime) -> datetime:
    """The next full quarter of an hour."""
    past = timedelta(minutes=at.minute % 15, seconds=at.second, microseconds=at.microsecond)
    return at if not past else at - past + QUARTER
