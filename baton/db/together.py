"""Writes that come at the same moment, stored by one statement.

While a statement runs, what comes meanwhile waits, and goes out together as soon as it is done. A lone write waits for
nobody. Under load the cost of a statement, and of making it durable, is shared by all that go with it.

A statement that is held up, by a row that somebody else has locked, holds up only what is in it: after
`PATIENCE_SECONDS` what waits goes on in another one beside it.
"""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable, Hashable, Sequence
from typing import Generic, TypeVar

from baton.core.errors import Unavailable

MOST = 32
"""Writes in one statement. More would save little, and make the first of them wait for the last."""

PATIENCE_SECONDS = 0.1
"""How long a lane waits for its statement before it begins another. Ten times what one takes on a slow disk."""

MOST_BESIDE = 2
"""Statements of a lane at once: a third is no use where two are held up, and other tenants need connections too."""

Item = TypeVar("Item")
Stored = TypeVar("Stored")
Store = Callable[[Hashable, Sequence[Item]], Awaitable[Sequence[Stored]]]
"""Stores the items of one lane in one statement, and gives their results in the same order."""


class Together(Generic[Item, Stored]):
    """Gathers writes by lane (a tenant). Two writes of one `subject` (a conversation) never go together.

    Where a statement fails for another reason than a lost database, its writes are tried one by one, so that each
    gets its own result and none spoils another's.
    """

    def __init__(self, store: Store[Item, Stored]) -> None:
        self._store = store
        self._lanes: dict[Hashable, _Lane[Item, Stored]] = {}
        self._running: set[asyncio.Task[None]] = set()

    async def write(self, lane: Hashable, subject: Hashable, item: Item) -> Stored:
        """Store an item, with whatever else is there to be stored. Raises what the statement raises for it."""
        done: asyncio.Future[Stored] = asyncio.get_running_loop().create_future()
        write = _Write(subject, item, done)
        waits = self._lanes.get(lane)
        if waits is None:
            waits = self._lanes[lane] = _Lane(deque((write,)))
            self._begin(lane, waits)
        else:
            waits.writes.append(write)
            self._begin_beside(lane, waits)
        return await done

    def _begin(self, lane: Hashable, waits: "_Lane[Item, Stored]") -> None:
        waits.statements += 1
        task = asyncio.ensure_future(self._run(lane, waits))
        self._running.add(task)
        task.add_done_callback(self._running.discard)

    async def _run(self, lane: Hashable, waits: "_Lane[Item, Stored]") -> None:
        loop = asyncio.get_running_loop()
        try:
            while writes := waits.taken():
                late = loop.call_later(PATIENCE_SECONDS, self._is_held_up, lane, waits, writes)
                try:
                    await self._store_all(lane, writes)
                finally:
                    late.cancel()
                    waits.let_go(writes)
        finally:
            waits.statements -= 1
            if not waits.statements:
                del self._lanes[lane]

    def _is_held_up(
        self, lane: Hashable, waits: "_Lane[Item, Stored]", writes: "Sequence[_Write[Item, Stored]]"
    ) -> None:
        waits.held_up.append(writes)
        if waits.writes:
            self._begin_beside(lane, waits)

    def _begin_beside(self, lane: Hashable, waits: "_Lane[Item, Stored]") -> None:
        if len(waits.held_up) == waits.statements < MOST_BESIDE:
            self._begin(lane, waits)

    async def _store_all(self, lane: Hashable, writes: "Sequence[_Write[Item, Stored]]") -> None:
        try:
            stored = await self._store(lane, [write.item for write in writes])
        except BaseException as failed:
            if len(writes) > 1 and isinstance(failed, Exception) and not isinstance(failed, Unavailable):
                for write in writes:
                    await self._store_all(lane, (write,))
                return
            for write in writes:
                write.fail(failed)
            if not isinstance(failed, Exception):
                raise
            return
        for write, result in zip(writes, stored, strict=True):
            if not write.done.done():
                write.done.set_result(result)


class _Write(Generic[Item, Stored]):
    """One that waits to be stored. Whoever asked for it may have gone away meanwhile."""

    __slots__ = ("done", "item", "subject")

    def __init__(self, subject: Hashable, item: Item, done: "asyncio.Future[Stored]") -> None:
        self.subject = subject
        self.item = item
        self.done = done

    def fail(self, failed: BaseException) -> None:
        if not self.done.done():
            self.done.set_exception(failed if isinstance(failed, Exception) else asyncio.CancelledError())


class _Lane(Generic[Item, Stored]):
    """What waits in one lane, whose subjects are being written, and which of its statements take too long."""

    __slots__ = ("busy", "held_up", "statements", "writes")

    def __init__(self, writes: "deque[_Write[Item, Stored]]") -> None:
        self.writes = writes
        self.busy: set[Hashable] = set()
        self.statements = 0
        self.held_up: list[Sequence[_Write[Item, Stored]]] = []

    def taken(self) -> "list[_Write[Item, Stored]]":
        """Takes from the front what can go together; a second write of a subject stays, at its place in the line."""
        taken: list[_Write[Item, Stored]] = []
        stays: list[_Write[Item, Stored]] = []
        while self.writes and len(taken) < MOST:
            write = self.writes.popleft()
            if write.subject in self.busy:
                stays.append(write)
            elif not write.done.done():
                self.busy.add(write.subject)
                taken.append(write)
        self.writes.extendleft(reversed(stays))
        return taken

    def let_go(self, writes: "Sequence[_Write[Item, Stored]]") -> None:
        """Their statement is done: the next writes of the same subjects may go."""
        self.busy.difference_update(write.subject for write in writes)
        if writes in self.held_up:
            self.held_up.remove(writes)
