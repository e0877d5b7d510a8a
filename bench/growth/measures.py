"""What is measured of a desk that has grown: each gives the times of its calls in seconds."""

import time
from collections.abc import Awaitable, Callable

from bench import load
from bench.growth.desks import Aged, ask

Measure = Callable[[Aged, int], Awaitable[list[float]]]


async def message(aged: Aged, count: int) -> list[float]:
    """A customer's message to the person who has them: sent until it is on the operator's screen."""
    return (await load.relayed(aged.desk, writers=1, messages=count)).seen


async def answer(aged: Aged, count: int) -> list[float]:
    """A customer's message to the bot: sent until its decision is on the operator's screen."""
    return (await load.turns(aged.desk, writers=1, messages=count)).decided


async def claim(aged: Aged, count: int) -> list[float]:
    """A waiting conversation is claimed: what the operator waits for."""
    found: list[float] = []
    for customer in await load.open_conversations(aged.desk, count):
        path = f"/v1/conversations/{customer.conversation}"
        await ask(aged.link, "POST", f"{path}/handoffs", customer.token)
        began = time.perf_counter()
        await ask(aged.link, "POST", f"{path}/claim", aged.claimer)
        found.append(time.perf_counter() - began)
        await ask(aged.link, "POST", f"{path}/resolution", aged.claimer)
    return found


def page(path: str) -> Measure:
    """A page of a list, as the inbox asks for it."""

    async def measure(aged: Aged, count: int) -> list[float]:
        found: list[float] = []
        for _ in range(count):
            began = time.perf_counter()
            await ask(aged.link, "GET", path, aged.desk.operator_key)
            found.append(time.perf_counter() - began)
        return found

    return measure


async def catch_up(aged: Aged, count: int) -> list[float]:
    """The tenant's log after a cursor of a minute ago: what a reader that was away asks for."""
    customer = (await load.open_conversations(aged.desk, 1))[0]
    path = f"/v1/conversations/{customer.conversation}/events"
    began = (await ask(aged.link, "GET", path, aged.admin_key))["items"][-1]["cursor"]
    await message(aged, 50)
    return await page(f"/v1/events?after={began}&limit=100")(aged, count)


MEASURES: dict[str, Measure] = {
    "message to a person, seen": message,
    "message to the bot, decided": answer,
    "claim": claim,
    "inbox: all": page("/v1/conversations?view=all&limit=50"),
    "inbox: waiting": page("/v1/conversations?view=waiting&limit=50"),
    "inbox: mine": page("/v1/conversations?view=mine&limit=50"),
    "inbox: with the bot": page("/v1/conversations?view=bot&limit=50"),
    "catch-up by cursor": catch_up,
}
