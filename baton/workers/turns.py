"""The bot's turns, run beside the requests that caused them, so many at once and no more.

Those of one conversation run one after the other: of two at once the quicker would have the other's answer discarded,
and neither would know what the other found (a first failure, a question that was asked back). Only a message that
stops the bot by a rule above looking anything up goes ahead at once.
"""

import asyncio
import logging
import time
from collections.abc import Callable
from dataclasses import replace
from functools import partial

from baton.core.ids import ConversationId
from baton.services.bot.answering import Outcome, answer, must_stop
from baton.services.bot.turn import Turn
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
        self._last: dict[ConversationId, asyncio.Task[Outcome | None]] = {}

    def start(self, turn: Turn) -> "asyncio.Task[Outcome | None]":
        """Begin a turn. The task's result is None where it failed; then a sweep takes it up again."""
        id = turn.conversation.id
        task = asyncio.ensure_future(self._run(turn, self._last.get(id)))
        self._running.add(task)
        self._last[id] = task
        task.add_done_callback(partial(self._ended, id))
        return task

    @property
    def running(self) -> int:
        """How many turns run or wait for a slot."""
        return len(self._running)

    async def finish(self, within: float) -> None:
        """Wait for the turns that run; those that take longer are left for the sweep of whoever starts next."""
        if self._running:
            await asyncio.wait(tuple(self._running), timeout=within)

    def _ended(self, id: ConversationId, task: "asyncio.Task[Outcome | None]") -> None:
        self._running.discard(task)
        if self._last.get(id) is task:
            del self._last[id]

    async def _run(self, turn: Turn, before: "asyncio.Task[Outcome | None] | None") -> Outcome | None:
        # Frames of this step are written in the next: whoever watches sees the message before it is thought about.
        await asyncio.sleep(0)
        if before is not None and not await self._stops(turn):
            await asyncio.wait((before,))
        async with self._slots:
            began = time.perf_counter()
            outcome: Outcome | None = None
            try:
                outcome = await answer(self._desk, turn if before is None else await self._as_it_stands(turn))
            except Exception:
                log.exception("a turn failed; it will be taken up again")
            self._finished(outcome, time.perf_counter() - began)
            return outcome

    async def _stops(self, turn: Turn) -> bool:
        """Whether the message ends the bot's part by itself; a slow answer to the one before must not hold that up."""
        try:
            return await must_stop(self._desk, turn)
        except Exception:
            log.exception("a message could not be judged ahead of its turn")
            return False

    async def _as_it_stands(self, turn: Turn) -> Turn:
        """The turn with what the one before it left. Where the baton has moved it stays as it is, to be discarded."""
        found = await self._desk.store.conversations.load(turn.conversation.tenant_id, turn.conversation.id)
        if found is None or found[0].version != turn.conversation.version:
            return turn
        return replace(turn, conversation=found[0])
