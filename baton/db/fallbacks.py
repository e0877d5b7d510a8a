"""Waits in line that nobody has claimed, and when the fallback sweep looks at each again."""

from datetime import datetime

import msgspec

from baton.core.ids import HandoffId, TenantId
from baton.core.routing.chains import Chain
from baton.db.connection import Database
from baton.services.ports.fallbacks import Unclaimed


class Fallbacks:
    """The unclaimed waits of every tenant."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def to_look_at(self, now: datetime, limit: int) -> list[Unclaimed]:
        """Waits of any tenant that were not looked at yet, or are due to be looked at again."""
        async with self._database.install() as connection:
            rows = await connection.fetch(
                "SELECT tenant_id, conversation_id, id, queue, chain FROM handoffs WHERE closed_at IS NULL "
                "AND claimed_by IS NULL AND mode IN ('live', 'queued') AND (fallback_at IS NULL OR fallback_at <= $1) "
                "ORDER BY fallback_at NULLS FIRST LIMIT $2",
                now,
                limit,
            )
        return [
            Unclaimed(
                row["tenant_id"],
                row["conversation_id"],
                row["id"],
                row["queue"],
                msgspec.convert(row["chain"], Chain) if row["chain"] else None,
            )
            for row in rows
        ]

    async def look_again(self, tenant_id: TenantId, handoff_id: HandoffId, at: datetime) -> None:
        """Leave the wait alone until then, unless it moves."""
        async with self._database.tenant(tenant_id) as connection:
            await connection.execute(
                "UPDATE handoffs SET fallback_at = $3 WHERE tenant_id = $1 AND id = $2 AND closed_at IS NULL",
                tenant_id,
                handoff_id,
                at,
            )
