"""One run: nodes under load, storms, then quiet, and everything that callers saw held against the log."""

import asyncio
import random
import tempfile
import time
from collections import Counter
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from faults.callers import Caller, World, customer, operator
from faults.history import Logged, flaws
from faults.listener import Listener
from faults.nodes import Cluster, cluster
from faults.proxy import proxy
from faults.weather import Weather
from tests.scripted_model import Asked, good, scripted_model

QUIET_SECONDS = 75.0
"""How long every message may take to be decided on once the weather is calm: a sweep takes up what fell."""

DRAFT_SECONDS = 0.6
"""The longest that the model takes, so that a node which is killed or paused has drafts under way."""

CUSTOMERS = 12
OPERATORS = 5


@dataclass(frozen=True, slots=True)
class Outcome:
    """What happened, and what was wrong with it."""

    storms: Counter[str]
    operations: Counter[str]
    events: Counter[str]
    retries: Counter[str]
    seconds: float
    flaws: list[str]


async def run(
    *,
    seed: int,
    nodes: int,
    storms: dict[str, int],
    say: Callable[[str], None],
    fault: str | None = None,
    behind_proxy: bool = False,
) -> Outcome:
    """Run and check. The order of storms and of what callers want comes from the seed; the timing is the machine's.

    Behind the proxy callers know its address alone, and an operator's page stays open through everything.
    """
    began = time.monotonic()
    slowness = random.Random(seed + 2)

    async def slow(asked: Asked) -> bytes:
        await asyncio.sleep(slowness.random() * DRAFT_SECONDS)
        return await good(asked)

    async with (
        scripted_model(slow) as model,
        cluster(nodes, fault=fault, BATON_MODEL_URL=model.url, BATON_MODEL_NAME="scripted") as desk,
        _doors(desk, behind_proxy) as urls,
    ):
        world = World(urls, random.Random(seed))
        weather = Weather(desk, random.Random(seed + 1), say)
        admin = Caller(world, "admin", desk.admin_key)
        callers, work = await _people(admin, world)
        tasks = [asyncio.ensure_future(one) for one in work]
        page = Listener(urls[0], desk.admin_key)
        if behind_proxy:
            tasks.append(asyncio.ensure_future(page.listen(world.is_over)))
        await weather.blow(storms)
        world.is_over.set()
        await asyncio.gather(*tasks)
        say("Calm. Waiting until everything is decided on.")
        undecided = await _come_to_rest(desk)
        log = await _log(desk)
        unlearned = await _learned(page, log, say) if behind_proxy else []
        for caller in (admin, *callers):
            await caller.close()
    return Outcome(
        weather.seen,
        Counter(f"{one.verb}: {one.outcome}" for one in world.operations),
        Counter(one.kind for one in log),
        world.retries,
        time.monotonic() - began,
        [*flaws(log, world.operations), *undecided, *unlearned],
    )


@asynccontextmanager
async def _doors(desk: Cluster, behind_proxy: bool) -> AsyncIterator[list[str]]:
    """Where callers knock: at each node, or at the proxy in front of them."""
    nodes = [node.url for node in desk.nodes]
    if not behind_proxy:
        yield nodes
        return
    with tempfile.TemporaryDirectory(prefix="baton-proxy-") as place:
        async with proxy(nodes, Path(place)) as url:
            yield [url]


async def _learned(page: Listener, log: list[Logged], say: Callable[[str], None]) -> list[str]:
    """Whether the open page knows what the log knows, once it has caught up."""
    pushed = len(page.pushed)
    for conversation in {one.conversation for one in log}:
        await page.catch_up(conversation)
    say(f"The page reconnected {page.reconnected} times; {pushed:,} of {len(log):,} events were pushed to it.")
    return page.flaws(log)


async def _people(admin: Caller, world: World) -> tuple[list[Caller], list[Coroutine[Any, Any, None]]]:
    callers: list[Caller] = []
    work: list[Coroutine[Any, Any, None]] = []
    conversations: list[str] = []
    for n in range(CUSTOMERS):
        _, made = await admin.ask("POST", "/v1/conversations", {"customer": {"name": f"Customer {n}"}})  # type: ignore[misc]
        conversations.append(made["id"])
        callers.append(Caller(world, f"customer-{n}", made["customer_token"]))
        work.append(customer(callers[-1], made["id"]))
    for n in range(OPERATORS):
        body = {"name": f"Operator {n}", "email": f"operator-{n}@faults.example"}
        _, made = await admin.ask("POST", "/v1/operators", body)  # type: ignore[misc]
        callers.append(Caller(world, made["id"], made["key"]))
        work.append(operator(callers[-1], conversations))
    return callers, work


async def _come_to_rest(desk: Cluster) -> list[str]:
    """Wait until the bot owes nobody an answer; those that it still owes are flaws."""
    until = time.monotonic() + QUIET_SECONDS
    while True:
        owed = await desk.read("SELECT id FROM conversations WHERE state = 'bot' AND asked_seq > decided_seq")
        if not owed or time.monotonic() > until:
            break
        await asyncio.sleep(0.5)
    silent = await desk.read(
        "SELECT c.id FROM conversations c WHERE c.state = 'queued' AND NOT EXISTS (SELECT FROM handoffs h WHERE "
        "h.tenant_id = c.tenant_id AND h.conversation_id = c.id AND h.closed_at IS NULL)"
    )
    return [f"{row['id']}: a message was never decided on" for row in owed] + [
        f"{row['id']}: it waits without a handoff" for row in silent
    ]


async def _log(desk: Cluster) -> list[Logged]:
    rows = await desk.read(
        "SELECT e.conversation_id, e.seq, e.kind, e.actor_id, e.state, e.version, e.owner_id, e.tx, m.client_id, "
        "m.reply_to FROM events e LEFT JOIN messages m ON m.tenant_id = e.tenant_id AND m.seq = e.seq "
        "AND m.conversation_id = e.conversation_id WHERE e.conversation_id IS NOT NULL"
    )
    return [
        Logged(
            row["conversation_id"],
            row["seq"],
            row["kind"],
            row["actor_id"],
            (row["state"], row["version"], row["owner_id"] if row["state"] == "human" else None),
            row["tx"],
            row["client_id"],
            row["reply_to"],
        )
        for row in rows
    ]
