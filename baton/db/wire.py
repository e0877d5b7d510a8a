"""The line between nodes: LISTEN and NOTIFY on a connection of their own."""

import asyncio
import contextlib
import logging
from collections.abc import Callable
from typing import Any

import asyncpg

from baton.db.connection import LOST

log = logging.getLogger("baton.wire")

CHANNEL = "baton_moved"
AGAIN_SECONDS = 1.0
SEND_SECONDS = 5.0
"""How long a note may take. A line that takes longer is dead, whatever the network says of it."""

FAILED = (*LOST, asyncpg.PostgresError)
"""Whatever goes wrong with the line, it is opened again: without it this node's listeners miss what others commit."""


class Wire:
    """Notes between the nodes on one database. Reconnects by itself, and says so to whoever may have missed some."""

    def __init__(self, connect: dict[str, Any]) -> None:
        self._connect = connect
        self._connection: asyncpg.Connection | None = None
        self._on_note: Callable[[str], None] = _ignore
        self._on_break: Callable[[], None] = _nothing
        self._again: asyncio.Task[None] | None = None

    async def listen(self, on_note: Callable[[str], None], on_break: Callable[[], None]) -> None:
        """Begin to receive notes, as soon as there is a line; where there is none yet, it is tried again and again."""
        self._on_note, self._on_break = on_note, on_break
        try:
            await self._open()
        except FAILED as failed:
            log.warning("the line between nodes is down: %s", failed)
            self._again = asyncio.ensure_future(self._reopen())

    async def send(self, note: str) -> None:
        """Send a note to every node, this one included. A note that can't be sent is dropped: it is a hint."""
        connection = self._connection
        if connection is None:
            return
        try:
            await connection.execute(f"SELECT pg_notify('{CHANNEL}', $1)", note, timeout=SEND_SECONDS)
        except FAILED as failed:
            log.warning("a note to the other nodes was lost, and the line is opened anew: %s", failed)
            connection.terminate()

    async def close(self) -> None:
        """Hang up."""
        if self._again is not None:
            self._again.cancel()
        connection, self._connection = self._connection, None
        if connection is not None:
            with contextlib.suppress(*FAILED):
                await connection.close(timeout=2)

    async def _open(self) -> None:
        connection = await asyncpg.connect(**self._connect, timeout=10)
        try:
            await connection.add_listener(CHANNEL, self._arrived)
        except BaseException:
            connection.terminate()
            raise
        connection.add_termination_listener(self._broke)
        self._connection = connection

    def _arrived(self, _connection: object, _pid: int, _channel: str, note: object) -> None:
        self._on_note(str(note))

    def _broke(self, connection: object) -> None:
        if connection is self._connection:
            self._connection = None
            self._again = asyncio.ensure_future(self._reopen())

    async def _reopen(self) -> None:
        while self._connection is None:
            await asyncio.sleep(AGAIN_SECONDS)
            try:
                await self._open()
            except FAILED as failed:
                log.warning("the line between nodes is down: %s", failed)
        self._on_break()


def _ignore(_note: str) -> None:
    """Nobody listens yet."""


def _nothing() -> None:
    """Nobody listens yet."""
