"""Customers who write: each waits for the answer before the next message, or all together at a given pace."""

import asyncio
import json
import time
from collections.abc import AsyncIterator, Callable, Coroutine, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from bench.links import BrokenLink, HttpLink, Place
from bench.pace import Pace
from bench.processes import Meter, Seconds
from bench.script import SHORTEST, TO_A_PERSON, Customer, lines
from bench.watch import Watch

ANSWER_SECONDS = 20.0
PACED_LINKS = 32


@dataclass(slots=True)
class Tally:
    """What one measurement came to. Times are in seconds from the moment that a message was (to be) sent."""

    acknowledged: list[float] = field(default_factory=list[float])
    seen: list[float] = field(default_factory=list[float])
    decided: list[float] = field(default_factory=list[float])
    errors: int = 0
    seconds: float = 0.0
    used: Seconds = field(default_factory=lambda: Seconds(0, 0, 0, 0))


@dataclass(frozen=True, slots=True)
class Desk:
    """A server with an operator who has the inbox open. `beside` are other nodes, among which writers are spread."""

    place: Place
    meter: Meter
    watch: Watch
    operator_key: str
    widget_token: str
    beside: tuple[Place, ...] = ()


async def turns(desk: Desk, *, writers: int, messages: int) -> Tally:
    """Customers talk with the bot: each message is stored, decided on and answered before their next one."""
    customers = await open_conversations(desk, messages // SHORTEST + writers)
    left = messages

    async def write(link: HttpLink, tally: Tally) -> None:
        nonlocal left
        customer = customers.pop()
        while left > 0:
            left -= 1
            if not customer.lines:
                customer = customers.pop()
            await _say(desk, link, customer, customer.lines.pop(), tally, decides=True)

    return await _measured(desk, writers, write)


async def relayed(desk: Desk, *, writers: int, messages: int) -> Tally:
    """Customers write to the operator who has taken over: each message is stored and on the operator's screen."""
    customers = await open_conversations(desk, writers)
    await _take_over(desk, customers)
    left = messages

    async def write(link: HttpLink, tally: Tally) -> None:
        nonlocal left
        customer = customers.pop()
        while left > 0:
            left -= 1
            await _say(desk, link, customer, TO_A_PERSON, tally, decides=False)

    return await _measured(desk, writers, write)


async def paced(desk: Desk, *, rate: float, messages: int) -> Tally:
    """Customers talk with the bot at a steady rate, whether or not it keeps up. Lateness counts as waiting."""
    customers = await open_conversations(desk, messages // SHORTEST + PACED_LINKS)
    pace = Pace(rate, messages)

    async def write(link: HttpLink, tally: Tally) -> None:
        customer = customers.pop()
        async for _, due in pace.turns():
            if not customer.lines:
                customer = customers.pop()
            await _say(desk, link, customer, customer.lines.pop(), tally, decides=True, began=due)

    return await _measured(desk, PACED_LINKS, write)


async def paced_relay(desk: Desk, *, rate: float, messages: int) -> Tally:
    """Customers write to the operator who has taken over, at a steady rate."""
    customers = await open_conversations(desk, PACED_LINKS)
    await _take_over(desk, customers)
    pace = Pace(rate, messages)

    async def write(link: HttpLink, tally: Tally) -> None:
        customer = customers.pop()
        async for _, due in pace.turns():
            await _say(desk, link, customer, TO_A_PERSON, tally, decides=False, began=due)

    return await _measured(desk, PACED_LINKS, write)


async def open_conversations(desk: Desk, count: int) -> list[Customer]:
    """New customers, each with a conversation that the bot holds and the script in hand."""
    opened: list[Customer] = []

    async def open_some(link: HttpLink, _: Tally) -> None:
        while len(opened) < count:
            place = len(opened)
            opened.append(Customer("", "", lines(place)))
            status, body = await link.ask("POST", "/v1/conversations", desk.widget_token, b"{}")
            assert status == 201, body
            made = json.loads(body)
            opened[place].conversation, opened[place].token = made["id"], made["customer_token"]

    await _measured(desk, 8, open_some)
    return opened


async def _take_over(desk: Desk, customers: list[Customer]) -> None:
    link = await HttpLink.open(desk.place)
    for customer in customers:
        path = f"/v1/conversations/{customer.conversation}/takeover"
        status, body = await link.ask("POST", path, desk.operator_key, b"{}")
        assert status == 200, body
    link.close()


async def _say(
    desk: Desk, link: HttpLink, customer: Customer, text: str, tally: Tally, *, decides: bool, began: float = 0.0
) -> None:
    body = json.dumps({"text": text}).encode()
    expected = desk.watch.expect(customer.conversation, decides=decides)
    began = began or time.perf_counter()
    try:
        status, _ = await link.ask("POST", customer.path, customer.token, body)
        acknowledged = time.perf_counter()
        if status != 201:
            tally.errors += 1
            return
        async with asyncio.timeout(ANSWER_SECONDS):
            await expected.complete
    except (TimeoutError, BrokenLink, OSError):
        tally.errors += 1
        return
    tally.acknowledged.append(acknowledged - began)
    tally.seen.append(expected.seen_at - began)
    if decides:
        tally.decided.append(expected.decided_at - began)
    if expected.handed_off:
        customer.lines.clear()


async def _measured(desk: Desk, writers: int, write: Callable[[HttpLink, Tally], Coroutine[Any, Any, None]]) -> Tally:
    tally = Tally()
    async with _links((desk.place, *desk.beside), writers) as links:
        before, began = desk.meter.read(), time.perf_counter()
        await asyncio.gather(*(write(link, tally) for link in links))
        tally.seconds = time.perf_counter() - began
        tally.used = desk.meter.read().since(before)
    return tally


@asynccontextmanager
async def _links(places: Sequence[Place], count: int) -> AsyncIterator[list[HttpLink]]:
    links = [await HttpLink.open(places[number % len(places)]) for number in range(count)]
    try:
        yield links
    finally:
        for link in links:
            link.close()
