"""The event log, read with a cursor that never skips a row.

Sequences and clocks hand out their values before the commit, so a reader that goes by them passes over rows that
commit late. This one goes by (epoch, tx, id) and stops below the oldest transaction still open in the cluster:
every row under that line is committed or will never be.
"""

from collections.abc import Mapping, Sequence
from typing import Any

import asyncpg

from baton.core.conversation import Owner
from baton.core.errors import Invalid
from baton.core.events import Event
from baton.core.ids import ConversationId, TenantId
from baton.core.transitions import SPEAKERS, State
from baton.core.views import Standing
from baton.db.connection import Database, Handle
from baton.db.rows import MESSAGE, to_event, to_message
from baton.services.records import LoggedEvent

_EVENT = """e.epoch, e.tx, e.id AS event_id, e.conversation_id, e.seq AS event_seq, e.kind AS event_kind, e.actor_kind,
    e.actor_id, e.actor_name, e.state, e.version, e.owner_id, e.owner_name, e.data, e.at AS event_at,
    c.queue AS now_in"""

_SELECT = f"""SELECT {_EVENT}, {MESSAGE}
    FROM events e LEFT JOIN messages m
    ON m.tenant_id = e.tenant_id AND m.conversation_id = e.conversation_id AND m.seq = e.seq
    LEFT JOIN conversations c ON c.tenant_id = e.tenant_id AND c.id = e.conversation_id"""  # noqa: S608

SETTLED = "e.tx < pg_snapshot_xmin(pg_current_snapshot())::text::bigint"
"""That nothing can still appear before an event `e`: every transaction up to its own has ended."""


class Events:
    """The log of every tenant."""

    def __init__(self, database: Database, *, epoch: int) -> None:
        self._database = database
        self._epoch = epoch

    async def record(self, tenant_id: TenantId, event: Event) -> None:
        """Write an event of the tenant itself, such as a source that was added."""
        async with self._database.tenant(tenant_id) as connection:
            await write_event(connection, tenant_id, self._epoch, event)

    async def of_conversation(
        self, tenant_id: TenantId, id: ConversationId, *, after: int, limit: int, team: bool
    ) -> tuple[LoggedEvent, ...]:
        """A conversation's events after a seq, in order. Its row is locked while it is written, so no seq is late."""
        sql = f"""{_SELECT} WHERE e.tenant_id = $1 AND e.conversation_id = $2 AND e.seq > $3
            AND ($5 OR e.audience = 'everyone') ORDER BY e.seq LIMIT $4"""
        async with self._database.tenant(tenant_id) as connection:
            return tuple(_logged(row) for row in await connection.fetch(sql, tenant_id, id, after, limit, team))

    async def last_decision(self, tenant_id: TenantId, id: ConversationId, *, version: int) -> Mapping[str, Any] | None:
        """The data of the last decision since the baton last moved; None where nothing was decided since."""
        sql = """SELECT data FROM events WHERE tenant_id = $1 AND conversation_id = $2 AND version = $3
            AND kind = 'decision_made' ORDER BY seq DESC LIMIT 1"""
        async with self._database.tenant(tenant_id) as connection:
            return await connection.fetchval(sql, tenant_id, id, version)

    async def since(
        self, tenant_id: TenantId, moved: Mapping[ConversationId, int], *, limit: int
    ) -> tuple[LoggedEvent, ...]:
        """The events of several conversations, each after its seq, in the order of each conversation's log."""
        sql = f"""{_SELECT} JOIN unnest($2::text[], $3::int[]) AS x(id, after)
            ON x.id = e.conversation_id AND e.seq > x.after
            WHERE e.tenant_id = $1 ORDER BY e.conversation_id, e.seq LIMIT $4"""
        async with self._database.tenant(tenant_id) as connection:
            rows = await connection.fetch(sql, tenant_id, [*moved], [*moved.values()], limit)
        return tuple(_logged(row) for row in rows)

    async def page(self, tenant_id: TenantId, *, after: str | None, limit: int) -> tuple[LoggedEvent, ...]:
        """The tenant's events after a cursor (None: from the beginning), in the order that every reader sees."""
        epoch, tx, event_id = parse_cursor(after)
        sql = f"""{_SELECT} WHERE e.tenant_id = $1 AND (e.epoch, e.tx, e.id) > ($2, $3, $4)
            AND (e.epoch < $5 OR {SETTLED}) ORDER BY e.epoch, e.tx, e.id LIMIT $6"""
        async with self._database.tenant(tenant_id) as connection:
            rows = await connection.fetch(sql, tenant_id, epoch, tx, event_id, self._epoch, limit)
        return tuple(_logged(row) for row in rows)

    async def named(self, tenant_id: TenantId, cursors: Sequence[str]) -> tuple[LoggedEvent, ...]:
        """The events at these cursors, in the order of the log. What was erased meanwhile is left out."""
        epochs, txs, ids = zip(*(parse_cursor(one) for one in cursors), strict=True) if cursors else ((), (), ())
        sql = f"""{_SELECT} JOIN unnest($2::int[], $3::bigint[], $4::bigint[]) AS x(epoch, tx, id)
            ON x.epoch = e.epoch AND x.tx = e.tx AND x.id = e.id
            WHERE e.tenant_id = $1 ORDER BY e.epoch, e.tx, e.id"""
        async with self._database.tenant(tenant_id) as connection:
            rows = await connection.fetch(sql, tenant_id, list(epochs), list(txs), list(ids))
        return tuple(_logged(row) for row in rows)

    async def newest(self, tenant_id: TenantId) -> str:
        """The cursor of the newest settled event: what a reader starts from that wants only what comes."""
        sql = f"""SELECT e.epoch, e.tx, e.id AS event_id FROM events e WHERE e.tenant_id = $1
            AND (e.epoch < $2 OR {SETTLED}) ORDER BY e.epoch DESC, e.tx DESC, e.id DESC LIMIT 1"""  # noqa: S608
        async with self._database.tenant(tenant_id) as connection:
            row = await connection.fetchrow(sql, tenant_id, self._epoch)
        return cursor_of(row) if row else "0-0-0"


