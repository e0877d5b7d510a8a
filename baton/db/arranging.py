"""What the team arranges of a conversation without moving the baton, in a statement of its own."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from baton.core.conversation import Change
from baton.core.ids import ConversationId, TenantId
from baton.db.connection import Database
from baton.db.conversations import numbered
from baton.db.rows import event_record
from baton.db.statements import logged
from baton.services.records import Saved

_ARRANGE = f"""
WITH touched AS (
    UPDATE conversations c SET
        labels = x.labels, priority = x.priority, ranks_at = x.ranks_at, updated_at = x.updated_at,
        snoozed_until = x.snoozed_until, snoozed_until_reply = x.snoozed_until_reply, snoozed_seq = x.snoozed_seq,
        snoozed_under = x.snoozed_under, woken = x.woken, seq = c.seq + x.events
    FROM jsonb_to_record($3::jsonb) AS x(id text, fence int, quiet_since int, events int, labels text[], priority int,
        ranks_at timestamptz, updated_at timestamptz, snoozed_until timestamptz, snoozed_until_reply boolean,
        snoozed_seq int, snoozed_under int, woken text)
    WHERE c.tenant_id = $1 AND c.id = x.id AND c.version = x.fence AND c.seq = x.quiet_since
    RETURNING c.*, c.seq - x.events AS base
), ranked AS (
    UPDATE handoffs h SET priority = touched.priority
    FROM touched
    WHERE h.tenant_id = $1 AND h.conversation_id = touched.id AND h.closed_at IS NULL
      AND h.priority <> touched.priority
), {logged(events="$4")}
SELECT seq FROM touched"""  # noqa: S608 - constants

_TO_WAKE = """SELECT c.tenant_id, c.id FROM conversations c
    WHERE c.snoozed_seq IS NOT NULL
      AND (c.snoozed_until <= $1 OR c.asked_seq > c.snoozed_seq OR c.version <> c.snoozed_under
           OR EXISTS (SELECT 1 FROM promises p WHERE p.tenant_id = c.tenant_id AND p.conversation_id = c.id
                      AND p.state = 'open' AND coalesce(p.due_at, p.lapses_at) <= $2))
    ORDER BY c.snoozed_until NULLS LAST LIMIT $3"""


class Arranging:
    """Labels, priority and snooze of the conversations of every tenant."""

    def __init__(self, database: Database, *, epoch: int) -> None:
        self._database = database
        self._epoch = epoch

    async def arrange(self, change: Change) -> Saved | None:
        """Store a change while its conversation is as it was read, to the last event of its log; else nothing: None."""
        after, events = change.after, change.events
        records = [event_record(after.id, event, n) for n, event in enumerate(events, 1)]
        async with self._database.writing(after.tenant_id) as connection:
            seq = await connection.fetchval(_ARRANGE, after.tenant_id, self._epoch, _record(change), records)
        if seq is None:
            return None
        base = seq - len(events)
        return Saved(replace(after, seq=seq), tuple(numbered(event, base + n) for n, event in enumerate(events, 1)))

    async def to_wake(self, now: datetime, lead: timedelta, limit: int) -> list[tuple[TenantId, ConversationId]]:
        """Snoozed conversations of any tenant whose time has come, or whose promise falls due within `lead`."""
        async with self._database.install() as connection:
            rows = await connection.fetch(_TO_WAKE, now, now + lead, limit)
        return [(row["tenant_id"], row["id"]) for row in rows]


def _record(change: Change) -> dict[str, Any]:
    after, slept = change.after, change.after.slept
    return {
        "id": after.id,
        "fence": change.fence,
        "quiet_since": change.quiet_since,
        "events": len(change.events),
        "labels": list(after.labels),
        "priority": after.priority,
        "ranks_at": after.handoff.rank if after.handoff else None,
        "updated_at": after.updated_at,
        "snoozed_until": slept.until if slept else None,
        "snoozed_until_reply": slept is not None and slept.until is None,
        "snoozed_seq": slept.seq if slept else None,
        "snoozed_under": slept.under if slept else None,
        "woken": after.woken,
    }
