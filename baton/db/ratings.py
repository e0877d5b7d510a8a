"""What operators said of packets."""

from datetime import datetime
from typing import Any

from baton.core.ids import ConversationId, OperatorId, TenantId
from baton.core.packet.ratings import Lacked, Rating
from baton.db.connection import Database

_COLUMNS = (
    """r.handoff_id, h.conversation_id, r.operator_id, o.name, h.queue, r.useful, r.lacked, r.note, r.at, r.version"""
)

_KEEP = f"""WITH h AS (SELECT id, tenant_id, conversation_id, queue FROM handoffs
        WHERE tenant_id = $1 AND conversation_id = $2 ORDER BY closed_at IS NULL DESC, opened_at DESC LIMIT 1),
    read AS (SELECT h.*, CASE $8::int WHEN 2 THEN 1 + EXISTS (SELECT FROM packet_improvements i
            WHERE i.tenant_id = h.tenant_id AND i.handoff_id = h.id AND i.improved IS NOT NULL)::int
            ELSE $8 END AS version FROM h),
    r AS (INSERT INTO packet_ratings (tenant_id, handoff_id, operator_id, useful, lacked, note, at, version)
        SELECT read.tenant_id, read.id, $3, $4, $5, $6, $7, read.version FROM read
        ON CONFLICT (tenant_id, handoff_id, operator_id) DO UPDATE
            SET useful = excluded.useful, lacked = excluded.lacked, note = excluded.note, at = excluded.at,
                version = excluded.version
        RETURNING *)
    SELECT {_COLUMNS} FROM r JOIN h ON h.id = r.handoff_id
    LEFT JOIN operators o ON o.tenant_id = r.tenant_id AND o.id = r.operator_id"""  # noqa: S608 - constants

_SINCE = f"""SELECT {_COLUMNS} FROM packet_ratings r
    JOIN handoffs h ON h.tenant_id = r.tenant_id AND h.id = r.handoff_id
    LEFT JOIN operators o ON o.tenant_id = r.tenant_id AND o.id = r.operator_id
    WHERE r.tenant_id = $1 AND r.at >= $2 ORDER BY r.at DESC LIMIT $3"""  # noqa: S608 - constants


class Ratings:
    """The ratings of every tenant."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def keep(
        self,
        tenant_id: TenantId,
        id: ConversationId,
        operator: OperatorId,
        *,
        useful: bool,
        lacked: tuple[Lacked, ...],
        note: str | None,
        version: int | None,
        at: datetime,
    ) -> Rating | None:
        """Store it for the open handoff, or the last one. None where the conversation was never handed over."""
        kinds = [kind.value for kind in lacked]
        async with self._database.tenant(tenant_id) as connection:
            row = await connection.fetchrow(_KEEP, tenant_id, id, operator, useful, kinds, note, at, version)
        return _rating(row) if row else None

    async def since(self, tenant_id: TenantId, since: datetime, *, limit: int) -> tuple[Rating, ...]:
        """The latest ones since then, the newest first."""
        async with self._database.tenant(tenant_id) as connection:
            rows = await connection.fetch(_SINCE, tenant_id, since, limit)
        return tuple(_rating(row) for row in rows)


def _rating(row: Any) -> Rating:
    return Rating(
        handoff=row["handoff_id"],
        conversation=row["conversation_id"],
        operator=row["operator_id"],
        operator_name=row["name"],
        queue=row["queue"],
        useful=row["useful"],
        lacked=tuple(Lacked(kind) for kind in row["lacked"]),
        note=row["note"],
        at=row["at"],
        version=row["version"],
    )
