"""Posting to an address that somebody else chose: guarded like the fetcher, sent as it is written, never redirected."""

import asyncio
import ssl
from collections.abc import Sequence

import httpcore2

from baton.fetch.dial import Dial, Resolve
from baton.fetch.explaining import explaining, failed, place
from baton.fetch.fetcher import AGENT, TIMES, machines_trust, seconds_of
from baton.fetch.guard import Network
from baton.services.boundaries import before_the_network
from baton.services.ports.webhooks import Post, Posted

CONNECTIONS = 400
"""Open at once. More than all webhooks that one node tells at a time use, so that none waits for another's."""


class GuardedPoster:
    """Posts with connections of its own. `inside` are networks that may be reached though they are not public."""

    def __init__(
        self, *, inside: Sequence[Network] = (), resolve: Resolve | None = None, trust: ssl.SSLContext | None = None
    ) -> None:
        self._reaches_inside = bool(inside)
        self._pool = httpcore2.AsyncConnectionPool(
            ssl_context=trust or machines_trust(),
            max_connections=CONNECTIONS,
            max_keepalive_connections=50,
            keepalive_expiry=15.0,
            network_backend=Dial(inside=inside, resolve=resolve),
        )

    @property
    def reaches_inside(self) -> bool:
        """Whether networks that are not public may be reached, where plain HTTP is usual."""
        return self._reaches_inside

    async def post(self, asked: Post) -> Posted:
        """Post once, and read the beginning of the answer, whatever its status. Raises NotFetched."""
        before_the_network("the poster")
        shown = place(asked.url)
        try:
            async with asyncio.timeout(asked.seconds):
                with explaining(asked.url, shown=shown):
                    return await self._posted(asked)
        except TimeoutError as late:
            raise failed("too_slow", f"{shown} took longer than {asked.seconds:g} seconds to answer.") from late

    async def close(self) -> None:
        """Close the connections."""
        await self._pool.aclose()

    async def _posted(self, asked: Post) -> Posted:
        headers = [("user-agent", AGENT), *asked.headers]
        stream = self._pool.stream(
            asked.method, asked.url, headers=headers, content=asked.body or None, extensions={"timeout": TIMES}
        )
        async with stream as response:
            said = {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in response.headers}
            first = b""
            async for piece in response.aiter_stream():
                first += piece[: asked.first_bytes - len(first)]
                if len(first) >= asked.first_bytes:
                    break
        return Posted(response.status, first, seconds_of(said.get("retry-after")))
