"""What mentions in notes need of the store."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from baton.core.actors import Actor
from baton.core.ids import ConversationId, OperatorId, TenantId
from baton.core.mail.deliveries import Delivery


@dataclass(frozen=True, slots=True, kw_only=True)
class Mentioned:
    """A note that names an operator: where it stands, who wrote what, and when the operator opened it.

    `queue` is the conversation's.
    """

    id: int
    conversation_id: ConversationId
    customer: str | None
    queue: str | None
    seq: int
    by: Actor
    text: str
    at: datetime
    seen_at: datetime | None


class Mentions(Protocol):
    """Who was named in which note. `before` is an id: what is older than that one."""

    async def of(
        self, tenant_id: TenantId, id: OperatorId, *, unread: bool, before: int | None, limit: int
    ) -> Sequence[Mentioned]: ...
    async def count_unread(self, tenant_id: TenantId, id: OperatorId) -> int: ...
    async def see(self, tenant_id: TenantId, id: OperatorId, conversation_id: ConversationId, at: datetime) -> int: ...
    async def to_write_to(
        self, tenant_ids: Sequence[TenantId], *, unread_since: datetime, before: datetime
    ) -> Sequence[tuple[TenantId, OperatorId]]: ...
    async def unwritten(self, tenant_id: TenantId, id: OperatorId, limit: int) -> Sequence[Mentioned]: ...
    async def write(
        self, tenant_id: TenantId, id: OperatorId, ids: Sequence[int], *, delivery: Delivery, at: datetime
    ) -> bool: ...
