"""What is kept of a customer, handed out or erased whole.

An erasure is one transaction. It locks the conversations first, so that a message which comes at that moment is either
stored before it and erased, or finds no conversation any more.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

import asyncpg

from baton.core.actors import SYSTEM, Actor
from baton.core.customer import Customer
from baton.core.events import Event, EventKind
from baton.core.ids import ConversationId, CustomerId, TenantId
from baton.db.connection import Database, Handle
from baton.db.events import write_event
from baton.db.rows import CUSTOMER, to_customer
from baton.db.seals import LOCK
from baton.services.ports.customers import Erased

_CUSTOMER = f"""u.id AS customer_id, {CUSTOMER}, (SELECT count(*) FROM conversations c
    WHERE c.tenant_id = u.tenant_id AND c.customer_id = u.id) AS conversations"""  # noqa: S608 - a constant

_FIND = f"SELECT {_CUSTOMER} FROM customers u WHERE u.tenant_id = $1 AND u.id = $2"  # noqa: S608 - a constant

_SAME_ADDRESS = f"""SELECT {_CUSTOMER} FROM customers u WHERE u.tenant_id = $1 AND u.id <> $2 AND lower(u.email) =
    (SELECT lower(email) FROM customers WHERE tenant_id = $1 AND id = $2) ORDER BY u.created_at DESC, u.id LIMIT $3"""  # noqa: S608

_CONVERSATIONS = """SELECT c.id, c.customer_id, c.channel, c.language, c.state, c.disposition, c.labels, c.created_at,
        c.updated_at,
        (SELECT coalesce(jsonb_agg(jsonb_build_object('seq', m.seq, 'at', m.at, 'kind', m.kind, 'author', m.author_kind,
            'name', m.author_name, 'text', m.text) ORDER BY m.seq), '[]') FROM messages m
            WHERE m.tenant_id = c.tenant_id AND m.conversation_id = c.id) AS messages,
        (SELECT coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'name', a.name, 'media_type', a.media_type,
            'bytes', a.bytes) ORDER BY a.id), '[]') FROM attachments a
            WHERE a.tenant_id = c.tenant_id AND a.conversation_id = c.id) AS files,
        (SELECT coalesce(jsonb_agg(jsonb_build_object('at', e.at, 'score', e.data -> 'score', 'comment',
            e.data -> 'comment') ORDER BY e.seq), '[]') FROM events e WHERE e.tenant_id = c.tenant_id
            AND e.conversation_id = c.id AND e.kind = 'conversation_rated') AS ratings,
        (SELECT coalesce(jsonb_agg(jsonb_build_object('at', i.marked_at, 'mark', i.mark, 'note', i.note)
            ORDER BY i.week), '[]') FROM review_items i WHERE i.tenant_id = c.tenant_id
            AND i.conversation_id = c.id AND i.mark IS NOT NULL) AS reviews,
        (SELECT coalesce(jsonb_agg(jsonb_build_object('opened_at', h.opened_at, 'reason', h.reason, 'queue',
            h.queue_name, 'facts', h.packet -> 'facts') ORDER BY h.opened_at), '[]') FROM handoffs h
            WHERE h.tenant_id = c.tenant_id AND h.conversation_id = c.id) AS handoffs,
        (SELECT coalesce(jsonb_agg(jsonb_build_object('mode', f.mode, 'reference', f.reference, 'phone', f.phone,
            'email', f.email, 'made_at', f.made_at) ORDER BY f.made_at), '[]') FROM followups f
            WHERE f.tenant_id = c.tenant_id AND f.conversation_id = c.id) AS followups,
        (SELECT coalesce(jsonb_agg(jsonb_build_object('due', s.due_at, 'state', s.state, 'name', s.author_name,
            'text', s.text) ORDER BY s.id), '[]') FROM scheduled_replies s WHERE s.tenant_id = c.tenant_id
            AND s.conversation_id = c.id AND s.state <> 'sent') AS scheduled_replies
    FROM conversations c WHERE c.tenant_id = $1 AND c.customer_id = ANY($2) AND c.id > $3 ORDER BY c.id LIMIT $4"""

_NOBODY_SEALS = f"SELECT pg_advisory_xact_lock({LOCK})"
"""Nobody seals meanwhile: what is sealed keeps its hash, and what isn't never gets one."""

_LOCKED = """SELECT id, state FROM conversations WHERE tenant_id = $1 AND customer_id = ANY($2)
    ORDER BY id FOR UPDATE"""

_GAPS = """DELETE FROM gaps g WHERE g.tenant_id = $1
    AND g.id IN (SELECT gap_id FROM gap_questions WHERE tenant_id = $1 AND conversation_id = ANY($2))
    AND NOT EXISTS (SELECT 1 FROM gap_questions q WHERE q.tenant_id = $1 AND q.gap_id = g.id
        AND q.conversation_id <> ALL($2))"""

_MAILS = """DELETE FROM mails WHERE tenant_id = $1 AND (conversation_id = ANY($2) OR lower(sender) IN
    (SELECT lower(email) FROM customers WHERE tenant_id = $1 AND id = ANY($3)))"""

