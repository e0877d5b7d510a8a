"""Conversations: the two statements that write one, and the reads.

`save` is the only way a conversation moves or is spoken in by the desk's side: one statement compares the version,
writes the row, its messages, its events and its handoff, or does nothing at all. `append` adds what needs no fence
(a customer's message, a note). Neither accepts a change without an event.
"""

from dataclasses import fields, replace
from typing import Any

from baton.core.conversation import PREVIEW, Change, Conversation, Handoff
from baton.core.customer import Customer
from baton.core.events import Event, EventKind
from baton.core.ids import ConversationId, TenantId
from baton.core.promises import Promise
from baton.db.connection import Database
from baton.db.receipts import insert_conflict, receipt_columns
from baton.db.rows import CONVERSATION, JOINED, event_record, message_record, to_conversation, to_customer
from baton.services.records import Receipt, Saved

_MESSAGES = """jsonb_to_recordset($4::jsonb) AS x(place int, id text, author_kind text, author_id text,
    author_name text, kind text, text text, extras jsonb, client_id text, reply_to int, at timestamptz)"""

_EVENTS = """jsonb_to_recordset($5::jsonb) AS x(place int, kind text, audience text, actor_kind text, actor_id text,
    actor_name text, data jsonb, at timestamptz)"""

_SAID = f"""said AS (
    INSERT INTO messages (tenant_id, conversation_id, seq, id, author_kind, author_id, author_name, kind, text, extras,
                          client_id, reply_to, at)
    SELECT $1, $2, touched.base + x.place, x.id, x.author_kind, x.author_id, x.author_name, x.kind, x.text,
           x.extras, x.client_id, x.reply_to, x.at
    FROM touched, {_MESSAGES})"""  # noqa: S608 - only constants are pasted in


def _logged(queue_name: str) -> str:
    return f"""logged AS (
    INSERT INTO events (tenant_id, epoch, conversation_id, seq, kind, audience, actor_kind, actor_id, actor_name, state,
                        version, owner_id, owner_name, data, at)
    SELECT $1, $3, $2, touched.base + x.place, x.kind, x.audience, x.actor_kind, x.actor_id, x.actor_name,
           touched.state, touched.version,
           CASE touched.state WHEN 'queued' THEN touched.queue ELSE touched.owner_id END,
           CASE touched.state WHEN 'queued' THEN coalesce({queue_name}, h.queue_name) ELSE o.name END, x.data, x.at
    FROM touched
    LEFT JOIN operators o ON o.tenant_id = $1 AND o.id = touched.owner_id
    LEFT JOIN handoffs h ON touched.state = 'queued' AND h.tenant_id = $1 AND h.conversation_id = $2
        AND h.closed_at IS NULL, {_EVENTS})"""  # noqa: S608


_RECEIPT = """receipt AS (
    INSERT INTO receipts (tenant_id, caller, key, fingerprint)
    SELECT $1, $6, $7, $8 FROM touched WHERE $7::text IS NOT NULL)"""

_APPEND = f"""
WITH touched AS (
    UPDATE conversations SET
        seq = seq + 1,
        asked_seq   = CASE WHEN $9 THEN seq + 1 ELSE asked_seq END,
        preview     = CASE WHEN $9 THEN $10 ELSE preview END,
        last_author = CASE WHEN $9 THEN 'customer' ELSE last_author END,
        updated_at  = CASE WHEN $9 THEN $11 ELSE updated_at END
    WHERE tenant_id = $1 AND id = $2 AND NOT ($9 AND state = 'resolved')
    RETURNING *, seq - 1 AS base
), {_SAID}, {_logged("NULL")}, {_RECEIPT}
SELECT {CONVERSATION} FROM touched c {JOINED}"""  # noqa: S608

