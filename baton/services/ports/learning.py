"""What the use cases of learning need: contradictions and gaps as they are kept, and the questions that must work."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

from baton.core.ids import ConversationId, TenantId
from baton.core.policy.model import Policy
from baton.core.signals import Signal
from baton.core.sources.conflicts import Conflict


@dataclass(frozen=True, slots=True)
class KeptConflict:
    """A contradiction as it was found. `dismissed_by` is set where a person has said that it is none."""

    key: str
    kind: str
    one_id: str
    other_id: str
    one_title: str
    other_title: str
    one_says: str
    other_says: str
    found_at: datetime
    dismissed_by: str | None = None
    dismissed_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class GapQuestion:
    """A customer's question that the bot could not answer, or a person answered instead. `reason` says why.

    `answered` is what came of asking it again, None before it was.
    """

    conversation_id: ConversationId
    seq: int
    text: str
    reason: str
    at: datetime
    answered: bool | None = None


@dataclass(frozen=True, slots=True)
class Gap:
    """Questions of one meaning that the sources leave open, the latest first."""

    id: str
    state: str
    created_at: datetime
    questions: tuple[GapQuestion, ...]
    settled_by: str | None = None
    settled_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class KeptQuestion:
    """A question of the test bench that must keep working. `expected` are documents' titles; `outcome` is the last
    run's, `before` the one's before it."""

    id: str
    question: str
    expected: tuple[str, ...]
    created_at: datetime
    outcome: dict[str, Any] | None = None
    outcome_at: datetime | None = None
    before: dict[str, Any] | None = None


class Conflicts(Protocol):
    """The store of contradictions."""

    async def compared(self, tenant_id: TenantId) -> int: ...
    async def replace(self, tenant_id: TenantId, found: Sequence[Conflict], *, version: int, at: datetime) -> None: ...
    async def all(self, tenant_id: TenantId) -> tuple[KeptConflict, ...]: ...
    async def dismissed(self, tenant_id: TenantId) -> frozenset[str]: ...
    async def dismiss(self, tenant_id: TenantId, key: str, *, by: str | None, at: datetime) -> bool: ...


class Gaps(Protocol):
    """The store of gaps and of the questions that must keep working."""

    async def ungathered(self, tenant_id: TenantId, *, since: datetime, limit: int) -> tuple[GapQuestion, ...]: ...
    async def keep(self, tenant_id: TenantId, gap: Gap) -> None: ...
    async def all(self, tenant_id: TenantId) -> tuple[Gap, ...]: ...
    async def settle(self, tenant_id: TenantId, id: str, state: str, *, by: str | None, at: datetime) -> bool: ...
    async def retested(self, tenant_id: TenantId, answers: Sequence[tuple[GapQuestion, bool]]) -> None: ...
    async def questions(self, tenant_id: TenantId) -> tuple[KeptQuestion, ...]: ...
    async def keep_question(self, tenant_id: TenantId, question: KeptQuestion) -> None: ...
    async def drop_question(self, tenant_id: TenantId, id: str) -> bool: ...


class Examples(Protocol):
    """What messages are like, by the examples of a policy's queues and topics. A failure of any kind is raised."""

    async def learn(self, policy: Policy) -> None: ...
    async def alike(
        self, policy: Policy, text: str, *, before: str = "", language: str | None = None
    ) -> tuple[Signal, ...]: ...
