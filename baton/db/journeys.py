"""Journeys, read from what stands in the tables and in the log of each conversation."""

import asyncio
from datetime import datetime
from typing import Any

import asyncpg

from baton.core.decision import DecisionKind, Reason
from baton.core.ids import TenantId
from baton.core.journeys.journey import COMES_BACK_WITHIN, Journey, Passed, Reply
from baton.core.transitions import State
from baton.db.connection import Database
from baton.db.selection import UPDATED_IN

_REPLIES = 4
"""Replies that are looked at for the first one of use."""

_READ = 400
"""Characters of a reply that are read: a greeting is shorter."""

# What began since then was changed since then: that has an index. Each part below is one look by key a conversation.
_BEGUN = f"""begun AS MATERIALIZED (
    SELECT c.* FROM conversations c
    WHERE c.tenant_id = $1 AND c.created_at >= $2 AND c.created_at < $3
        AND c.updated_in >= {UPDATED_IN.format("$2::timestamptz")} AND c.asked_seq > 0 AND c.merged_into IS NULL
    ORDER BY c.created_at DESC LIMIT $4)"""  # noqa: S608 - a constant

_PASSED = """LEFT JOIN LATERAL (
    SELECT h.id AS handoff, h.reason, h.queue, h.queue_name, h.opened_at, h.claimed_at, h.closed_how
    FROM handoffs h WHERE h.tenant_id = $1 AND h.conversation_id = c.id ORDER BY h.opened_at LIMIT 1) h ON true"""

_FAILED = """d.kind IN ('clarify', 'offer') OR e.data @@ '$.signals[*].kind == "no_help"'"""
_ASKED = """e.data @@ '$.signals[*].kind == "asks_for_person"'"""

_LOGGED = f"""LEFT JOIN LATERAL (
    SELECT min(e.at) FILTER (WHERE e.kind = 'resolved') AS ended,
        min(e.at) FILTER (WHERE e.kind = 'reopened' AND e.actor_kind = 'customer') AS reopened,
        bool_or(d.kind = 'answer' AND d.reason <> 'small_talk') IS TRUE
            OR bool_or(e.kind = 'answer_sent') AND count(d.kind) = 0 AS answered,
        (array_agg(e.data ->> 'score' ORDER BY e.seq DESC) FILTER (WHERE e.kind = 'conversation_rated'))[1] AS score,
        (array_agg(d.kind ORDER BY e.seq DESC) FILTER (WHERE d.kind IS NOT NULL))[1] AS last_decision,
        count(*) FILTER (WHERE d.before AND ({_ASKED})) AS asked,
        count(*) FILTER (WHERE d.before AND ({_FAILED})) AS failed,
        count(*) FILTER (WHERE d.before AND d.reason IN ('no_source', 'conflicting_sources')) AS sourceless,
        count(*) FILTER (WHERE e.kind IN ('transferred', 'released')) AS moved
    FROM events e CROSS JOIN LATERAL (
        SELECT CASE WHEN e.kind = 'decision_made' THEN e.data ->> 'kind' END AS kind,
            CASE WHEN e.kind = 'decision_made' THEN e.data ->> 'reason' END AS reason,
            e.kind = 'decision_made' AND e.at <= h.opened_at AND e.data ->> 'kind' <> 'handoff' AS before) d
    WHERE e.tenant_id = $1 AND e.conversation_id = c.id AND e.kind IN ('resolved', 'reopened', 'answer_sent',
        'conversation_rated', 'decision_made', 'transferred', 'released')) l ON true"""  # noqa: S608 - constants

_WRITTEN = f"""LEFT JOIN LATERAL (
    SELECT count(*) AS written, (array_agg(m.at ORDER BY m.seq))[:{_REPLIES}] AS replied_at,
        (array_agg(left(m.text, {_READ}) ORDER BY m.seq))[:{_REPLIES}] AS replies,
        (array_agg(length(m.text) ORDER BY m.seq))[:{_REPLIES}] AS characters,
        (array_agg(coalesce(m.extras ? 'attachments', false) ORDER BY m.seq))[:{_REPLIES}] AS has_files
    FROM messages m WHERE h.handoff IS NOT NULL AND m.tenant_id = $1 AND m.conversation_id = c.id
        AND m.author_kind = 'operator' AND m.kind = 'text' AND m.at >= h.opened_at) w ON true"""  # noqa: S608 - constants

