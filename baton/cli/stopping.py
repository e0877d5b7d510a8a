"""Ctrl-C and its relatives: what began is ended in order, and that is no failure."""

import asyncio
import signal
from collections.abc import Callable, Coroutine, Iterator
from contextlib import contextmanager
from typing import Any

from .output import progress

SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


class Stop:
    """What a signal to stop does now: cancels the work, or while serving ends the serving."""

    def __init__(self, cancel: Callable[[], object]) -> None:
        self.was_asked = False
        self._act = cancel

    def ask(self) -> None:
        """A signal came. The first one acts on the work; later ones must not break the closing."""
        if not self.was_asked:
            self.was_asked = True
            progress("Stopping.")
            self._act()
        else:
            progress("Baton is already stopping; please wait.")

    @contextmanager
    def by(self, act: Callable[[], object]) -> Iterator[None]:
        """For the length of a block, stop in this way instead."""
        before, self._act = self._act, act
        try:
            yield
        finally:
            self._act = before


def run(work: Callable[[Stop], Coroutine[Any, Any, None]]) -> None:
    """Run a command's work on uvloop until it is done or a signal ends it."""
    import uvloop

    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        runner.run(_stoppable(work))


async def _stoppable(work: Callable[[Stop], Coroutine[Any, Any, None]]) -> None:
    stop = Stop(lambda: task.cancel())
    task = asyncio.create_task(work(stop))
    for number in SIGNALS:
        asyncio.get_running_loop().add_signal_handler(number, stop.ask)
    try:
        await task
    except asyncio.CancelledError:
        if not stop.was_asked:
            raise
    if stop.was_asked:
        progress("Stopped. Everything is saved.")
