"""What the survey needs of the store."""

from datetime import datetime
from typing import Protocol

from baton.core.ids import TenantId
from baton.core.journeys.surveys import Rating, Scores


class Surveys(Protocol):
    """What the survey needs of the store. The ratings themselves are events."""

    async def scores(self, tenant_id: TenantId, since: datetime) -> tuple[Scores, Scores]:
        """Those without a handoff, and those after one; of each conversation the last."""
        ...

    async def latest(self, tenant_id: TenantId, since: datetime, limit: int) -> tuple[Rating, ...]:
        """The latest, of each conversation the last."""
        ...
