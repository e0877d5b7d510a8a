"""The seals of the log, and the lines of the events that they cover.

Whoever seals and whoever erases take the same lock of the tenant: an event is either sealed before it is erased, and
its hash stays, or it is erased first and no seal ever names it. Nobody who writes messages takes that lock.
"""

import asyncio
import secrets
from collections.abc import Sequence
from datetime import datetime
from typing import Any

import asyncpg

from baton.core.ids import TenantId
from baton.core.trail.seals import Seal, Sealed, digest, event_line, make_seal, moment
from baton.db.connection import Database, Handle

LOCK = "hashtextextended($1, 58)"
"""The advisory lock of a tenant's seals; the number keeps it apart from other locks."""

_AFTER = """SELECT * FROM events WHERE tenant_id = $1 AND (epoch, tx, id) > ($2, $3, $4)"""

_LINES = """SELECT e.epoch, e.tx, e.id AS event_id, e.conversation_id, e.seq AS event_seq, e.kind AS event_kind,
        e.audience, e.actor_kind, e.actor_id, e.actor_name, e.state, e.version, e.owner_id, e.owner_name, e.data,
        e.at AS event_at, m.id, m.author_kind, m.author_id, m.author_name, m.kind, m.text, m.extras, m.client_id,
        m.reply_to, m.at, s.salt
    FROM ({events}) e LEFT JOIN messages m
        ON m.tenant_id = e.tenant_id AND m.conversation_id = e.conversation_id AND m.seq = e.seq
    LEFT JOIN seal_salts s ON s.tenant_id = e.tenant_id AND s.conversation_id = e.conversation_id
    WHERE {settled} ORDER BY e.epoch, e.tx, e.id"""

# What is settled stands before what isn't, so only the first events are read, by the key of the log, and then asked.
_NEXT = _LINES.format(
    events=f"{_AFTER} ORDER BY epoch, tx, id LIMIT $6",
    settled="e.epoch < $5 OR e.tx < pg_snapshot_xmin(pg_current_snapshot())::text::bigint",
)

_BETWEEN = _LINES.format(events=f"{_AFTER} AND (epoch, tx, id) <= ($5, $6, $7)", settled="true")

_BEHIND = """SELECT t.id FROM tenants t
    LEFT JOIN LATERAL (SELECT s.epoch, s.tx, s.id FROM seals s
        WHERE s.tenant_id = t.id ORDER BY s.number DESC LIMIT 1) last ON true
    CROSS JOIN LATERAL (SELECT e.epoch, e.tx FROM events e
        WHERE e.tenant_id = t.id AND (e.epoch, e.tx, e.id) >
            (coalesce(last.epoch, 0), coalesce(last.tx, 0), coalesce(last.id, 0))
        ORDER BY e.epoch, e.tx, e.id LIMIT 1) first
    WHERE first.epoch < $1 OR first.tx < pg_snapshot_xmin(pg_current_snapshot())::text::bigint ORDER BY t.id"""

_KEEP = """WITH salted AS (INSERT INTO seal_salts (tenant_id, conversation_id, salt)
        SELECT $1, * FROM unnest($8::text[], $9::text[]))
    INSERT INTO seals (tenant_id, number, line, hash, at, epoch, tx, id)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $10)"""


