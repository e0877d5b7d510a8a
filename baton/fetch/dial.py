"""Connecting to the very address that was judged, so that no second look-up can say something else."""

import asyncio
import socket
from collections.abc import Awaitable, Callable, Iterable, Sequence
from typing import Any

import httpcore2

from baton.fetch.guard import Network, is_in, is_open_port, is_public

Resolve = Callable[[str, int], Awaitable[list[str]]]
"""The addresses of a host, for a port."""


class Inside(Exception):
    """The host leads to an address that must not be reached."""


class ClosedPort(Inside):
    """The port belongs to something else than web pages."""


class Dial(httpcore2.AsyncNetworkBackend):
    """Looks up a host once, judges every address that comes back, and connects to one of those.

    A host with one address that is not public is refused whole: mixed answers are how a guard is led astray.
    `inside` are networks that may be reached all the same.
    """

    def __init__(self, *, inside: Sequence[Network] = (), resolve: Resolve | None = None) -> None:
        self._inside = inside
        self._resolve = resolve or look_up
        self._below: Any = httpcore2.AnyIOBackend()

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,  # noqa: ASYNC109 - the base class names it
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore2.AsyncNetworkStream:
        """Connect to a host. Raises Inside, or httpcore2's ConnectError where nobody answers."""
        addresses = await self._resolve(host.strip("[]"), port)
        if not addresses:
            raise httpcore2.ConnectError("the name is unknown")
        if not is_open_port(port):
            raise ClosedPort
        if not all(self._may_reach(address) for address in addresses):
            raise Inside
        failed: Exception | None = None
        for address in addresses[:4]:
            try:
                return await self._below.connect_tcp(address, port, timeout, local_address, socket_options)
            except (httpcore2.ConnectError, httpcore2.ConnectTimeout) as refused:
                failed = refused
        raise failed or httpcore2.ConnectError("nobody answers")

    async def connect_unix_socket(self, *_: Any, **__: Any) -> httpcore2.AsyncNetworkStream:
        """Never: sockets in the file system are the inside."""
        raise Inside

    async def sleep(self, seconds: float) -> None:
        """Wait."""
        await asyncio.sleep(seconds)

    def _may_reach(self, address: str) -> bool:
        return is_public(address) or is_in(address, self._inside)


async def look_up(host: str, port: int) -> list[str]:
    """Ask the system's resolver, which also knows 0x7f.1 and 2130706433. Empty where the name is unknown."""
    try:
        found = await asyncio.get_running_loop().getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        return []
    return list(dict.fromkeys(str(address[4][0]).partition("%")[0] for address in found))
