"""What the fallback sweep needs of the store."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from baton.core.ids import ConversationId, HandoffId, QueueId, TenantId
from baton.core.routing.chains import Chain


@dataclass(frozen=True, slots=True)
class Unclaimed:
    """A wait that nobody has claimed. `chain` is how it came to its queue, None where that queue's chain begins."""

    tenant_id: TenantId
    conversation_id: ConversationId
    handoff_id: HandoffId
    queue: QueueId
    chain: Chain | None


class Fallbacks(Protocol):
    """The waits in line, as the fallback sweep goes through them."""

    async def to_look_at(self, now: datetime, limit: int) -> Sequence[Unclaimed]: ...
    async def look_again(self, tenant_id: TenantId, handoff_id: HandoffId, at: datetime) -> None: ...
