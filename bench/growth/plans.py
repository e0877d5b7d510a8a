"""The plans of the statements that every message, claim and list runs, at the largest size.

The statements are caught as Baton sends them, from a desk on the grown database, and explained with the same settings
and arguments. What they changed is rolled back.
"""

import re
import time
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import asyncpg

from baton.core.actors import Actor, ActorKind, Caller, Role
from baton.core.ids import OperatorId, TenantId
from baton.core.inbox.listing import Wanted
from baton.db import connection as connections
from baton.db.connection import Connection, Database
from baton.db.engine import Cluster
from baton.db.ids import Ids
from baton.db.store import Store
from baton.knowledge.library import Library
from baton.live.hub import Hub
from baton.services.conversations import inbound
from baton.services.conversations.conversations import Claims, open_conversation
from baton.services.desk import Desk
from baton.services.handoffs import handoff, opening
from baton.services.policy.policies import default_source
from baton.services.shelf import Shelf
from baton.services.team.people import add_operator
from bench.growth.desks import Aged

_HEAD = """# Plans of the hot statements

Each statement as PostgreSQL runs it with {size:,} conversations, {messages:,} messages and {events:,} events of one
tenant, printed by

    uv run python -m bench.growth --sizes {small},{large} --plans docs/why/plans.md

What to look for: every table that grows is reached through an index (`followups` was empty and `operators` has two
hundred rows), and the rows read stay as few as are asked for. The writing statements plan by key alone, once
([0011](../decisions/0011-writes-together.md)).
"""


class _Watched(Connection):
    """A connection that has each statement explained, and rolls that back, before it carries it out."""

    explained: list[tuple[str, str]] = []  # noqa: RUF012 - shared on purpose: all connections of a desk

    async def fetch(self, query: str, *args: Any, **more: Any) -> Any:
        await self._explain(query, args)
        return await super().fetch(query, *args, **more)

    async def fetchrow(self, query: str, *args: Any, **more: Any) -> Any:
        await self._explain(query, args)
        return await super().fetchrow(query, *args, **more)

    async def _explain(self, query: str, args: tuple[Any, ...]) -> None:
        change = self.transaction()
        await change.start()
        try:
            rows = await super().fetch(f"EXPLAIN (ANALYZE, COSTS OFF, TIMING OFF, BUFFERS OFF) {query}", *args)
        finally:
            await change.rollback()
        self.explained.append((query, "\n".join(_without_ids(row[0]) for row in rows)))


async def page(cluster: Cluster, desks: list[Aged]) -> str:
    """The page of plans, of the largest desk."""
    large = desks[-1]
    connections.Connection = _Watched  # type: ignore[misc]
    opened = await Database.open(large.database.connection, size=1, writers=1)
    keeper = await asyncpg.connect(**{**cluster.superuser, "database": f"aged_{large.size}"})
    try:
        plans = await _explained(opened, TenantId(large.tenant_id))
        counted = [await keeper.fetchval(f"SELECT count(*) FROM {table}") for table in ("messages", "events")]  # noqa: S608
    finally:
        await opened.close()
        await keeper.close()
    parts = [f"## {name}\n\n```\n{plan}\n```\n" for name, plan in plans.items()]
    head = _HEAD.format(small=desks[0].size, large=large.size, size=large.size, messages=counted[0], events=counted[1])
    return "\n".join([head, *parts])


async def _explained(database: Database, tenant_id: TenantId) -> dict[str, str]:
    store = await Store.open(database)
    library = Library(store.sources, clock=time.monotonic)
    desk = Desk(
        store=store,
        clock=_now,
        ids=Ids(),
        knowledge=library,
        live=Hub(),
        policies=Shelf(store.policies, _now, default_source()),
    )
    admin = Caller(tenant_id, Role.ADMIN, Actor(ActorKind.ADMIN, "adm", "Admin"))
    person, _ = await add_operator(desk, admin, name="Dana", email="dana@example.com")
    dana = Caller(tenant_id, Role.OPERATOR, Actor(ActorKind.OPERATOR, person.id, "Dana"))
    conversation, _ = await open_conversation(desk, admin, Claims(), channel="web")
    customer = Actor(ActorKind.CUSTOMER, conversation.customer_id)
    said = Caller(tenant_id, Role.CUSTOMER, customer, None, conversation.id)
    found: dict[str, str] = {}

    async def catch(name: str, act: Callable[[], Any], *, holds: str = "") -> None:
        _Watched.explained.clear()
        await act()
        found[name] = next(plan for query, plan in _Watched.explained if holds in query)

    await catch(
        "A customer's message", lambda: inbound.hear(desk, said, conversation.id, text="Hello"), holds="touched"
    )
    await opening.ask_for_person(desk, admin, conversation.id)
    await catch("A claim", lambda: handoff.claim(desk, dana, conversation.id), holds="WITH touched")
    await catch("The row before a claim", lambda: store.conversations.load(tenant_id, conversation.id))
    for view in ("all", "waiting", "mine", "bot"):
        await catch(f"The inbox: {view}", lambda view=view: _list(store, tenant_id, person.id, view))
    await catch("The counts beside the lists", lambda: store.lists.counts(tenant_id, person.id, _now()))
    newest = await store.events.newest(tenant_id)
    await catch("Catching up by cursor", lambda: store.events.page(tenant_id, after=newest, limit=200))
    await catch("The newest cursor", lambda: store.events.newest(tenant_id))
    return found


async def _list(store: Store, tenant_id: TenantId, operator_id: OperatorId, view: str) -> None:
    await store.lists.page(tenant_id, Wanted(at=_now(), view=view, operator_id=operator_id), after=None, limit=50)


def _without_ids(line: str) -> str:
    return re.sub(r"\b[a-z]+_[0-9a-z]{26}\b", "…", line)


def _now() -> datetime:
    return datetime.now(UTC)
