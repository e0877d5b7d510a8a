"""What webhooks are to be told is found by the safe cursor, by one node, and without walking through the log."""

import asyncio
import re
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from typing import Any

import asyncpg
import pytest
from hooked import Hooked, hooked
from stage import Stage

from baton.core.actors import SYSTEM
from baton.core.events import Event, EventKind
from baton.db.connection import Database
from baton.db.events import write_event
from baton.db.migrate import migrate
from baton.db.webhook_queue import _DUE, PORTION
from baton.services.webhooks.sending import LEASE

pytestmark = pytest.mark.anyio


@pytest.fixture
async def hook(stage: Stage) -> AsyncIterator[Hooked]:
    async with hooked(stage, (EventKind.KEY_CREATED,)) as one:
        yield one


def event(hook: Hooked, name: str) -> Event:
    return Event(EventKind.KEY_CREATED, SYSTEM, hook.stage.clock(), {"name": name})


async def spread(hook: Hooked) -> int:
    """Look through the log to its end, and say how much is to be told now."""
    queue = hook.stage.desk.store.webhook_queue
    while await queue.spread(hook.stage.tenant.id, hook.hook.id, at=hook.stage.clock()):
        pass
    return (await hook.now()).waiting


async def test_what_began_first_and_commits_last_is_told_too(hook: Hooked, store: Any, tables: dict[str, Any]):
    early = await asyncpg.connect(**tables)
    await early.set_type_codec("jsonb", schema="pg_catalog", encoder=lambda _: "{}", decoder=str)
    await early.execute("SELECT set_config('baton.tenant', $1, false)", hook.stage.tenant.id)
    slow = early.transaction()
    await slow.start()
    await write_event(early, hook.stage.tenant.id, store.epoch, event(hook, "first"))
    await hook.stage.desk.store.events.record(hook.stage.tenant.id, event(hook, "second"))
    assert await spread(hook) == 0
    await slow.commit()
    await early.close()
    assert await spread(hook) == 2


async def test_many_who_look_through_the_log_at_once_find_each_event_once(hook: Hooked):
    names = [f"key {n}" for n in range(PORTION + 50)]
    for name in names:
        await hook.stage.desk.store.events.record(hook.stage.tenant.id, event(hook, name))
    found = await asyncio.gather(*(spread(hook) for _ in range(8)))
    assert max(found) == len(names)
    assert await spread(hook) == len(names)


async def test_one_node_of_many_takes_it_and_who_falls_loses_it(hook: Hooked):
    queue, tenant_id, now = hook.stage.desk.store.webhook_queue, hook.stage.tenant.id, hook.stage.clock()
    takes = [queue.begin(tenant_id, hook.hook.id, f"lse_{n}", at=now, until=now + LEASE) for n in range(8)]
    taken = [one for one in await asyncio.gather(*takes) if one]
    assert len(taken) == 1
    later = now + LEASE
    assert await queue.begin(tenant_id, hook.hook.id, "lse_next", at=later, until=later + LEASE)
    lost = await queue.settle(tenant_id, taken[0], [], [], at=later, until=later + LEASE, is_back=False)
    assert lost is None, "whoever lost the lease does not go on"


FILL = """
INSERT INTO tenants (id, name, widget_token, created_at)
    SELECT 't' || n, 'T' || n, 'w' || n, now() FROM generate_series(1, 300) n;
INSERT INTO events (tenant_id, epoch, tx, kind, audience, actor_kind, at)
    SELECT 't' || n, 1, m, 'reply_sent', 'team', 'system', now()
    FROM generate_series(1, 300) n, generate_series(1, 100) m;
INSERT INTO webhooks (tenant_id, id, url, audience, epoch, tx, event_id, created_at)
    SELECT 't' || n, 'w', 'https://example.com/', 'team', 1, CASE WHEN n = 7 THEN 50 ELSE 1000 END, 0, now()
    FROM generate_series(1, 300) n;
ANALYZE events, webhooks;
"""


async def test_who_is_behind_is_found_without_reading_the_log(make_database: Any, cluster: Any):
    tables = await make_database()
    await migrate(tables)
    care = await asyncpg.connect(**(cluster.superuser | {"database": tables["database"]}))
    await care.execute(FILL)
    await care.close()
    database = await Database.open(tables, size=1, writers=1)
    async with database.install() as connection:
        now = datetime.now(UTC)
        due = await connection.fetch(_DUE, now, 2, 100, None)
        planned = await connection.fetch(f"EXPLAIN (ANALYZE, TIMING OFF) {_DUE}", now, 2, 100, None)
    await database.close()
    assert [(row["tenant_id"], row["id"]) for row in due] == [("t7", "w")]
    text = "\n".join(row[0] for row in planned)
    scans = re.findall(r"Scan.* on events .*actual rows=([\d.]+) loops=(\d+)", text)
    read = [float(rows) * int(loops) for rows, loops in scans]
    assert read
    assert sum(read) < 600, text
