"""Connections to Chatwoot, and the conversations that come by them."""

from dataclasses import asdict
from datetime import datetime
from typing import Any

import asyncpg

from baton.core.chatwoot.connection import Connection, Place, Stands, Status, Thread
from baton.core.ids import ConversationId, TenantId
from baton.db.connection import Database

_ADD = """INSERT INTO chatwoot_connections (tenant_id, id, url, account_id, token, secret, places, created_at,
        created_by)
    SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9
    WHERE (SELECT count(*) FROM chatwoot_connections WHERE tenant_id = $1) < $10"""

# Somebody has seen to it: what waits is tried at once, and the connection is judged anew.
_CHANGE = """WITH due AS (
        UPDATE chatwoot_threads SET tries = 0, due_at = NULL WHERE tenant_id = $1 AND connection_id = $2 AND $8)
    UPDATE chatwoot_connections SET url = $3, account_id = $4, token = $5, secret = $6, places = $7, is_on = $8,
        why_off = '', why = '', failing_since = NULL
    WHERE tenant_id = $1 AND id = $2"""

_TOLD = """UPDATE chatwoot_connections SET told_at = CASE WHEN $4 = '' THEN $3 ELSE told_at END, why = $4,
        failing_since = CASE WHEN $4 <> '' THEN coalesce(failing_since, $3) END
    WHERE tenant_id = $1 AND id = $2 AND ($4 <> '' OR failing_since IS NOT NULL OR told_at IS NULL
        OR told_at < $3::timestamptz - interval '10 seconds')"""

_BEGIN = """INSERT INTO chatwoot_threads (tenant_id, connection_id, outside_id, conversation_id, inbox)
    VALUES ($1, $2, $3, $4, $5) ON CONFLICT (tenant_id, connection_id, outside_id) DO NOTHING"""

# Only what is later than what is known: two deliveries of the same moment may be dealt with side by side.
_STANDS = """UPDATE chatwoot_threads SET status = $4, assignee_id = $5, stood_at = greatest(stood_at, $6)
    WHERE tenant_id = $1 AND connection_id = $2 AND outside_id = $3 AND ($6 = 0 OR stood_at <= $6)"""


_BACK = """UPDATE chatwoot_threads SET is_gone = false
    WHERE tenant_id = $1 AND connection_id = $2 AND outside_id = $3 AND is_gone"""


