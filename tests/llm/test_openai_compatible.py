"""The adapter against a server that plays a script."""

import asyncio
import json
from collections.abc import AsyncIterator

import httpx2
import pytest
from scripted_model import Asked, Play, ScriptedModel, ok, response, scripted_model, statements, streamed

from baton.llm.openai_compatible import MOST_BYTES, PROMPT, ModelFailed, OpenAICompatible
from baton.llm.statements import MOST
from baton.services.boundaries import transaction
from baton.services.records import DraftRequest

pytestmark = pytest.mark.anyio

REQUEST = DraftRequest(
    "When do you deliver?",
    (("customer", "Hello"), ("bot", "Hello. What can I help you with?")),
    ("Delivery takes three working days.", "Returns are free."),
    "en",
    "calm",
)


@pytest.fixture
async def model() -> AsyncIterator[ScriptedModel]:
    async with scripted_model() as started:
        yield started


@pytest.fixture
async def adapter(model: ScriptedModel) -> AsyncIterator[OpenAICompatible]:
    made = OpenAICompatible(url=f"{model.url}/", model="scripted", key="sk-1")
    yield made
    await made.close()


async def test_statements_come_back_with_the_passages_they_cite(
    model: ScriptedModel, adapter: OpenAICompatible
) -> None:
    async def plays(asked: Asked) -> bytes:
        return statements((" Three working days. ", [1]), ("  ", [1]), ("Returns are free.", [2]))

    model.plays = plays
    draft = await adapter.draft(REQUEST)
    assert draft.statements == (("Three working days.", (1,)), ("Returns are free.", (2,)))


async def test_the_model_sees_the_passages_numbered_the_turns_the_question_and_the_language(
    model: ScriptedModel, adapter: OpenAICompatible
) -> None:
    await adapter.draft(REQUEST)
    (asked,) = model.asked
    assert asked.passages == REQUEST.passages
    assert asked.question == REQUEST.question
    body = json.loads(asked.everything)
    assert (body["model"], body["temperature"]) == ("scripted", 0)
    assert "customer: Hello" in body["messages"][1]["content"]
    assert "language: en" in body["messages"][1]["content"]
    assert "calm" in body["messages"][0]["content"]


async def test_the_json_is_found_in_a_fence_and_a_long_answer_is_cut(
    model: ScriptedModel, adapter: OpenAICompatible
) -> None:
    async def plays(asked: Asked) -> bytes:
        said = [{"text": f"Sentence {n}.", "passages": [1]} for n in range(MOST + 5)]
        return ok(f"Here you are:\n```json\n{json.dumps({'statements': said})}\n```")

    model.plays = plays
    assert len((await adapter.draft(REQUEST)).statements) == MOST


async def test_a_line_that_breaks_once_is_tried_once_more(model: ScriptedModel, adapter: OpenAICompatible) -> None:
    async def plays(asked: Asked) -> bytes:
        return b"" if len(model.asked) == 1 else statements(("Three working days.", [1]))

    model.plays = plays
    assert (await adapter.draft(REQUEST)).statements
    assert len(model.asked) == 2


def plays_always(answer: bytes) -> Play:
    async def plays(_: Asked) -> bytes:
        return answer

    return plays


@pytest.mark.parametrize(
    ("answer", "why"),
    [
        (ok('{"statements": [{"text": "Del'), "not the JSON"),
        (ok("Three days, I would think."), "not the JSON"),
        (ok('{"statements": [{"text": 3}]}'), "not the JSON"),
        (ok('{"answer": "Three days."}'), "not the JSON"),
        (ok(""), "not the JSON"),
        (response(200, '{"choices": [{"message": {"content": null}}]}'), "not the JSON"),
        (ok('{"statements": "yes"}'), "not the JSON"),
        (response(200, '{"choices": []}'), "not the JSON"),
        (response(200, "[]"), "not the JSON"),
        (response(200, "<html>"), "did not answer in JSON"),
        (response(400, "{}"), "answered 400"),
        (response(429, "{}", retry_after=600), "answered 429"),
        (ok("x" * MOST_BYTES), "too long"),
    ],
)
async def test_what_is_not_an_answer_is_a_failure_that_says_why(
    model: ScriptedModel, adapter: OpenAICompatible, answer: bytes, why: str
) -> None:
    model.plays = plays_always(answer)
    with pytest.raises(ModelFailed, match=why):
        await adapter.draft(REQUEST)
    assert len(model.asked) == 1


@pytest.mark.parametrize("answer", [b"", response(200, '{"choices": [', promised=9_000)])
async def test_a_line_that_breaks_twice_is_a_failure(
    model: ScriptedModel, adapter: OpenAICompatible, answer: bytes
) -> None:
    model.plays = plays_always(answer)
    with pytest.raises(ModelFailed, match="broke twice"):
        await adapter.draft(REQUEST)
    assert len(model.asked) == 2


async def test_a_server_that_takes_too_long_is_a_failure_and_not_asked_again(model: ScriptedModel) -> None:
    never = asyncio.Event()

    async def plays(_: Asked) -> bytes:
        await never.wait()
        return b""

    model.plays = plays
    impatient = OpenAICompatible(
        url=model.url,
        model="scripted",
        key=None,
        client=httpx2.AsyncClient(timeout=httpx2.Timeout(30, read=0.05), verify=False),
    )
    with pytest.raises(ModelFailed, match="too long"):
        await impatient.draft(REQUEST)
    never.set()
    await impatient.close()
    assert len(model.asked) == 1


async def test_no_server_at_all_is_a_failure() -> None:
    nobody = OpenAICompatible(url="http://127.0.0.1:9/v1", model="scripted", key=None)
    with pytest.raises(ModelFailed):
        await nobody.draft(REQUEST)
    await nobody.close()


async def test_it_refuses_to_be_asked_while_a_transaction_is_open(
    model: ScriptedModel, adapter: OpenAICompatible
) -> None:
    with transaction(), pytest.raises(RuntimeError, match="transaction"):
        await adapter.draft(REQUEST)
    assert model.asked == []


async def test_a_streamed_reply_is_told_statement_by_statement_and_counted(
    model: ScriptedModel, adapter: OpenAICompatible
) -> None:
    async def plays(asked: Asked) -> bytes:
        assert json.loads(asked.everything)["stream"] is True
        return streamed('{"statements": [{"text": "Three ', 'days.", "passages": [1]}, {"text"', ': "Free."}]}')

    model.plays = plays
    told: list[tuple[str, tuple[int, ...]]] = []
    draft = await adapter.draft(REQUEST, told.append)
    assert tuple(told) == draft.statements == (("Three days.", (1,)), ("Free.", ()))
    assert (draft.model, draft.prompt, draft.tokens) == ("scripted", PROMPT, 321)


async def test_a_stream_that_breaks_in_the_middle_is_a_failure(model: ScriptedModel, adapter: OpenAICompatible) -> None:
    model.plays = plays_always(streamed('{"statements": [{"text": "Three days.", "passages": [1]},', promised=9_000))
    with pytest.raises(ModelFailed, match="mid-answer"):
        await adapter.draft(REQUEST, lambda said: None)
    assert len(model.asked) == 1


async def test_tokens_are_reckoned_where_the_server_does_not_count_them(adapter: OpenAICompatible) -> None:
    assert (await adapter.draft(REQUEST)).tokens > 100
