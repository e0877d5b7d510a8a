"""Packets are improved beside everything else: when one opens, a few at once, and not at a model that is down."""

import asyncio
from dataclasses import dataclass, field, replace

import pytest
from stage import Stage

from baton.core.conversation import Conversation
from baton.core.packet.draft import PacketDraft
from baton.db.store import Store
from baton.services.handoffs.improving import Improved, Outcome, due, improve
from baton.services.ports.improvements import PacketRequest, PacketWords
from baton.workers.improving import AT_ONCE, Improving

pytestmark = pytest.mark.anyio


@pytest.fixture(scope="module")
def store(own_store: Store) -> Store:
    """What is looked at here is every company's."""
    return own_store


@dataclass
class Writer:
    """A model that answers when it may."""

    may_go: asyncio.Event = field(default_factory=asyncio.Event)
    broken: bool = False
    asked: int = 0
    at_once: int = 0

    async def write_packet(self, request: PacketRequest) -> PacketWords:
        self.asked, self.at_once = self.asked + 1, self.at_once + 1
        await self.may_go.wait()
        self.at_once -= 1
        if self.broken:
            raise RuntimeError("no model")
        return PacketWords(PacketDraft(goal="To talk to a person."), "small", "packet-9", 10)


@pytest.fixture
async def quiet(stage: Stage) -> None:
    """No packet of another test waits."""
    while waiting := await due(stage.desk, 500):
        for one in waiting:
            await improve(stage.desk, Writer(may_go=_set()), one)


def _set() -> asyncio.Event:
    event = asyncio.Event()
    event.set()
    return event


def improving(stage: Stage, writer: Writer | None, told: list[Improved]) -> Improving:
    return Improving(replace(stage.desk, packet_writer=writer), told.append)


@pytest.mark.usefixtures("quiet")
async def test_a_handoff_wakes_it(stage: Stage) -> None:
    told: list[Improved] = []
    writer = Writer(_set())
    worker = improving(stage, writer, told)
    stage.desk.live.tap(worker.moved)  # type: ignore[attr-defined]
    running = asyncio.create_task(worker.run())
    conversation = await stage.waiting(name="Ann")
    async with asyncio.timeout(4):  # less than a look takes to come by itself
        while not told:
            await asyncio.sleep(0)
            await worker.idle()
    running.cancel()
    assert [one.outcome for one in told] == [Outcome.IMPROVED]
    assert "packet_improved" in await stage.kinds(conversation)


@pytest.mark.usefixtures("quiet")
async def test_the_handoff_and_the_claim_do_not_wait_for_the_model(stage: Stage) -> None:
    from baton.services.handoffs.handoff import claim

    writer = Writer()
    worker = improving(stage, writer, [])
    conversation = await stage.waiting()
    await worker.look()
    held = await claim(stage.desk, stage.dana, conversation.id)
    assert held.owner_id == stage.dana.actor.id
    await worker.finish()


@pytest.mark.usefixtures("quiet")
async def test_a_few_at_once_and_the_others_after_them(stage: Stage) -> None:
    told: list[Improved] = []
    writer = Writer()
    worker = improving(stage, writer, told)
    waiting: list[Conversation] = [await stage.waiting() for _ in range(AT_ONCE + 2)]
    await worker.look()
    await worker.look()
    while writer.asked < AT_ONCE:
        await asyncio.sleep(0)
    assert writer.at_once == AT_ONCE
    writer.may_go.set()
    await worker.idle()
    await worker.look()
    await worker.idle()
    assert (writer.asked, len(told)) == (len(waiting), len(waiting))


@pytest.mark.usefixtures("quiet")
async def test_a_model_that_is_down_is_left_alone_for_a_while(stage: Stage) -> None:
    told: list[Improved] = []
    writer = Writer(_set(), broken=True)
    worker = improving(stage, writer, told)
    await stage.waiting()
    await worker.look()
    await worker.idle()
    await stage.waiting()
    await worker.look()
    await worker.idle()
    assert ([one.outcome for one in told], writer.asked) == ([Outcome.FAILED], 1)
    assert worker.is_quiet


async def test_without_a_model_there_is_nothing_to_run(stage: Stage) -> None:
    async with asyncio.timeout(1):
        await improving(stage, None, []).run()
