"""ClamAV's daemon, asked over its own protocol: `INSTREAM`, portions behind their lengths, an empty one at the end."""

import asyncio
from collections.abc import AsyncIterator
from urllib.parse import urlsplit

from baton.core.errors import Unavailable
from baton.services.boundaries import before_the_network

PORT = 3310
"""Where clamd listens by default."""

SECONDS = 60.0
"""For one file, from the connection to the verdict. ClamAV itself gives up on a file after two minutes."""

_DOWN = (OSError, TimeoutError, EOFError, ValueError)


class Clamd:
    """One daemon, by TCP (`clamd://host:3310`) or on a socket of this machine (`clamd:///run/clamav/clamd.ctl`)."""

    def __init__(self, url: str, *, seconds: float = SECONDS) -> None:
        self._url = urlsplit(url)
        self._seconds = seconds

    async def look(self, portions: AsyncIterator[bytes]) -> str | None:
        """What it found, by its name; None where it found nothing. Raises Unavailable where it can't say."""
        before_the_network("the virus scanner")
        try:
            async with asyncio.timeout(self._seconds):
                said = await self._ask(portions)
        except _DOWN as down:
            raise Unavailable(f"The virus scanner at {self._url.geturl()} does not answer: {down}") from down
        verdict = said.rstrip(b"\0\n").decode(errors="replace").removeprefix("stream: ")
        if verdict == "OK":
            return None
        if verdict.endswith(" FOUND"):
            return verdict.removesuffix(" FOUND")
        raise Unavailable(f"The virus scanner could not look at a file. It said: {verdict[:200]}")

    async def _ask(self, portions: AsyncIterator[bytes]) -> bytes:
        reader, writer = await self._connected()
        try:
            writer.write(b"zINSTREAM\0")
            async for portion in portions:
                writer.write(len(portion).to_bytes(4, "big") + portion)
                await writer.drain()
            writer.write(bytes(4))
            await writer.drain()
            return await reader.readuntil(b"\0")
        finally:
            writer.close()

    async def _connected(self) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        if self._url.hostname is None:
            return await asyncio.open_unix_connection(self._url.path)
        return await asyncio.open_connection(self._url.hostname, self._url.port or PORT)
