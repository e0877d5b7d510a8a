"""What the machine and the parts can do without Baton: a bare statement, a bare echo, and the slice of both."""

import asyncio
import json
import os
import time
import uuid
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from typing import Any

import asyncpg

from bench.links import Place, SocketLink
from bench.pace import Pace
from bench.processes import Meter, Seconds
from bench.script import TO_A_PERSON

CONNECTIONS = 8
"""As many as Baton's own pool has."""

MOST_SECONDS = 300.0
"""A floor that takes longer has lost a message, and would wait for it for ever."""


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

    async def shout(_: int, each: list[float]) -> None:
        async with _back_and_forth(place) as ask:
            for _ in range(count // writers):
                began = time.perf_counter()
                await ask(b"x" * 120)
                each.append(time.perf_counter() - began)

    return await _measured(meter, writers, shout)


async def slices(place: Place, meter: Meter, *, writers: int, count: int) -> Floor:
    """A message to the bare slice, and back once it is durable, one at a time on each socket."""

    async def write(_: int, each: list[float]) -> None:
        conversation = uuid.uuid4().hex
        async with _back_and_forth(place) as ask:
            for seq in range(count // writers):
                began = time.perf_counter()
                await ask(_message(conversation, seq))
                each.append(time.perf_counter() - began)

    return await _measured(meter, writers, write)


async def paced_slices(place: Place, meter: Meter, *, rate: float, links: int, count: int) -> Floor:
    """The same at a steady rate. Times count from the moment when a message was due."""
    due = Pace(rate, count)

    async def write(_: int, each: list[float]) -> None:
        conversation = uuid.uuid4().hex
        async with _back_and_forth(place) as ask:
            async for seq, at in due.turns():
                await ask(_message(conversation, seq))
                each.append(time.perf_counter() - at)

    return await _measured(meter, links, write)


async def _measured(meter: Meter, writers: int, write: Callable[[int, list[float]], Awaitable[None]]) -> Floor:
    each: list[float] = []
    before, began = meter.read(), time.perf_counter()
    async with asyncio.timeout(MOST_SECONDS):
        await asyncio.gather(*(write(number, each) for number in range(writers)))
    return Floor(len(each), time.perf_counter() - began, each, meter.read().since(before))


@asynccontextmanager
async def _back_and_forth(place: Place) -> AsyncIterator[Callable[[bytes], Awaitable[None]]]:
    """A socket on which each frame is followed by its answer."""
    back = asyncio.Event()
    link = await SocketLink.open(place, "/", "-", lambda _: back.set())

    async def ask(frame: bytes) -> None:
        link.say(frame)
        await back.wait()
        back.clear()

    try:
        yield ask
    finally:
        link.close()


def _message(conversation: str, seq: int) -> bytes:
    return json.dumps([conversation, seq, TO_A_PERSON]).encode()
