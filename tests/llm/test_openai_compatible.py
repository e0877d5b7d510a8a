"""The adapter to a model's server: what it asks, and that whatever comes back ends as a draft or as one error."""

import json
from collections.abc import Callable

import httpx2
import pytest

from baton.llm.openai_compatible import ModelFailed, OpenAICompatible
from baton.services.boundaries import transaction
from baton.services.records import Draft, DraftRequest

pytestmark = pytest.mark.anyio

ASKED = DraftRequest(
    question="When do you deliver?",
    turns=(("customer", "Hello"),),
    passages=("Delivery takes three working days.",),
    language="en",
    tone="friendly",
)


def model(answer: Callable[[httpx2.Request], httpx2.Response]) -> OpenAICompatible:
    client = httpx2.AsyncClient(transport=httpx2.MockTransport(answer), headers={"authorization": "Bearer k"})
    return OpenAICompatible(url="http://model.test/v1/", model="m1", key="k", client=client)


def said(content: str) -> httpx2.Response:
    return httpx2.Response(200, json={"choices": [{"message": {"content": content}}]})


async def test_it_asks_with_the_passages_numbered_and_nothing_else_of_the_tenant():
    seen: list[httpx2.Request] = []

    def answer(request: httpx2.Request) -> httpx2.Response:
        seen.append(request)
        return said('{"statements": [{"text": "Three working days.", "passages": [1]}]}')

    draft = await model(answer).draft(ASKED)
    assert draft == Draft((("Three working days.", (1,)),))
    body = json.loads(seen[0].content)
    assert str(seen[0].url) == "http://model.test/v1/chat/completions"
    assert (body["model"], body["temperature"]) == ("m1", 0)
    assert "[1] Delivery takes three working days." in body["messages"][1]["content"]
    assert "friendly" in body["messages"][0]["content"]


async def test_json_wrapped_in_talk_is_still_read():
    draft = await model(lambda _: said('Sure!\n```json\n{"statements": []}\n```')).draft(ASKED)
    assert draft.statements == ()


@pytest.mark.parametrize(
    "answer",
    [
        httpx2.Response(500, text="oops"),
        httpx2.Response(429, json={"error": "slow down"}),
        httpx2.Response(200, text="<html>"),
        httpx2.Response(200, json={"choices": []}),
        httpx2.Response(200, json=[]),
        said("I would rather not."),
        said('{"statements": "yes"}'),
        said('{"statements": [{"text": 5}]}'),
        said("x" * 300_000),
        httpx2.Response(200, json={"choices": [{"message": {"content": None}}]}),
    ],
)
async def test_whatever_else_comes_back_is_one_kind_of_failure(answer: httpx2.Response):
    with pytest.raises(ModelFailed):
        await model(lambda _: answer).draft(ASKED)


async def test_a_lost_connection_is_tried_once_more():
    tries: list[int] = []

    def answer(request: httpx2.Request) -> httpx2.Response:
        tries.append(1)
        if len(tries) == 1:
            raise httpx2.ConnectError("gone", request=request)
        return said('{"statements": []}')

    await model(answer).draft(ASKED)
    assert len(tries) == 2


async def test_a_time_out_is_not_tried_again():
    tries: list[int] = []

    def answer(request: httpx2.Request) -> httpx2.Response:
        tries.append(1)
        raise httpx2.ReadTimeout("late", request=request)

    with pytest.raises(ModelFailed, match="too long"):
        await model(answer).draft(ASKED)
    assert len(tries) == 1


async def test_it_refuses_to_be_asked_while_a_transaction_is_open():
    with transaction(), pytest.raises(RuntimeError, match="transaction"):
        await model(lambda _: said("{}")).draft(ASKED)
