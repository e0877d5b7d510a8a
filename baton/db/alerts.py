"""Which operators were shown that a customer waits, and of whom nobody was told."""

from collections.abc import Sequence
from datetime import datetime

from baton.core.ids import ConversationId, OperatorId, TenantId
from baton.db.connection import Database

_UNSEEN = """SELECT h.tenant_id, h.conversation_id FROM handoffs h
    JOIN conversations c ON c.tenant_id = h.tenant_id AND c.id = h.conversation_id
    WHERE h.closed_at IS NULL AND h.claimed_by IS NULL AND h.mode IN ('live', 'queued') AND c.held_since <= $1
      AND NOT EXISTS (SELECT 1 FROM alerts a WHERE a.tenant_id = h.tenant_id AND a.handoff_id = h.id)
      AND NOT EXISTS (SELECT 1 FROM events e WHERE e.tenant_id = h.tenant_id
          AND e.conversation_id = h.conversation_id AND e.kind = 'nobody_alerted' AND e.at >= c.held_since)
      AND ($3::text IS NULL OR c.id = $3)
    ORDER BY c.held_since LIMIT $2"""


class Alerts:
    """The alerts of every tenant."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def shown(
        self, tenant_id: TenantId, operator_id: OperatorId, ids: Sequence[ConversationId], channel: str, at: datetime
    ) -> int:
        """An operator was shown that these conversations wait. Returns how many of them do; the first time counts."""
        async with self._database.tenant(tenant_id) as connection:
            rows = await connection.fetch(
                "INSERT INTO alerts (tenant_id, handoff_id, operator_id, channel, shown_at) "
                "SELECT $1, id, $2, $4, $5 FROM handoffs WHERE tenant_id = $1 AND conversation_id = ANY($3) "
                "AND closed_at IS NULL ON CONFLICT DO NOTHING RETURNING handoff_id",
                tenant_id,
                operator_id,
                list(ids),
                channel,
                at,
            )
        return len(rows)

    async def unseen(
        self, before: datetime, limit: int, *, only: ConversationId | None = None
    ) -> list[tuple[TenantId, ConversationId]]:
        """Conversations of any tenant that wait since before then, which nobody was shown and nobody was alarmed of."""
        async with self._database.install() as connection:
            rows = await connection.fetch(_UNSEEN, before, limit, only)
        return [(row["tenant_id"], row["conversation_id"]) for row in rows]
