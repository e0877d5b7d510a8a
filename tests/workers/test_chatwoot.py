"""Chatwoot is told beside everything else: at once what happened here, by a look what happened elsewhere."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from chatwoots import Connected, connected
from stage import Stage

from baton.db.store import Store
from baton.workers.chatwoot import ChatwootTold

pytestmark = pytest.mark.anyio


@pytest.fixture(scope="module")
def store(own_store: Store) -> Store:
    """What is looked at here is every company's."""
    return own_store


@pytest.fixture
async def there(stage: Stage) -> AsyncIterator[Connected]:
    async with connected(stage) as one:
        yield one


@asynccontextmanager
async def running(loop: ChatwootTold) -> AsyncIterator[None]:
    task = asyncio.create_task(loop.run())
    yield
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    await loop.finish()


async def test_what_moved_here_is_told_without_waiting_for_the_next_look(
    there: Connected, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("baton.workers.chatwoot.LOOK_SECONDS", 3600.0)
    loop = ChatwootTold(there.stage.desk)
    there.stage.desk.live.tap(loop.moved)  # type: ignore[attr-defined]
    async with running(loop):
        await there.hear(there.fake.customer(77, "How long do you take to deliver?"))
        await there.bot()
        await there.receiver.has(2)
    assert len(there.fake.said()) == 1


async def test_what_moved_on_another_node_is_found_by_a_look(there: Connected) -> None:
    async with running(ChatwootTold(there.stage.desk)):
        await there.hear(there.fake.customer(77, "How long do you take to deliver?"))
        await there.bot()
        await there.receiver.has(2)
    assert len(there.fake.said()) == 1
