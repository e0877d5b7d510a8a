"""Ctrl-C and its relatives: what began is ended in order, and that is no failure."""

import asyncio
import signal
import sys
from collections.abc import Callable, Coroutine, Iterator
from contextlib import contextmanager
from typing import Any

from .output import progress

SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)

INTERRUPTED = 130
"""The exit code that shells know for work ended by Ctrl-C."""


class Stop:
    """What a signal to stop does now: cancels the work, or while serving ends the serving."""

    def __init__(self, cancel: Callable[[], object], say: Callable[[str], None]) -> None:
        self.was_asked = False
        self._say = say
        self._act = cancel

    def ask(self) -> None:
        """A signal came. The first one acts on the work; later ones must not break the closing."""
        if not self.was_asked:
            self.was_asked = True
            self._say("Stopping.")
            self._act()
        else:
            self._say("Baton is already stopping; please wait.")

    @contextmanager
    def by(self, act: Callable[[], object]) -> Iterator[None]:
        """For the length of a block, stop in this way instead."""
        before, self._act = self._act, act
        try:
            yield
        finally:
            self._act = before


def run(work: Callable[[Stop], Coroutine[Any, Any, None]], *, lasts: bool = False) -> None:
    """Run a command's work on uvloop until it is done or a signal ends it.

    For work that lasts until somebody ends it a signal is the normal end; for other work it is exit code 130.
    """
    was_stopped = ended(work, say=progress)
    if was_stopped and lasts:
        progress("Stopped. Everything is saved.")
    elif was_stopped:
        progress("Stopped before it was done. Run it again to go on.")
        sys.exit(INTERRUPTED)


def ended(work: Callable[[Stop], Coroutine[Any, Any, None]], *, say: Callable[[str], None]) -> bool:
    """Run work on uvloop until it is done or a signal ends it; returns whether one did."""
    import uvloop

    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        return runner.run(_stoppable(work, say))


async def _stoppable(work: Callable[[Stop], Coroutine[Any, Any, None]], say: Callable[[str], None]) -> bool:
    stop = Stop(lambda: task.cancel(), say)
    task = asyncio.create_task(work(stop))
    for number in SIGNALS:
        asyncio.get_running_loop().add_signal_handler(number, stop.ask)
    try:
        await task
    except asyncio.CancelledError:
        if not stop.was_asked:
            raise
    return stop.was_asked
