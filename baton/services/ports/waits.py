"""What looking after waiting customers needs of the store."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from baton.core.ids import ConversationId, HandoffId, QueueId, TenantId
from baton.core.waiting import Past, Told, WaitRange


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """One time that a customer is told where they stand. `number` counts them from 1 within a handoff.

    `past` is what was reckoned, None where nobody was there to wait for; `wait` is the range that was told and `told_s`
    the longest wait that its words named, None where none was. A range that stands is told also while nobody is there.
    """

    handoff: HandoffId
    conversation: ConversationId
    queue: QueueId
    number: int
    at: datetime
    position: int
    past: Past | None = None
    wait: WaitRange | None = None
    told_s: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """A conversation in line, `since` when it last came into it, with what its customer was last told.

    That was the `number`th telling of this handoff, 0 before the first.
    """

    conversation: ConversationId
    handoff: HandoffId
    queue: QueueId
    ranks_at: datetime
    since: datetime
    number: int = 0
    told: Told | None = None


@dataclass(frozen=True, slots=True)
class Lived:
    """What happened in a queue lately: those who joined, oldest first, and how long operators held a conversation."""

    pasts: tuple[Past, ...] = ()
    held_s: tuple[float, ...] = ()


class Waits(Protocol):
    """The store of who waits, what they were told, and what came of it."""

    async def ahead(self, tenant_id: TenantId, ranks_at: datetime, id: ConversationId) -> Mapping[QueueId, int]: ...
    async def in_line(self, tenant_id: TenantId, limit: int) -> Sequence[Waiting]: ...
    async def told(self, tenant_id: TenantId, handoff: HandoffId) -> Told | None: ...
    async def keep(self, tenant_id: TenantId, telling: Telling) -> bool: ...
    async def settle(self, tenant_id: TenantId) -> int: ...
    async def lived(self, tenant_id: TenantId, queues: Sequence[QueueId], now: datetime) -> Mapping[QueueId, Lived]: ...
    async def tenants(self) -> Sequence[TenantId]: ...
    async def take_round(self, tenant_id: TenantId, now: datetime, *, before: datetime) -> bool: ...
