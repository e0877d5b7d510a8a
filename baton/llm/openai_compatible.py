"""Any server that speaks OpenAI's chat completions: hosted, or on the machine beside this one."""

import json
from functools import cache
from importlib import resources
from typing import Any

import httpx2
import msgspec

from baton.llm.endpoint import Endpoint
from baton.llm.packet_words import asked
from baton.llm.packet_words import read as read_packet
from baton.llm.statements import Said, Unfinished, read, used
from baton.services.ports.improvements import PacketRequest, PacketWords
from baton.services.ports.models import HearStatement
from baton.services.records import Draft, DraftRequest

PROMPT = "answer-2"
"""The prompt's file and version. A change of its words is a new file, so that a decision of last year still says
what the model was told."""

PACKET_PROMPT = "packet-1"
"""The same for packets."""

SECONDS = 20.0
MOST_BYTES = 256 * 1024
MOST_TOKENS = 800
"""What a reply may take: more than eight short statements, less than an essay that nobody will be shown."""

CHARACTERS_A_TOKEN = 4
"""By which tokens are reckoned where a server does not count them."""


class ModelFailed(Exception):
    """The model could not be asked, or what it said was not what was asked for."""


class OpenAICompatible:
    """Asks `{url}/chat/completions`, with one retry."""

    def __init__(self, *, url: str, model: str, key: str | None, client: httpx2.AsyncClient | None = None) -> None:
        self.name = model
        self._endpoint = Endpoint(
            f"{url.rstrip('/')}/chat/completions",
            name="the model's server",
            failed=ModelFailed,
            key=key,
            seconds=SECONDS,
            most_bytes=MOST_BYTES,
            client=client,
        )

    async def draft(self, request: DraftRequest, hear: HearStatement | None = None) -> Draft:
        """Word an answer from passages; `hear` is told each statement as soon as it is written. Raises ModelFailed."""
        messages = _messages(request)
        unfinished = Unfinished(hear or _nobody)
        heard = await self._endpoint.ask(self._body(messages, is_streamed=hear is not None), unfinished.feed)
        if heard.media_type == "text/event-stream":
            content, tokens = unfinished.content, unfinished.tokens
        else:
            content, tokens = _content(heard.body)
        try:
            statements = read(content)
        except msgspec.DecodeError as wrong:
            raise ModelFailed("the model's reply was not the JSON that was asked for") from wrong
        return Draft(statements, self.name, PROMPT, tokens or _reckoned(messages, content))

    async def write_packet(self, request: PacketRequest) -> PacketWords:
        """Word a packet's summary, goal and first reply. Raises ModelFailed where the server can't be asked."""
        messages = [
            {"role": "system", "content": _prompt(PACKET_PROMPT).replace("{tone}", request.tone)},
            {"role": "user", "content": asked(request)},
        ]
        heard = await self._endpoint.ask(self._body(messages, is_streamed=False))
        content, tokens = _content(heard.body)
        return PacketWords(read_packet(content), self.name, PACKET_PROMPT, tokens or _reckoned(messages, content))

    async def close(self) -> None:
        """Close the connections."""
        await self._endpoint.close()

    def _body(self, messages: list[dict[str, str]], *, is_streamed: bool) -> dict[str, Any]:
        body: dict[str, Any] = {
            "model": self.name,
            "messages": messages,
            "temperature": 0,
            "max_tokens": MOST_TOKENS,
            "response_format": {"type": "json_object"},
        }
        return body | {"stream": True, "stream_options": {"include_usage": True}} if is_streamed else body


def configured(url: str | None, model: str | None, key: str | None) -> OpenAICompatible | None:
    """The model of an installation, None where it has none."""
    return OpenAICompatible(url=url, model=model, key=key) if url and model else None


def _reckoned(messages: list[dict[str, str]], content: str) -> int:
    return (sum(len(message["content"]) for message in messages) + len(content)) // CHARACTERS_A_TOKEN


def _nobody(said: Said) -> None:
    """Nobody is told."""


def _content(raw: bytes) -> tuple[str, int]:
    try:
        reply = json.loads(raw)
    except ValueError as wrong:
        raise ModelFailed("the model's server did not answer in JSON") from wrong
    try:
        return reply["choices"][0]["message"]["content"] or "", used(reply)
    except (KeyError, IndexError, TypeError, AttributeError) as wrong:
        raise ModelFailed("the model's reply was not the JSON that was asked for") from wrong


def _messages(request: DraftRequest) -> list[dict[str, str]]:
    passages = "\n\n".join(f"[{n}] {text}" for n, text in enumerate(request.passages, 1))
    turns = "\n".join(f"{who}: {text}" for who, text in request.turns)
    asked = f"Passages:\n{passages}\n\nConversation so far:\n{turns}\n\nQuestion: {request.question}"
    if request.language:
        asked += f"\nCustomer's language: {request.language}"
    return [
        {"role": "system", "content": _prompt(PROMPT).replace("{tone}", request.tone)},
        {"role": "user", "content": asked},
    ]


@cache
def _prompt(name: str) -> str:
    return (resources.files("baton.llm") / "prompts" / f"{name}.md").read_text(encoding="utf-8")
