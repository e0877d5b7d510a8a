"""Nodes that assign at the same time: does anybody get more than they have room for, or anything go to two people?

    uv run python -m bench.assigning [--trials 10000] [--nodes 16] [--seed 7]

Each node has a desk, a store and connections of its own on one database. In each round all of them at once offer,
accept, claim and transfer, for operators who have less room than there is work; then the log and the rows are held
against each other. A trial is one attempt to give one conversation to one operator.
"""

import argparse
import asyncio
import contextlib
import random
import tempfile
import time
from collections import Counter
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from baton.core.actors import Actor, ActorKind, Caller, Role
from baton.core.errors import Conflict, NotFound
from baton.core.ids import ConversationId, OfferId
from baton.core.transitions import State
from baton.db.connection import Database
from baton.db.engine import running
from baton.db.ids import Ids
from baton.db.migrate import migrate
from baton.db.store import Store
from baton.knowledge.library import Library
from baton.live.hub import Hub
from baton.services.conversations.conversations import Claims, open_conversation
from baton.services.desk import Desk
from baton.services.handoffs import handoff, opening
from baton.services.policy.policies import default_source, put_in_force
from baton.services.shelf import Shelf
from baton.services.team.people import add_operator, add_tenant
from baton.services.waiting import offers
from baton.services.waiting.assigning import assign

POLICY = """
queues: {support: {owner: Lead, default: true, assign: push, offer_s: 600}}
rules: [{id: asks, when: asks_for_person, then: handoff}]
"""
ROOM = (1, 2, 3, 2, 1, 3)
"""The capacity of each operator: 12 points together."""

WAITING = 15
"""Conversations a round: more than there is room for."""

_CHECK = """SELECT o.name, o.capacity, coalesce(sum(c.weight), 0) AS load FROM operators o
    LEFT JOIN conversations c ON c.tenant_id = o.tenant_id AND c.owner_id = o.id AND c.state = 'human'
    WHERE o.tenant_id = $1 GROUP BY o.name, o.capacity"""

_TAKEN = """SELECT conversation_id AS id, count(*) FILTER (WHERE kind = 'handoff_claimed')
        - count(*) FILTER (WHERE kind = 'released') AS holders FROM events
    WHERE tenant_id = $1 AND kind IN ('handoff_claimed', 'released') GROUP BY 1"""


@dataclass
class Found:
    """What the rounds came to: attempts, how they went, and what is wrong."""

    trials: int = 0
    outcomes: Counter[str] = field(default_factory=Counter[str])
    wrong: list[str] = field(default_factory=list[str])


@dataclass(frozen=True, slots=True)
class Setting:
    """The nodes, the operators and the conversations they race for."""

    desks: tuple[Desk, ...]
    operators: tuple[Caller, ...]
    conversations: tuple[ConversationId, ...]


@contextlib.asynccontextmanager
async def nodes(connect: dict[str, Any], count: int) -> AsyncIterator[Setting]:
    """So many desks on one database, with a company whose operators are here and whose customers wait."""
    databases = [await Database.open(connect, size=1, writers=1) for _ in range(count)]
    desks = tuple([await _desk(database) for database in databases])
    tenant, key = await add_tenant(desks[0], f"Race {desks[0].ids.new('tenant')}")
    admin = Caller(tenant.id, Role.ADMIN, Actor(ActorKind.ADMIN, key.credential.id, "Admin"), key.credential.id)
    await put_in_force(desks[0], admin, POLICY)
    people: list[Caller] = []
    for n, room in enumerate(ROOM):
        one, issued = await add_operator(desks[0], admin, name=f"P{n}", email=f"p{n}@example.com", capacity=room)
        people.append(
            Caller(tenant.id, Role.OPERATOR, Actor(ActorKind.OPERATOR, one.id, one.name), issued.credential.id)
        )
    ids = [one.actor.operator_id for one in people]
    until = desks[0].clock() + timedelta(days=1)
    await desks[0].store.people.keep_here(tenant.id, [one for one in ids if one], until)
    waiting: list[ConversationId] = []
    for _ in range(WAITING):
        conversation, _ = await open_conversation(desks[0], admin, Claims(), channel="web")
        await opening.ask_for_person(desks[0], admin, conversation.id)
        waiting.append(conversation.id)
    yield Setting(desks, tuple(people), tuple(waiting))
    for database in databases:
        await database.close()