class Chatwoot:
    """The connections to Chatwoot of every tenant."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def all(self, tenant_id: TenantId) -> tuple[Connection, ...]:
        """The tenant's connections, the oldest first."""
        async with self._database.tenant(tenant_id) as connection:
            rows = await connection.fetch(
                "SELECT * FROM chatwoot_connections WHERE tenant_id = $1 ORDER BY created_at, id", tenant_id
            )
        return tuple(_to_connection(row) for row in rows)

    async def find(self, tenant_id: TenantId, id: str) -> Connection | None:
        """One of them, or None."""
        async with self._database.tenant(tenant_id) as connection:
            row = await connection.fetchrow(
                "SELECT * FROM chatwoot_connections WHERE tenant_id = $1 AND id = $2", tenant_id, id
            )
        return _to_connection(row) if row else None

    async def find_anywhere(self, id: str) -> tuple[TenantId, Connection] | None:
        """The connection with this id and whose it is, for a delivery, which names no tenant."""
        async with self._database.install() as connection:
            row = await connection.fetchrow("SELECT * FROM chatwoot_connections WHERE id = $1", id)
        return (TenantId(row["tenant_id"]), _to_connection(row)) if row else None

    async def add(self, tenant_id: TenantId, one: Connection, most: int) -> bool:
        """Keep a new one. False where the tenant has `most` of them."""
        async with self._database.tenant(tenant_id) as connection:
            done = await connection.execute(
                _ADD, tenant_id, one.id, one.url, one.account_id, one.token, one.secret, _places(one),
                one.created_at, one.created_by, most,
            )  # fmt: skip
        return done == "INSERT 0 1"

    async def change(self, tenant_id: TenantId, one: Connection) -> bool:
        """Keep what an admin changed. False where there is none such."""
        async with self._database.tenant(tenant_id) as connection:
            done = await connection.execute(
                _CHANGE, tenant_id, one.id, one.url, one.account_id, one.token, one.secret, _places(one), one.is_on
            )
        return done == "UPDATE 1"

    async def remove(self, tenant_id: TenantId, id: str) -> bool:
        """Forget it, with which conversation there is which here. False where there is none such."""
        async with self._database.tenant(tenant_id) as connection:
            done = await connection.execute(
                "DELETE FROM chatwoot_connections WHERE tenant_id = $1 AND id = $2", tenant_id, id
            )
        return done == "DELETE 1"

    async def switch_off(self, tenant_id: TenantId, id: str, why: str) -> bool:
        """Switch it off. False where it is off already, so that of many who find out one tells."""
        async with self._database.tenant(tenant_id) as connection:
            done = await connection.execute(
                "UPDATE chatwoot_connections SET is_on = false, why_off = $3, failing_since = NULL, why = '' "
                "WHERE tenant_id = $1 AND id = $2 AND is_on",
                tenant_id,
                id,
                why,
            )
        return done == "UPDATE 1"

    async def heard(self, tenant_id: TenantId, id: str, at: datetime) -> None:
        """Something came by it; kept to ten seconds, so that a busy desk does not write it with each message."""
        async with self._database.tenant(tenant_id) as connection:
            await connection.execute(
                "UPDATE chatwoot_connections SET heard_at = $3 WHERE tenant_id = $1 AND id = $2 "
                "AND (heard_at IS NULL OR heard_at < $3::timestamptz - interval '10 seconds')",
                tenant_id,
                id,
                at,
            )

    async def told(self, tenant_id: TenantId, id: str, at: datetime, why: str) -> None:
        """Something was told by it, or could not be: `why` not."""
        async with self._database.tenant(tenant_id) as connection:
            await connection.execute(_TOLD, tenant_id, id, at, why)

    async def thread(self, tenant_id: TenantId, connection_id: str, outside_id: int) -> Thread | None:
        """The conversation of ours that this one there is, or None."""
        async with self._database.tenant(tenant_id) as connection:
            row = await connection.fetchrow(
                "SELECT * FROM chatwoot_threads WHERE tenant_id = $1 AND connection_id = $2 AND outside_id = $3",
                tenant_id,
                connection_id,
                outside_id,
            )
        return to_thread(row) if row else None

    async def thread_of(self, tenant_id: TenantId, id: ConversationId) -> Thread | None:
        """The one there that a conversation of ours is, or None."""
        async with self._database.tenant(tenant_id) as connection:
            row = await connection.fetchrow(
                "SELECT * FROM chatwoot_threads WHERE tenant_id = $1 AND conversation_id = $2", tenant_id, id
            )
        return to_thread(row) if row else None

    async def begin_thread(self, tenant_id: TenantId, one: Thread) -> tuple[Thread, bool]:
        """Say which conversation of ours one there is to be. It and True, or the one that it is already and False.

        Who is told of one knows that it is there: one that was given up as gone is told of what happens again.
        """
        async with self._database.tenant(tenant_id) as connection:
            done = await connection.execute(
                _BEGIN, tenant_id, one.connection_id, one.outside_id, one.conversation_id, one.inbox
            )
            if done == "INSERT 0 1":
                return one, True
            await connection.execute(_BACK, tenant_id, one.connection_id, one.outside_id)
        found = await self.thread(tenant_id, one.connection_id, one.outside_id)
        return found or one, False

    async def stands(self, tenant_id: TenantId, one: Thread, stands: Stands) -> bool:
        """Keep how it stands there. False where something later is known."""
        async with self._database.tenant(tenant_id) as connection:
            done = await connection.execute(
                _STANDS, tenant_id, one.connection_id, one.outside_id, stands.status.value,
                stands.assignee.id if stands.assignee else None, stands.at,
            )  # fmt: skip
        return done == "UPDATE 1"

    async def open_of(self, tenant_id: TenantId, connection_id: str, limit: int) -> tuple[ConversationId, ...]:
        """Conversations that came by a connection and are not over."""
        async with self._database.tenant(tenant_id) as connection:
            rows = await connection.fetch(
                "SELECT c.id FROM chatwoot_threads t JOIN conversations c ON c.tenant_id = t.tenant_id "
                "AND c.id = t.conversation_id WHERE t.tenant_id = $1 AND t.connection_id = $2 "
                "AND c.state <> 'resolved' ORDER BY c.id LIMIT $3",
                tenant_id,
                connection_id,
                limit,
            )
        return tuple(row["id"] for row in rows)


def _places(one: Connection) -> dict[str, Any]:
    return {queue: asdict(place) for queue, place in one.places.items()}


def _to_connection(row: asyncpg.Record) -> Connection:
    same = ("id", "url", "account_id", "token", "secret", "is_on", "why_off", "failing_since", "why", "heard_at",
            "told_at", "created_at", "created_by")  # fmt: skip
    places = {
        queue: Place(place["team_id"], tuple(place["labels"]), place["priority"])
        for queue, place in row["places"].items()
    }
    return Connection(places=places, **{name: row[name] for name in same})


def to_thread(row: asyncpg.Record) -> Thread:
    """A row of `chatwoot_threads`."""
    same = ("connection_id", "outside_id", "conversation_id", "inbox", "assignee_id", "stood_at", "told_seq", "step",
            "tries", "tried_at", "is_gone", "lease")  # fmt: skip
    return Thread(status=Status(row["status"]) if row["status"] else None, **{name: row[name] for name in same})
