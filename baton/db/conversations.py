"""Conversations: the statements that write one, and the reads.

`save` is the only way a conversation moves or is spoken in by the desk's side: one statement compares the version,
writes the row, its messages, its events and its handoff, or does nothing at all. `append` adds what needs no fence
(a customer's message, a note). Neither accepts a change without an event. Writes of one tenant that come at the same
moment share a statement (`together`).
"""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from typing import Any, cast

import asyncpg

from baton.core.conversation import PREVIEW, Change, Conversation
from baton.core.customer import Customer
from baton.core.events import Event, EventKind
from baton.core.ids import ConversationId, MessageId, TenantId
from baton.core.mail.deliveries import Delivery
from baton.core.promises import Promise
from baton.core.redaction import cut
from baton.core.values import altered
from baton.db.connection import Database
from baton.db.receipts import insert_conflict
from baton.db.rows import CONVERSATION, JOINED, to_conversation, to_customer
from baton.db.statements import APPEND, APPEND_MENTIONING, OPEN, SAVE, SAY, SPOKEN
from baton.db.together import Together
from baton.db.writes import (
    Added,
    added,
    followup_record,
    handoff_record,
    letter_record,
    mention_records,
    only_speaks,
    promise_records,
    row_record,
    settlement_records,
)
from baton.services.records import Receipt, Saved

_GOES_ON = "UPDATE conversations SET merged_into = $3 WHERE tenant_id = $1 AND id = $2"


class _OneMoved(Exception):
    """One of two rows is not as it was read: neither is written."""


class Conversations:
    """The conversations of every tenant; each call names the one it means."""

    def __init__(self, database: Database, *, epoch: int) -> None:
        self._database = database
        self._epoch = epoch
        self._opening = Together[_Write, Any](self._storing(OPEN))
        self._appending = Together[_Write, Any](self._storing(APPEND_MENTIONING, plain=APPEND))
        self._saving = Together[_Write, Any](self._storing(SAVE, plain=SAY))

    async def open(self, conversation: Conversation, event: Event, receipt: Receipt | None) -> None:
        """Write a new conversation with its first event."""
        row = {
            "id": conversation.id,
            "customer_id": conversation.customer_id,
            "channel": conversation.channel,
            "language": conversation.language,
            "at": conversation.created_at,
        }
        tenant_id, id = conversation.tenant_id, conversation.id
        with insert_conflict():
            await self._opening.write((tenant_id,), id, _Write(id, row, added(id, (event,), receipt)))

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
        row = {
            "id": id,
            "asks": event.kind is EventKind.MESSAGE_RECEIVED,
            "preview": cut(event.message.in_short, PREVIEW) if event.message else "",
            "at": event.at,
        }
        named = mention_records(id, event)
        write = _Write(id, row, added(id, (event,), receipt), (named,) if named else ())
        with insert_conflict():
            stored = await self._appending.write((tenant_id,), id, write)
        if stored is None:
            return None
        conversation = to_conversation(stored)
        return Saved(conversation, (numbered(event, conversation.seq),)), to_customer(stored)

    async def save(
        self,
        change: Change,
        *,
        receipt: Receipt | None = None,
        promises: tuple[Promise, ...] = (),
        deliveries: tuple[Delivery, ...] = (),
    ) -> Saved | None:
        """Store a change if its conversation still has the version that it was made from, else do nothing: None.

        Nor is anything stored where an operator would get more than they have room for.
        """
        if not change.events:
            raise ValueError("a change without an event is not a change")
        write = _written(change, receipt, promises, deliveries)
        with insert_conflict():
            stored = await self._saving.write(*_lane(change), write)
        return _saved(change, stored) if stored is not None else None

    async def save_both(self, ends: Change, goes_on: Change) -> tuple[Saved, Saved] | None:
        """Store that one conversation goes on in another: both changes, or neither where either has moved: None."""
        changes = (ends, goes_on)
        writes = sorted((_written(change) for change in changes), key=lambda write: write.id)
        tenant = ends.after.tenant_id
        try:
            async with self._database.writing(tenant) as connection, connection.transaction():
                rows = await connection.fetch(SAVE, tenant, self._epoch, *_arrays(writes), *_more(writes))
                if len(rows) < len(changes):
                    raise _OneMoved
                await connection.execute(_GOES_ON, tenant, ends.after.id, goes_on.after.id)
        except (_OneMoved, asyncpg.DeadlockDetectedError):
            # A deadlock: somebody merges the two the other way round, or writes in both; whoever is left tries anew.
            return None
        stored = {row["id"]: row for row in rows}
        return _saved(ends, stored[ends.after.id]), _saved(goes_on, stored[goes_on.after.id])

    async def save_scheduled(self, change: Change, id: MessageId) -> Saved | None:
        """Store a scheduled reply as what was said, by the statement of every reply, and end its wait: both or neither.

        None, and nothing stored, where the conversation is not as it was read or the reply waits no more.
        """
        write, tenant, at = _written(change), change.after.tenant_id, change.events[0].at
        try:
            async with self._database.writing(tenant) as connection, connection.transaction():
                row = await connection.fetchrow(SAVE, tenant, self._epoch, *_arrays((write,)), *_more((write,)))
                if row is None or await connection.execute(SPOKEN, tenant, change.after.id, id, at) != "UPDATE 1":
                    raise _OneMoved
        except _OneMoved:
            return None
        return _saved(change, row)

    def _storing(self, statement: str, *, plain: str | None = None) -> Any:
        """Stores writes by a statement; by the plain one where none of them brings more than words."""

        async def store(lane: Hashable, writes: Sequence[_Write]) -> Sequence[Any]:
            tenant = cast("tuple[TenantId, ...]", lane)[0]
            writes_by_id = sorted(writes, key=lambda write: write.id)
            more = _more(writes_by_id)
            chosen = plain if plain and not more else statement
            async with self._database.writing(tenant) as connection:
                rows = await connection.fetch(chosen, tenant, self._epoch, *_arrays(writes_by_id), *more)
            by_id = {row["id"]: row for row in rows}
            return [by_id.get(write.id) for write in writes]

        return store