_SAVE = f"""
WITH touched AS (
    UPDATE conversations SET
        state = $9, version = $10, owner_id = $11, queue = $12, priority = $13, waiting_since = $14, held_since = $15,
        seq = seq + $16, decided_seq = GREATEST(decided_seq, $17), track = $18, preview = $19, last_author = $20,
        disposition = $21, updated_at = $22, asked_seq = CASE WHEN $23::int > 0 THEN seq + $23 ELSE asked_seq END
    WHERE tenant_id = $1 AND id = $2 AND version = $24 AND ($25::int IS NULL OR decided_seq < $25)
    RETURNING *, seq - $16 AS base
), {_SAID}, {_logged("$29")}, {_RECEIPT}, opened AS (
    INSERT INTO handoffs (tenant_id, id, conversation_id, reason, rule, topic, evidence, policy_version, queue,
        queue_name, priority, position, packet, notice_id, opened_by, opened_at, claimed_by, claimed_at)
    SELECT $1, x.id, $2, x.reason, x.rule, x.topic, x.evidence, x.policy_version, x.queue, x.queue_name, x.priority,
        x.position, x.packet, x.notice_id, x.opened_by, x.opened_at, x.claimed_by,
        CASE WHEN x.claimed_by IS NOT NULL THEN x.opened_at END
    FROM touched, jsonb_to_record($26::jsonb) AS x(id text, reason text, rule text, topic text, evidence jsonb,
        policy_version int, queue text, queue_name text, priority int, position int, packet jsonb, notice_id text,
        opened_by text, opened_at timestamptz, claimed_by text)
    WHERE $26::jsonb IS NOT NULL
), promised AS (
    INSERT INTO promises (tenant_id, conversation_id, handoff_id, kind, says, made_at, due_at)
    SELECT $1, $2, x.handoff_id, x.kind, x.says, x.made_at, x.due_at
    FROM touched, jsonb_to_recordset($27::jsonb) AS x(handoff_id text, kind text, says text, made_at timestamptz,
        due_at timestamptz)
), carried AS (
    UPDATE handoffs h SET
        queue = COALESCE($28, h.queue), queue_name = COALESCE($29, h.queue_name),
        claimed_by = CASE WHEN $30 THEN $11 WHEN $9 = 'queued' THEN NULL ELSE h.claimed_by END,
        claimed_at = CASE WHEN $30 THEN COALESCE(h.claimed_at, $22) ELSE h.claimed_at END,
        closed_at = CASE WHEN $31::text IS NOT NULL THEN $22 END, closed_how = $31
    FROM touched
    WHERE h.tenant_id = $1 AND h.conversation_id = $2 AND h.closed_at IS NULL AND $32
)
SELECT seq, asked_seq, decided_seq FROM touched"""  # noqa: S608

_OPEN = f"""
WITH touched AS (
    INSERT INTO conversations (tenant_id, id, customer_id, channel, language, state, version, seq, created_at,
                               updated_at)
    VALUES ($1, $2, $9, $10, $11, 'bot', 1, 1, $12, $12)
    RETURNING *, 0 AS base
), {_SAID}, {_logged("NULL")}, {_RECEIPT}
SELECT seq FROM touched"""  # noqa: S608


