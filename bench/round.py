"""One round of everything, on a server that has just been started; a round's numbers are compared within it."""

from collections.abc import Callable
from dataclasses import dataclass

from bench import floors, idle, load, setting
from bench.links import HttpLink, SocketLink
from bench.load import Desk, Tally
from bench.watch import Watch

Row = dict[str, float]
Round = dict[str, Row]
"""Name of a measurement -> its figures. Times in ms, memory in KB, `/s` per second, CPU in ms per message."""

WRITERS = (1, 8, 64)
PACED_RELAY = 500.0
"""Messages a second to a person, and through the bare slice."""


@dataclass(frozen=True, slots=True)
class Size:
    """How much is measured. `messages` at 64 writers; fewer writers send less."""

    messages: int = 4000
    rate: float = 200.0
    sockets: int = 1000
    idle_seconds: float = 5.0
    processes: int = 1

    def at(self, writers: int) -> int:
        """Messages for so many writers."""
        return {1: self.messages // 6, 8: self.messages // 2}.get(writers, self.messages)


async def run(
    database: setting.Database, tenant: setting.Tenant, size: Size, say: Callable[[str], None]
) -> tuple[Round, dict[str, int]]:
    """Measure Baton, then its floors. Returns the figures, and how often the bot decided what."""
    figures: Round = {}
    async with setting.server(database, processes=size.processes) as running:
        link, watch = await HttpLink.open(running.place), Watch()
        key = await setting.operator(link, tenant.admin_key)
        desk = Desk(running.place, running.meter, watch, key, tenant.widget_token)
        say("idle sockets")
        figures["idle socket"] = await _idle_customers(desk, running, size)
        inbox = await watch.open(running.place, key)
        await load.turns(desk, writers=8, messages=400)
        watch.decisions.clear()
        for writers in WRITERS:
            say(f"decided, {writers} writers")
            figures[f"decided x{writers}"] = _row(await load.turns(desk, writers=writers, messages=size.at(writers)))
        for writers in WRITERS:
            say(f"to a person, {writers} writers")
            tally = await load.relayed(desk, writers=writers, messages=size.at(writers))
            figures[f"to a person x{writers}"] = _row(tally)
        say(f"paced at {size.rate:.0f} a second")
        tally = await load.paced(desk, rate=size.rate, messages=int(size.messages * 0.3))
        figures[f"paced {size.rate:.0f}/s"] = _row(tally)
        say(f"to a person, paced at {PACED_RELAY:.0f} a second")
        tally = await load.paced_relay(desk, rate=PACED_RELAY, messages=size.messages)
        figures[f"to a person {PACED_RELAY:.0f}/s"] = _row(tally)
        inbox.close()
        link.close()
    say("floors")
    await _floors(database, size, figures)
    return figures, dict(watch.decisions)


async def _idle_customers(desk: Desk, running: setting.Running, size: Size) -> Row:
    customers = await load.open_conversations(desk, size.sockets + 100)

    async def open_one(number: int) -> SocketLink:
        return await SocketLink.open(running.place, "/v1/live", customers[number].token, _deaf)

    found = await idle.waiting(running.pid, desk.meter, open_one, count=size.sockets, seconds=size.idle_seconds)
    return {"KB": found.bytes_each / 1024, "core": found.core}


async def _floors(database: setting.Database, size: Size, figures: Round) -> None:
    for writers in WRITERS:
        floor = await floors.bare_writes(
            database.connection, database.postmaster, writers=writers, count=size.at(writers) * 2
        )
        figures[f"bare write x{writers}"] = _floor_row(floor)
    async with setting.echo_server(database) as bare:

        async def open_one(_: int) -> SocketLink:
            return await SocketLink.open(bare.place, "/", "-", _deaf)

        found = await idle.waiting(bare.pid, bare.meter, open_one, count=size.sockets, seconds=1.0)
        figures["bare idle socket"] = {"KB": found.bytes_each / 1024, "core": found.core}
        for writers in WRITERS:
            floor = await floors.echoes(bare.place, bare.meter, writers=writers, count=size.at(writers) * 2)
            figures[f"bare echo x{writers}"] = _floor_row(floor)

    await _slices(database, size, figures)


async def _slices(database: setting.Database, size: Size, figures: Round) -> None:
    async with setting.slice_server(database) as bare:
        await floors.slices(bare.place, bare.meter, writers=8, count=400)
        for writers in WRITERS:
            floor = await floors.slices(bare.place, bare.meter, writers=writers, count=size.at(writers) * 4)
            figures[f"slice x{writers}"] = _floor_row(floor)
        floor = await floors.paced_slices(
            bare.place, bare.meter, rate=PACED_RELAY, links=load.PACED_LINKS, count=size.messages
        )
        figures[f"slice {PACED_RELAY:.0f}/s"] = _floor_row(floor)


def _row(tally: Tally) -> Row:
    done = len(tally.seen)
    row = {
        "/s": done / tally.seconds,
        "ack p50": _quantile(tally.acknowledged, 0.5),
        "ack p99": _quantile(tally.acknowledged, 0.99),
        "seen p50": _quantile(tally.seen, 0.5),
        "seen p99": _quantile(tally.seen, 0.99),
        "server CPU": tally.used.server / done * 1000,
        "database CPU": tally.used.database / done * 1000,
        "driver CPU": tally.used.driver / done * 1000,
        "foreign cores": tally.used.foreign / tally.seconds,
        "errors": tally.errors,
    }
    if tally.decided:
        row |= {"decided p50": _quantile(tally.decided, 0.5), "decided p99": _quantile(tally.decided, 0.99)}
    return row


def _floor_row(floor: floors.Floor) -> Row:
    return {
        "/s": floor.times / floor.seconds,
        "ack p50": _quantile(floor.each, 0.5),
        "ack p99": _quantile(floor.each, 0.99),
        "server CPU": floor.used.server / floor.times * 1000,
        "database CPU": floor.used.database / floor.times * 1000,
        "foreign cores": max(0.0, floor.used.foreign / floor.seconds),
    }


def _quantile(values: list[float], part: float) -> float:
    """In milliseconds."""
    return sorted(values)[min(len(values) - 1, int(len(values) * part))] * 1000 if values else 0.0


def _deaf(_: bytes) -> None:
    """An idle socket's frames are not read."""
