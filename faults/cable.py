"""The line between one node and its database, which can be cut, held up and mended."""

import asyncio
import contextlib
from pathlib import Path

PIECE = 1 << 16


class Cable:
    """A socket that passes everything on to the database's own. `directory` is what a node connects to."""

    def __init__(self, directory: Path, port: int, target: str) -> None:
        self.directory = directory
        self.port = port
        self._target = target
        self._open: set[asyncio.StreamWriter] = set()
        self._flows = asyncio.Event()
        self._flows.set()
        self._idle = asyncio.Event()
        self._idle.set()
        self._is_cut = False
        self._server: asyncio.Server | None = None

    async def lay(self) -> None:
        """Begin to listen."""
        self._server = await asyncio.start_unix_server(self._pass_on, self.directory / f".s.PGSQL.{self.port}")

    def cut(self) -> None:
        """Break every connection, and refuse new ones, until it is mended."""
        self._is_cut = True
        for writer in tuple(self._open):
            writer.transport.abort()

    def hold(self) -> None:
        """Let nothing through, and break nothing: both ends wait."""
        self._flows.clear()

    def mend(self) -> None:
        """As good as new."""
        self._is_cut = False
        self._flows.set()

    async def close(self) -> None:
        """Take it away."""
        self.cut()
        self._flows.set()
        if self._server:
            self._server.close()
        await self._idle.wait()

    async def _pass_on(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        if self._is_cut:
            writer.transport.abort()
            return
        try:
            there, back = await asyncio.open_unix_connection(self._target)
        except OSError:
            writer.transport.abort()
            return
        ends = (writer, back)
        self._open.update(ends)
        self._idle.clear()
        try:
            await asyncio.gather(self._flow(reader, back), self._flow(there, writer))
        finally:
            self._open.difference_update(ends)
            for end in ends:
                end.transport.abort()
            if not self._open:
                self._idle.set()

    async def _flow(self, source: asyncio.StreamReader, sink: asyncio.StreamWriter) -> None:
        # A transport that was aborted meanwhile refuses with a RuntimeError.
        with contextlib.suppress(OSError, RuntimeError):
            while piece := await source.read(PIECE):
                await self._flows.wait()
                sink.write(piece)
                await sink.drain()
        sink.transport.abort()
