"""Writes that come at the same moment, stored by one statement.

While a statement runs, what comes meanwhile waits, and goes out together as soon as it is done. A lone write waits for
nobody. Under load the cost of a statement, and of making it durable, is shared by all that go with it.
"""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable, Hashable, Sequence
from typing import Generic, TypeVar

from baton.core.errors import Unavailable

MOST = 32
"""Writes in one statement. More would save little, and make the first of them wait for the last."""

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
        self._waiting: dict[Hashable, deque[_Write[Item, Stored]]] = {}
        self._running: set[asyncio.Task[None]] = set()

    async def write(self, lane: Hashable, subject: Hashable, item: Item) -> Stored:
        """Store an item, with whatever else is there to be stored. Raises what the statement raises for it."""
        done: asyncio.Future[Stored] = asyncio.get_running_loop().create_future()
        write = _Write(subject, item, done)
        waiting = self._waiting.get(lane)
        if waiting is None:
            self._waiting[lane] = deque((write,))
            task = asyncio.ensure_future(self._run(lane))
            self._running.add(task)
            task.add_done_callback(self._running.discard)
        else:
            waiting.append(write)
        return await done

    async def _run(self, lane: Hashable) -> None:
        waiting = self._waiting[lane]
        while waiting:
            await self._store_all(lane, _taken(waiting))
        del self._waiting[lane]

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


def _taken(waiting: "deque[_Write[Item, Stored]]") -> "list[_Write[Item, Stored]]":
    """Takes from the front what can go together; a second write of a subject stays, at its place in the line."""
    taken: dict[Hashable, _Write[Item, Stored]] = {}
    stays: list[_Write[Item, Stored]] = []
    while waiting and len(taken) < MOST:
        write = waiting.popleft()
        if write.subject in taken:
            stays.append(write)
        elif not write.done.done():
            taken[write.subject] = write
    waiting.extendleft(reversed(stays))
    return list(taken.values())
