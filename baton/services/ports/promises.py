"""What the ledger of promises needs of the store."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from baton.core.ids import ConversationId, TenantId
from baton.core.promises import PromiseKind, PromiseState


@dataclass(frozen=True, slots=True)
class Promised:
    """A promise as it stands in the ledger. `why` says what settled it; `customer` is their name, where it is known."""

    id: int
    tenant_id: TenantId
    conversation_id: ConversationId
    kind: PromiseKind
    queue: str | None
    says: str
    basis: str
    made_at: datetime
    due_at: datetime | None
    lapses_at: datetime
    state: PromiseState
    closed_at: datetime | None = None
    why: str | None = None
    renews: int | None = None
    customer: str | None = None


@dataclass(frozen=True, slots=True)
class PromiseCount:
    """How many promises of a queue and kind stand in a state."""

    queue: str | None
    kind: PromiseKind
    state: PromiseState
    count: int


class Promises(Protocol):
    """The ledger. Promises are made and settled with the change of their conversation; here they are read."""

    async def lapsed(self, now: datetime, limit: int) -> Sequence[tuple[TenantId, ConversationId]]: ...
    async def of_conversation(self, tenant_id: TenantId, id: ConversationId) -> tuple[Promised, ...]: ...
    async def replied_at(self, tenant_id: TenantId, id: ConversationId, since: datetime) -> datetime | None: ...
    async def page(
        self,
        tenant_id: TenantId,
        *,
        state: PromiseState | None,
        queue: str | None,
        conversation: str | None,
        since: datetime | None,
        below: int | None,
        limit: int,
    ) -> tuple[Promised, ...]: ...
    async def counts(self, tenant_id: TenantId, since: datetime) -> tuple[PromiseCount, ...]: ...
    async def totals(self, since: datetime) -> Mapping[tuple[str, str], int]: ...
