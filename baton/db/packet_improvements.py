"""What a language model has made of packets: who asks it now, and what came of it."""

from datetime import datetime, timedelta
from typing import Any

from baton.core.events import Event
from baton.core.ids import ConversationId, HandoffId, TenantId
from baton.db.connection import Database
from baton.db.conversations import numbered
from baton.db.rows import CONVERSATION, JOINED, event_record, to_conversation
from baton.db.statements import logged
from baton.services.ports.improvements import DueImprovement
from baton.services.records import Saved

_DUE = """SELECT h.tenant_id, h.conversation_id, h.id FROM handoffs h
    LEFT JOIN packet_improvements i ON i.tenant_id = h.tenant_id AND i.handoff_id = h.id
    WHERE h.opened_at > $1 AND h.closed_at IS NULL
      AND (i.handoff_id IS NULL OR (i.outcome IS NULL AND i.leased_until <= $2 AND i.attempts < $3))
    ORDER BY h.opened_at LIMIT $4"""

_BEGIN = """INSERT INTO packet_improvements AS i (tenant_id, handoff_id, lease, leased_until)
    VALUES ($1, $2, $3, $5)
    ON CONFLICT (tenant_id, handoff_id) DO UPDATE
        SET lease = excluded.lease, leased_until = excluded.leased_until, attempts = i.attempts + 1
        WHERE i.outcome IS NULL AND i.leased_until <= $4 AND i.attempts < $6
    RETURNING true"""

_END = """UPDATE packet_improvements SET outcome = $4, ended_at = $5, lease = NULL, leased_until = NULL
    WHERE tenant_id = $1 AND handoff_id = $2 AND lease = $3"""

# Who has lost the lease meanwhile waits for the row and then finds it another's; a conversation that went on to its end
# or back to the bot is not touched, and nothing is kept for it.
_KEEP = f"""
WITH mine AS (
    SELECT handoff_id FROM packet_improvements
    WHERE tenant_id = $1 AND handoff_id = $4 AND lease = $5 AND outcome IS NULL FOR UPDATE
), touched AS (
    UPDATE conversations c SET seq = c.seq + 1
    FROM mine JOIN handoffs h ON h.tenant_id = $1 AND h.id = mine.handoff_id AND h.closed_at IS NULL
    WHERE c.tenant_id = $1 AND c.id = h.conversation_id AND c.state IN ('queued', 'human')
    RETURNING c.*, c.seq - 1 AS base
), {logged(events="$3")}, ended AS (
    UPDATE packet_improvements i SET outcome = $6, improved = $7, ended_at = $8, lease = NULL, leased_until = NULL
    FROM touched WHERE i.tenant_id = $1 AND i.handoff_id = $4
)
SELECT {CONVERSATION} FROM touched c {JOINED}"""  # noqa: S608 - constants


class PacketImprovements:
    """The improvements of every tenant's packets."""

    def __init__(self, database: Database, *, epoch: int) -> None:
        self._database = database
        self._epoch = epoch

    async def due(self, at: datetime, *, within: timedelta, attempts: int, limit: int) -> list[DueImprovement]:
        """Open handoffs of any tenant, opened `within` that time, that no model was asked about so often yet."""
        async with self._database.install() as connection:
            rows = await connection.fetch(_DUE, at - within, at, attempts, limit)
        return [DueImprovement(row["tenant_id"], row["conversation_id"], row["id"]) for row in rows]

    async def begin(
        self, tenant_id: TenantId, id: HandoffId, lease: str, *, at: datetime, until: datetime, attempts: int
    ) -> bool:
        """Take one, so that nobody else asks about it until then. False where somebody has."""
        async with self._database.tenant(tenant_id) as connection:
            return await connection.fetchval(_BEGIN, tenant_id, id, lease, at, until, attempts) is True

    async def end(self, tenant_id: TenantId, id: HandoffId, lease: str, *, outcome: str, at: datetime) -> None:
        """Note what came of one of which nothing is told."""
        async with self._database.tenant(tenant_id) as connection:
            await connection.execute(_END, tenant_id, id, lease, outcome, at)

    async def keep(
        self,
        tenant_id: TenantId,
        conversation_id: ConversationId,
        id: HandoffId,
        lease: str,
        *,
        outcome: str,
        event: Event,
        improved: dict[str, Any] | None = None,
    ) -> Saved | None:
        """Store what came of one with its event. None where the lease is another's or the handoff is over."""
        record = [event_record(conversation_id, event, 1)]
        async with self._database.writing(tenant_id) as connection:
            row = await connection.fetchrow(
                _KEEP, tenant_id, self._epoch, record, id, lease, outcome, improved, event.at
            )
        if row is None:
            return None
        conversation = to_conversation(row)
        return Saved(conversation, (numbered(event, conversation.seq),))
