"""What canned replies need of the store."""

from typing import Protocol

from baton.core.copy.canned import CannedReply
from baton.core.ids import TenantId


class CannedReplies(Protocol):
    """The store of canned replies."""

    async def all(self, tenant_id: TenantId) -> tuple[CannedReply, ...]: ...
    async def find(self, tenant_id: TenantId, shortcut: str) -> CannedReply | None: ...
    async def keep(self, tenant_id: TenantId, reply: CannedReply, most: int) -> bool: ...
    async def drop(self, tenant_id: TenantId, shortcut: str) -> bool: ...
