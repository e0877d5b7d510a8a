"""What follow-ups need of the store. They are written with the change that agrees on them; here they are read."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from baton.core.conversation import Conversation
from baton.core.customer import Customer
from baton.core.followups.modes import Mode
from baton.core.ids import ConversationId, HandoffId, QueueId, TenantId

Seats = Mapping[datetime, frozenset[int]]
"""The places that are taken, by a slot's start."""


@dataclass(frozen=True, slots=True)
class DueItem:
    """A conversation with an open follow-up, and its customer."""

    conversation: Conversation
    customer: Customer


@dataclass(frozen=True, slots=True)
class OwnedFollowUp:
    """An open follow-up that carries somebody's name."""

    conversation_id: ConversationId
    reference: str
    mode: Mode
    queue: QueueId
    due_at: datetime


class FollowUps(Protocol):
    """The store of follow-ups."""

    async def seats(self, tenant_id: TenantId, queue: QueueId, *, since: datetime, until: datetime) -> Seats: ...
    async def due(self, tenant_id: TenantId, *, limit: int) -> tuple[DueItem, ...]: ...
    async def to_announce(
        self, before: datetime, limit: int
    ) -> Sequence[tuple[TenantId, ConversationId, HandoffId]]: ...
    async def announce(self, tenant_id: TenantId, handoff_id: HandoffId, *, before: datetime, at: datetime) -> bool: ...
    async def owned(self, tenant_id: TenantId, names: Sequence[str]) -> tuple[OwnedFollowUp, ...]: ...
    async def give(
        self, tenant_id: TenantId, names: Sequence[str], owners: Mapping[QueueId, str], otherwise: str
    ) -> int: ...
