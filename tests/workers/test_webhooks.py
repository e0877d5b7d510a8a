"""Webhooks are told beside everything else: at once, by all nodes together, and each at its own pace."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace

import pytest
from hooked import Hooked, hooked
from receivers import hangs
from stage import Stage, set_up

from baton.core.webhooks import Attempt
from baton.workers import webhooks
from baton.workers.webhooks import Webhooks

pytestmark = pytest.mark.anyio


@asynccontextmanager
async def nodes(hook: Hooked, count: int, told: list[Attempt]) -> AsyncIterator[list[Webhooks]]:
    """So many nodes that tell webhooks; the first hears what is committed on the stage."""
    running = [Webhooks(hook.stage.desk, told.append) for _ in range(count)]
    hook.stage.desk.live.tap(running[0].moved)  # type: ignore[attr-defined]
    tasks = [asyncio.create_task(one.run()) for one in running]
    yield running
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    for one in running:
        await one.finish()


async def test_three_nodes_tell_everything_once_and_in_order(stage: Stage) -> None:
    told: list[Attempt] = []
    async with hooked(stage) as hook, nodes(hook, 3, told):
        conversations = [await hook.said("one", "two", "three") for _ in range(5)]
        await hook.receiver.has(15)
        places = [one.place for one in hook.receiver.got]
        assert len(set(places)) == len(places) == 15
        for conversation in conversations:
            assert [seq for id, seq in places if id == conversation.id] == [2, 3, 4]


async def test_what_was_committed_here_is_told_without_waiting_for_the_next_look(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with hooked(stage) as hook, nodes(hook, 1, []) as (node,):
        while stage.tenant.id not in node._with_some:
            await asyncio.sleep(0.01)
        monkeypatch.setattr(webhooks, "LOOK_SECONDS", 3600.0)
        node._woken.set()
        await asyncio.sleep(0)
        await hook.said("Hello")
        await hook.receiver.has(1)


async def test_one_that_hangs_keeps_nobody_else_waiting(stage: Stage) -> None:
    other = await set_up(stage.desk, stage.clock, stage.sources)
    async with hooked(stage) as stuck, hooked(other) as well:
        stuck.receiver.answers = lambda _: hangs
        await stuck.said("Anybody?")
        async with nodes(stuck, 1, []):
            await stuck.receiver.has(1)
            await well.said("Hello")
            await well.receiver.has(1)


async def test_a_desk_that_cannot_post_looks_for_nothing(stage: Stage) -> None:
    async with hooked(stage) as hook:
        await hook.said("Hello")
        node = Webhooks(replace(stage.desk, poster=None), lambda _: None)
        await node.look()
        await node.finish()
        assert hook.receiver.got == []


async def test_who_stops_in_order_leaves_it_to_the_next_at_once(stage: Stage) -> None:
    async with hooked(stage) as hook:
        hook.receiver.answers = lambda _: hangs
        await hook.said("Hello")
        async with nodes(hook, 1, []):
            await hook.receiver.has(1)
        hook.receiver.answers = lambda _: "200 OK"
        await hook.tell()
        assert hook.receiver.got[0].id == hook.receiver.got[1].id
