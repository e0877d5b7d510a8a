"""Which operators were shown that a customer waits, and of whom nobody was told."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime

import asyncpg

from baton.core.ids import ConversationId, OperatorId, TenantId
from baton.db.connection import Database
from baton.services.ports.alerts import Alarm, AlertChoices, Alerted

_NOBODY_SHOWN = """h.closed_at IS NULL AND h.claimed_by IS NULL AND h.mode IN ('live', 'queued')
      AND NOT EXISTS (SELECT 1 FROM alerts a WHERE a.tenant_id = h.tenant_id AND a.handoff_id = h.id
          AND a.shown_at IS NOT NULL AND a.waits_since = c.held_since)"""

_RAISED = """(SELECT max(e.at) FROM events e WHERE e.tenant_id = h.tenant_id
          AND e.conversation_id = h.conversation_id AND e.kind = 'nobody_alerted' AND e.at >= c.held_since)"""

_WAITS = """FROM handoffs h JOIN conversations c ON c.tenant_id = h.tenant_id AND c.id = h.conversation_id"""

_SHOWN = f"""INSERT INTO alerts (tenant_id, handoff_id, operator_id, channel, shown_at, waits_since)
    SELECT $1, h.id, $2, $4, $5, c.held_since {_WAITS}
    WHERE h.tenant_id = $1 AND h.conversation_id = ANY($3) AND h.closed_at IS NULL AND c.state = 'queued'
    ON CONFLICT DO NOTHING RETURNING handoff_id"""

_UNSEEN = f"""SELECT h.tenant_id, h.conversation_id {_WAITS}
    WHERE {_NOBODY_SHOWN} AND c.held_since <= $1 AND {_RAISED} IS NULL AND ($3::text IS NULL OR c.id = $3)
    ORDER BY c.held_since LIMIT $2"""

_ALARMS = f"""SELECT h.conversation_id, u.name AS customer, h.queue, h.queue_name, c.held_since AS since,
        {_RAISED} AS raised_at {_WAITS}
    JOIN customers u ON u.tenant_id = c.tenant_id AND u.id = c.customer_id
    WHERE h.tenant_id = $1 AND {_NOBODY_SHOWN} AND {_RAISED} IS NOT NULL
    ORDER BY c.held_since, h.id LIMIT $2"""

_COUNT = f"SELECT count(*) {_WAITS} WHERE {_NOBODY_SHOWN} AND {_RAISED} IS NOT NULL"

_OF_ONE = """SELECT h.conversation_id, a.operator_id, o.name AS operator, a.channel, a.sent_at, a.shown_at,
        d.state AS delivery
    FROM alerts a
    JOIN handoffs h ON h.tenant_id = a.tenant_id AND h.id = a.handoff_id
    JOIN operators o ON o.tenant_id = a.tenant_id AND o.id = a.operator_id
    LEFT JOIN deliveries d ON d.tenant_id = a.tenant_id AND d.id = a.delivery_id
    WHERE a.tenant_id = $1 AND h.conversation_id = $2 ORDER BY coalesce(a.sent_at, a.shown_at), o.name, a.channel"""


class Alerts:
    """The alerts of every tenant."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def shown(
        self, tenant_id: TenantId, operator_id: OperatorId, ids: Sequence[ConversationId], channel: str, at: datetime
    ) -> int:
        """An operator was shown that these conversations wait. Returns how many of them do; the first time of each wait
        counts.
        """
        async with self._database.tenant(tenant_id) as connection:
            rows = await connection.fetch(
                _SHOWN,
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

    async def alarms(self, tenant_id: TenantId, limit: int) -> list[Alarm]:
        """The waits that nobody was shown and an alarm was raised for, the longest first."""
        async with self._database.tenant(tenant_id) as connection:
            rows = await connection.fetch(_ALARMS, tenant_id, limit)
        return [Alarm(**row) for row in rows]

    async def count_alarms(self) -> int:
        """How many waits of the whole install nobody was shown, of those an alarm was raised for."""
        async with self._database.install() as connection:
            return await connection.fetchval(_COUNT)

    async def of_conversation(self, tenant_id: TenantId, id: ConversationId) -> list[Alerted]:
        """Who was alerted of a conversation's waits, and how, in order."""
        async with self._database.tenant(tenant_id) as connection:
            rows = await connection.fetch(_OF_ONE, tenant_id, id)
        return [Alerted(**row) for row in rows]

    async def choices(self, tenant_id: TenantId, id: OperatorId) -> AlertChoices:
        """How an operator wants to hear of waits."""
        async with self._database.tenant(tenant_id) as connection:
            row = await connection.fetchrow(
                "SELECT alerts FROM operators WHERE tenant_id = $1 AND id = $2", tenant_id, id
            )
        return _to_choices(row)

    async def choose(self, tenant_id: TenantId, id: OperatorId, choices: AlertChoices) -> None:
        """Keep how an operator wants to hear of waits."""
        async with self._database.tenant(tenant_id) as connection:
            await connection.execute(
                "UPDATE operators SET alerts = $3 WHERE tenant_id = $1 AND id = $2", tenant_id, id, asdict(choices)
            )


def _to_choices(row: asyncpg.Record | None) -> AlertChoices:
    return AlertChoices(**row["alerts"]) if row else AlertChoices()
