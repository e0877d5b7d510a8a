"""Where a waiting conversation stands: its place in line, and how long that will take, where that is known."""

from dataclasses import dataclass
from datetime import datetime

from baton.core.ids import ConversationId, TenantId
from baton.core.policy.model import Queue
from baton.core.waiting import WaitRange
from baton.services.desk import Desk


@dataclass(frozen=True, slots=True)
class Standing:
    """A place in line, from 1, and the wait from now on; `wait` is None where no honest range is known."""

    position: int
    wait: WaitRange | None = None


async def standing(
    desk: Desk, tenant_id: TenantId, queue: Queue, ranks_at: datetime, *, id: ConversationId
) -> Standing:
    """Where the conversation stands in a queue that is served in the order of `ranks_at`, then of ids."""
    ahead = await desk.store.handoffs.ahead(tenant_id, queue.id, ranks_at, id)
    return Standing(ahead + 1)
