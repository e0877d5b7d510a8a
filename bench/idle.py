"""Sockets that wait: what each costs in memory, and whether waiting costs CPU."""

import asyncio
import gc
from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from typing import Any

from bench.links import SocketLink
from bench.processes import Meter, proportional_bytes

OPENED_AT_ONCE = 20
SETTLE_SECONDS = 1.0


@dataclass(frozen=True, slots=True)
class Idle:
    """Memory that the server grew by per socket, and the share of one core that it used while they all waited."""

    sockets: int
    bytes_each: float
    core: float


async def waiting(
    pid: int, meter: Meter, open_one: Callable[[int], Coroutine[Any, Any, SocketLink]], *, count: int, seconds: float
) -> Idle:
    """Open sockets and let them wait. The first hundred warm the server up and are not counted."""
    links = [await open_one(number) for number in range(100)]
    await asyncio.sleep(SETTLE_SECONDS)
    before = proportional_bytes(pid)
    for start in range(100, 100 + count, OPENED_AT_ONCE):
        links += await asyncio.gather(*map(open_one, range(start, start + OPENED_AT_ONCE)))
    await asyncio.sleep(SETTLE_SECONDS)
    grown = proportional_bytes(pid) - before
    began = meter.read()
    await asyncio.sleep(seconds)
    used = meter.read().since(began)
    for link in links:
        link.close()
    gc.collect()
    return Idle(count, grown / count, used.server / seconds)
