"""What alerts need of the store."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from baton.core.ids import ConversationId, OperatorId, TenantId


class Alerts(Protocol):
    """Who was shown that a customer waits."""

    async def shown(
        self, tenant_id: TenantId, operator_id: OperatorId, ids: Sequence[ConversationId], channel: str, at: datetime
    ) -> int: ...
    async def unseen(
        self, before: datetime, limit: int, *, only: ConversationId | None = None
    ) -> Sequence[tuple[TenantId, ConversationId]]: ...
