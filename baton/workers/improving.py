"""Packets improved by a model, beside everything else: a few at once, each by one process of all."""

import asyncio
import contextlib
import logging
import time
from collections.abc import Callable

from baton.core.events import EventKind
from baton.core.ids import HandoffId
from baton.services.desk import Desk
from baton.services.handoffs.improving import Improved, Outcome, due, improve
from baton.services.ports.improvements import DueImprovement
from baton.services.records import Saved

log = logging.getLogger("baton.improving")

AT_ONCE = 4
"""Packets that a node has the model write at once: customers who wait for an answer need it too."""

LOOK_SECONDS = 5.0
"""How often handoffs are looked for that nobody was woken for: another node's, or left behind by one that fell."""

QUIET_SECONDS = 30.0
"""How long a model that failed is left alone by this node. What opened meanwhile is taken up after it."""

WAKES = frozenset({EventKind.HANDOFF_OPENED, EventKind.TAKEN_OVER, EventKind.REOPENED})


class Improving:
    """Has packets improved while the desk has a model. `moved` is called after each local commit."""

    def __init__(self, desk: Desk, told: Callable[[Improved], None]) -> None:
        self._desk = desk
        self._told = told
        self._woken = asyncio.Event()
        self._running: dict[HandoffId, asyncio.Task[None]] = {}
        self._quiet_until = 0.0

    def moved(self, saved: Saved) -> None:
        """Something was committed on this node."""
        if any(event.kind in WAKES for event in saved.events):
            self._woken.set()

    async def run(self) -> None:
        """Improve until cancelled; without a model there is nothing to do."""
        while self._desk.packet_writer is not None:
            try:
                await self.look()
            except Exception:
                log.exception("packets could not be looked for; it is tried again")
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(LOOK_SECONDS):
                    await self._woken.wait()
            self._woken.clear()

    async def look(self) -> None:
        """Begin what is due and has room."""
        if self.is_quiet or len(self._running) >= AT_ONCE:
            return
        for one in await due(self._desk, 2 * AT_ONCE):
            if one.handoff_id not in self._running and len(self._running) < AT_ONCE:
                task = asyncio.create_task(self._improve(one), name=f"packet {one.handoff_id}")
                self._running[one.handoff_id] = task
                task.add_done_callback(lambda _, id=one.handoff_id: self._ended(id))

    async def finish(self) -> None:
        """Leave what is being written to whoever looks when its lease is over."""
        tasks = tuple(self._running.values())
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def idle(self) -> None:
        """Wait for what runs."""
        if self._running:
            await asyncio.wait(tuple(self._running.values()))

    @property
    def is_quiet(self) -> bool:
        """Whether the model is left alone for a while."""
        return time.monotonic() < self._quiet_until

    def _ended(self, id: HandoffId) -> None:
        self._running.pop(id, None)
        self._woken.set()

    async def _improve(self, one: DueImprovement) -> None:
        writer = self._desk.packet_writer
        try:
            done = await improve(self._desk, writer, one) if writer else None
        except Exception:
            # Its lease runs out, and it is taken up once more then.
            log.exception("a packet could not be improved")
            return
        if done is None:
            return
        self._told(done)
        if done.outcome is Outcome.FAILED:
            self._quiet_until = time.monotonic() + QUIET_SECONDS