_AGAIN = f"""LEFT JOIN LATERAL (
    SELECT min(o.created_at) AS another FROM conversations o
    WHERE l.ended IS NOT NULL AND o.tenant_id = $1 AND o.id <> c.id AND o.asked_seq > 0
        AND o.customer_id IN (SELECT c.customer_id UNION ALL SELECT v.id FROM customers v
            WHERE v.tenant_id = $1 AND lower(v.email) = lower(u.email) AND u.email IS NOT NULL)
        AND o.created_at > l.ended
        AND o.created_at <= l.ended + interval '{COMES_BACK_WITHIN.days} days') a ON true"""  # noqa: S608 - a constant

_JOURNEYS = f"""WITH {_BEGUN}
    SELECT c.id, c.created_at, c.updated_at, c.state, c.disposition, c.last_author, u.name AS customer, h.*, l.*, w.*,
        CASE WHEN l.reopened <= l.ended + interval '{COMES_BACK_WITHIN.days} days'
            THEN least(l.reopened, a.another) ELSE a.another END AS came_back,
        EXISTS (SELECT FROM followups f WHERE f.tenant_id = $1 AND f.handoff_id = h.handoff
            AND f.mode = 'callback' AND f.state = 'done') AS called,
        (SELECT count(*) FROM packet_ratings r
            WHERE r.tenant_id = $1 AND r.handoff_id = h.handoff AND r.useful) AS helped,
        (SELECT count(*) FROM packet_ratings r
            WHERE r.tenant_id = $1 AND r.handoff_id = h.handoff AND NOT r.useful) AS not_helped,
        (SELECT i.mark FROM review_items i WHERE i.tenant_id = $1 AND i.conversation_id = c.id AND i.mark IS NOT NULL
            LIMIT 1) AS mark
    FROM begun c JOIN customers u ON u.tenant_id = $1 AND u.id = c.customer_id
    {_PASSED} {_LOGGED} {_WRITTEN} {_AGAIN} ORDER BY c.created_at DESC"""  # noqa: S608 - constants


class Journeys:
    """The journeys of every tenant."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def between(
        self, tenant_id: TenantId, since: datetime, until: datetime, *, limit: int
    ) -> tuple[Journey, ...]:
        """The conversations that began from `since` to before `until`, the latest first, `limit` at the most; see the
        port.
        """
        async with self._database.tenant(tenant_id) as connection:
            rows = await connection.fetch(_JOURNEYS, tenant_id, since, until, limit)
        # Thousands of rows take tens of milliseconds, which nobody's message should wait for.
        return await asyncio.to_thread(lambda: tuple(_journey(row) for row in rows))


def _journey(row: asyncpg.Record) -> Journey:
    return Journey(
        id=row["id"],
        began=row["created_at"],
        updated=row["updated_at"],
        state=State(row["state"]),
        customer=row["customer"],
        disposition=row["disposition"],
        ended=row["ended"],
        came_back=row["came_back"],
        answered=bool(row["answered"]),
        last_decision=DecisionKind(row["last_decision"]) if row["last_decision"] else None,
        is_heard=row["last_author"] != "customer",
        passed=_passed(row) if row["handoff"] else None,
        score=int(row["score"]) if row["score"] else None,
        mark=row["mark"],
    )


def _passed(row: Any) -> Passed:
    same = ("queue", "queue_name", "closed_how", "asked", "failed", "sourceless", "written", "called", "moved")
    sent = zip(*(row[name] or () for name in ("replied_at", "replies", "characters", "has_files")), strict=True)
    return Passed(
        reason=Reason(row["reason"]),
        opened=row["opened_at"],
        claimed=row["claimed_at"],
        replies=tuple(Reply(*one) for one in sent),
        helped=row["helped"],
        not_helped=row["not_helped"],
        **{name: row[name] for name in same},
    )