_BY_CONVERSATION = (
    _GAPS,
    "DELETE FROM events WHERE tenant_id = $1 AND conversation_id = ANY($2)",
    "DELETE FROM seal_salts WHERE tenant_id = $1 AND conversation_id = ANY($2)",
    "DELETE FROM receipts r WHERE tenant_id = $1 AND EXISTS "
    "(SELECT 1 FROM unnest($2::text[]) AS one(id) WHERE strpos(r.body::text, one.id) > 0)",
    "DELETE FROM webhook_pending WHERE tenant_id = $1 AND conversation_id = ANY($2)",
    "DELETE FROM chatwoot_threads WHERE tenant_id = $1 AND conversation_id = ANY($2)",
    "DELETE FROM webhook_attempts WHERE tenant_id = $1 AND conversation_id = ANY($2)",
    # Before the notices that they hold on to; what else hangs on a conversation goes with it.
    "DELETE FROM handoffs WHERE tenant_id = $1 AND conversation_id = ANY($2)",
    "DELETE FROM conversations WHERE tenant_id = $1 AND id = ANY($2)",
)


# Nothing that somebody is still owed, and what others go on in only after these. `updated_in`, which the index has, is
# never later than `updated_at`.
_OLD = """SELECT c.id, c.customer_id FROM conversations c
    WHERE c.tenant_id = $1 AND c.state = 'resolved' AND c.updated_in <= $2 AND c.updated_at <= $2
      AND NOT EXISTS (SELECT FROM promises p
          WHERE p.tenant_id = c.tenant_id AND p.conversation_id = c.id AND p.state = 'open')
      AND NOT EXISTS (SELECT FROM followups f
          WHERE f.tenant_id = c.tenant_id AND f.conversation_id = c.id AND f.state = 'open')
      AND NOT EXISTS (SELECT FROM conversations d WHERE d.tenant_id = c.tenant_id AND d.merged_into = c.id)
    ORDER BY c.updated_in, c.id LIMIT $3 FOR UPDATE OF c SKIP LOCKED"""

_HAVE_NO_OTHER = """SELECT u.id FROM customers u WHERE u.tenant_id = $1 AND u.id = ANY($2) AND NOT EXISTS
    (SELECT FROM conversations c WHERE c.tenant_id = u.tenant_id AND c.customer_id = u.id AND c.id <> ALL($3))"""


class Customers:
    """The customers of every tenant."""

    def __init__(self, database: Database, *, epoch: int) -> None:
        self._database = database
        self._epoch = epoch

    async def find(self, tenant_id: TenantId, id: CustomerId) -> Customer | None:
        """A customer, with how many conversations they have; None where there is none such."""
        async with self._database.tenant(tenant_id) as connection:
            row = await connection.fetchrow(_FIND, tenant_id, id)
        return _counted(row) if row else None

    async def same_address(self, tenant_id: TenantId, id: CustomerId, limit: int) -> tuple[Customer, ...]:
        """The others who gave the same e-mail address, in whatever letters, the latest first."""
        async with self._database.tenant(tenant_id) as connection:
            rows = await connection.fetch(_SAME_ADDRESS, tenant_id, id, limit)
        return tuple(_counted(row) for row in rows)

    async def conversations(
        self, tenant_id: TenantId, ids: Sequence[CustomerId], *, after: str, limit: int
    ) -> tuple[Mapping[str, Any], ...]:
        """Their conversations by id, each whole, for an export; `after` is the id of the last one had."""
        async with self._database.tenant(tenant_id) as connection:
            rows = await connection.fetch(_CONVERSATIONS, tenant_id, list(ids), after, limit)
        return tuple(dict(row) for row in rows)

    async def erase_resolved(
        self, tenant_id: TenantId, before: datetime, limit: int, *, days: int, at: datetime
    ) -> int:
        """Take out resolved conversations in which nothing has happened since then, and customers who had no other."""
        async with self._database.tenant(tenant_id) as connection, connection.transaction():
            await connection.execute(_NOBODY_SEALS, tenant_id)
            rows = await connection.fetch(_OLD, tenant_id, before, limit)
            if not rows:
                return 0
            conversations = [row["id"] for row in rows]
            theirs = list({row["customer_id"] for row in rows})
            left = [row["id"] for row in await connection.fetch(_HAVE_NO_OTHER, tenant_id, theirs, conversations)]
            await _take_out(connection, tenant_id, left, conversations)
            told = {"conversations": conversations, "customers": left, "days": days}
            done = Event(EventKind.CONVERSATIONS_ERASED, SYSTEM, at, told)
            await write_event(connection, tenant_id, self._epoch, done)
        return len(rows)

    async def erase(self, tenant_id: TenantId, ids: Sequence[CustomerId], *, by: Actor, at: datetime) -> Erased:
        """Take out customers with their conversations, and log that it was done.

        Nothing is taken out where a conversation is not closed: `open` names those.
        """
        async with self._database.tenant(tenant_id) as connection, connection.transaction():
            await connection.execute(_NOBODY_SEALS, tenant_id)
            rows = await connection.fetch(_LOCKED, tenant_id, list(ids))
            if open := tuple(row["id"] for row in rows if row["state"] != "resolved"):
                return Erased(open=open)
            conversations = [row["id"] for row in rows]
            await _take_out(connection, tenant_id, list(ids), conversations)
            told = {"customers": list(ids), "conversations": conversations}
            await write_event(connection, tenant_id, self._epoch, Event(EventKind.CUSTOMER_ERASED, by, at, told))
        return Erased(tuple(ids), tuple(conversations))


async def _take_out(
    connection: Handle, tenant_id: TenantId, customers: list[CustomerId], conversations: list[ConversationId]
) -> None:
    await connection.execute("SELECT set_config('baton.erasing', 'on', true)")
    await connection.execute(_MAILS, tenant_id, conversations, customers)
    for statement in _BY_CONVERSATION:
        await connection.execute(statement, tenant_id, conversations)
    await connection.execute("DELETE FROM customers WHERE tenant_id = $1 AND id = ANY($2)", tenant_id, customers)


def _counted(row: asyncpg.Record) -> Customer:
    return replace(to_customer(row), conversations=row["conversations"])
