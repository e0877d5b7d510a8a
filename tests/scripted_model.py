"""A server that speaks OpenAI's chat completions and plays a script: good answers, slow ones, and every way to fail."""

import asyncio
import json
import re
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

Play = Callable[["Asked"], Awaitable[bytes]]
"""From what was asked to the bytes that go back; the line is closed after them."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One request as the model sees it."""

    question: str
    passages: tuple[str, ...]
    everything: str
    is_packet: bool = False

    @classmethod
    def read(cls, body: dict[str, Any]) -> "Asked":
        told = body["messages"][-1]["content"]
        if '"transcript"' in told:
            return cls("", (), json.dumps(body, ensure_ascii=False), is_packet=True)
        numbered = told.partition("Passages:\n")[2].partition("\n\nConversation so far:")[0]
        passages = tuple(re.split(r"(?:^|\n\n)\[\d+\] ", numbered)[1:])
        question = told.rpartition("Question: ")[2].splitlines()[0]
        return cls(question, passages, json.dumps(body))


@dataclass
class ScriptedModel:
    """Set `plays` to what it shall do next, `plays_packet` for packets. `asked` is all else that it was asked."""

    url: str
    plays: Play
    plays_packet: Play
    asked: list[Asked] = field(default_factory=list)
    asked_packets: list[Asked] = field(default_factory=list)


def first_sentence(passage: str) -> str:
    """The first sentence of a passage, below its heading."""
    return re.split(r"(?<=[.!?])\s", passage.strip().splitlines()[-1])[0]


def ok(content: str) -> bytes:
    """A well-formed completion with this content."""
    return response(200, json.dumps({"choices": [{"message": {"role": "assistant", "content": content}}]}))


def streamed(*pieces: str, promised: int | None = None) -> bytes:
    """A completion as a stream of events, its content in these pieces; the line may break before it is done."""
    chunks = [{"choices": [{"delta": {"content": piece}}]} for piece in pieces]
    events = [json.dumps(chunk) for chunk in chunks]
    if promised is None:
        events += [json.dumps({"choices": [], "usage": {"total_tokens": 321}}), "[DONE]"]
    body = "".join(f"data: {event}\n\n" for event in events)
    return response(200, body, promised=promised, media_type="text/event-stream")


def response(
    status: int,
    body: str,
    *,
    promised: int | None = None,
    retry_after: int | None = None,
    media_type: str = "application/json",
) -> bytes:
    """A response, whose length may be promised higher than it is: the line breaks in the middle."""
    raw = body.encode()
    head = f"HTTP/1.1 {status} Scripted\r\ncontent-type: {media_type}\r\nconnection: close\r\n"
    if retry_after is not None:
        head += f"retry-after: {retry_after}\r\n"
    return f"{head}content-length: {promised or len(raw)}\r\n\r\n".encode() + raw


def statements(*said: tuple[str, list[int]]) -> bytes:
    """An answer in the form that is asked for."""
    return ok(json.dumps({"statements": [{"text": text, "passages": numbers} for text, numbers in said]}))


def packet(wish: str = "", tried: str = "", goal: str = "", reply: str = "") -> bytes:
    """What is written of a packet, in the form that is asked for."""
    return ok(json.dumps({"summary": [wish, tried], "goal": goal, "reply": reply}))


async def good(asked: Asked) -> bytes:
    """The first sentence of the first passage, cited."""
    return statements((first_sentence(asked.passages[0]), [1]))


async def leaves_it(asked: Asked) -> bytes:
    """Nothing to say of a packet."""
    return packet()


@asynccontextmanager
async def scripted_model(plays: Play = good, plays_packet: Play = leaves_it) -> AsyncIterator[ScriptedModel]:
    """A model's server on a port of its own."""

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            head = (await reader.readuntil(b"\r\n\r\n")).decode()
            length = re.search(r"content-length: (\d+)", head, re.IGNORECASE)
            asked = Asked.read(json.loads(await reader.readexactly(int(length.group(1)) if length else 0)))
            (model.asked_packets if asked.is_packet else model.asked).append(asked)
            writer.write(await (model.plays_packet if asked.is_packet else model.plays)(asked))
            await writer.drain()
        except (asyncio.IncompleteReadError, ConnectionError):
            return  # whoever asked has hung up
        finally:
            writer.close()

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    model = ScriptedModel(f"http://127.0.0.1:{port}/v1", plays, plays_packet)
    async with server:
        yield model
