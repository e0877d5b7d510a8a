"""Ratings, read from the log in which they are events."""

from datetime import datetime

from baton.core.ids import TenantId
from baton.core.journeys.surveys import Rating, Scores
from baton.db.connection import Database

_LAST = """WITH last AS (
    SELECT DISTINCT ON (e.conversation_id) e.conversation_id, e.seq, e.at, (e.data->>'score')::int AS score,
           e.data->>'comment' AS comment,
           EXISTS (SELECT 1 FROM events p WHERE p.tenant_id = $1 AND p.conversation_id = e.conversation_id
                   AND p.seq < e.seq AND p.kind IN ('handoff_opened', 'taken_over')) AS after_handoff
    FROM events e WHERE e.tenant_id = $1 AND e.kind = 'conversation_rated' AND e.at >= $2
    ORDER BY e.conversation_id, e.seq DESC)"""

_SCORES = f"{_LAST} SELECT after_handoff, score, count(*) AS n FROM last GROUP BY after_handoff, score"  # noqa: S608 - a constant

_LATEST = f"""{_LAST} SELECT last.*, u.name AS customer FROM last
    JOIN conversations c ON c.tenant_id = $1 AND c.id = last.conversation_id
    JOIN customers u ON u.tenant_id = $1 AND u.id = c.customer_id ORDER BY last.at DESC, last.seq DESC LIMIT $3"""  # noqa: S608 - a constant


class Surveys:
    """The ratings of every tenant."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def scores(self, tenant_id: TenantId, since: datetime) -> tuple[Scores, Scores]:
        """Those without a handoff, and those after one; of each conversation the last."""
        async with self._database.tenant(tenant_id) as connection:
            rows = await connection.fetch(_SCORES, tenant_id, since)
        apart = ({row["score"]: row["n"] for row in rows if row["after_handoff"] is after} for after in (False, True))
        bot_alone, after_handoff = (Scores(spread) for spread in apart)
        return bot_alone, after_handoff

    async def latest(self, tenant_id: TenantId, since: datetime, limit: int) -> tuple[Rating, ...]:
        """The latest, of each conversation the last."""
        async with self._database.tenant(tenant_id) as connection:
            rows = await connection.fetch(_LATEST, tenant_id, since, limit)
        named = ("conversation_id", "customer", "score", "comment", "at", "after_handoff")
        return tuple(Rating(**{name: row[name] for name in named}) for row in rows)
