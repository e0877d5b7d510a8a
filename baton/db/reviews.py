"""Weekly reviews: samples as they were drawn, and marks."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from baton.core.ids import TenantId
from baton.core.journeys.reviews import Item, Mark, Review
from baton.db.connection import Database
from baton.db.selection import UPDATED_IN
from baton.services.ports.reviews import SentOn, Summary

_KEEP = """INSERT INTO reviews (tenant_id, week, since, until, began, drawn_by, drawn_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING"""

_KEEP_ITEM = """INSERT INTO review_items (tenant_id, week, place, conversation_id, category, handed_over, reason, queue)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8)"""

_ITEMS = """SELECT i.place, i.conversation_id, i.category, i.handed_over, i.reason, i.queue, i.mark, i.source_missing,
        i.note, i.marked_by, i.marked_at, (SELECT q.gap_id FROM gap_questions q WHERE q.tenant_id = i.tenant_id
            AND q.conversation_id = i.conversation_id ORDER BY q.seq DESC LIMIT 1) AS gap
    FROM review_items i WHERE i.tenant_id = $1 AND i.week = $2 ORDER BY i.place"""

_LATEST = """SELECT r.week, count(i.place) AS drawn, count(i.mark) AS marked FROM reviews r
    LEFT JOIN review_items i ON i.tenant_id = r.tenant_id AND i.week = r.week
    WHERE r.tenant_id = $1 GROUP BY r.week ORDER BY r.week DESC LIMIT $2"""

_MARK = """UPDATE review_items SET mark = $4, note = $5, source_missing = $6, marked_by = $7, marked_at = $8
    WHERE tenant_id = $1 AND week = $2 AND conversation_id = $3"""

# What began since then was changed since then: that has an index.
_SENT_ON = f"""SELECT e.conversation_id AS conversation, e.kind, e.actor_name AS by,
        coalesce(e.data ->> 'queue_name', e.data -> 'to' ->> 'name') AS to, e.data ->> 'reason' AS why, e.at
    FROM conversations c JOIN events e ON e.tenant_id = c.tenant_id AND e.conversation_id = c.id
    WHERE c.tenant_id = $1 AND c.created_at >= $2 AND c.created_at < $3
        AND c.updated_in >= {UPDATED_IN.format("$2::timestamptz")} AND e.kind IN ('transferred', 'released')
        AND e.actor_kind = 'operator' ORDER BY e.at DESC LIMIT $4"""  # noqa: S608 - a constant


class Reviews:
    """The weekly reviews of every tenant."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def keep(self, tenant_id: TenantId, review: Review) -> bool:
        """Store a sample that was drawn. False, and nothing stored, where the week has one already."""
        week = review.week
        rows = [
            (tenant_id, week, i.place, i.conversation, i.category, i.handed_over, i.reason, i.queue)
            for i in review.items
        ]
        given = (review.since, review.until, dict(review.began), review.drawn_by, review.drawn_at)
        async with self._database.tenant(tenant_id) as connection, connection.transaction():
            if await connection.execute(_KEEP, tenant_id, week, *given) != "INSERT 0 1":
                return False
            await connection.executemany(_KEEP_ITEM, rows)
        return True

    async def find(self, tenant_id: TenantId, week: date) -> Review | None:
        """A week's review with its items in their order, each with a gap that one of its questions is in."""
        async with self._database.tenant(tenant_id) as connection:
            row = await connection.fetchrow("SELECT * FROM reviews WHERE tenant_id = $1 AND week = $2", tenant_id, week)
            items = await connection.fetch(_ITEMS, tenant_id, week) if row else ()
        if row is None:
            return None
        named = ("week", "since", "until", "began", "drawn_at", "drawn_by")
        return Review(**{name: row[name] for name in named}, items=tuple(_item(one) for one in items))

    async def latest(self, tenant_id: TenantId, limit: int) -> tuple[Summary, ...]:
        """The weeks that were drawn, the latest first."""
        async with self._database.tenant(tenant_id) as connection:
            return tuple(Summary(**row) for row in await connection.fetch(_LATEST, tenant_id, limit))

    async def mark(self, tenant_id: TenantId, week: date, item: Item) -> bool:
        """Keep what an item says now of its conversation. False where the sample does not have it."""
        async with self._database.tenant(tenant_id) as connection:
            given = (item.mark, item.note, item.source_missing, item.marked_by, item.marked_at)
            return await connection.execute(_MARK, tenant_id, week, item.conversation, *given) == "UPDATE 1"

    async def sent_on(self, tenant_id: TenantId, since: datetime, until: datetime, *, limit: int) -> tuple[SentOn, ...]:
        """What operators sent on or put back of the conversations that began then, the latest first."""
        async with self._database.tenant(tenant_id) as connection:
            rows = await connection.fetch(_SENT_ON, tenant_id, since, until, limit)
        return tuple(SentOn(**row) for row in rows)


def _item(row: Mapping[str, Any]) -> Item:
    values = dict(row)
    mark = values.pop("mark")
    return Item(conversation=values.pop("conversation_id"), mark=Mark(mark) if mark else None, **values)
