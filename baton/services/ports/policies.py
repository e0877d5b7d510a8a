"""What the use cases of policies need of the store."""

from datetime import datetime
from typing import Protocol

from baton.core.ids import TenantId
from baton.core.replaying.foretold import Foretold
from baton.services.records import PolicyVersion


class Policies(Protocol):
    """The store of policy files, every version kept."""

    async def newest(self, tenant_id: TenantId) -> tuple[int, str, str, datetime] | None: ...
    async def version(self, tenant_id: TenantId) -> int: ...
    async def of_version(self, tenant_id: TenantId, version: int) -> str | None: ...
    async def keep_default(self, source: str, digest: str, at: datetime) -> None: ...
    async def defaults(self) -> tuple[tuple[datetime, str], ...]:
        """(since when, text) of every default that was noted, the oldest first."""
        ...

    async def default_at(self, at: datetime) -> str | None: ...
    async def versions(self, tenant_id: TenantId, limit: int) -> tuple[PolicyVersion, ...]: ...
    async def add(
        self,
        tenant_id: TenantId,
        source: str,
        digest: str,
        by: str,
        at: datetime,
        *,
        instead_of: int | None = None,
        foretold: Foretold | None = None,
    ) -> int | None: ...
