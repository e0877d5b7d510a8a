"""A steady rate that many writers share: what is late counts as waiting, whoever is to send it."""

import asyncio
import time
from collections.abc import AsyncIterator


class Pace:
    """So many turns a second, `count` in all. It begins with the first writer that asks."""

    def __init__(self, rate: float, count: int) -> None:
        self._rate = rate
        self._left = iter(range(count))
        self._began = 0.0

    async def turns(self) -> AsyncIterator[tuple[int, float]]:
        """The turns of one writer: the number of each, and when it was due (perf_counter)."""
        self._began = self._began or time.perf_counter()
        for number in self._left:
            due = self._began + number / self._rate
            await asyncio.sleep(max(0.0, due - time.perf_counter()))
            yield number, due
