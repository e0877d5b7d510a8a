"""Where the races are run: a company on nodes of its own, and short words for what the racers do."""

import json
from collections.abc import AsyncIterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from typing import Any

import asyncpg

from bench import setting
from bench.links import HttpLink, Place
from bench.races.verdict import Row

OPERATORS = 10

_LOG = """SELECT e.seq, e.kind, e.actor_id, m.client_id FROM events e LEFT JOIN messages m ON m.tenant_id = e.tenant_id
    AND m.conversation_id = e.conversation_id AND m.seq = e.seq WHERE e.conversation_id = $1 ORDER BY e.seq"""


@dataclass(frozen=True, slots=True)
class Racer:
    """An operator with a connection of their own to one node."""

    id: str
    name: str
    key: str
    link: HttpLink


@dataclass(frozen=True, slots=True)
class Started:
    """A conversation with its customer's token."""

    id: str
    token: str

    def path(self, verb: str) -> str:
        """The address of a verb on it."""
        return f"/v1/conversations/{self.id}/{verb}"


@dataclass(frozen=True, slots=True)
class Stand:
    """One lane of races. `customer` is on the first node; the operators are spread over all of them."""

    widget_token: str
    customer: HttpLink
    racers: Sequence[Racer]
    database: Any

    async def begin(self) -> Started:
        """A new conversation, which the bot holds."""
        made = await self.must(self.customer, "POST", "/v1/conversations", self.widget_token)
        return Started(made["id"], made["customer_token"])

    async def must(self, link: HttpLink, method: str, path: str, secret: str, **body: Any) -> Any:
        """What is no part of the race has to work."""
        status, answer = await link.ask(method, path, secret, json.dumps(body).encode())
        if status not in (200, 201):
            raise SystemExit(f"{method} {path} was answered {status}: {answer.decode()}")
        return json.loads(answer)

    async def log(self, started: Started) -> list[Row]:
        """The conversation's log, read past Baton."""
        return [Row(*row) for row in await self.database.fetch(_LOG, started.id)]


@asynccontextmanager
async def stands(connection: dict[str, Any], *, nodes: int, lanes: int) -> AsyncIterator[list[Stand]]:
    """So many lanes on so many nodes, each lane with ten operators and connections of its own."""
    database = await setting.known(connection)
    tenant = await setting.tenant(database, f"Races on {nodes}")
    async with AsyncExitStack() as stack:
        places = [(await stack.enter_async_context(setting.server(database))).place for _ in range(nodes)]
        reader = await asyncpg.create_pool(
            **database.connection, min_size=1, max_size=2, server_settings={"baton.tenant": tenant.id}
        )
        stack.push_async_callback(reader.close)
        made = [await _stand(tenant, places, reader, lane) for lane in range(lanes)]
        for place in places:
            await _warm(made[0], place)
        yield made


async def _stand(tenant: setting.Tenant, places: list[Place], database: Any, lane: int) -> Stand:
    admin = await HttpLink.open(places[0])
    stand = Stand(tenant.widget_token, await HttpLink.open(places[0]), [], database)
    racers: list[Racer] = []
    for number in range(OPERATORS):
        name = f"Racer {lane}.{number}"
        body = {"name": name, "email": f"racer-{lane}-{number}@example.com", "capacity": 20}
        made = await stand.must(admin, "POST", "/v1/operators", tenant.admin_key, **body)
        # The first operator is on another node than the customer, where there is another.
        link = await HttpLink.open(places[(number + 1) % len(places)])
        racers.append(Racer(made["id"], name, made["key"], link))
    admin.close()
    return Stand(tenant.widget_token, stand.customer, racers, database)


async def _warm(stand: Stand, place: Place) -> None:
    """A first message to each node: what it loads for a company's first question is no part of a race."""
    link, started = await HttpLink.open(place), await stand.begin()
    path = started.path("messages?wait=20")
    await stand.must(link, "POST", path, started.token, text="How long does delivery take?")
    link.close()
