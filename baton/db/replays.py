"""Conversations read back from the log with their decisions, so that these can be taken again."""

from datetime import datetime
from typing import Any

import asyncpg

from baton.core.actors import ActorKind
from baton.core.ids import TenantId
from baton.core.replaying.recorded import Recorded, RecordedDecision, RecordedHandoff, RecordedMessage
from baton.db.connection import Database
from baton.db.rows import CUSTOMER, to_customer
from baton.db.selection import UPDATED_IN
from baton.services.ports.replays import Stretch

MOST = 200
"""Decisions of one conversation that are read, its first: what comes after that many is no customer's talk."""

# What began since then was changed since then: that has an index.
_BEGUN = f"""c.tenant_id = $1 AND c.created_at >= $2 AND c.created_at < $3 AND c.asked_seq > 0
    AND c.updated_in >= {UPDATED_IN.format("$2::timestamptz")}"""

_RECORDED = f"""SELECT c.id, c.queue, c.language, c.customer_id, {CUSTOMER},
    (SELECT coalesce(jsonb_agg(jsonb_build_object('at', e.at, 'data', e.data) ORDER BY e.seq), '[]') FROM (
        SELECT * FROM events e WHERE e.tenant_id = c.tenant_id AND e.conversation_id = c.id
        AND e.kind = 'decision_made' ORDER BY e.seq LIMIT {MOST}) e) AS decisions,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('seq', m.seq, 'at', m.at, 'by', m.author_kind,
        'text', CASE WHEN m.author_kind = 'customer' THEN m.text ELSE '' END) ORDER BY m.seq), '[]') FROM (
        SELECT * FROM messages m WHERE m.tenant_id = c.tenant_id AND m.conversation_id = c.id
        AND m.kind NOT IN ('note', 'notice') ORDER BY m.seq LIMIT 3 * {MOST}) m) AS messages,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('at', h.opened_at, 'reason', h.reason, 'rule', h.rule,
        'queue', h.queue) ORDER BY h.opened_at), '[]') FROM handoffs h
        WHERE h.tenant_id = c.tenant_id AND h.conversation_id = c.id) AS handoffs
    FROM conversations c JOIN customers u ON u.tenant_id = c.tenant_id AND u.id = c.customer_id
    WHERE {_BEGUN} AND ($4 = '' OR c.id < $4) ORDER BY c.id DESC LIMIT $5"""  # noqa: S608 - constants

_COUNT = f"SELECT count(*) FROM conversations c WHERE {_BEGUN}"  # noqa: S608 - a constant

_HANDOFFS = f"""SELECT h.reason, count(*) AS count FROM conversations c
    JOIN handoffs h ON h.tenant_id = c.tenant_id AND h.conversation_id = c.id WHERE {_BEGUN} GROUP BY h.reason"""  # noqa: S608


class Replays:
    """The recorded conversations of every tenant."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def recorded(self, tenant_id: TenantId, stretch: Stretch, *, after: str, limit: int) -> tuple[Recorded, ...]:
        """Conversations of a stretch of time, the latest first; see the port."""
        async with self._database.tenant(tenant_id) as connection:
            rows = await connection.fetch(_RECORDED, tenant_id, stretch.since, stretch.until, after, limit)
        return tuple(_recorded(row) for row in rows)

    async def count(self, tenant_id: TenantId, stretch: Stretch) -> int:
        """How many conversations there are in a stretch of time."""
        async with self._database.tenant(tenant_id) as connection:
            return await connection.fetchval(_COUNT, tenant_id, stretch.since, stretch.until)

    async def handoffs(self, tenant_id: TenantId, stretch: Stretch) -> dict[str, int]:
        """How many handoffs were opened in them, by reason."""
        async with self._database.tenant(tenant_id) as connection:
            rows = await connection.fetch(_HANDOFFS, tenant_id, stretch.since, stretch.until)
        return {row["reason"]: row["count"] for row in rows}


def _recorded(row: asyncpg.Record) -> Recorded:
    messages = {one["seq"]: _message(one) for one in row["messages"]}
    decided = [one for one in row["decisions"] if one["data"].get("reply_to") in messages]
    return Recorded(
        id=row["id"],
        queue=row["queue"],
        language=row["language"],
        customer=to_customer(row),
        messages=tuple(messages.values()),
        decisions=tuple(
            RecordedDecision(_moment(one["at"]), one["data"], messages[one["data"]["reply_to"]]) for one in decided
        ),
        handoffs=tuple(
            RecordedHandoff(_moment(one["at"]), one["reason"], one["rule"], one["queue"]) for one in row["handoffs"]
        ),
    )


def _message(one: dict[str, Any]) -> RecordedMessage:
    return RecordedMessage(one["seq"], _moment(one["at"]), ActorKind(one["by"]), one["text"])


def _moment(text: str) -> datetime:
    return datetime.fromisoformat(text)