async def race(setting: Setting, found: Found, chance: random.Random) -> None:
    """One round: every node at once; then the check; then everything waits again."""
    plans = [random.Random(chance.random()) for _ in setting.desks]
    pairs = zip(setting.desks, plans, strict=True)
    await asyncio.gather(*(_act(setting, desk, found, plan) for desk, plan in pairs))
    await _check(setting, found)
    await _release(setting)


async def _act(setting: Setting, desk: Desk, found: Found, chance: random.Random) -> None:
    tenant = setting.operators[0].tenant_id
    if chance.random() < 0.6:
        made = await assign(desk, tenant)
        found.trials += made
        found.outcomes["offered"] += made
    for operator in chance.sample(setting.operators, 3):
        for kept in await desk.store.offers.standing(tenant, operator.actor.operator_id):
            await _try(found, "accepted", offers.accept(desk, operator, OfferId(kept.offer.id)))
    for id in chance.sample(setting.conversations, 3):
        await _try(found, "claimed", handoff.claim(desk, chance.choice(setting.operators), id))
    giver, taker = chance.sample(setting.operators, 2)
    assert giver.actor.operator_id
    held = await desk.store.people.held(tenant, giver.actor.operator_id)
    if held:
        to = taker.actor.id or ""
        await _try(
            found, "transferred", handoff.pass_to_operator(desk, giver, held[0], operator_id=to, reason="a race")
        )


async def _try(found: Found, what: str, attempt: Any) -> None:
    found.trials += 1
    try:
        await attempt
        found.outcomes[what] += 1
    except (Conflict, NotFound) as refused:
        found.outcomes[refused.code] += 1


async def _check(setting: Setting, found: Found) -> None:
    tenant = setting.operators[0].tenant_id
    store = setting.desks[0].store
    assert isinstance(store, Store)
    async with store.database.tenant(tenant) as connection:
        for row in await connection.fetch(_CHECK, tenant):
            if row["load"] > row["capacity"]:
                found.wrong.append(f"{row['name']} holds {row['load']} of {row['capacity']}")
        for row in await connection.fetch(_TAKEN, tenant):
            if row["holders"] not in (0, 1):
                found.wrong.append(f"{row['id']} was given to {row['holders']}")
        doubled = await connection.fetch(
            "SELECT operator_id FROM offers WHERE tenant_id = $1 AND state = 'offered' GROUP BY 1 HAVING count(*) > 1",
            tenant,
        )
        found.wrong += [f"{row['operator_id']} has two offers" for row in doubled]


async def _release(setting: Setting) -> None:
    desk, by_id = setting.desks[0], {one.actor.id: one for one in setting.operators}
    for id in setting.conversations:
        loaded = await desk.store.conversations.load(setting.operators[0].tenant_id, id)
        assert loaded is not None
        if loaded[0].state is State.HUMAN:
            await handoff.let_go(desk, by_id[loaded[0].owner_id], id)


async def _desk(database: Database) -> Desk:
    store = await Store.open(database)
    library = Library(store.sources, clock=time.monotonic)
    shelf = Shelf(store.policies, _now, default_source())
    return Desk(store=store, clock=_now, ids=Ids(), knowledge=library, live=Hub(), policies=shelf)


def _now() -> datetime:
    return datetime.now(UTC)


async def measure(connect: dict[str, Any], *, trials: int, count: int, seed: int) -> Found:
    """Race until there were so many trials."""
    found, chance = Found(), random.Random(seed)
    async with nodes(connect, count) as setting:
        while found.trials < trials:
            await race(setting, found, chance)
    return found


async def _main(arguments: argparse.Namespace, connect: dict[str, Any]) -> None:
    await migrate(connect)
    began = time.perf_counter()
    found = await measure(connect, trials=arguments.trials, count=arguments.nodes, seed=arguments.seed)
    print(f"{found.trials} trials by {arguments.nodes} nodes in {time.perf_counter() - began:.0f} s")
    print("  " + ", ".join(f"{what} {times}" for what, times in found.outcomes.most_common()))
    print(f"  wrong: {len(found.wrong)} {found.wrong[:5]}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--trials", type=int, default=10_000)
    parser.add_argument("--nodes", type=int, default=16)
    parser.add_argument("--seed", type=int, default=7)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="baton-bench-") as place:
        Path(place).chmod(0o711)
        with running(Path(place) / "data", say=lambda _: None) as cluster:
            asyncio.run(_main(arguments, cluster.connection_to("baton")))


if __name__ == "__main__":
    main()
