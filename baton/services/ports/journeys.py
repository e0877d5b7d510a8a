"""What counting journeys needs of the store."""

from datetime import datetime
from typing import Protocol

from baton.core.ids import TenantId
from baton.core.journeys.journey import Journey


class Journeys(Protocol):
    """The journeys of every tenant."""

    async def between(
        self, tenant_id: TenantId, since: datetime, until: datetime, *, limit: int
    ) -> tuple[Journey, ...]:
        """The conversations that began from `since` to before `until`, the latest first, `limit` at the most.

        What nobody wrote in, or went on elsewhere, doesn't count.
        """
        ...
