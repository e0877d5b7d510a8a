"""Gaps with their questions, gathered from the log; and the questions of the test bench that must keep working."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

import asyncpg

from baton.core.ids import TenantId
from baton.db.connection import Database
from baton.services.ports.learning import Gap, GapQuestion, KeptQuestion

_UNGATHERED = """
    SELECT DISTINCT ON (m.conversation_id, m.seq) m.conversation_id, m.seq,
        coalesce(half.text, m.text) AS text, m.at,
        CASE WHEN e.kind = 'taken_over' THEN 'operator_takeover' WHEN half.text IS NOT NULL THEN 'no_source'
            ELSE e.data->>'reason' END AS reason
    FROM events e
    CROSS JOIN LATERAL (SELECT jsonb_path_query_first(
        e.data, '$.signals[*] ? (@.kind == "partly_answered").evidence[0]') #>> '{}' AS text) half
    JOIN LATERAL (
        SELECT conversation_id, seq, text, at FROM messages
        WHERE tenant_id = e.tenant_id AND conversation_id = e.conversation_id AND author_kind = 'customer'
            AND seq < e.seq AND (e.kind = 'taken_over' OR seq = (e.data->>'reply_to')::int)
        ORDER BY seq DESC LIMIT 1
    ) m ON true
    WHERE e.tenant_id = $1 AND e.at > $2 AND (e.kind = 'taken_over' OR (e.kind = 'decision_made'
        AND (half.text IS NOT NULL
            OR e.data->>'reason' IN ('no_source', 'low_confidence', 'stuck', 'conflicting_sources'))))
        AND NOT EXISTS (SELECT 1 FROM gap_questions q WHERE q.tenant_id = e.tenant_id
            AND q.conversation_id = m.conversation_id AND q.seq = m.seq)
    ORDER BY m.conversation_id, m.seq LIMIT $3"""

_KEEP_QUESTION = """INSERT INTO gap_questions (tenant_id, conversation_id, seq, gap_id, text, reason, at)
    VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING"""

_KEEP_KEPT = """INSERT INTO kept_questions (tenant_id, id, question, expected, created_at, outcome, outcome_at, before)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (tenant_id, id) DO UPDATE SET question = excluded.question,
        expected = excluded.expected, outcome = excluded.outcome, outcome_at = excluded.outcome_at,
        before = excluded.before"""


class Gaps:
    """The gaps of every tenant."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def ungathered(self, tenant_id: TenantId, *, since: datetime, limit: int) -> tuple[GapQuestion, ...]:
        """Questions of the log since then that the bot could not answer and that no gap has yet."""
        async with self._database.tenant(tenant_id) as connection:
            rows = await connection.fetch(_UNGATHERED, tenant_id, since, limit)
        return tuple(GapQuestion(**row) for row in rows)

    async def keep(self, tenant_id: TenantId, gap: Gap) -> None:
        """Keep a gap with its questions; a question that another gap has already stays there."""
        rows = [(tenant_id, q.conversation_id, q.seq, gap.id, q.text, q.reason, q.at) for q in gap.questions]
        async with self._database.tenant(tenant_id) as connection, connection.transaction():
            await connection.execute(
                "INSERT INTO gaps (tenant_id, id, state, created_at) VALUES ($1, $2, $3, $4) "
                "ON CONFLICT (tenant_id, id) DO UPDATE SET state = excluded.state",
                tenant_id,
                gap.id,
                gap.state,
                gap.created_at,
            )
            await connection.executemany(_KEEP_QUESTION, rows)

    async def all(self, tenant_id: TenantId) -> tuple[Gap, ...]:
        """The tenant's gaps: open ones first, those asked most often before others."""
        async with self._database.tenant(tenant_id) as connection:
            gaps = await connection.fetch("SELECT * FROM gaps WHERE tenant_id = $1", tenant_id)
            rows = await connection.fetch(
                "SELECT gap_id, conversation_id, seq, text, reason, at, answered FROM gap_questions "
                "WHERE tenant_id = $1 ORDER BY at DESC, conversation_id, seq",
                tenant_id,
            )
        asked: dict[str, list[GapQuestion]] = {}
        for row in rows:
            values = dict(row)
            asked.setdefault(values.pop("gap_id"), []).append(GapQuestion(**values))
        found = [
            Gap(
                row["id"],
                row["state"],
                row["created_at"],
                tuple(asked[row["id"]]),
                row["settled_by"],
                row["settled_at"],
            )
            for row in gaps
            if row["id"] in asked
        ]
        return tuple(sorted(found, key=lambda gap: (gap.state != "open", -len(gap.questions), gap.id)))

    async def settle(self, tenant_id: TenantId, id: str, state: str, *, by: str | None, at: datetime) -> bool:
        """Close, dismiss or open a gap. False where there is none such."""
        async with self._database.tenant(tenant_id) as connection:
            done = await connection.execute(
                "UPDATE gaps SET state = $3, settled_by = $4, settled_at = $5 WHERE tenant_id = $1 AND id = $2",
                tenant_id,
                id,
                state,
                by,
                at,
            )
        return done == "UPDATE 1"

    async def retested(self, tenant_id: TenantId, answers: Sequence[tuple[GapQuestion, bool]]) -> None:
        """Keep what came of asking questions again."""
        rows = [(tenant_id, q.conversation_id, q.seq, answered) for q, answered in answers]
        async with self._database.tenant(tenant_id) as connection:
            await connection.executemany(
                "UPDATE gap_questions SET answered = $4 WHERE tenant_id = $1 AND conversation_id = $2 AND seq = $3",
                rows,
            )

    async def questions(self, tenant_id: TenantId) -> tuple[KeptQuestion, ...]:
        """The questions that must keep working, the first one first."""
        async with self._database.tenant(tenant_id) as connection:
            rows = await connection.fetch(
                "SELECT id, question, expected, created_at, outcome, outcome_at, before FROM kept_questions "
                "WHERE tenant_id = $1 ORDER BY created_at, id",
                tenant_id,
            )
        return tuple(_to_kept(row) for row in rows)

    async def keep_question(self, tenant_id: TenantId, question: KeptQuestion) -> None:
        """Keep a question, or what came of asking it."""
        async with self._database.tenant(tenant_id) as connection:
            await connection.execute(
                _KEEP_KEPT,
                tenant_id,
                question.id,
                question.question,
                list(question.expected),
                question.created_at,
                question.outcome,
                question.outcome_at,
                question.before,
            )

    async def drop_question(self, tenant_id: TenantId, id: str) -> bool:
        """Keep a question no longer. False where there is none such."""
        async with self._database.tenant(tenant_id) as connection:
            done = await connection.execute(
                "DELETE FROM kept_questions WHERE tenant_id = $1 AND id = $2", tenant_id, id
            )
        return done == "DELETE 1"


def _to_kept(row: asyncpg.Record) -> KeptQuestion:
    values: dict[str, Any] = dict(row)
    values["expected"] = tuple(values["expected"])
    return KeptQuestion(**values)
