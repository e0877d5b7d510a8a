"""What a replay of the past needs of the store."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from baton.core.ids import TenantId
from baton.core.replaying.recorded import Recorded


@dataclass(frozen=True, slots=True)
class Stretch:
    """The conversations that began from `since` on and before `until`."""

    since: datetime
    until: datetime


class Replays(Protocol):
    """Conversations as the log has them."""

    async def recorded(self, tenant_id: TenantId, stretch: Stretch, *, after: str, limit: int) -> tuple[Recorded, ...]:
        """Conversations in which a customer wrote, the latest first, from behind the id `after` on ("": the first)."""
        ...

    async def count(self, tenant_id: TenantId, stretch: Stretch) -> int:
        """How many there are."""
        ...

    async def handoffs(self, tenant_id: TenantId, stretch: Stretch) -> Mapping[str, int]:
        """How many handoffs were opened in them, by reason."""
        ...