class Seals:
    """The seals of every tenant."""

    def __init__(self, database: Database, *, epoch: int) -> None:
        self._database = database
        self._epoch = epoch

    async def behind(self) -> Sequence[TenantId]:
        """Tenants with events that can be sealed."""
        async with self._database.install() as connection:
            return [row["id"] for row in await connection.fetch(_BEHIND, self._epoch)]

    async def seal(self, tenant_id: TenantId, at: datetime, most: int) -> Seal | None:
        """Seal up to `most` events that no open transaction can come before."""
        async with self._database.tenant(tenant_id) as connection, connection.transaction():
            if not await connection.fetchval(f"SELECT pg_try_advisory_xact_lock({LOCK})", tenant_id):
                return None
            before = await connection.fetchrow(_LAST, tenant_id)
            rows = await connection.fetch(_NEXT, tenant_id, *_end(before), self._epoch, most)
            if not rows:
                return None
            salts = _new_salts(rows)
            # A few hundred lines take some milliseconds to hash, in which others are answered.
            events = await asyncio.to_thread(lambda: [_sealed(row, salts) for row in rows])
            seal = make_seal(tenant_id, _seal(before) if before else None, events, at)
            await _keep(connection, tenant_id, seal, rows[-1], salts)
        return seal

    async def last(self, tenant_id: TenantId) -> Seal | None:
        """The newest seal."""
        async with self._database.tenant(tenant_id) as connection:
            row = await connection.fetchrow(_LAST, tenant_id)
        return _seal(row) if row else None

    async def of_number(self, tenant_id: TenantId, number: int) -> Seal | None:
        """The seal of that number."""
        async with self._database.tenant(tenant_id) as connection:
            row = await connection.fetchrow(_ONE, tenant_id, number)
        return _seal(row) if row else None

    async def events(self, tenant_id: TenantId, number: int) -> Sequence[str]:
        """The lines of the events that a seal covers, and of any that stand among them now."""
        async with self._database.tenant(tenant_id) as connection:
            before = await connection.fetchrow(_ONE, tenant_id, number - 1)
            last = await connection.fetchrow(_ONE, tenant_id, number)
            rows = await connection.fetch(_BETWEEN, tenant_id, *_end(before), *_end(last))
        return await asyncio.to_thread(lambda: [_line(row, row["salt"]) for row in rows])


_COLUMNS = "number, epoch, tx, id, line, hash, at"
_LAST = f"SELECT {_COLUMNS} FROM seals WHERE tenant_id = $1 ORDER BY number DESC LIMIT 1"  # noqa: S608
_ONE = f"SELECT {_COLUMNS} FROM seals WHERE tenant_id = $1 AND number = $2"  # noqa: S608


async def _keep(
    connection: Handle, tenant_id: TenantId, seal: Seal, last: asyncpg.Record, salts: dict[str, str]
) -> None:
    # The one statement that writes: only from here on does the transaction hold back those who read the log.
    place = (last["epoch"], last["tx"], last["event_id"])
    parts = (seal.number, seal.line, seal.hash, seal.at, *place[:2], [*salts], [*salts.values()], place[2])
    await connection.execute(_KEEP, tenant_id, *parts)


def _new_salts(rows: Sequence[asyncpg.Record]) -> dict[str, str]:
    """A salt for each conversation that has none yet."""
    bare = dict.fromkeys(row["conversation_id"] for row in rows if row["conversation_id"] and row["salt"] is None)
    return {id: secrets.token_hex(16) for id in bare}


def _sealed(row: asyncpg.Record, salts: dict[str, str]) -> Sealed:
    id = row["conversation_id"]
    return Sealed(_cursor(row), id, digest(_line(row, row["salt"] or salts.get(id))))


def _line(row: asyncpg.Record, salt: str | None) -> str:
    """An event with its message, as it is hashed. What is added to the log's table one day needs a new form."""
    event: dict[str, Any] = {
        "cursor": _cursor(row),
        "conversation": row["conversation_id"],
        "seq": row["event_seq"],
        "kind": row["event_kind"],
        "audience": row["audience"],
        "actor": _actor(row, "actor"),
        "state": row["state"],
        "version": row["version"],
        "owner": {"id": row["owner_id"], "name": row["owner_name"]},
        "data": row["data"],
        "at": moment(row["event_at"]),
        "message": _message(row) if row["id"] else None,
    }
    return event_line(event, salt)


def _message(row: asyncpg.Record) -> dict[str, Any]:
    names = ("id", "kind", "text", "extras", "client_id", "reply_to")
    return {name: row[name] for name in names} | {"author": _actor(row, "author"), "at": moment(row["at"])}


def _actor(row: asyncpg.Record, who: str) -> dict[str, Any]:
    return {name: row[f"{who}_{name}"] for name in ("kind", "id", "name")}


def _seal(row: asyncpg.Record) -> Seal:
    return Seal(row["number"], row["line"], row["hash"], row["at"])


def _end(row: asyncpg.Record | None) -> tuple[int, int, int]:
    return (row["epoch"], row["tx"], row["id"]) if row else (0, 0, 0)


def _cursor(row: asyncpg.Record) -> str:
    return f"{row['epoch']}-{row['tx']}-{row['event_id']}"
