"""How the command knows that one of its processes hangs: each shows on its standard output that its loop turns."""

import asyncio
import contextlib
import os

BEAT = 1.0
"""Seconds between two signs of life."""

LOOK = 3.0
"""Seconds without a sign that count as one miss: a few beats, so that a loop that is merely busy misses none."""

MISSES = 5
"""Misses in a row that mean that a process hangs: what holds a loop that long holds all of its customers up."""


def beat(output: int) -> None:
    """Write a byte to this file descriptor every `BEAT` seconds, from the running loop, for as long as it turns."""
    loop = asyncio.get_running_loop()
    # Whoever should read it may stand still: a full pipe must not make us do so too.
    os.set_blocking(output, False)

    def show() -> None:
        with contextlib.suppress(BlockingIOError, BrokenPipeError):
            os.write(output, b".")
        loop.call_later(BEAT, show)

    show()


async def falls_silent(output: asyncio.StreamReader) -> bool:
    """Wait until no sign comes any more: True where the process hangs, False where it has closed its end.

    Looks are counted and not seconds: a pause of the whole machine, however long, is one look without a sign, and the
    next one finds it. So nobody hangs because all stood still.
    """
    missed = 0
    while missed < MISSES:
        try:
            if not await asyncio.wait_for(output.read(1024), LOOK):
                return False
            missed = 0
        except TimeoutError:
            missed += 1
    return True
