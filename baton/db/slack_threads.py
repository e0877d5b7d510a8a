"""The threads of Slack, and what came from them: kept before it is acknowledged, done once, in each thread's order."""

from collections.abc import Sequence
from datetime import datetime

import asyncpg
import msgspec

from baton.core.ids import ConversationId, TenantId
from baton.core.slack.connection import COMPOSED, MOST_TRIES, Arrival, Thread
from baton.db.connection import Database

_BEGIN = """INSERT INTO slack_threads (tenant_id, channel, ts, conversation_id, handoff_id, queue, told_seq)
    SELECT $1, $2, $3, $4, $5, $6, $7 WHERE EXISTS (SELECT FROM conversations WHERE tenant_id = $1 AND id = $4)
        AND EXISTS (SELECT FROM slack_connections WHERE tenant_id = $1)
    ON CONFLICT DO NOTHING"""

# The version under which it was written is read in the statement that keeps it: what changed hands since refuses it.
_ARRIVED = """INSERT INTO slack_arrivals (tenant_id, id, conversation_id, data, arrived_at, version)
    SELECT $1, $2, c.id, $5, $6, (SELECT e.version FROM events e WHERE e.tenant_id = $1
        AND e.conversation_id = c.id AND e.at <= $7 ORDER BY e.seq DESC LIMIT 1)
    FROM slack_threads t JOIN conversations c ON c.tenant_id = t.tenant_id AND c.id = t.conversation_id
    WHERE t.tenant_id = $1 AND t.channel = $3 AND t.ts = $4
    ON CONFLICT DO NOTHING RETURNING true"""

_HEADS = """SELECT DISTINCT ON (conversation_id) n, leased_until FROM slack_arrivals
    WHERE tenant_id = $1 AND done_at IS NULL ORDER BY conversation_id, n"""

# Of two nodes that find the same one, the second waits for the row and then finds it leased.
_TAKE = f"""UPDATE slack_arrivals a SET lease = $2, leased_until = $4, tries = tries + 1
    WHERE a.tenant_id = $1 AND a.done_at IS NULL AND (a.leased_until IS NULL OR a.leased_until <= $3)
        AND a.n = (SELECT n FROM ({_HEADS}) heads WHERE leased_until IS NULL OR leased_until <= $3 ORDER BY n LIMIT 1)
    RETURNING *"""  # noqa: S608 - a constant

_DONE = """UPDATE slack_arrivals SET done_at = $4, data = NULL, lease = NULL
    WHERE tenant_id = $1 AND id = $2 AND lease = $3"""


class SlackThreads:
    """The threads and arrivals of every tenant."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def of_conversation(self, tenant_id: TenantId, id: ConversationId) -> Thread | None:
        """The thread that a conversation is told in: its newest."""
        async with self._database.tenant(tenant_id) as connection:
            row = await connection.fetchrow(
                "SELECT * FROM slack_threads WHERE tenant_id = $1 AND conversation_id = $2 ORDER BY n DESC LIMIT 1",
                tenant_id,
                id,
            )
        return _thread(row) if row else None

    async def begin(self, tenant_id: TenantId, thread: Thread) -> None:
        """Keep a thread that was begun. One of a conversation that was erased meanwhile is not kept."""
        async with self._database.tenant(tenant_id) as connection:
            await connection.execute(
                _BEGIN, tenant_id, thread.channel, thread.ts, thread.conversation_id, thread.handoff_id, thread.queue,
                thread.told_seq,
            )  # fmt: skip

    async def told(self, tenant_id: TenantId, thread: Thread, seq: int) -> None:
        """It was told of the event with this seq."""
        async with self._database.tenant(tenant_id) as connection:
            await connection.execute(
                "UPDATE slack_threads SET told_seq = greatest(told_seq, $4) "
                "WHERE tenant_id = $1 AND channel = $2 AND ts = $3",
                tenant_id,
                thread.channel,
                thread.ts,
                seq,
            )

    async def arrived(self, tenant_id: TenantId, one: Arrival, *, at: datetime) -> bool:
        """Keep what came, to be done. False where it is here already, or belongs to no thread of the desk's."""
        data = msgspec.to_builtins(one)
        async with self._database.tenant(tenant_id) as connection:
            new = await connection.fetchval(
                _ARRIVED, tenant_id, one.id, one.channel, one.thread, data, at, one.written_at + COMPOSED
            )
        return bool(new)

    async def take(self, tenant_id: TenantId, lease: str, *, at: datetime, until: datetime) -> Arrival | None:
        """The next that is to be done, of each conversation the first; None where others have what there is."""
        async with self._database.tenant(tenant_id) as connection:
            row = await connection.fetchrow(_TAKE, tenant_id, lease, at, until)
        if row is None:
            return None
        known = {name: row[name] for name in ("version", "tries", "lease")}
        return msgspec.convert(row["data"] | known | {"conversation": row["conversation_id"]}, Arrival)

    async def done(self, tenant_id: TenantId, one: Arrival, *, at: datetime) -> None:
        """It is done, and forgotten but for its id."""
        async with self._database.tenant(tenant_id) as connection:
            await connection.execute(_DONE, tenant_id, one.id, one.lease, at)

    async def left(self, at: datetime, limit: int) -> Sequence[TenantId]:
        """The tenants for whom something waits that nobody has in hand."""
        async with self._database.install() as connection:
            rows = await connection.fetch(
                "SELECT DISTINCT tenant_id FROM slack_arrivals WHERE done_at IS NULL AND tries <= $3 "
                "AND (leased_until IS NULL OR leased_until <= $1) LIMIT $2",
                at,
                limit,
                MOST_TRIES,
            )
        return [row["tenant_id"] for row in rows]

    async def forget_before(self, at: datetime, limit: int) -> int:
        """Delete what arrived before then, at most so many. Returns how many."""
        async with self._database.install() as connection:
            done = await connection.execute(
                "DELETE FROM slack_arrivals WHERE (tenant_id, id) IN (SELECT tenant_id, id FROM slack_arrivals "
                "WHERE arrived_at < $1 ORDER BY arrived_at LIMIT $2)",
                at,
                limit,
            )
        return int(done.removeprefix("DELETE "))


def _thread(row: asyncpg.Record) -> Thread:
    same = ("conversation_id", "handoff_id", "channel", "ts", "queue", "told_seq")
    return Thread(**{name: row[name] for name in same})
