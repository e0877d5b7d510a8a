"""The cursor never skips a row that commits late."""

import asyncio

import asyncpg
import pytest
from stage import Stage

from baton.core.actors import SYSTEM
from baton.core.errors import Invalid
from baton.core.events import Event, EventKind
from baton.db.events import write_event

pytestmark = pytest.mark.anyio


def event(stage: Stage, name: str) -> Event:
    return Event(EventKind.KEY_CREATED, SYSTEM, stage.clock(), {"name": name})


async def read_all(stage: Stage, after: str | None) -> tuple[list[str], str | None]:
    names: list[str] = []
    while found := await stage.desk.store.events.page(stage.tenant.id, after=after, limit=50):
        names += [one.event.data.get("name", "") for one in found]
        after = found[-1].cursor
    return names, after


async def test_two_slow_transactions_that_commit_in_the_wrong_order_are_both_read(stage: Stage, store, tables):
    _, cursor = await read_all(stage, None)
    early, late = await asyncpg.connect(**tables), await asyncpg.connect(**tables)
    for connection in (early, late):
        await connection.set_type_codec(
            "jsonb", schema="pg_catalog", encoder=lambda v: __import__("json").dumps(v), decoder=str
        )
        await connection.execute("SELECT set_config('baton.tenant', $1, false)", stage.tenant.id)
    first, second = early.transaction(), late.transaction()
    await first.start()
    await write_event(early, stage.tenant.id, store.epoch, event(stage, "began first, commits last"))
    await second.start()
    await write_event(late, stage.tenant.id, store.epoch, event(stage, "began last, commits first"))
    await second.commit()
    seen, cursor = await read_all(stage, cursor)
    assert seen == [], "a reader stops below the oldest transaction that is still open"
    await first.commit()
    more, _ = await read_all(stage, cursor)
    assert sorted(seen + more) == ["began first, commits last", "began last, commits first"]
    await asyncio.gather(early.close(), late.close())


async def test_a_reader_beside_many_writers_reads_everything_once(stage: Stage):
    written: list[str] = []

    async def write(worker: int) -> None:
        for n in range(25):
            name = f"{worker}-{n}"
            await stage.desk.store.events.record(stage.tenant.id, event(stage, name))
            written.append(name)

    _, cursor = await read_all(stage, None)
    writers = asyncio.gather(*(write(worker) for worker in range(8)))
    seen: list[str] = []
    while not writers.done():
        more, cursor = await read_all(stage, cursor)
        seen += more
        await asyncio.sleep(0)
    await writers
    more, _ = await read_all(stage, cursor)
    assert sorted(seen + more) == sorted(written)


async def test_the_news_of_several_conversations_are_read_at_once_each_from_where_it_was_left(stage: Stage):
    one, other = await stage.begin(), await stage.begin()
    for conversation in (one, other):
        for text in ("first", "second"):
            await stage.says(conversation, text)
    found = await stage.desk.store.events.since(stage.tenant.id, {one.id: 1, other.id: 2}, limit=50)
    assert sorted((item.standing.conversation_id, item.event.seq) for item in found) == sorted(
        [(one.id, 2), (one.id, 3), (other.id, 3)]
    )
    assert len(await stage.desk.store.events.since(stage.tenant.id, {one.id: 0, other.id: 0}, limit=4)) == 4


async def test_a_cursor_that_was_made_up_is_refused(stage: Stage):
    for cursor in ("x", "1-2", "1-2-3-4", "1-2-x", "9" * 30 + "-1-1"):
        with pytest.raises(Invalid):
            await stage.desk.store.events.page(stage.tenant.id, after=cursor, limit=1)


async def test_the_log_can_be_added_to_and_not_changed(stage: Stage, store):
    async with store.database.tenant(stage.tenant.id) as connection:
        for change in ("DELETE FROM events", "UPDATE events SET kind = 'resolved'", "TRUNCATE events"):
            with pytest.raises(asyncpg.InsufficientPrivilegeError):
                await connection.execute(change)
    assert await stage.desk.store.events.page(stage.tenant.id, after=None, limit=1)
