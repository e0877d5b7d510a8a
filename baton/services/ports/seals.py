"""What sealing the log needs of the store."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from baton.core.ids import TenantId
from baton.core.trail.seals import Seal


class Seals(Protocol):
    """The store of seals."""

    async def behind(self) -> Sequence[TenantId]:
        """Tenants with events that no seal covers yet and that no open transaction can come before."""
        ...

    async def seal(self, tenant_id: TenantId, at: datetime, most: int) -> Seal | None:
        """Seal up to `most` events. None where there is nothing to seal, or somebody else seals or erases just now."""
        ...

    async def last(self, tenant_id: TenantId) -> Seal | None: ...
    async def of_number(self, tenant_id: TenantId, number: int) -> Seal | None: ...
    async def events(self, tenant_id: TenantId, number: int) -> Sequence[str]:
        """The lines of all events that stand between the last event of the seal before and the last of this one."""
        ...
