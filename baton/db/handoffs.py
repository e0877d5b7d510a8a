"""Reads of handoffs and queues. Handoffs are written with the move that opens, carries or closes them."""

from datetime import datetime

from baton.core.ids import ConversationId, HandoffId, TenantId
from baton.db.connection import Database
from baton.db.rows import WAITS_HERE
from baton.services.records import FrozenPacket, QueueLoad, Taken

_TAKEN = """SELECT id AS handoff, conversation_id AS conversation, queue, claimed_at AS at, closed_at AS until
    FROM handoffs WHERE tenant_id = $1 AND claimed_at >= $2 ORDER BY claimed_at DESC LIMIT $3"""

_PACKET = """SELECT h.id AS handoff, h.queue, h.opened_at, h.packet, i.improved FROM handoffs h
    LEFT JOIN packet_improvements i ON i.tenant_id = h.tenant_id AND i.handoff_id = h.id AND NOT $4
    WHERE h.tenant_id = $1 AND h.conversation_id = $2 AND ($3::text IS NULL OR h.id = $3) AND h.packet IS NOT NULL
    ORDER BY h.closed_at IS NULL DESC, h.opened_at DESC LIMIT 1"""

_LOADS = f"""SELECT queue, count(*) AS waiting, min(waiting_since) AS oldest FROM conversations
    WHERE tenant_id = $1 AND state = 'queued' AND {WAITS_HERE} GROUP BY queue"""  # noqa: S608 - a constant


class Handoffs:
    """The handoffs of every tenant."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def packet(
        self, tenant_id: TenantId, id: ConversationId, *, handoff: HandoffId | None = None, first: bool = False
    ) -> FrozenPacket | None:
        """The packet of one handoff, or else of the open one or the last; None where there is no such handoff.

        With what a model has made of it, unless it is wanted as it was at `first`.
        """
        async with self._database.tenant(tenant_id) as connection:
            row = await connection.fetchrow(_PACKET, tenant_id, id, handoff, first)
        if row is None:
            return None
        data = row["packet"] | {"improved": row["improved"]} if row["improved"] else row["packet"]
        return FrozenPacket(row["handoff"], row["queue"], row["opened_at"], data)

    async def taken(self, tenant_id: TenantId, since: datetime, *, limit: int) -> tuple[Taken, ...]:
        """The handoffs that a person took since then, the latest first."""
        async with self._database.tenant(tenant_id) as connection:
            return tuple(Taken(**row) for row in await connection.fetch(_TAKEN, tenant_id, since, limit))

    async def loads(self, tenant_id: TenantId) -> dict[str, QueueLoad]:
        """How many wait in each queue that is not empty."""
        async with self._database.tenant(tenant_id) as connection:
            rows = await connection.fetch(_LOADS, tenant_id)
        return {row["queue"]: QueueLoad(row["waiting"], row["oldest"]) for row in rows}
