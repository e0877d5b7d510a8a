"""One address of a server that speaks OpenAI's API, with its failures handled in one way.

A request is made once more where the connection broke, where the server is overloaded (429) or where it failed (5xx),
after as long a pause as it asks for, if the time limit leaves room for that. Whatever else happens is a failure.
"""

import asyncio
from asyncio import sleep
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import httpx2

from baton.services.boundaries import before_the_network

PAUSE = 0.25
"""Seconds before a second request where the server does not ask for more."""

Hear = Callable[[bytes], bool]
"""Told each part of an answer as it comes; returns whether it has used any of it."""


@dataclass(frozen=True, slots=True)
class Heard:
    """An answer: its media type, and its body where it was not told part by part."""

    media_type: str
    body: bytes


class Endpoint:
    """Posts to one address. `name` is how failures call the server; `failed` is what is raised.

    `seconds` bounds a request with its retry; `most_bytes` bounds an answer.
    """

    def __init__(
        self,
        url: str,
        *,
        name: str,
        failed: type[Exception],
        key: str | None,
        seconds: float,
        most_bytes: int,
        client: httpx2.AsyncClient | None = None,
    ) -> None:
        self._url = url
        self._name = name
        self._failed = failed
        self._seconds = seconds
        self._most_bytes = most_bytes
        headers = {"authorization": f"Bearer {key}"} if key else {}
        self._client = client or httpx2.AsyncClient(headers=headers, timeout=seconds)

    async def ask(self, body: dict[str, Any], hear: Hear | None = None) -> Heard:
        """Post a JSON body. `hear` is told the parts of an event stream as they come. Raises `failed`."""
        before_the_network(self._name)
        try:
            async with asyncio.timeout(self._seconds) as limit:
                try:
                    return await self._post(body, hear)
                except _AgainError as again:
                    await self._pause(again, limit.when())
                try:
                    return await self._post(body, hear)
                except _AgainError as again:
                    raise self._failed(again.twice) from again
        except (TimeoutError, httpx2.TimeoutException) as late:
            raise self._failed(f"{self._name} took too long") from late

    async def close(self) -> None:
        """Close the connections."""
        await self._client.aclose()

    async def _pause(self, again: "_AgainError", until: float | None) -> None:
        room = (until or 0.0) - asyncio.get_running_loop().time()
        if again.after >= room:
            raise self._failed(again.twice) from again
        await sleep(again.after)

    async def _post(self, body: dict[str, Any], hear: Hear | None) -> Heard:
        used = False
        try:
            async with self._client.stream("POST", self._url, json=body) as response:
                self._check(response)
                media_type = response.headers.get("content-type", "").partition(";")[0].strip().lower()
                raw, size = bytearray(), 0
                async for part in response.aiter_bytes():
                    size += len(part)
                    if size > self._most_bytes:
                        raise self._failed(f"the answer of {self._name} was too long")
                    if hear is not None and media_type == "text/event-stream":
                        used = hear(part) or used
                    raw += part
        except httpx2.TimeoutException:
            raise
        except httpx2.RequestError as broken:
            if used:
                raise self._failed(f"the connection to {self._name} broke in mid-answer") from broken
            raise _AgainError(f"the connection to {self._name} broke twice", PAUSE) from broken
        return Heard(media_type, bytes(raw))

    def _check(self, response: httpx2.Response) -> None:
        status = response.status_code
        if status == httpx2.codes.OK:
            return
        why = f"{self._name} answered {status}"
        if status == httpx2.codes.TOO_MANY_REQUESTS or status >= httpx2.codes.INTERNAL_SERVER_ERROR:
            raise _AgainError(why, _seconds(response.headers.get("retry-after")))
        raise self._failed(why)


class _AgainError(Exception):
    """Worth another try `after` so many seconds; `twice` says what it is if that fails too."""

    def __init__(self, twice: str, after: float) -> None:
        super().__init__(twice)
        self.twice = twice
        self.after = after


def _seconds(said: str | None) -> float:
    """How long a server asks to be left alone. A date instead of seconds is too coarse for a customer who waits."""
    return max(PAUSE, float(said)) if said and said.strip().isdecimal() else PAUSE
