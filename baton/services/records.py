"""What the store and the adapters hand to the use cases: values, as they were found or are to be kept."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from baton.core.actors import Role
from baton.core.conversation import Conversation
from baton.core.events import Event
from baton.core.ids import ConversationId, HandoffId, OperatorId, TenantId
from baton.core.replaying.foretold import Foretold
from baton.core.views import Standing


class AlreadyDone(Exception):
    """The command's Idempotency-Key has a receipt: it was done before."""


class AlreadySaid(Exception):
    """The message's client_id is taken: it was stored before."""


class AlreadyTaken(Exception):
    """The follow-up's reference, or its place in a slot, is another one's: try the next."""


@dataclass(frozen=True, slots=True)
class Receipt:
    """The Idempotency-Key of a command: who sent it, and a fingerprint of what was asked."""

    caller: str
    key: str
    fingerprint: bytes


@dataclass(frozen=True, slots=True)
class StoredReceipt:
    """A receipt as found. `status` and `body` are the answer given, None where the desk fell before giving it."""

    fingerprint: bytes
    status: int | None
    body: Any


@dataclass(frozen=True, slots=True)
class Saved:
    """A stored change: the conversation after it and its events with their place in the log."""

    conversation: Conversation
    events: tuple[Event, ...]


@dataclass(frozen=True, slots=True)
class LoggedEvent:
    """An event as read back from the log, with the standing it left behind. `cursor` is where to read on after it."""

    cursor: str
    event: Event
    standing: Standing


@dataclass(frozen=True, slots=True)
class Tenant:
    """One company on this install."""

    id: TenantId
    name: str
    widget_token: str
    allowed_domains: tuple[str, ...]
    settings: dict[str, Any]
    created_at: datetime
    identity_version: int = 0


@dataclass(frozen=True, slots=True)
class Operator:
    """One person who answers. `here_until` is a lease: past it, nobody knows that they are there.

    `skills` are levels from 1 to 5 by name. `capacity` and `load` are points, of which each conversation takes its
    weight; `open` counts the conversations. `idle_since` is when they last got one, or became available. `lost_at` is
    when they went with conversations in their hands. `role` is what a browser of theirs may do; `left_at`
    since when they are no longer of the team.
    """

    id: OperatorId
    name: str
    email: str | None = None
    skills: Mapping[str, int] = field(default_factory=dict[str, int])
    languages: tuple[str, ...] = ()
    region: str | None = None
    capacity: int = 4
    availability: str = "available"
    away_reason: str | None = None
    here_until: datetime | None = None
    idle_since: datetime | None = None
    lost_at: datetime | None = None
    role: Role = Role.OPERATOR
    left_at: datetime | None = None
    open: int = 0
    load: int = 0

    def is_here(self, now: datetime) -> bool:
        """Whether the person is available and has been heard of lately."""
        return self.availability == "available" and self.here_until is not None and self.here_until > now

    def seen_at(self, now: datetime, lease_s: float) -> datetime | None:
        """When a browser of theirs was last heard of, as far as its lease of so many seconds tells; None: never."""
        return min(now, self.here_until - timedelta(seconds=lease_s)) if self.here_until else None


@dataclass(frozen=True, slots=True)
class Credential:
    """A key, session or sign-in link, without its secret."""

    id: str
    tenant_id: TenantId
    kind: str
    role: Role
    operator_id: OperatorId | None
    operator_name: str | None
    label: str
    created_at: datetime
    expires_at: datetime | None
    revoked_at: datetime | None
    operator_role: Role = Role.OPERATOR
    left_at: datetime | None = None

    @property
    def may(self) -> Role:
        """What it is good for now: a person's browser may what the person may, a key what it was made for."""
        return self.role if self.operator_id is None or self.kind == "key" else self.operator_role


@dataclass(frozen=True, slots=True)
class PolicyVersion:
    """One version of a tenant's policy: which text, who put it in force, when, and what a replay had foretold of it."""

    version: int
    digest: str
    by: str
    at: datetime
    foretold: Foretold | None = None


@dataclass(frozen=True, slots=True)
class FrozenPacket:
    """A packet as it is stored, with the handoff it belongs to, where that waits, and since when it is frozen."""

    handoff: HandoffId
    queue: str
    opened_at: datetime
    data: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Taken:
    """A handoff that a person took: when, in which queue, and until when they had it, None while they have."""

    handoff: HandoffId
    conversation: ConversationId
    queue: str
    at: datetime
    until: datetime | None


@dataclass(frozen=True, slots=True)
class QueueLoad:
    """How a queue stands: how many wait and since when the first of them."""

    waiting: int
    oldest: datetime | None


@dataclass(frozen=True, slots=True)
class Hit:
    """The latest message or note of a conversation in which a search found its words, and the words around them.

    `at` is where in the text the words stand.
    """

    seq: int
    kind: str
    text: str
    at: int


@dataclass(frozen=True, slots=True)
class Page:
    """A page of a list; `next` is the cursor of the one after it, None at the end. `hits` are a search's, by id;
    `total` is how many there are in all, as far as counted, where that is not one of the views' counts.
    """

    items: tuple[Any, ...]
    next: str | None
    hits: Mapping[str, Hit] = field(default_factory=dict[str, Hit])
    total: int | None = None


@dataclass(frozen=True, slots=True)
class DraftRequest:
    """What a model is given: the question, the turns before it and the numbered passages. Nothing else."""

    question: str
    turns: tuple[tuple[str, str], ...]
    passages: tuple[str, ...]
    language: str | None
    tone: str


@dataclass(frozen=True, slots=True)
class Draft:
    """What a model wrote: sentences, each with the numbers (from 1) of the passages that it says support it.

    `model` and `prompt` say who wrote it on which words, `tokens` what that took.
    """

    statements: tuple[tuple[str, tuple[int, ...]], ...]
    model: str = ""
    prompt: str = ""
    tokens: int = 0
