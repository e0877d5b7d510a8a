"""A real server in the tests' own event loop, and the callers that talk to it."""

import asyncio
import socket
import ssl
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

import httpx2
import pytest
import uvicorn
from fakes import Clock, Sources

from baton.app import OpenDesk, build
from baton.channels.chatwoot.wire import Wire as ChatwootWire
from baton.channels.email.accounts import Accounts
from baton.channels.email.smtp import Smtp
from baton.db.ids import Ids
from baton.db.store import Store
from baton.db.wire import Wire
from baton.fetch.poster import GuardedPoster
from baton.live.hub import Hub
from baton.services.desk import Desk
from baton.services.policy.policies import default_source
from baton.services.records import Tenant
from baton.services.shelf import Shelf
from baton.services.team.people import add_tenant


@dataclass
class Served:
    """A server with its desk."""

    url: str
    desk: Desk
    sources: Sources
    opened: OpenDesk
    app: Any

    @property
    def ws(self) -> str:
        return self.url.replace("http:", "ws:") + "/v1/live"


async def serve(store: Store, tables: dict[str, Any], mail: Accounts | None = None) -> AsyncIterator[Served]:
    """One node on the shared database, which sends and takes mail where it is given accounts."""
    clock, sources = Clock(), Sources()
    policies = Shelf(store.policies, clock, default_source())
    hub = Hub(policies.reader)
    desk = Desk(
        store=store,
        clock=clock,
        ids=Ids(),
        knowledge=sources,
        live=hub,
        policies=policies,
        carriers={"email": Smtp(mail, store.secret)} if mail else {},
        chatwoot=ChatwootWire(GuardedPoster()),
    )
    node = Ids().secret("node_")
    opened = OpenDesk(desk, store.database, hub, Wire(tables), node=node, mail=mail or Accounts())
    app = build(opened)
    config = uvicorn.Config(app, ws="websockets-sansio", ws_per_message_deflate=False, log_level="warning")
    server = uvicorn.Server(config)
    server.capture_signals = _no_signals  # type: ignore[method-assign]
    bound = socket.create_server(("127.0.0.1", 0))
    task = asyncio.create_task(server.serve(sockets=[bound]))
    while not server.started:
        await asyncio.sleep(0.01)
    yield Served(f"http://127.0.0.1:{bound.getsockname()[1]}", desk, sources, opened, app)
    app.state.is_closing = True
    server.should_exit = True
    await task
    await opened.wire.close()


def _no_signals() -> Any:
    from contextlib import nullcontext

    return nullcontext()


@pytest.fixture(scope="session")
async def served(store: Store, tables: dict[str, Any]) -> AsyncIterator[Served]:
    """A node that serves."""
    async for one in serve(store, tables):
        yield one


@pytest.fixture(scope="session")
async def second_node(store: Store, tables: dict[str, Any]) -> AsyncIterator[Served]:
    """Another node on the same database."""
    async for one in serve(store, tables):
        yield one


NO_TLS = ssl.create_default_context()
"""One for all clients: each would load the machine's certificates for itself otherwise, in 24 ms."""


class Api:
    """A client with short words for what tests do."""

    def __init__(self, url: str, secret: str | None) -> None:
        headers = {"authorization": f"Bearer {secret}"} if secret else {}
        self.http = httpx2.AsyncClient(base_url=url, headers=headers, timeout=30, verify=NO_TLS)
        self.secret = secret

    async def ask(self, method: str, path: str, body: Any = None, *, expect: int | None = None, **headers: str) -> Any:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        response = await self.http.request(method, path, json=body, headers=named)
        if expect is not None:
            assert response.status_code == expect, response.text
        return response.json()

    async def get(self, path: str, *, expect: int = 200) -> Any:
        return await self.ask("GET", path, expect=expect)

    async def post(self, path: str, body: Any = None, *, expect: int | None = None, **headers: str) -> Any:
        return await self.ask("POST", path, body, expect=expect, **headers)


@dataclass
class Company:
    """A tenant with its keys, two operators, and a way to get customers."""

    served: Served
    tenant: Tenant
    admin: Api
    dana: Api
    sam: Api
    widget_token: str
    as_: Callable[[str | None], Api]

    async def customer(self, **claims: Any) -> tuple[Api, str]:
        """A new customer in a conversation of their own: (their client, the conversation's path)."""
        made = await self.admin.post("/v1/conversations", {"customer": claims}, expect=201)
        return self.as_(made["customer_token"]), f"/v1/conversations/{made['id']}"

    async def waiting(self) -> tuple[Api, str]:
        """A customer who waits for a person."""
        customer, path = await self.customer(name="Ann")
        await customer.post(f"{path}/messages?wait=30", {"text": "I want to talk to a person"}, expect=201)
        return customer, path


@pytest.fixture
async def company(served: Served) -> AsyncIterator[Company]:
    async with company_of(served) as made:
        yield made


@pytest.fixture
async def other_company(served: Served) -> AsyncIterator[Company]:
    """Another tenant of the same desk."""
    async with company_of(served) as made:
        yield made


@asynccontextmanager
async def company_of(served: Served, name: str = "") -> AsyncIterator[Company]:
    """A tenant of its own on that server."""
    tenant, issued = await add_tenant(served.desk, name or f"Company {Ids().new('tenant')}")
    served.opened.mail.assign([tenant])
    clients: list[Api] = []

    def client(secret: str | None) -> Api:
        clients.append(Api(served.url, secret))
        return clients[-1]

    admin = client(issued.secret)
    people = [{"name": name, "email": f"{name}@example.com", "capacity": 100} for name in ("Dana", "Sam")]
    keys = [(await admin.post("/v1/operators", person, expect=201))["key"] for person in people]
    yield Company(served, tenant, admin, client(keys[0]), client(keys[1]), tenant.widget_token, client)
    for one in clients:
        await one.http.aclose()
