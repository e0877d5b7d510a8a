"""What the overview needs of the store."""

from datetime import datetime
from typing import Protocol

from baton.core.ids import TenantId
from baton.core.journeys.overview import Overview


class Overviews(Protocol):
    """What the overview needs of the store."""

    async def of(self, tenant_id: TenantId, since: datetime, zone: str) -> Overview:
        """What began since then, by days of that zone. What nobody wrote in, or went on elsewhere, doesn't count."""
        ...