@dataclass(frozen=True, slots=True)
class _Write:
    """What one conversation is to be given: its row, what is added with it, and what a statement takes beside."""

    id: ConversationId
    row: dict[str, Any]
    added: Added
    more: tuple[list[dict[str, Any]], ...] = ()


def _written(
    change: Change,
    receipt: Receipt | None = None,
    promises: tuple[Promise, ...] = (),
    deliveries: tuple[Delivery, ...] = (),
) -> _Write:
    id = change.after.id
    more = (
        handoff_record(change),
        promise_records(change, promises),
        followup_record(change),
        [letter_record(delivery, id) for delivery in deliveries],
        settlement_records(change, promises),
    )
    is_plain = only_speaks(change) and not any(more)
    return _Write(id, row_record(change), added(id, change.events, receipt), () if is_plain else more)


def _arrays(writes: Sequence[_Write]) -> tuple[list[dict[str, Any]], ...]:
    """What every writing statement takes, of all the writes that go together."""
    return (
        [write.row for write in writes],
        [one for write in writes for one in write.added.messages],
        [one for write in writes for one in write.added.events],
        [one for write in writes for one in write.added.receipts],
    )


def _more(writes: Sequence[_Write]) -> tuple[list[dict[str, Any]], ...]:
    """What `SAVE` takes beside; nothing where none of the writes brings more than words."""
    full = [write.more for write in writes if write.more]
    return tuple([one for parts in full for one in parts[n]] for n in range(len(full[0]))) if full else ()


def _saved(change: Change, stored: Any) -> Saved:
    base = stored["seq"] - len(change.events)
    standing = altered(
        change.after, seq=stored["seq"], asked_seq=stored["asked_seq"], decided_seq=stored["decided_seq"]
    )
    return Saved(standing, tuple(numbered(e, base + n) for n, e in enumerate(change.events, 1)))


def _lane(change: Change) -> tuple[tuple[str, ...], str]:
    """Which writes a save may go with. What an operator gets goes alone: its statement locks that operator's row, and
    two statements that lock several in different orders would wait for each other.
    """
    after = change.after
    if after.owner_id is not None and after.version != change.fence:
        return (after.tenant_id, after.owner_id), after.owner_id
    return (after.tenant_id,), after.id


def numbered(event: Event, seq: int) -> Event:
    """The event, and the message in it, with their place in the log."""
    return altered(event, seq=seq, message=altered(event.message, seq=seq) if event.message else None)