class Conversations:
    """The conversations of every tenant; each call names the one it means."""

    def __init__(self, database: Database, *, epoch: int) -> None:
        self._database = database
        self._epoch = epoch

    async def open(self, conversation: Conversation, event: Event, receipt: Receipt | None) -> None:
        """Write a new conversation with its first event."""
        arguments = [*self._base(conversation.tenant_id, conversation.id, (event,), receipt)]
        rest = (
            conversation.customer_id,
            conversation.channel,
            conversation.language,
            conversation.created_at,
        )
        async with self._database.tenant(conversation.tenant_id) as connection:
            with insert_conflict():
                await connection.fetchrow(_OPEN, *arguments, *rest)

    async def load(self, tenant_id: TenantId, id: ConversationId) -> tuple[Conversation, Customer] | None:
        """A conversation with its customer, or None where this tenant has no such one."""
        async with self._database.tenant(tenant_id) as connection:
            row = await connection.fetchrow(
                f"SELECT {CONVERSATION} FROM conversations c {JOINED} WHERE c.tenant_id = $1 AND c.id = $2",  # noqa: S608
                tenant_id,
                id,
            )
        return (to_conversation(row), to_customer(row)) if row else None

    async def append(
        self, tenant_id: TenantId, id: ConversationId, event: Event, receipt: Receipt | None = None
    ) -> tuple[Saved, Customer] | None:
        """Add an event that needs no fence. None where there is no such conversation, or a customer writes to a
        resolved one (which has to be reopened first).
        """
        received = event.kind is EventKind.MESSAGE_RECEIVED
        preview = event.message.text[:PREVIEW] if event.message else ""
        arguments = self._base(tenant_id, id, (event,), receipt)
        async with self._database.tenant(tenant_id) as connection:
            with insert_conflict():
                row = await connection.fetchrow(_APPEND, *arguments, received, preview, event.at)
        if row is None:
            return None
        conversation = to_conversation(row)
        return Saved(conversation, (numbered(event, conversation.seq),)), to_customer(row)

    async def save(
        self, change: Change, *, receipt: Receipt | None = None, promises: tuple[Promise, ...] = ()
    ) -> Saved | None:
        """Store a change if its conversation still has the version that it was made from, else do nothing: None."""
        if not change.events:
            raise ValueError("a change without an event is not a change")
        after = change.after
        arguments = self._base(after.tenant_id, after.id, change.events, receipt)
        async with self._database.tenant(after.tenant_id) as connection:
            with insert_conflict():
                row = await connection.fetchrow(_SAVE, *arguments, *_row(change), *_handoff(change, promises))
        if row is None:
            return None
        base = row["seq"] - len(change.events)
        stored = replace(after, seq=row["seq"], asked_seq=row["asked_seq"], decided_seq=row["decided_seq"])
        return Saved(stored, tuple(numbered(e, base + n) for n, e in enumerate(change.events, 1)))

    def _base(
        self, tenant_id: TenantId, id: ConversationId, events: tuple[Event, ...], receipt: Receipt | None
    ) -> tuple[Any, ...]:
        said = [message_record(e.message, n) for n, e in enumerate(events, 1) if e.message]
        logged = [event_record(e, n) for n, e in enumerate(events, 1)]
        return (tenant_id, id, self._epoch, said, logged, *receipt_columns(receipt))


def numbered(event: Event, seq: int) -> Event:
    """The event, and the message in it, with their place in the log."""
    return replace(event, seq=seq, message=replace(event.message, seq=seq) if event.message else None)


def _row(change: Change) -> tuple[Any, ...]:
    after = change.after
    asked = next((n for n, e in enumerate(change.events, 1) if e.kind is EventKind.MESSAGE_RECEIVED), 0)
    return (
        after.state.value,
        after.version,
        after.owner_id,
        after.queue,
        after.priority,
        after.waiting_since,
        after.held_since,
        len(change.events),
        after.decided_seq,
        after.track,
        after.preview,
        after.last_author,
        after.disposition,
        after.updated_at,
        asked,
        change.fence,
        change.decides,
    )


def _handoff(change: Change, promises: tuple[Promise, ...]) -> tuple[Any, ...]:
    opened, open_one = change.opened, change.after.handoff
    carries = opened is None and (open_one is not None or change.closes is not None)
    at = change.events[0].at
    return (
        _opened(opened, change.events[0].actor.kind.value) if opened else None,
        [
            {"handoff_id": opened.id, "kind": p.kind, "says": p.says, "made_at": at, "due_at": p.due}
            for p in promises
            if opened
        ],
        open_one.queue if open_one else None,
        open_one.queue_name if open_one else None,
        change.claimed,
        change.closes,
        carries,
    )


def _opened(handoff: Handoff, opened_by: str) -> dict[str, Any]:
    return {field.name: getattr(handoff, field.name) for field in fields(handoff)} | {"opened_by": opened_by}
