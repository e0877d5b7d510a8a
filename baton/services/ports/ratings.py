"""What ratings of packets need of the store."""

from datetime import datetime
from typing import Protocol

from baton.core.ids import ConversationId, OperatorId, TenantId
from baton.core.packet.ratings import Lacked, Rating


class Ratings(Protocol):
    """The store of what operators said of packets."""

    async def keep(
        self,
        tenant_id: TenantId,
        id: ConversationId,
        operator: OperatorId,
        *,
        useful: bool,
        lacked: tuple[Lacked, ...],
        note: str | None,
        version: int | None,
        at: datetime,
    ) -> Rating | None: ...
    async def since(self, tenant_id: TenantId, since: datetime, *, limit: int) -> tuple[Rating, ...]: ...
