"""The floor of a message: a socket in, one durable write shared by all that came meanwhile, a socket out. No logic.

It is served by the very web server configuration of `baton serve`, and writes with as many connections as two
statements need that overlap: while one makes its rows durable, the next is filled. Nobody is recognised, nothing is
decided, and there is one table without an index beside its key. What Baton adds to this is Baton's to justify.
"""

import asyncio
import json
import sys
from types import SimpleNamespace
from typing import Any

import asyncpg

from bench.echo import Message, alone

CONNECTIONS = 2

TABLE = """CREATE TABLE IF NOT EXISTS bench_slice (conversation text, seq int, text text, at timestamptz,
    PRIMARY KEY (conversation, seq))"""

_WRITE = "INSERT INTO bench_slice SELECT c, s, t, now() FROM unnest($1::text[], $2::int[], $3::text[]) AS x(c, s, t)"


class Slice:
    """Each frame is a message, `[conversation, seq, text]`; it comes back once it is durable."""

    def __init__(self, address: str) -> None:
        self.state = SimpleNamespace(is_closing=False)
        self._address = address
        self._pool: Any = None
        self._waiting: list[tuple[list[Any], str, Any]] = []
        self._arrived = asyncio.Event()
        self._writers: list[asyncio.Task[None]] = []

    async def __call__(self, scope: Message, receive: Any, send: Any) -> None:
        """Serve one socket, or the server's own start and end."""
        if scope["type"] == "lifespan":
            await self._live(receive, send)
            return
        await receive()
        await send({"type": "websocket.accept"})
        while (message := await receive())["type"] == "websocket.receive":
            self._waiting.append((json.loads(message["text"]), message["text"], send))
            self._arrived.set()

    async def _live(self, receive: Any, send: Any) -> None:
        await receive()
        self._pool = await asyncpg.create_pool(self._address, min_size=CONNECTIONS, max_size=CONNECTIONS)
        await self._pool.execute(TABLE)
        await self._pool.execute("TRUNCATE bench_slice")
        self._writers = [asyncio.ensure_future(self._write()) for _ in range(CONNECTIONS)]
        await send({"type": "lifespan.startup.complete"})
        await receive()
        for writer in self._writers:
            writer.cancel()
        await self._pool.close()
        await send({"type": "lifespan.shutdown.complete"})

    async def _write(self) -> None:
        while True:
            await self._arrived.wait()
            taken, self._waiting = self._waiting, []
            self._arrived.clear()
            if not taken:
                continue
            rows = [row for row, _, _ in taken]
            await self._pool.execute(_WRITE, *([row[place] for row in rows] for place in range(3)))
            for _, text, send in taken:
                await send({"type": "websocket.send", "text": text})


if __name__ == "__main__":
    alone(Slice(sys.argv[1]))
