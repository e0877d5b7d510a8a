"""The adapter against a server that plays a script."""

import json
from collections.abc import Callable

import httpx2
import pytest

from baton.llm.embeddings import MOST_BYTES, EmbeddingFailed, Embeddings
from baton.services.boundaries import transaction

pytestmark = pytest.mark.anyio

Play = Callable[[httpx2.Request], httpx2.Response]


def adapter(play: Play) -> Embeddings:
    client = httpx2.AsyncClient(transport=httpx2.MockTransport(play))
    return Embeddings(url="http://here.example/v1/", model="small", key="sk-1", client=client)


def vectors(request: httpx2.Request) -> httpx2.Response:
    texts = json.loads(request.content)["input"]
    found = [{"index": at, "embedding": [float(len(text)), 1.0]} for at, text in enumerate(texts)]
    return httpx2.Response(200, json={"data": found[::-1], "model": "small"})


async def test_vectors_come_back_in_the_order_of_the_texts() -> None:
    asked: list[httpx2.Request] = []

    def play(request: httpx2.Request) -> httpx2.Response:
        asked.append(request)
        return vectors(request)

    assert await adapter(play).embed(["a", "bbb"]) == [[1.0, 1.0], [3.0, 1.0]]
    assert str(asked[0].url) == "http://here.example/v1/embeddings"
    assert json.loads(asked[0].content) == {"model": "small", "input": ["a", "bbb"]}


async def test_a_broken_connection_is_tried_once_more() -> None:
    times = 0

    def play(request: httpx2.Request) -> httpx2.Response:
        nonlocal times
        times += 1
        if times == 1:
            raise httpx2.ConnectError("reset")
        return vectors(request)

    assert await adapter(play).embed(["a"]) == [[1.0, 1.0]]


def broken(request: httpx2.Request) -> httpx2.Response:
    raise httpx2.ConnectError("reset")


def late(request: httpx2.Request) -> httpx2.Response:
    raise httpx2.ReadTimeout("late")


@pytest.mark.parametrize(
    ("play", "says"),
    [
        (broken, "broke twice"),
        (late, "too long"),
        (lambda _: httpx2.Response(429), "429"),
        (lambda _: httpx2.Response(200, text="<html>"), "with vectors"),
        (lambda _: httpx2.Response(200, json={"data": [{"index": 0, "embedding": "x"}]}), "with vectors"),
        (lambda _: httpx2.Response(200, json={"data": []}), "another number"),
        (lambda _: httpx2.Response(200, content=b" " * (MOST_BYTES + 1)), "too long"),
    ],
)
async def test_anything_else_is_a_failure_that_says_what(play: Play, says: str) -> None:
    with pytest.raises(EmbeddingFailed, match=says):
        await adapter(play).embed(["a"])


async def test_no_request_goes_out_while_a_transaction_is_open() -> None:
    with transaction(), pytest.raises(RuntimeError):
        await adapter(vectors).embed(["a"])
