"""An answer's head and body in one write, and so with the frames of a socket that come in one step of the loop.

The web server writes each by itself, and each write to a socket is a call of the kernel that sends a packet and wakes
whoever reads: on a message to a person as much as storing it costs. Messages that are stored by one statement are told
in one step, so what an inbox is told of them can go together.
"""

import asyncio
from typing import Any, cast

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

_HEAD = b"HTTP/1.1 "


class OneWrite(HttpToolsProtocol):
    """uvicorn's protocol over a transport that holds the head of an answer until its body comes."""

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Called by the loop."""
        super().connection_made(cast("asyncio.Transport", Holding(transport, self.loop)))

    def handle_websocket_upgrade(self) -> None:
        """A socket goes on with a transport that joins its frames."""
        self.transport = cast("asyncio.Transport", Joining(cast("Holding", self.transport).bare, self.loop))
        super().handle_websocket_upgrade()


class Holding:
    """A transport whose `write` keeps a head back; where no body follows in the same step of the loop it goes alone."""

    def __init__(self, bare: asyncio.Transport, loop: asyncio.AbstractEventLoop) -> None:
        self.bare = bare
        self._loop = loop
        self._head = b""

    def write(self, content: bytes) -> None:
        """Write, behind the head that was kept back."""
        if not self._head and content.startswith(_HEAD):
            self._head = content
            self._loop.call_soon(self._let_go)
            return
        head, self._head = self._head, b""
        self.bare.write(head + content)

    def close(self) -> None:
        """Write what was kept back, and hang up."""
        self._let_go()
        self.bare.close()

    def _let_go(self) -> None:
        head, self._head = self._head, b""
        if head:
            self.bare.write(head)

    def __getattr__(self, name: str) -> Any:
        return getattr(self.bare, name)


class Joining:
    """A transport that writes at once whatever it is given in one step of the loop."""

    __slots__ = ("_bare", "_given", "_loop")

    def __init__(self, bare: asyncio.Transport, loop: asyncio.AbstractEventLoop) -> None:
        self._bare = bare
        self._loop = loop
        self._given: list[bytes] | None = None

    def write(self, content: bytes) -> None:
        """Write, with what else comes in this step."""
        if self._given is None:
            # Made when there is something to write: an idle socket should weigh nothing.
            self._given = []
            self._loop.call_soon(self._let_go)
        self._given.append(content)

    def close(self) -> None:
        """Write what was given, and hang up."""
        self._let_go()
        self._bare.close()

    def _let_go(self) -> None:
        given, self._given = self._given, None
        if given and not self._bare.is_closing():
            self._bare.write(b"".join(given))

    def __getattr__(self, name: str) -> Any:
        return getattr(self._bare, name)
