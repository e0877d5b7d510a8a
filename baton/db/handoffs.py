"""Reads of handoffs and queues. Handoffs are written with the move that opens, carries or closes them."""

from typing import Any

from baton.core.ids import ConversationId, TenantId
from baton.db.connection import Database
from baton.services.records import QueueLoad


class Handoffs:
    """The handoffs of every tenant."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def packet(self, tenant_id: TenantId, id: ConversationId) -> dict[str, Any] | None:
        """The packet of the conversation's open handoff, or of its last one; None where there never was any."""
        async with self._database.tenant(tenant_id) as connection:
            return await connection.fetchval(
                "SELECT packet FROM handoffs WHERE tenant_id = $1 AND conversation_id = $2 "
                "ORDER BY closed_at IS NULL DESC, opened_at DESC LIMIT 1",
                tenant_id,
                id,
            )

    async def loads(self, tenant_id: TenantId) -> dict[str, QueueLoad]:
        """How many wait in each queue that is not empty."""
        async with self._database.tenant(tenant_id) as connection:
            rows = await connection.fetch(
                "SELECT queue, count(*) AS waiting, min(waiting_since) AS oldest FROM conversations "
                "WHERE tenant_id = $1 AND state = 'queued' GROUP BY queue",
                tenant_id,
            )
        return {row["queue"]: QueueLoad(row["waiting"], row["oldest"]) for row in rows}
