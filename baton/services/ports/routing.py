"""What assigning needs of the store: who waits, and offers with a time limit."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

from baton.core.events import Event
from baton.core.ids import ConversationId, HandoffId, OfferId, OperatorId, QueueId, TenantId
from baton.core.routing.need import Need
from baton.core.routing.offers import Offer
from baton.services.records import Saved


@dataclass(frozen=True, slots=True)
class Waiting:
    """A conversation that waits. Its `need` is the customer's alone; the queue's is added by whoever has the policy."""

    need: Need
    version: int
    handoff_id: HandoffId


@dataclass(frozen=True, slots=True)
class KeptOffer:
    """An offer as it is kept. `why` is why this operator: a code and a sentence."""

    offer: Offer
    operator_name: str
    handoff_id: HandoffId
    queue: QueueId
    why: Mapping[str, Any]


class Offers(Protocol):
    """The store of offers, and of what waits to be offered."""

    async def waiting(
        self, tenant_id: TenantId, queues: Sequence[QueueId], *, at: datetime, limit: int
    ) -> tuple[Waiting, ...]: ...
    async def of_one(self, tenant_id: TenantId, id: ConversationId) -> Waiting | None: ...
    async def make(self, tenant_id: TenantId, kept: KeptOffer, *, waiting: Waiting, event: Event) -> Saved | None: ...
    async def end(self, tenant_id: TenantId, offer: Offer, *, event: Event) -> Saved | None: ...
    async def find(self, tenant_id: TenantId, id: OfferId) -> KeptOffer | None: ...
    async def standing(self, tenant_id: TenantId, operator_id: OperatorId | None = None) -> tuple[KeptOffer, ...]: ...
    async def of_conversation(self, tenant_id: TenantId, id: ConversationId) -> tuple[KeptOffer, ...]: ...
    async def over(self, at: datetime, limit: int) -> Sequence[tuple[TenantId, OfferId]]: ...
    async def tenants_with_waiting(self) -> Sequence[TenantId]: ...
