"""Several processes behind one address, by one command: each a node of the desk, started again when it falls.

The listening socket is taken here, once, and every process inherits it: who takes a connection is the kernel's choice,
and what still waits to be taken is lost with none of them. This process answers nobody.
"""

import asyncio
import contextlib
import pickle
import signal
import socket
import sys
import tempfile
import time
from collections.abc import Callable
from typing import Any, cast

from baton.core.errors import Unavailable
from baton.settings import Settings

from .address import BACKLOG, open_up
from .output import progress
from .pulse import LOOK, MISSES, falls_silent
from .stopping import Stop

FIRST_PAUSE = 0.5
"""Seconds until a process that fell is started again; doubled for each fall that follows soon."""

LONGEST_PAUSE = 30.0

SETTLED = 60.0
"""Seconds that a process has to serve for its next fall to count as the first."""

PATIENCE = 40.0
"""Seconds that a process gets to end in order: requests, turns and errands have ten each."""

LAST_WORD = 5.0
"""Seconds that a process which hangs gets to end after all, before it is killed."""


class Node:
    """One of the processes, from one start to the next."""

    def __init__(self, number: int, given: bytes, listening: int, command: tuple[str, ...]) -> None:
        self.number = number
        self._given = given
        self._listening = listening
        self._command = command
        self._leaving = asyncio.Event()
        self._process: asyncio.subprocess.Process | None = None

    async def start(self) -> bool:
        """Start the process and wait until it answers; False where it ended instead."""
        self._process = process = await asyncio.create_subprocess_exec(
            *self._command,
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            pass_fds=(self._listening,),
            # Ctrl-C in the terminal reaches this process alone, which ends the others in order.
            start_new_session=True,
        )
        if self._leaving.is_set():
            self.leave()
        # Its input stays open: where it ends, this process is gone, however it went, and the other one goes as well.
        cast(asyncio.StreamWriter, process.stdin).write(self._given)
        is_ready = bool(await cast(asyncio.StreamReader, process.stdout).readline())
        if is_ready:
            progress(f"Process {self.number} is ready (pid {process.pid}).")
        return is_ready

    async def keep(self) -> None:
        """Start the process again whenever it ends or hangs, until told to leave."""
        pause = FIRST_PAUSE
        while process := self._process:
            began = time.monotonic()
            if await falls_silent(cast(asyncio.StreamReader, process.stdout)):
                await self._put_down(process)
            code = await process.wait()
            if self._leaving.is_set():
                return
            if time.monotonic() - began > SETTLED:
                pause = FIRST_PAUSE
            progress(f"Process {self.number} {_end(code)}. It is started again in {pause:g} seconds.")
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._leaving.wait(), pause)
                return
            pause = min(pause * 2, LONGEST_PAUSE)
            await self.start()

    def leave(self) -> None:
        """Ask the process to finish what it has begun and end. Beyond `PATIENCE` it is ended."""
        self._leaving.set()
        self._signal(signal.SIGTERM)
        asyncio.get_running_loop().call_later(PATIENCE, self._signal, signal.SIGKILL)

    async def _put_down(self, process: asyncio.subprocess.Process) -> None:
        """Say that the process hangs, and end it; one that is leaving is given all its `PATIENCE`."""
        if self._leaving.is_set():
            return
        silent = LOOK * MISSES
        progress(f"Process {self.number} (pid {process.pid}) has stood still for {silent:g} seconds and is ended.")
        self._signal(signal.SIGTERM)
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(process.wait(), LAST_WORD)
        self._signal(signal.SIGKILL)

    def _signal(self, number: signal.Signals) -> None:
        if self._process and self._process.returncode is None:
            with contextlib.suppress(ProcessLookupError):
                self._process.send_signal(number)


async def serve_several(
    settings: Settings, connection: dict[str, Any], bound: socket.socket, stop: Stop, *, ready: Callable[[], None]
) -> None:
    """Serve on a bound socket with several processes until asked to stop; `ready` is called once all of them answer.

    Raises Unavailable where one of them does not start at all.
    """
    open_up(bound, backlog=BACKLOG)
    given = pickle.dumps((settings, connection))
    with tempfile.TemporaryDirectory(prefix="baton-") as beside:
        nodes = [
            Node(n, given, bound.fileno(), _command(n, bound.fileno(), beside))
            for n in range(1, settings.processes + 1)
        ]

        def leave() -> None:
            # First, so that a connection which nobody will take any more is refused and goes elsewhere.
            bound.close()
            for node in nodes:
                node.leave()

        with stop.by(leave):
            started = await asyncio.gather(*(node.start() for node in nodes))
            if all(started):
                ready()
            elif not stop.was_asked:
                leave()
            await asyncio.gather(*(node.keep() for node in nodes))
    if not all(started) and not stop.was_asked:
        raise Unavailable("Not every process started. The lines above say why.")


def _command(number: int, listening: int, beside: str) -> tuple[str, ...]:
    return (sys.executable, "-m", "baton.cli.node", str(number), str(listening), beside)


def _end(code: int) -> str:
    return f"ended with code {code}" if code >= 0 else f"was ended by {signal.Signals(-code).name}"
