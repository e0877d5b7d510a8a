"""What closing quiet conversations needs of the store."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from baton.core.ids import ConversationId, TenantId


class Quiet(Protocol):
    """The store of what the bot has answered and nobody has spoken in since."""

    async def tenants(self, since: datetime) -> Sequence[TenantId]: ...
    async def conversations(self, tenant_id: TenantId, since: datetime, limit: int) -> Sequence[ConversationId]: ...
