import asyncio
from typing import Any, cast

import asyncpg
import pytest

from baton.core.errors import Invalid
from baton.db.connection import Database
from baton.db.kept import Kept

pytestmark = pytest.mark.anyio


class Connection:
    def __init__(self) -> None:
        self.is_gone = False

    def is_closed(self) -> bool:
        if self.is_gone:
            raise asyncpg.InterfaceError("connection has been released back to the pool")
        return False


class Pool:
    """A pool of a given size that counts how often it is asked."""

    def __init__(self, size: int) -> None:
        self.acquired = 0
        self.released: list[Connection] = []
        self._free: asyncio.Queue[Connection] = asyncio.Queue()
        for _ in range(size):
            self._free.put_nowait(Connection())

    async def acquire(self, *, timeout: float) -> Connection:  # noqa: ASYNC109 - as the real one has it
        self.acquired += 1
        return await self._free.get()

    async def release(self, connection: Connection) -> None:
        self.released.append(connection)
        self._free.put_nowait(Connection() if connection.is_gone else connection)

    async def close(self) -> None:
        return


def kept_of(pool: Pool) -> Kept:
    return Kept(cast("asyncpg.Pool", pool))


async def test_a_connection_that_came_back_unharmed_is_lent_again_without_the_pool() -> None:
    kept = kept_of(pool := Pool(2))
    first = await kept.take()
    await kept.give_back(first, unharmed=True)
    assert await kept.take() is first
    assert pool.acquired == 1


async def test_one_that_closed_while_it_was_kept_and_one_that_was_harmed_go_by_the_pool() -> None:
    kept = kept_of(pool := Pool(1))
    connection = await kept.take()
    await kept.give_back(connection, unharmed=True)
    connection.is_gone = True
    another = await kept.take()
    assert another is not connection
    await kept.give_back(another, unharmed=False)
    assert pool.released == [connection, another]


async def test_whoever_waits_gets_the_next_that_comes_back() -> None:
    kept = kept_of(Pool(1))
    connection = await kept.take()
    waiting = asyncio.ensure_future(kept.take())
    await asyncio.sleep(0)
    await kept.give_back(connection, unharmed=True)
    async with asyncio.timeout(5):
        assert await waiting is connection


async def test_after_the_end_nothing_is_kept() -> None:
    kept = kept_of(pool := Pool(2))
    idle, used = await kept.take(), await kept.take()
    await kept.give_back(idle, unharmed=True)
    await kept.close()
    await kept.give_back(used, unharmed=True)
    assert pool.released == [idle, used]


async def test_more_callers_than_connections_are_all_served_and_so_is_the_next_after_a_cancelled_one(
    make_database: Any,
) -> None:
    database = await Database.open(await make_database(), size=2)

    is_sent = asyncio.Event()

    async def sleeps(seconds: float) -> int:
        async with database.install() as connection:
            is_sent.set()
            return await connection.fetchval("SELECT 1 FROM pg_sleep($1)", seconds)

    assert await asyncio.gather(*(sleeps(0.001) for _ in range(40))) == [1] * 40
    is_sent.clear()
    cancelled = asyncio.ensure_future(sleeps(30))
    await is_sent.wait()
    cancelled.cancel()
    await asyncio.gather(cancelled, return_exceptions=True)
    assert await asyncio.gather(*(sleeps(0.001) for _ in range(10))) == [1] * 10
    await database.close()


async def test_what_an_error_has_gone_through_is_not_lent_again_unseen(
    make_database: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[bool] = []

    database = await Database.open(await make_database(), size=1)

    async def give_back(connection: Any, *, unharmed: bool) -> None:
        told.append(unharmed)
        await database._pool._pool.release(connection)

    monkeypatch.setattr(database._pool, "give_back", give_back)
    async with database.install() as connection:
        await connection.fetchval("SELECT 1")
    with pytest.raises(Invalid):
        async with database.install() as connection:
            await connection.fetchval("SELECT 1 / 0")
    await database.close()
    assert told == [True, False]
