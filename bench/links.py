"""Connections that cost the measuring process little: HTTP kept alive, and a WebSocket, both on bare asyncio."""

import asyncio
import base64
import os
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import cast

Heard = Callable[[bytes], None]


IDLE_SECONDS = 3.0
"""The server closes what is idle for five, and a request that is on its way just then is lost."""


class BrokenLink(Exception):
    """The other end hung up, or answered what is not an answer."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a server listens."""

    host: str
    port: int


class HttpLink(asyncio.Protocol):
    """One connection, one request at a time. Unused for a while, it is opened again before the server closes it."""

    def __init__(self, place: Place) -> None:
        self._place = place
        self._used_at = time.monotonic()
        self._received = bytearray()
        self._answer: asyncio.Future[tuple[int, bytes]] | None = None

    @classmethod
    async def open(cls, place: Place) -> "HttpLink":
        """Connect."""
        link = cls(place)
        await link._connect()
        return link

    async def _connect(self) -> None:
        await asyncio.get_running_loop().create_connection(lambda: self, self._place.host, self._place.port)

    async def ask(self, method: str, path: str, secret: str, body: bytes = b"") -> tuple[int, bytes]:
        """Send a request with a bearer secret; returns the status and body of its answer. Raises BrokenLink."""
        if self._transport.is_closing() or time.monotonic() - self._used_at > IDLE_SECONDS:
            self._transport.abort()
            await self._connect()
        self._used_at = time.monotonic()
        self._answer = asyncio.get_running_loop().create_future()
        head = (
            f"{method} {path} HTTP/1.1\r\nhost: localhost\r\nauthorization: Bearer {secret}\r\n"
            f"content-type: application/json\r\ncontent-length: {len(body)}\r\n\r\n"
        )
        self._transport.write(head.encode() + body)
        return await self._answer

    def close(self) -> None:
        """Hang up."""
        self._transport.close()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Called by the loop."""
        self._transport = cast(asyncio.Transport, transport)
        self._received.clear()

    def data_received(self, data: bytes) -> None:
        """Called by the loop. An answer is whole when its content-length is there."""
        self._received += data
        end = self._received.find(b"\r\n\r\n")
        if end < 0 or self._answer is None:
            return
        head = bytes(self._received[:end]).lower()
        whole = end + 4 + int(head.partition(b"content-length:")[2].partition(b"\r\n")[0] or 0)
        if len(self._received) >= whole:
            body = bytes(self._received[end + 4 : whole])
            del self._received[:whole]
            answer, self._answer = self._answer, None
            answer.set_result((int(head[9:12]), body))

    def connection_lost(self, exc: Exception | None) -> None:
        """Called by the loop."""
        if self._answer is not None and not self._answer.done():
            self._answer.set_exception(exc or BrokenLink("the server hung up"))


class SocketLink(asyncio.Protocol):
    """One WebSocket. `heard` gets each text frame."""

    def __init__(self, heard: Heard) -> None:
        self._heard = heard
        self._received = bytearray()
        self.opened: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._upgraded = False

    @classmethod
    async def open(cls, place: Place, path: str, secret: str, heard: Heard) -> "SocketLink":
        """Connect and upgrade, with a bearer secret. Raises BrokenLink where the server refuses."""
        loop = asyncio.get_running_loop()
        _, link = await loop.create_connection(lambda: cls(heard), place.host, place.port)
        key = base64.b64encode(os.urandom(16)).decode()
        link._transport.write(
            f"GET {path} HTTP/1.1\r\nhost: localhost\r\nupgrade: websocket\r\nconnection: Upgrade\r\n"
            f"sec-websocket-key: {key}\r\nsec-websocket-version: 13\r\nauthorization: Bearer {secret}\r\n\r\n".encode()
        )
        await link.opened
        return link

    def say(self, text: bytes) -> None:
        """Send a text frame of less than 64 KB. Its mask is zero, which leaves the bytes as they are."""
        size = bytes([0x80 | len(text)]) if len(text) < 126 else b"\xfe" + len(text).to_bytes(2, "big")
        self._transport.write(b"\x81" + size + b"\x00\x00\x00\x00" + text)

    def close(self) -> None:
        """Hang up without a word, as a phone in a tunnel does."""
        self._transport.abort()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Called by the loop."""
        self._transport = cast(asyncio.Transport, transport)

    def data_received(self, data: bytes) -> None:
        """Called by the loop."""
        self._received += data
        if not self._upgraded:
            head, found, rest = self._received.partition(b"\r\n\r\n")
            if not found:
                return
            if b" 101 " not in head[:20]:
                self.opened.set_exception(BrokenLink(head.decode()))
                return
            self._upgraded, self._received = True, rest
            self.opened.set_result(None)
        while (frame := self._frame()) is not None:
            self._heard(frame)

    def connection_lost(self, exc: Exception | None) -> None:
        """Called by the loop."""
        if not self.opened.done():
            self.opened.set_exception(exc or BrokenLink("the server hung up"))

    def _frame(self) -> bytes | None:
        """The next whole text frame, after answering the pings before it."""
        while len(got := self._received) >= 2:
            size, at = got[1] & 0x7F, 2
            if size > 125:
                at = 4 if size == 126 else 10
                size = int.from_bytes(got[2:at], "big") if len(got) >= at else 1 << 62
            if len(got) < at + size:
                return None
            kind, payload = got[0] & 0x0F, bytes(got[at : at + size])
            del got[: at + size]
            if kind == 1:
                return payload
            if kind == 9:
                self._transport.write(b"\x8a" + bytes([0x80 | len(payload)]) + b"\x00\x00\x00\x00" + payload)
        return None
