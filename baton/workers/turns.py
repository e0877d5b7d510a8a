"""The bot's turns, run beside the requests that caused them, so many at once and no more."""

import asyncio
import logging
import time
from collections.abc import Callable

from baton.services.answering import Outcome, Turn, answer
from baton.services.desk import Desk

log = logging.getLogger("baton.turns")

Finished = Callable[[Outcome | None, float], None]


class Turns:
    """Starts turns and knows those that run. `finished` is told each outcome (None: it failed) and its seconds."""

    def __init__(self, desk: Desk, finished: Finished) -> None:
        self._desk = desk
        self._finished = finished
        self._slots = asyncio.Semaphore(desk.limits.turns_at_once)
        self._running: set[asyncio.Task[Outcome | None]] = set()

    def start(self, turn: Turn) -> "asyncio.Task[Outcome | None]":
        """Begin a turn. The task's result is None where it failed; then a sweep takes it up again."""
        task = asyncio.ensure_future(self._run(turn))
        self._running.add(task)
        task.add_done_callback(self._running.discard)
        return task

    @property
    def running(self) -> int:
        """How many turns run or wait for a slot."""
        return len(self._running)

    async def finish(self, within: float) -> None:
        """Wait for the turns that run; those that take longer are left for the sweep of whoever starts next."""
        if self._running:
            await asyncio.wait(tuple(self._running), timeout=within)

    async def _run(self, turn: Turn) -> Outcome | None:
        async with self._slots:
            began = time.perf_counter()
            outcome: Outcome | None = None
            try:
                outcome = await answer(self._desk, turn)
            except Exception:
                log.exception("a turn failed; it will be taken up again")
            self._finished(outcome, time.perf_counter() - began)
            return outcome
