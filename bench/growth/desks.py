"""Desks of different ages beside each other: a database, a node and 200 operators for each."""

import json
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from typing import Any

import asyncpg

from baton.db.engine import Cluster
from bench import load, setting
from bench.growth.history import fill
from bench.links import HttpLink
from bench.load import Desk
from bench.watch import Watch

OPERATORS = 200
HELD = 400
WAITING = 100


@dataclass(frozen=True, slots=True)
class Aged:
    """A desk of its own database with so many conversations behind it. `claimer` is an operator who holds nothing."""

    size: int
    database: setting.Database
    tenant_id: str
    desk: Desk
    admin_key: str
    claimer: str
    link: HttpLink


@asynccontextmanager
async def aged(cluster: Cluster, sizes: list[int]) -> AsyncIterator[list[Aged]]:
    """A desk for each size, all of them up at once, so that they are measured in turns."""
    async with AsyncExitStack() as stack:
        yield [await _aged(stack, cluster, size) for size in sizes]


async def _aged(stack: AsyncExitStack, cluster: Cluster, size: int) -> Aged:
    name = f"aged_{size}"
    care = await asyncpg.connect(**cluster.superuser)
    await care.execute(f"CREATE DATABASE {name} OWNER baton")
    await care.close()
    database = await setting.known(cluster.connection_to(name))
    tenant = await setting.tenant(database, "Harbour & Pine")
    await _grown(cluster, name, tenant.id, size)
    running = await stack.enter_async_context(setting.server(database))
    link, watch = await HttpLink.open(running.place), Watch()
    keys = [await _operator(link, tenant.admin_key, number) for number in range(OPERATORS)]
    desk = Desk(running.place, running.meter, watch, keys[0], tenant.widget_token)
    inbox = await watch.open(running.place, keys[0])
    stack.callback(inbox.close)
    await _fill_the_day(desk, link, keys[1:-1])
    return Aged(size, database, tenant.id, desk, tenant.admin_key, keys[-1], link)


async def _grown(cluster: Cluster, name: str, tenant_id: str, size: int) -> None:
    """Give a tenant its history."""
    keeper = await asyncpg.connect(**{**cluster.superuser, "database": name})
    try:
        await fill(keeper, tenant_id, size)
    finally:
        await keeper.close()


async def _operator(link: HttpLink, admin_key: str, number: int) -> str:
    body = {"name": f"Operator {number}", "email": f"operator-{number}@example.com", "capacity": 100}
    return (await ask(link, "POST", "/v1/operators", admin_key, **body))["key"]


async def _fill_the_day(desk: Desk, link: HttpLink, keys: list[str]) -> None:
    """What is open: some with operators, some waiting."""
    customers = await load.open_conversations(desk, HELD + WAITING)
    for number, customer in enumerate(customers):
        path = f"/v1/conversations/{customer.conversation}"
        if number < HELD:
            await ask(link, "POST", f"{path}/takeover", keys[number % len(keys)])
        else:
            await ask(link, "POST", f"{path}/handoffs", customer.token)


async def ask(link: HttpLink, method: str, path: str, secret: str, **body: Any) -> Any:
    """A request that has to work; its answer."""
    status, answer = await link.ask(method, path, secret, json.dumps(body).encode() if body else b"")
    if status not in (200, 201):
        raise SystemExit(f"{method} {path} was answered {status}: {answer[:500].decode()}")
    return json.loads(answer)
