"""What a command that is sent again needs of the store."""

from datetime import datetime
from typing import Any, Protocol

from baton.core.ids import TenantId
from baton.services.records import Receipt, StoredReceipt


class Receipts(Protocol):
    """The store of what was done under which Idempotency-Key."""

    async def find(self, tenant_id: TenantId, caller: str, key: str) -> StoredReceipt | None: ...
    async def reserve(self, tenant_id: TenantId, receipt: Receipt) -> None: ...
    async def forget_before(self, at: datetime, limit: int) -> int: ...
    async def forget(self, tenant_id: TenantId, receipt: Receipt) -> None: ...
    async def keep(self, tenant_id: TenantId, receipt: Receipt, *, status: int, body: Any) -> None: ...
