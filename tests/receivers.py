"""A receiver of webhooks on loopback: keeps what it is sent, and answers, or misbehaves, as a test wants."""

import asyncio
import contextlib
import json
import ssl
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from websites import answer

Misbehaves = Callable[[asyncio.StreamWriter], Awaitable[None]]


@dataclass(frozen=True)
class Got:
    """One request."""

    path: str
    headers: dict[str, str]
    body: bytes
    method: str = "POST"

    @property
    def id(self) -> str:
        return self.headers["webhook-id"]

    @property
    def event(self) -> dict[str, Any]:
        return json.loads(self.body)

    @property
    def place(self) -> tuple[str | None, int]:
        return self.event["conversation_id"], self.event["seq"]


@dataclass
class Receiver:
    """`answers` maps a request to what is answered: a status such as "500 Broken", raw bytes, or a misbehaviour."""

    url: str = ""
    got: list[Got] = field(default_factory=list)
    answers: Callable[[Got], str | bytes | Misbehaves] = lambda _: "204 No Content"
    came: asyncio.Condition = field(default_factory=asyncio.Condition)

    async def has(self, count: int) -> None:
        """Wait until so many requests have come."""
        async with self.came, asyncio.timeout(30):
            await self.came.wait_for(lambda: len(self.got) >= count)

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with contextlib.suppress(ConnectionError, asyncio.IncompleteReadError):
            lines = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
            headers = {k.lower(): v for k, _, v in (line.partition(": ") for line in lines[1:] if line)}
            body = await reader.readexactly(int(headers.get("content-length", "0")))
            method, path, *_ = lines[0].split(" ")
            got = Got(path, headers, body, method)
            self.got.append(got)
            said = self.answers(got)
            async with self.came:
                self.came.notify_all()
            if callable(said):
                await said(writer)
            else:
                writer.write(said if isinstance(said, bytes) else answer("", status=said))
            await writer.drain()
        writer.close()


@asynccontextmanager
async def receiving(tls: ssl.SSLContext | None = None, *, port: int = 0) -> AsyncIterator[Receiver]:
    """A receiver on this port of loopback, or on a free one."""
    receiver = Receiver()
    server = await asyncio.start_server(receiver.serve, "127.0.0.1", port, ssl=tls)
    receiver.url = f"{'https' if tls else 'http'}://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    try:
        yield receiver
    finally:
        server.close()


async def hangs(writer: asyncio.StreamWriter) -> None:
    """Never answers."""
    await asyncio.sleep(3600)


async def pours(writer: asyncio.StreamWriter) -> None:
    """Answers without end."""
    writer.write(b"HTTP/1.1 200 OK\r\ncontent-type: text/plain\r\n\r\n")
    while True:
        writer.write(b"x" * 65_536)
        await writer.drain()
