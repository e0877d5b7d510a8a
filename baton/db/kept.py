"""Connections of a pool, kept at hand between uses.

The pool checks what it lends and takes back, in a task of its own each time: twice what a short statement costs. What
was used without an error needs no such look, so it is lent again as it is; whatever an error or a cancelled statement
has gone through goes by the pool, which mends or replaces it.
"""

from typing import Any

import asyncpg

WAIT_SECONDS = 10.0
"""How long a caller waits for a connection where all are in use."""


class Kept:
    """Lends the connections of a pool, last in first out, so that the next use finds its tenant set already."""

    def __init__(self, pool: asyncpg.Pool) -> None:
        self._pool = pool
        self._free: list[Any] = []
        self._waiting = 0
        self._is_closing = False

    async def take(self) -> Any:
        """A connection, for this caller alone. Raises what the pool raises where there is none in time."""
        while self._free:
            connection = self._free.pop()
            if _is_open(connection):
                return connection
            await self._pool.release(connection)
        self._waiting += 1
        try:
            return await self._pool.acquire(timeout=WAIT_SECONDS)
        finally:
            self._waiting -= 1

    async def give_back(self, connection: Any, *, unharmed: bool) -> None:
        """Take a connection back. Where somebody waits for one, it goes to them, by the pool that they wait at."""
        if unharmed and not self._waiting and not self._is_closing:
            self._free.append(connection)
        else:
            await self._pool.release(connection)

    async def close(self) -> None:
        """Close every connection, after the statements that are running."""
        self._is_closing = True
        while self._free:
            await self._pool.release(self._free.pop())
        await self._pool.close()


def _is_open(connection: Any) -> bool:
    try:
        return not connection.is_closed()
    except asyncpg.InterfaceError:
        # It closed while it was kept, and is back with the pool by itself.
        return False
