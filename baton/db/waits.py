"""Who waits, what they were told, and what came of it."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime

import asyncpg

from baton.core.ids import ConversationId, HandoffId, QueueId, TenantId
from baton.core.waiting import Past, Told, WaitRange
from baton.core.waiting.calibration import WINDOW
from baton.core.waiting.lesson import RECENT
from baton.db.connection import Database
from baton.db.rows import WAITS_HERE
from baton.services.ports.waits import Lived, Telling, Waiting

_IN_LINE = """SELECT c.id, h.id AS handoff_id, c.queue, c.ranks_at, c.held_since, w.number, w.at, w.position,
        w.low_s, w.high_s, w.told_s
    FROM conversations c
    JOIN handoffs h ON h.tenant_id = c.tenant_id AND h.conversation_id = c.id AND h.closed_at IS NULL
    LEFT JOIN LATERAL (SELECT * FROM waits_told t WHERE t.tenant_id = h.tenant_id AND t.handoff_id = h.id
        ORDER BY t.number DESC LIMIT 1) w ON true
    WHERE c.tenant_id = $1 AND c.state = 'queued' AND c.not_before IS NULL AND h.mode IN ('live', 'queued')
    ORDER BY c.ranks_at, c.id LIMIT $2"""

_SETTLE = """UPDATE waits_told w SET
        was_served = coalesce(h.claimed_at >= w.at, false) OR c.state = 'human',
        ended_at = CASE WHEN h.claimed_at >= w.at THEN h.claimed_at ELSE greatest(w.at, c.held_since) END
    FROM handoffs h, conversations c
    WHERE w.tenant_id = $1 AND w.ended_at IS NULL
      AND h.tenant_id = $1 AND h.id = w.handoff_id AND c.tenant_id = $1 AND c.id = w.conversation_id
      AND (h.closed_at IS NOT NULL OR c.state <> 'queued' OR h.claimed_at >= w.at OR h.queue <> w.queue
           OR h.mode NOT IN ('live', 'queued'))"""
"""A wait ends when somebody claims, when the handoff closes, and when it goes on in another queue or another way. Only
the first is a wait that was seen to its end.
"""

_PASTS = """SELECT w.*, extract(epoch FROM coalesce(w.ended_at, $2) - w.at)::float8 AS wait_s
    FROM unnest($3::text[]) AS q(queue) CROSS JOIN LATERAL (SELECT * FROM waits_told t
        WHERE t.tenant_id = $1 AND t.queue = q.queue AND t.number = 1 AND t.expected_s IS NOT NULL
        ORDER BY t.at DESC LIMIT $4) w ORDER BY w.at"""

_HELD = """SELECT h.queue, extract(epoch FROM h.closed_at - h.claimed_at)::float8 AS held_s
    FROM unnest($2::text[]) AS q(queue) CROSS JOIN LATERAL (SELECT * FROM handoffs s
        WHERE s.tenant_id = $1 AND s.queue = q.queue AND s.closed_at IS NOT NULL AND s.claimed_at IS NOT NULL
        ORDER BY s.closed_at DESC LIMIT $3) h ORDER BY h.closed_at"""

_AHEAD = f"""SELECT queue, count(*) AS n FROM conversations WHERE tenant_id = $1 AND state = 'queued'
    AND (ranks_at, id) < ($2, $3) AND not_before IS NULL AND {WAITS_HERE} GROUP BY queue"""  # noqa: S608 - a constant


class Waits:
    """The waiting customers of every tenant."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def ahead(self, tenant_id: TenantId, ranks_at: datetime, id: ConversationId) -> Mapping[QueueId, int]:
        """How many wait in each queue who rank before the conversation that ranks then."""
        async with self._database.tenant(tenant_id) as connection:
            rows = await connection.fetch(_AHEAD, tenant_id, ranks_at, id)
        return {QueueId(row["queue"]): row["n"] for row in rows}

    async def in_line(self, tenant_id: TenantId, limit: int) -> Sequence[Waiting]:
        """Those who wait in the conversation, in the order in which they are served, with what they were told last."""
        async with self._database.tenant(tenant_id) as connection:
            rows = await connection.fetch(_IN_LINE, tenant_id, limit)
        return [
            Waiting(
                conversation=row["id"],
                handoff=row["handoff_id"],
                queue=row["queue"],
                ranks_at=row["ranks_at"],
                since=row["held_since"],
                number=row["number"] or 0,
                told=_told(row) if row["number"] else None,
            )
            for row in rows
        ]

    async def told(self, tenant_id: TenantId, handoff: HandoffId) -> Told | None:
        """What the customer was told last, or None."""
        async with self._database.tenant(tenant_id) as connection:
            row = await connection.fetchrow(
                "SELECT at, position, low_s, high_s, told_s FROM waits_told WHERE tenant_id = $1 AND handoff_id = $2 "
                "ORDER BY number DESC LIMIT 1",
                tenant_id,
                handoff,
            )
        return _told(row) if row else None

    async def keep(self, tenant_id: TenantId, telling: Telling) -> bool:
        """Keep what is about to be told. False where another node was quicker: then it is that node's to tell."""
        past = telling.past
        wait = telling.wait or (past.wait if past else None)
        async with self._database.tenant(tenant_id) as connection:
            done = await connection.execute(
                "INSERT INTO waits_told (tenant_id, handoff_id, number, conversation_id, queue, at, position, "
                "expected_s, exponent, is_free, low_s, high_s, told_s) "
                "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) ON CONFLICT DO NOTHING",
                tenant_id,
                telling.handoff,
                telling.number,
                telling.conversation,
                telling.queue,
                telling.at,
                telling.position,
                past.expected_s if past else None,
                past.exponent if past else None,
                past.is_free if past else False,
                wait.low_s if wait else None,
                wait.high_s if wait else None,
                telling.told_s,
            )
        return done == "INSERT 0 1"

    async def settle(self, tenant_id: TenantId) -> int:
        """Write down what came of the waits that have ended. Returns how many."""
        async with self._database.tenant(tenant_id) as connection:
            done = await connection.execute(_SETTLE, tenant_id)
        return int(done.removeprefix("UPDATE "))

    async def lived(self, tenant_id: TenantId, queues: Sequence[QueueId], now: datetime) -> Mapping[QueueId, Lived]:
        """The last waits of these queues, those that go on among them, and how long their conversations were held."""
        async with self._database.tenant(tenant_id) as connection:
            waits = await connection.fetch(_PASTS, tenant_id, now, list(queues), WINDOW)
            held = await connection.fetch(_HELD, tenant_id, list(queues), RECENT)
        pasts: dict[QueueId, list[Past]] = defaultdict(list)
        for row in waits:
            pasts[row["queue"]].append(_past(row))
        times: dict[QueueId, list[float]] = defaultdict(list)
        for row in held:
            times[row["queue"]].append(row["held_s"])
        return {queue: Lived(tuple(pasts[queue]), tuple(times[queue])) for queue in queues}

    async def tenants(self) -> Sequence[TenantId]:
        """The tenants in which somebody waits."""
        async with self._database.install() as connection:
            rows = await connection.fetch("SELECT DISTINCT tenant_id FROM conversations WHERE state = 'queued'")
        return [row["tenant_id"] for row in rows]

    async def take_round(self, tenant_id: TenantId, now: datetime, *, before: datetime) -> bool:
        """Take the next look after a tenant's line. False where one began after `before`, on this node or another."""
        async with self._database.tenant(tenant_id) as connection:
            done = await connection.execute(
                "INSERT INTO waits_rounds (tenant_id, at) VALUES ($1, $2) "
                "ON CONFLICT (tenant_id) DO UPDATE SET at = $2 WHERE waits_rounds.at <= $3",
                tenant_id,
                now,
                before,
            )
        return done == "INSERT 0 1"


def _told(row: asyncpg.Record) -> Told:
    is_told = row["told_s"] is not None and row["low_s"] is not None
    wait = WaitRange(row["low_s"], row["high_s"]) if is_told else None
    return Told(row["at"], row["position"], wait, row["told_s"])


def _past(row: asyncpg.Record) -> Past:
    return Past(
        expected_s=row["expected_s"],
        exponent=row["exponent"],
        is_free=row["is_free"],
        wait=WaitRange(row["low_s"], row["high_s"]) if row["high_s"] is not None else None,
        wait_s=max(0.0, row["wait_s"]),
        was_served=bool(row["was_served"]),
        has_ended=row["ended_at"] is not None,
    )
