"""Replies that are sent later. Each write raises the conversation's `seq` with it, and holds while that is as it was
read: so author, timer and customer are told apart by the conversation's own row, on any number of nodes.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

import asyncpg

from baton.core.actors import Actor, ActorKind
from baton.core.conversation import Change
from baton.core.ids import ConversationId, MessageId, OperatorId, TenantId
from baton.core.inbox.sending_later import ScheduledReply, ScheduledState
from baton.core.values import altered
from baton.core.views import actor_view
from baton.db.connection import Database
from baton.db.conversations import numbered
from baton.db.rows import event_record, message_record, to_message
from baton.db.statements import logged
from baton.services.ports.scheduled import Own
from baton.services.records import Saved

_WRITE = f"""
WITH touched AS (
    UPDATE conversations c SET scheduled_for = x.scheduled_for, scheduled_seq = x.scheduled_seq,
        scheduled_under = x.scheduled_under, seq = c.seq + x.events
    FROM jsonb_to_record($3::jsonb) AS x(id text, fence int, quiet_since int, events int, scheduled_for timestamptz,
        scheduled_seq int, scheduled_under int)
    WHERE c.tenant_id = $1 AND c.id = x.id AND c.version = x.fence AND c.seq = x.quiet_since
    RETURNING c.*, c.seq - x.events AS base
), written AS (
    INSERT INTO scheduled_replies AS s (tenant_id, id, conversation_id, author_id, author_name, text, extras,
        written_at, due_at, under, seq, even_if_written, state, told, ended_at)
    SELECT $1, x.id, touched.id, x.author_id, x.author_name, x.text, x.extras, x.at, x.due_at, x.under, x.seq,
        x.even_if_written, x.state, x.told, x.ended_at
    FROM jsonb_to_recordset($5::jsonb) AS x(id text, author_id text, author_name text, text text, extras jsonb,
        at timestamptz, due_at timestamptz, under int, seq int, even_if_written boolean, state text, told jsonb,
        ended_at timestamptz), touched
    ON CONFLICT (tenant_id, id) DO UPDATE SET text = EXCLUDED.text, extras = EXCLUDED.extras,
        written_at = EXCLUDED.written_at, due_at = EXCLUDED.due_at, under = EXCLUDED.under, seq = EXCLUDED.seq,
        even_if_written = EXCLUDED.even_if_written, state = EXCLUDED.state, told = EXCLUDED.told,
        ended_at = EXCLUDED.ended_at
), removed AS (
    DELETE FROM scheduled_replies s USING touched
    WHERE s.tenant_id = $1 AND s.conversation_id = touched.id AND s.id = $6
), {logged(events="$4")}
SELECT seq FROM touched"""  # noqa: S608 - constants

_REPLY = """s.id, 0 AS seq, 'operator' AS author_kind, s.author_id, s.author_name, 'text' AS kind, s.text, s.extras,
    NULL AS client_id, NULL AS reply_to, s.written_at AS at, s.due_at, s.under, s.seq AS seen, s.even_if_written,
    s.state, s.told, s.ended_at"""

_DUE = """SELECT tenant_id, conversation_id, id FROM scheduled_replies
    WHERE state = 'waiting' AND due_at <= $1 ORDER BY due_at LIMIT $2"""

_OVERTAKEN = """SELECT s.tenant_id, s.conversation_id, s.id FROM scheduled_replies s
    JOIN conversations c ON c.tenant_id = s.tenant_id AND c.id = s.conversation_id
    WHERE s.state = 'waiting' AND s.due_at > $1
      AND (c.version <> s.under OR (c.asked_seq > s.seq AND NOT s.even_if_written))
    ORDER BY s.due_at LIMIT $2"""
"""It reads the conversation of everything that waits, whenever it is due: not to be asked as often as the other."""

_MOVED = """SELECT kind, actor_kind, actor_id, actor_name, at FROM events
    WHERE tenant_id = $1 AND conversation_id = $2 AND seq > $3 AND version > $4 ORDER BY seq LIMIT 1"""


class ScheduledReplies:
    """The replies of every tenant's operators that wait for their time, or were not sent."""

    def __init__(self, database: Database, *, epoch: int) -> None:
        self._database = database
        self._epoch = epoch

    async def write(self, change: Change, reply: ScheduledReply) -> Saved | None:
        """Keep a reply as it is now, while its conversation is as it was read; else nothing: None."""
        return await self._write(change, [_record(reply)], None)

    async def remove(self, change: Change, id: MessageId) -> Saved | None:
        """Forget a reply that was taken back, while its conversation is as it was read; else nothing: None."""
        return await self._write(change, [], id)

    async def find(self, tenant_id: TenantId, id: ConversationId, reply: MessageId) -> ScheduledReply | None:
        """One of a conversation, also once it was sent."""
        found = await self._fetch(tenant_id, "s.conversation_id = $2 AND s.id = $3", id, reply)
        return found[0] if found else None

    async def of(self, tenant_id: TenantId, id: ConversationId) -> tuple[ScheduledReply, ...]:
        """Those of a conversation that wait or were not sent, the oldest first."""
        return await self._fetch(tenant_id, "s.conversation_id = $2 AND s.state <> 'sent' ORDER BY s.id", id)

    async def of_author(self, tenant_id: TenantId, id: OperatorId, limit: int) -> Sequence[Own]:
        """An operator's own that wait or were not sent, in any conversation, the next first."""
        async with self._database.tenant(tenant_id) as connection:
            rows = await connection.fetch(
                f"SELECT {_REPLY}, s.conversation_id, u.name AS customer, c.queue FROM scheduled_replies s "  # noqa: S608
                "JOIN conversations c ON c.tenant_id = s.tenant_id AND c.id = s.conversation_id "
                "JOIN customers u ON u.tenant_id = c.tenant_id AND u.id = c.customer_id "
                "WHERE s.tenant_id = $1 AND s.author_id = $2 AND s.state <> 'sent' ORDER BY s.due_at, s.id LIMIT $3",
                tenant_id,
                id,
                limit,
            )
        return [Own(row["conversation_id"], row["customer"], row["queue"], _reply(row)) for row in rows]

    async def due(self, now: datetime, limit: int) -> Sequence[tuple[TenantId, ConversationId, MessageId]]:
        """Those of any tenant whose time has come."""
        return await self._everywhere(_DUE, now, limit)

    async def overtaken(self, now: datetime, limit: int) -> Sequence[tuple[TenantId, ConversationId, MessageId]]:
        """Those of any tenant whose time is to come, and that can't be sent any more."""
        return await self._everywhere(_OVERTAKEN, now, limit)

    async def _everywhere(
        self, sql: str, now: datetime, limit: int
    ) -> Sequence[tuple[TenantId, ConversationId, MessageId]]:
        async with self._database.install() as connection:
            rows = await connection.fetch(sql, now, limit)
        return [(row["tenant_id"], row["conversation_id"], row["id"]) for row in rows]

    async def moved(self, tenant_id: TenantId, id: ConversationId, reply: ScheduledReply) -> Mapping[str, Any] | None:
        """The first move since a reply was written: which, by whom, and when."""
        async with self._database.tenant(tenant_id) as connection:
            row = await connection.fetchrow(_MOVED, tenant_id, id, reply.seq, reply.under)
        if row is None:
            return None
        by = actor_view(Actor(ActorKind(row["actor_kind"]), row["actor_id"], row["actor_name"]))
        return {"move": row["kind"], "by": by, "moved_at": row["at"]}

    async def _write(self, change: Change, records: list[dict[str, Any]], removed: MessageId | None) -> Saved | None:
        after, timer = change.after, change.after.timer
        events = [event_record(after.id, event, n) for n, event in enumerate(change.events, 1)]
        row = {
            "id": after.id,
            "fence": change.fence,
            "quiet_since": change.quiet_since,
            "events": len(events),
            "scheduled_for": timer.due_at if timer else None,
            "scheduled_seq": timer.seq if timer else None,
            "scheduled_under": timer.under if timer else None,
        }
        async with self._database.writing(after.tenant_id) as connection:
            seq = await connection.fetchval(_WRITE, after.tenant_id, self._epoch, row, events, records, removed)
        if seq is None:
            return None
        base = seq - len(events)
        return Saved(altered(after, seq=seq), tuple(numbered(e, base + n) for n, e in enumerate(change.events, 1)))

    async def _fetch(self, tenant_id: TenantId, condition: str, *arguments: object) -> tuple[ScheduledReply, ...]:
        sql = f"SELECT {_REPLY} FROM scheduled_replies s WHERE s.tenant_id = $1 AND {condition}"  # noqa: S608
        async with self._database.tenant(tenant_id) as connection:
            return tuple(_reply(row) for row in await connection.fetch(sql, tenant_id, *arguments))


def _record(reply: ScheduledReply) -> dict[str, Any]:
    message = message_record("", reply.message, 0)
    return {key: message[key] for key in ("id", "author_id", "author_name", "text", "extras", "at")} | {
        "due_at": reply.due_at,
        "under": reply.under,
        "seq": reply.seq,
        "even_if_written": reply.even_if_written,
        "state": reply.state.value,
        "told": reply.told,
        "ended_at": reply.ended_at,
    }


def _reply(row: asyncpg.Record) -> ScheduledReply:
    message = to_message(row)
    return ScheduledReply(
        message=message,
        due_at=row["due_at"],
        under=row["under"],
        seq=row["seen"],
        even_if_written=row["even_if_written"],
        state=ScheduledState(row["state"]),
        told=row["told"],
        ended_at=row["ended_at"],
    )
