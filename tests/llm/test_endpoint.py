"""One retry where it may help, none where it can't, and never past the time limit."""

from collections.abc import Callable

import httpx2
import pytest

from baton.llm import endpoint
from baton.llm.endpoint import Endpoint

pytestmark = pytest.mark.anyio

Play = Callable[[int], httpx2.Response]


class Failed(Exception):
    pass


class Played:
    """An endpoint whose server plays `play`, told which request it is (from 1)."""

    def __init__(self, play: Play, *, seconds: float = 5.0) -> None:
        self.times = 0
        self._play = play
        client = httpx2.AsyncClient(transport=httpx2.MockTransport(self._answer))
        self.endpoint = Endpoint(
            "http://model.example/v1",
            name="the server",
            failed=Failed,
            key=None,
            seconds=seconds,
            most_bytes=1_000,
            client=client,
        )

    def _answer(self, _: httpx2.Request) -> httpx2.Response:
        self.times += 1
        return self._play(self.times)


@pytest.fixture(autouse=True)
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(endpoint, "PAUSE", 0.0)


def breaks(_: int) -> httpx2.Response:
    raise httpx2.ConnectError("reset")


@pytest.mark.parametrize("status", [429, 500, 502, 503])
async def test_an_overloaded_or_failing_server_is_asked_once_more(status: int) -> None:
    played = Played(lambda time: httpx2.Response(status if time == 1 else 200, text="{}"))
    assert (await played.endpoint.ask({})).body == b"{}"
    assert played.times == 2


@pytest.mark.parametrize(("play", "why"), [(breaks, "broke twice"), (lambda _: httpx2.Response(503), "answered 503")])
async def test_what_fails_twice_is_a_failure(play: Play, why: str) -> None:
    played = Played(play)
    with pytest.raises(Failed, match=why):
        await played.endpoint.ask({})
    assert played.times == 2


@pytest.mark.parametrize("status", [400, 401, 404])
async def test_a_refusal_is_not_asked_again(status: int) -> None:
    played = Played(lambda _: httpx2.Response(status))
    with pytest.raises(Failed, match=str(status)):
        await played.endpoint.ask({})
    assert played.times == 1


async def test_a_server_that_asks_for_more_time_than_there_is_is_not_asked_again() -> None:
    played = Played(lambda _: httpx2.Response(429, headers={"retry-after": "60"}))
    with pytest.raises(Failed, match="429"):
        await played.endpoint.ask({})
    assert played.times == 1


async def test_a_server_is_left_alone_as_long_as_it_asks(monkeypatch: pytest.MonkeyPatch) -> None:
    slept: list[float] = []

    async def sleep(seconds: float) -> None:
        slept.append(seconds)

    monkeypatch.setattr(endpoint, "sleep", sleep)
    played = Played(lambda time: httpx2.Response(429 if time == 1 else 200, headers={"retry-after": "2"}))
    await played.endpoint.ask({})
    assert slept == [2.0]


async def test_a_stream_that_breaks_after_something_was_used_is_not_begun_again() -> None:
    class Breaking(httpx2.AsyncByteStream):
        async def __aiter__(self):
            yield b"data: one\n\n"
            raise httpx2.ReadError("gone")

    played = Played(lambda _: httpx2.Response(200, headers={"content-type": "text/event-stream"}, stream=Breaking()))
    with pytest.raises(Failed, match="mid-answer"):
        await played.endpoint.ask({}, lambda part: True)
    assert played.times == 1
    with pytest.raises(Failed, match="broke twice"):
        await played.endpoint.ask({}, lambda part: False)
    assert played.times == 3