async def write_event(connection: Handle, tenant_id: TenantId, epoch: int, event: Event) -> None:
    """Write a tenant's event on a connection that is already open, so that it commits with what it tells of."""
    await connection.execute(
        "INSERT INTO events (tenant_id, epoch, kind, audience, actor_kind, actor_id, actor_name, data, at) "
        "VALUES ($1, $2, $3, 'team', $4, $5, $6, $7, $8)",
        tenant_id,
        epoch,
        event.kind.value,
        event.actor.kind.value,
        event.actor.id,
        event.actor.name,
        dict(event.data) or None,
        event.at,
    )


def _logged(row: asyncpg.Record) -> LoggedEvent:
    return LoggedEvent(
        cursor=cursor_of(row),
        event=to_event(row, to_message(row) if row["id"] else None),
        standing=Standing(row["conversation_id"], row["state"], row["version"], _owner(row), row["now_in"]),
    )


def _owner(row: asyncpg.Record) -> Owner:
    kind = SPEAKERS[State(row["state"])] if row["state"] else "none"
    return Owner(kind, row["owner_id"], row["owner_name"])


def cursor_of(row: asyncpg.Record) -> str:
    """The cursor of a row that names an event by its epoch, transaction and number."""
    return f"{row['epoch']}-{row['tx']}-{row['event_id']}"


def parse_cursor(cursor: str | None) -> tuple[int, int, int]:
    """Epoch, transaction and number. Raises Invalid `bad_cursor`."""
    if not cursor:
        return (0, 0, 0)
    parts = cursor.split("-")
    if len(parts) != 3 or not all(part.isdecimal() and len(part) < 19 for part in parts):
        raise Invalid("This cursor is not one that the desk gave out. Start without `after`.", code="bad_cursor")
    return (int(parts[0]), int(parts[1]), int(parts[2]))
