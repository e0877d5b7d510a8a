"""Sending later: when a reply is to be said, what holds it back, and the usual times to choose from."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from enum import StrEnum
from typing import Any
from zoneinfo import ZoneInfo

from baton.core.hours.hours import Hours
from baton.core.ids import MessageId, OperatorId
from baton.core.messages import Message
from baton.core.values import value

LONGEST = timedelta(days=90)
"""How far ahead a reply may be scheduled. What is written now is seldom true later than in a season."""

LATEST = timedelta(hours=1)
"""How late a reply is still sent where the desk was down at its time. After that "Good morning" may be wrong."""

HOUR = timedelta(hours=1)
AFTERNOON = time(14)
MORNING = time(9)
STEP = timedelta(minutes=5)
"""What "in an hour" is rounded up to, so that it reads as a time."""


class ScheduledState(StrEnum):
    """How a scheduled reply stands. What its author took back is not kept."""

    WAITING = "waiting"
    HELD_BACK = "held_back"
    SENT = "sent"


class HeldBack(StrEnum):
    """Why a scheduled reply was not sent. `MOVED`: the baton changed hands, or the conversation ended, since."""

    MOVED = "moved"
    CUSTOMER_WROTE = "customer_wrote"
    LATE = "late"
    AUTHOR_LEFT = "author_left"
    SOURCE_GONE = "source_gone"


@value
class Timer:
    """The last scheduled reply of a conversation: when it is due (None once it was sent), and its two fences.

    `seq` is the end of the log when it was written, `under` the version.
    """

    due_at: datetime | None
    seq: int
    under: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ScheduledReply:
    """A reply that waits for its time, as `message` with the id that it will have; `message.at` is when it was written.

    `even_if_written` sends it although the customer has written since. `told` is why it was not sent: `why`, and for a
    move `by`, `move` and `at`.
    """

    message: Message
    due_at: datetime
    under: int
    seq: int
    even_if_written: bool = False
    state: ScheduledState = ScheduledState.WAITING
    told: Mapping[str, Any] | None = None
    ended_at: datetime | None = None

    @property
    def id(self) -> MessageId:
        """Its own id, which is its message's."""
        return self.message.id

    @property
    def author_id(self) -> OperatorId | None:
        """Who wrote it, and will have said it."""
        return self.message.author.operator_id

    @property
    def waits(self) -> bool:
        """Whether it may still be sent."""
        return self.state is ScheduledState.WAITING

    def ended(self, state: ScheduledState, at: datetime, told: Mapping[str, Any] | None = None) -> "ScheduledReply":
        """The same once it is over."""
        return replace(self, state=state, ended_at=at, told=told)


@dataclass(frozen=True, slots=True)
class Time:
    """A usual time to send at, by its name, and the moment that it means now."""

    name: str
    at: datetime


def usual_times(now: datetime, *, hours: Hours, zone: ZoneInfo) -> tuple[Time, ...]:
    """The times to choose from, in the days of `zone`; `when_open` where the queue's `hours` are over for now.

    What means the same moment stands once.
    """
    local = now.astimezone(zone)
    afternoon = datetime.combine(local.date(), AFTERNOON, tzinfo=zone)
    found = [
        ("in_an_hour", _rounded(now + HOUR)),
        ("this_afternoon", afternoon if afternoon - local > HOUR else None),
        ("tomorrow_morning", _morning(local, 1, zone)),
        ("monday_morning", _morning(local, 7 - local.weekday(), zone)),
        ("when_open", None if hours.is_open(now) else hours.next_open(now)),
    ]
    kept: dict[datetime, Time] = {}
    for name, at in found:
        if at is not None:
            kept.setdefault(at, Time(name, at))
    return tuple(sorted(kept.values(), key=lambda one: one.at))


def _morning(local: datetime, days: int, zone: ZoneInfo) -> datetime:
    return datetime.combine(local.date() + timedelta(days=days), MORNING, tzinfo=zone)


def _rounded(at: datetime) -> datetime:
    past = timedelta(minutes=at.minute % 5, seconds=at.second, microseconds=at.microsecond)
    return at if not past else at - past + STEP
