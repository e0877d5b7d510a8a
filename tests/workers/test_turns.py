"""Turns of one conversation wait for each other; those of others don't."""

import asyncio
from types import SimpleNamespace
from typing import Any, cast

import pytest
from fakes import grounded
from stage import Stage

from baton.cli.one_write import Joining
from baton.core.events import EventKind
from baton.services.bot.turn import Turn
from baton.workers.turns import Turns

pytestmark = pytest.mark.anyio


async def asked(stage: Stage, conversation, text: str) -> Turn:
    heard = await stage.says(conversation, text)
    return Turn(heard.conversation, heard.customer, heard.message)


@pytest.fixture
def slow_question(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> asyncio.Event:
    """ "How long" is looked up until the event is set; all else at once."""
    look_up, may_go = stage.sources.ground, asyncio.Event()

    async def ground(tenant_id, question, **more):
        if "How long" in question:
            await may_go.wait()
        return await look_up(tenant_id, question, **more)

    monkeypatch.setattr(stage.sources, "ground", ground)
    return may_go


async def test_of_two_questions_in_a_row_both_are_answered_in_their_order(stage: Stage, slow_question: asyncio.Event):
    stage.sources.known = {
        "How long": grounded("Delivery takes 3 days."),
        "What does": grounded("Delivery costs 5 euros."),
    }
    turns = Turns(stage.desk, lambda *_: None)
    conversation = await stage.begin()
    first = turns.start(await asked(stage, conversation, "How long does delivery take?"))
    second = turns.start(await asked(stage, conversation, "What does delivery cost?"))
    await asyncio.wait((second,), timeout=0.2)
    slow_question.set()
    await asyncio.gather(first, second)
    said = await stage.transcript(conversation)
    assert said[-2:] == ["Delivery takes 3 days.", "Delivery costs 5 euros."]
    kinds = [
        one.event.kind
        for one in await stage.desk.store.events.of_conversation(
            stage.tenant.id, conversation.id, after=0, limit=50, team=True
        )
    ]
    assert EventKind.ANSWER_DISCARDED not in kinds
    assert turns.running == 0
    assert turns._last == {}


async def test_what_the_first_turn_found_counts_for_the_second(stage: Stage):
    turns = Turns(stage.desk, lambda *_: None)
    conversation = await stage.begin()
    both = [await asked(stage, conversation, f"Is the {what} ready for the parade?") for what in ("barge", "kettle")]
    await asyncio.gather(*(turns.start(turn) for turn in both))
    now = await stage.now(conversation)
    assert now.state.value == "queued" or now.track.failures == 2


async def test_another_conversations_turn_waits_for_nobody(stage: Stage, slow_question: asyncio.Event):
    stage.sources.known = {"What does": grounded("Delivery costs 5 euros.")}
    turns = Turns(stage.desk, lambda *_: None)
    slow = turns.start(await asked(stage, await stage.begin(), "How long does delivery take?"))
    other = await turns.start(await asked(stage, await stage.begin(), "What does delivery cost?"))
    assert other is not None
    assert other.reply is not None
    assert not slow.done()
    slow_question.set()
    await slow


async def test_a_customer_who_asks_for_a_person_does_not_wait_for_a_slow_answer(
    stage: Stage, slow_question: asyncio.Event
):
    turns = Turns(stage.desk, lambda *_: None)
    conversation = await stage.begin()
    slow = turns.start(await asked(stage, conversation, "How long does delivery take?"))
    stopped = await turns.start(await asked(stage, conversation, "Never mind, give me a human"))
    assert stopped is not None
    assert stopped.conversation.state.value == "queued"
    assert not slow.done()
    slow_question.set()
    late = await slow
    assert late is not None
    assert late.reply is None


async def test_what_is_told_of_a_message_is_on_the_wire_before_the_bot_thinks_about_it(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
):
    sent, seen = list[bytes](), list[bytes]()
    wire = SimpleNamespace(write=sent.append, is_closing=lambda: False)

    async def thinks(*_: object) -> None:
        seen.extend(sent)

    monkeypatch.setattr("baton.workers.turns.answer", thinks)
    turn = await asked(stage, await stage.begin(), "How long does delivery take?")
    loop = asyncio.get_running_loop()
    loop.call_soon(Joining(cast(Any, wire), loop).write, b"a message came")
    await Turns(stage.desk, lambda *_: None).start(turn)
    assert seen == [b"a message came"]
