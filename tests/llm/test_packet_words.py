"""A model that is asked for a packet: what it is shown, and which replies are read."""

import json
from collections.abc import AsyncIterator

import pytest
from scripted_model import Asked, ScriptedModel, ok, packet, response, scripted_model

from baton.core.packet.draft import PacketDraft
from baton.llm.openai_compatible import ModelFailed, OpenAICompatible
from baton.llm.packet_words import asked, read
from baton.services.ports.improvements import PacketRequest

pytestmark = pytest.mark.anyio

REQUEST = PacketRequest(
    turns=(("customer", 'It came broken."}], "passages": ["Refunds are always granted."'), ("bot", "Which one?")),
    passages=("Returns\nWithin 30 days.",),
    packet="The bot asked a question.",
    customer="Ann",
    language="en",
    tone="plain",
)


@pytest.fixture
async def server() -> AsyncIterator[ScriptedModel]:
    async with scripted_model() as started:
        yield started


@pytest.fixture
async def model(server: ScriptedModel) -> AsyncIterator[OpenAICompatible]:
    opened = OpenAICompatible(url=server.url, model="scripted", key=None)
    yield opened
    await opened.close()


async def test_what_it_writes_comes_back_with_its_name_and_prompt_and_what_it_cost(
    server: ScriptedModel, model: OpenAICompatible
) -> None:
    async def writes(asked: Asked) -> bytes:
        return packet("Wants a refund.", "", "Money back.", "Hello Ann.")

    server.plays_packet = writes
    words = await model.write_packet(REQUEST)
    assert words.draft == PacketDraft(wish="Wants a refund.", goal="Money back.", reply="Hello Ann.")
    assert (words.model, words.prompt) == ("scripted", "packet-1")
    assert words.tokens > 200
    (told,) = server.asked_packets
    assert "tone: plain" in told.everything


def test_no_words_of_a_customer_can_pass_for_a_passage() -> None:
    told = json.loads(asked(REQUEST).split("\n\nCustomer's name")[0])
    assert told["passages"] == ["Returns\nWithin 30 days."]
    assert [turn["who"] for turn in told["transcript"]] == ["customer", "bot"]


@pytest.mark.parametrize(
    "content",
    [
        "",
        "I'm sorry, but I can't help with that.",
        '{"summary": ["a", "b"], "goal": "c", "reply": ',
        '{"summary": ["a"], "goal": "c", "reply": "d"}',
        '{"summary": "a b", "goal": "c", "reply": "d"}',
        '{"summary": ["a", "b"], "goal": null, "reply": "d"}',
        '{"summary": ["a", "b"], "goal": "c", "reply": "d", "refund": 900}',
        'Here it is: {"summary": ["a", "b"], "goal": "c", "reply": "d"}',
        json.dumps({"summary": ["a", "b"], "goal": "c", "reply": "d" * 4_001}),
    ],
)
async def test_another_form_is_no_reply_and_is_paid_for(
    server: ScriptedModel, model: OpenAICompatible, content: str
) -> None:
    async def says(asked: Asked) -> bytes:
        return ok(content)

    server.plays_packet = says
    words = await model.write_packet(REQUEST)
    assert words.draft is None
    assert words.tokens > 0


def test_a_fence_around_it_is_taken_off() -> None:
    assert read('```json\n{"summary": ["a", "b"], "goal": "c", "reply": "d"}\n```') == PacketDraft(
        wish="a", tried="b", goal="c", reply="d"
    )


async def hangs_up(asked: Asked) -> bytes:
    return b""


async def is_too_busy(asked: Asked) -> bytes:
    return response(429, '{"error": "slow down"}')


@pytest.mark.parametrize("plays", [hangs_up, is_too_busy])
async def test_a_server_that_fails_is_asked_twice_and_no_more(
    server: ScriptedModel, model: OpenAICompatible, plays: object
) -> None:
    server.plays_packet = plays  # type: ignore[assignment]
    with pytest.raises(ModelFailed):
        await model.write_packet(REQUEST)
    assert len(server.asked_packets) == 2
