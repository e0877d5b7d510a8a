"""A customer's message comes in."""

import asyncio

import pytest
from stage import Stage

from baton.core.errors import Conflict, Invalid, NotFound
from baton.core.transitions import State
from baton.services.conversations import resolution

pytestmark = pytest.mark.anyio


async def test_a_message_is_stored_whoever_holds_the_baton(stage: Stage):
    conversation = await stage.waiting()
    heard = await stage.says(conversation, "Still there?")
    assert heard.conversation.state is State.QUEUED
    assert "Still there?" in await stage.transcript(conversation)


async def test_a_retry_with_the_same_client_id_is_the_same_message(stage: Stage):
    conversation = await stage.begin()
    results = await asyncio.gather(*(stage.says(conversation, "Hello", client_id="c1") for _ in range(6)))
    assert len({heard.message.id for heard in results}) == 1
    assert sum(not heard.again for heard in results) == 1
    assert await stage.transcript(conversation) == ["Hello"]


async def test_a_client_id_used_for_another_text_is_refused(stage: Stage):
    conversation = await stage.begin()
    await stage.says(conversation, "Hello", client_id="c1")
    with pytest.raises(Conflict) as refused:
        await stage.says(conversation, "Goodbye", client_id="c1")
    assert refused.value.code == "client_id_reused"
    assert await stage.transcript(conversation) == ["Hello"]


@pytest.mark.parametrize(("text", "code"), [("  ", "empty_message"), ("x" * 10_001, "message_too_long")])
async def test_an_empty_and_an_endless_message_are_refused_and_leave_nothing(stage: Stage, text: str, code: str):
    conversation = await stage.begin()
    with pytest.raises(Invalid) as refused:
        await stage.says(conversation, text)
    assert refused.value.code == code
    assert await stage.transcript(conversation) == []


async def test_a_nul_in_the_text_does_no_harm(stage: Stage):
    conversation = await stage.begin()
    await stage.says(conversation, "a\x00b")
    assert await stage.transcript(conversation) == ["ab"]


async def test_many_messages_at_once_are_numbered_without_gap_or_double(stage: Stage):
    conversation = await stage.begin()
    await asyncio.gather(*(stage.says(conversation, f"Message {n}") for n in range(30)))
    logged = await stage.desk.store.events.of_conversation(
        stage.tenant.id, conversation.id, after=0, limit=200, team=True
    )
    assert [one.event.seq for one in logged] == list(range(1, 32))


async def test_a_message_to_a_resolved_conversation_reopens_it_once(stage: Stage):
    conversation = await stage.begin()
    await resolution.end(stage.desk, stage.dana, conversation.id)
    await asyncio.gather(*(stage.says(conversation, f"Message {n}") for n in range(5)))
    kinds = await stage.kinds(conversation)
    assert kinds.count("reopened") == 1
    assert kinds.count("message_received") == 5


async def test_a_message_for_somebody_elses_conversation_finds_none(stage: Stage):
    mine, other = await stage.begin(), await stage.begin()
    from baton.services.conversations import inbound

    with pytest.raises(NotFound):
        await inbound.hear(stage.desk, stage.customer(mine), other.id, text="Hello")
    assert await stage.transcript(other) == []


async def test_a_message_that_crosses_with_the_end_is_not_ended_unread(stage: Stage):
    conversation = await stage.begin()
    read = (await stage.says(conversation, "Hello")).message.seq
    await stage.says(conversation, "One more thing")
    with pytest.raises(Conflict, match="just written") as refused:
        await resolution.end(stage.desk, stage.dana, conversation.id, seen=read)
    assert refused.value.code == "customer_wrote"
    now = await stage.now(conversation)
    assert (await resolution.end(stage.desk, stage.dana, now.id, seen=now.seq)).state is State.RESOLVED


async def test_of_a_message_and_an_end_at_once_either_the_end_is_refused_or_the_message_reopens(stage: Stage):
    for _ in range(10):
        conversation = await stage.begin()
        end = resolution.end(stage.desk, stage.dana, conversation.id, seen=conversation.seq)
        await asyncio.gather(stage.says(conversation, "Wait"), end, return_exceptions=True)
        assert (await stage.now(conversation)).state is State.BOT
