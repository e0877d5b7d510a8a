"""Any server that speaks OpenAI's chat completions: hosted, or on the machine beside this one."""

import json
import re
from contextlib import suppress
from functools import cache
from importlib import resources
from typing import Any

import httpx2
import msgspec

from baton.services.boundaries import before_the_network
from baton.services.records import Draft, DraftRequest

MOST_STATEMENTS = 8
MOST_BYTES = 256 * 1024

_OBJECT = re.compile(r"\{.*\}", re.DOTALL)


class ModelFailed(Exception):
    """The model could not be asked, or what it said was not what was asked for."""


class _Statement(msgspec.Struct):
    text: str
    passages: list[int] = []


class _Reply(msgspec.Struct):
    statements: list[_Statement]


class OpenAICompatible:
    """Asks `{url}/chat/completions`. One retry where the connection failed; the caller bounds the time."""

    def __init__(self, *, url: str, model: str, key: str | None, client: httpx2.AsyncClient | None = None) -> None:
        self._url = f"{url.rstrip('/')}/chat/completions"
        self._model = model
        headers = {"authorization": f"Bearer {key}"} if key else {}
        self._client = client or httpx2.AsyncClient(headers=headers, timeout=30.0)

    async def draft(self, request: DraftRequest) -> Draft:
        """Word an answer from passages. Raises ModelFailed."""
        before_the_network("the model")
        answer = await self._ask(_messages(request))
        try:
            content = answer["choices"][0]["message"]["content"] or ""
            found = _OBJECT.search(content)
            reply = msgspec.json.decode(found.group(0) if found else "", type=_Reply)
        except (KeyError, IndexError, TypeError, msgspec.DecodeError) as wrong:
            raise ModelFailed("the model's reply was not the JSON that was asked for") from wrong
        statements = [s for s in reply.statements if s.text.strip()][:MOST_STATEMENTS]
        return Draft(tuple((s.text.replace("\x00", "").strip(), tuple(s.passages)) for s in statements))

    async def close(self) -> None:
        """Close the connections."""
        await self._client.aclose()

    async def _ask(self, messages: list[dict[str, str]]) -> dict[str, Any]:
        body = {
            "model": self._model,
            "messages": messages,
            "temperature": 0,
            "response_format": {"type": "json_object"},
        }
        with suppress(httpx2.RequestError):
            return _json(await self._post(body))
        try:
            return _json(await self._post(body))
        except httpx2.RequestError as broken:
            raise ModelFailed("the connection to the model's server broke twice") from broken

    async def _post(self, body: dict[str, Any]) -> bytes:
        try:
            async with self._client.stream("POST", self._url, json=body) as response:
                if response.status_code != httpx2.codes.OK:
                    raise ModelFailed(f"the model's server answered {response.status_code}")
                return await _read(response)
        except httpx2.TimeoutException as late:
            raise ModelFailed("the model's server took too long") from late


async def _read(response: httpx2.Response) -> bytes:
    """The body, as far as it may go: a server that never ends must not fill the memory."""
    raw = bytearray()
    async for part in response.aiter_bytes():
        raw += part
        if len(raw) > MOST_BYTES:
            raise ModelFailed("the model's reply was too long")
    return bytes(raw)


def _json(raw: bytes) -> dict[str, Any]:
    try:
        return json.loads(raw)
    except ValueError as wrong:
        raise ModelFailed("the model's server did not answer in JSON") from wrong


def _messages(request: DraftRequest) -> list[dict[str, str]]:
    passages = "\n\n".join(f"[{n}] {text}" for n, text in enumerate(request.passages, 1))
    turns = "\n".join(f"{who}: {text}" for who, text in request.turns)
    asked = f"Passages:\n{passages}\n\nConversation so far:\n{turns}\n\nQuestion: {request.question}"
    if request.language:
        asked += f"\nCustomer's language: {request.language}"
    return [
        {"role": "system", "content": _prompt().replace("{tone}", request.tone)},
        {"role": "user", "content": asked},
    ]


@cache
def _prompt() -> str:
    return (resources.files("baton.llm") / "prompts" / "answer.md").read_text(encoding="utf-8")
