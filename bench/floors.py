"""What the machine and the parts can do without Baton: one bare statement per message, and a bare echo."""

import asyncio
import os
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

import asyncpg

from bench.links import Place, SocketLink
from bench.processes import Meter, Seconds
from bench.script import TO_A_PERSON

CONNECTIONS = 8
"""As many as Baton's own pool has."""


@dataclass(slots=True)
class Floor:
    """How often it was done, in how many seconds, each time in `each` seconds, and what it used."""

    times: int
    seconds: float
    each: list[float]
    used: Seconds


async def bare_writes(connection: dict[str, Any], postmaster: int, *, writers: int, count: int) -> Floor:
    """One INSERT of one message per transaction, durable as Baton's own. The driver is the client here."""
    pool = await asyncpg.create_pool(**connection, min_size=CONNECTIONS, max_size=CONNECTIONS)
    each: list[float] = []
    try:
        await pool.execute(
            "CREATE TABLE IF NOT EXISTS bench_floor (conversation text, seq int, text text, at timestamptz, "
            "PRIMARY KEY (conversation, seq))"
        )
        await pool.execute("TRUNCATE bench_floor")

        async def write(number: int) -> None:
            conversation = f"cnv_{number:026}"
            for seq in range(count // writers):
                began = time.perf_counter()
                await pool.execute("INSERT INTO bench_floor VALUES ($1, $2, $3, now())", conversation, seq, TO_A_PERSON)
                each.append(time.perf_counter() - began)

        # Nothing stands between this process and the database: it is counted as the server, once.
        meter = Meter(os.getpid(), postmaster)
        before, began = meter.read(), time.perf_counter()
        await asyncio.gather(*map(write, range(writers)))
        used = replace(meter.read().since(before), driver=0.0)
        return Floor(len(each), time.perf_counter() - began, each, used)
    finally:
        await pool.close()


async def echoes(place: Place, meter: Meter, *, writers: int, count: int) -> Floor:
    """A message to the bare echo and back, one at a time on each socket."""
    each: list[float] = []

    async def shout(_: int) -> None:
        back = asyncio.Event()
        link = await SocketLink.open(place, "/", "-", _setter(back))
        for _ in range(count // writers):
            began = time.perf_counter()
            link.say(b"x" * 120)
            await back.wait()
            back.clear()
            each.append(time.perf_counter() - began)
        link.close()

    before, began = meter.read(), time.perf_counter()
    await asyncio.gather(*map(shout, range(writers)))
    return Floor(len(each), time.perf_counter() - began, each, meter.read().since(before))


def _setter(event: asyncio.Event) -> Callable[[bytes], None]:
    return lambda _: event.set()
