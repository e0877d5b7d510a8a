"""The store of a rehearsal: one conversation in memory. What the company has is read, and nothing is written.

It has no more of a store than a play needs: a use case that reached for anything else would fail, and not write.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any

from baton.core.conversation import Change, Conversation
from baton.core.customer import Customer
from baton.core.events import Event, EventKind
from baton.core.ids import ConversationId, OperatorId, QueueId, TenantId
from baton.core.messages import Message
from baton.core.promises import Promise
from baton.core.values import altered
from baton.services.ports.learning import Conflicts
from baton.services.ports.waits import Lived
from baton.services.records import Operator, Saved

LONG = timedelta(days=1)
"""How long whoever is on the stage stays there."""


@dataclass(slots=True)
class Kept:
    """The one conversation, with what was said, what happened and what was promised in it."""

    conversation: Conversation
    customer: Customer
    messages: list[Message] = field(default_factory=list[Message])
    events: list[Event] = field(default_factory=list[Event])
    promises: list[Promise] = field(default_factory=list[Promise])

    async def load(self, _: TenantId, id: ConversationId) -> tuple[Conversation, Customer] | None:
        """The conversation with its customer."""
        return (self.conversation, self.customer) if id == self.conversation.id else None

    async def append(self, _: TenantId, __: ConversationId, event: Event, *___: Any) -> tuple[Saved, Customer] | None:
        """Add what needs no fence."""
        asks = event.kind is EventKind.MESSAGE_RECEIVED
        now = altered(self.conversation, updated_at=event.at)
        logged = self._log(now, (event,))
        if asks:
            self.conversation = altered(self.conversation, asked_seq=self.conversation.seq)
        return Saved(self.conversation, logged), self.customer

    async def save(self, change: Change, *, promises: tuple[Promise, ...] = (), **_: Any) -> Saved | None:
        """Keep a change by the fence of the stored ones: under its version, and no message decided twice."""
        now = self.conversation
        is_late = change.decides is not None and now.decided_seq >= change.decides
        if now.version != change.fence or is_late or change.quiet_since not in (None, now.seq):
            return None
        decided = max(now.decided_seq, change.after.decided_seq)
        after = altered(change.after, seq=now.seq, asked_seq=now.asked_seq, decided_seq=decided)
        self.promises += promises
        logged = self._log(after, change.events)
        return Saved(self.conversation, logged)

    def _log(self, after: Conversation, events: Sequence[Event]) -> tuple[Event, ...]:
        logged = tuple(_numbered(event, after.seq + n) for n, event in enumerate(events, 1))
        self.conversation = altered(after, seq=after.seq + len(events))
        self.events += logged
        self.messages += [event.message for event in logged if event.message is not None]
        return logged


def _numbered(event: Event, seq: int) -> Event:
    return altered(event, seq=seq, message=altered(event.message, seq=seq) if event.message else None)


@dataclass(frozen=True, slots=True)
class Said:
    """What was said in it."""

    kept: Kept

    async def latest(self, *_: Any, limit: int) -> tuple[Message, ...]:
        """The last so many."""
        return tuple(self.kept.messages[-limit:])


@dataclass(frozen=True, slots=True)
class Team:
    """The company's people, as they are there or not in this play."""

    people: tuple[Operator, ...]

    async def operators(self, _: TenantId) -> tuple[Operator, ...]:
        """All of them."""
        return self.people

    async def operator(self, _: TenantId, id: OperatorId) -> Operator | None:
        """The one of that id."""
        return next((one for one in self.people if one.id == id), None)


def on_stage(people: Sequence[Operator], at: datetime, *, here: bool, busy: bool) -> tuple[Operator, ...]:
    """The team at a moment: all of them there or none, with room for more or with none."""
    until = at + LONG if here else None
    return tuple(
        replace(one, availability="available", here_until=until, load=one.capacity if busy else 0) for one in people
    )


@dataclass(frozen=True, slots=True)
class Line:
    """Who waits before: `count` in each queue. What was learned of waits is what the company's queues have taught."""

    count: Mapping[QueueId, int]
    past: Mapping[QueueId, Lived]

    async def ahead(self, *_: Any) -> Mapping[QueueId, int]:
        """How many are served before, queue by queue."""
        return self.count

    async def lived(self, *_: Any) -> Mapping[QueueId, Lived]:
        """What happened lately."""
        return self.past

    async def told(self, *_: Any) -> None:
        """Nobody was told anything yet."""

    async def keep(self, *_: Any) -> bool:
        """Nothing is kept."""
        return False


@dataclass(frozen=True, slots=True)
class NoSeats:
    """No slot for a call is taken, and none is."""

    async def seats(self, *_: Any, **__: Any) -> Mapping[datetime, frozenset[int]]:
        """None is taken."""
        return {}


@dataclass(frozen=True, slots=True)
class NoUse:
    """A model that is played uses no tokens."""

    async def of_day(self, *_: Any) -> int:
        """None were used."""
        return 0

    async def add(self, *_: Any) -> None:
        """Nothing is counted."""


@dataclass(frozen=True, slots=True)
class Backstage:
    """The parts of a store that a play may touch. Only `conflicts` is the company's own, to be read."""

    conversations: Kept
    messages: Said
    people: Team
    waits: Line
    conflicts: Conflicts
    followups: NoSeats = NoSeats()
    model_use: NoUse = NoUse()


@dataclass(slots=True)
class Unheard:
    """Nobody listens; what would have been shown while the bot writes is kept."""

    previews: list[str] = field(default_factory=list[str])

    def publish(self, _: Saved) -> None:
        """Tell nobody."""

    def preview(self, _: Conversation, __: int, text: str) -> None:
        """Note what the customer would see."""
        self.previews.append(text)
