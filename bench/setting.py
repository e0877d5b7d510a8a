"""What is measured: a PostgreSQL and a Baton server of our own, with the demo company's knowledge in it."""

import asyncio
import hashlib
import json
import sys
import tempfile
from collections.abc import AsyncIterator, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit

import asyncpg

from baton import app
from baton.core.actors import SYSTEM, Caller, Role
from baton.core.ids import TenantId
from baton.db import engine
from baton.knowledge.demo import demo_files
from baton.services.knowledge.entries import add_entries
from baton.services.knowledge.files import add_files
from baton.settings import Settings
from bench.links import HttpLink, Place
from bench.processes import Meter, parent

LOG_FILES = 16
"""Files of 16 MB, all that PostgreSQL keeps to be used again (`min_wal_size`): twenty thousand decided messages."""

_BATON = str(Path(sys.executable).with_name("baton"))


@dataclass(frozen=True, slots=True)
class Database:
    """A running PostgreSQL. `connection` are asyncpg's arguments for Baton's database."""

    connection: dict[str, Any]
    postmaster: int
    version: str

    @property
    def url(self) -> str:
        """The same as an address."""
        part = {name: quote(str(value), safe="") for name, value in self.connection.items()}
        return f"postgresql://{part['user']}@/{part['database']}?host={part['host']}&port={part['port']}"


@dataclass(frozen=True, slots=True)
class Tenant:
    """The company that is measured with, and what opens its doors."""

    id: str
    admin_key: str
    widget_token: str
    passages: int


@dataclass(frozen=True, slots=True)
class Running:
    """A Baton server that answers."""

    place: Place
    pid: int
    meter: Meter


@contextmanager
def database() -> Iterator[dict[str, Any]]:
    """A PostgreSQL in a temporary directory, as `baton up` runs it and with its log's files made; gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="baton-bench-") as place:
        Path(place).chmod(0o711)
        with engine.running(Path(place) / "data", say=lambda _: None) as cluster:
            with ThreadPoolExecutor(1) as aside:  # a caller may have a loop of its own
                aside.submit(asyncio.run, _with_log_files(cluster.superuser)).result()
            yield cluster.connection


async def _with_log_files(superuser: dict[str, Any]) -> None:
    """Let the write-ahead log have its files, as it has after a desk's first hours: a new one stops every commit."""
    care = await asyncpg.connect(**superuser)
    for _ in range(LOG_FILES):
        await care.execute("SELECT pg_logical_emit_message(false, 'bench', 'begun'), pg_switch_wal()")
    await care.execute("CHECKPOINT")
    await care.close()


async def known(connection: dict[str, Any]) -> Database:
    """Ask the database what it is."""
    asked = await asyncpg.connect(**connection)
    try:
        backend = await asked.fetchval("SELECT pg_backend_pid()")
        version = await asked.fetchval("SHOW server_version")
        return Database(connection, parent(backend), version)
    finally:
        await asked.close()


async def tenant(database: Database, name: str) -> Tenant:
    """A tenant with the demo company's help centre."""
    settings = Settings(data=Path("/nonexistent"), database_url=database.url)
    opened = await app.open_desk(settings, database.connection)
    try:
        made = await app.create_tenant(opened, name)
        passages = await _learn(opened, TenantId(made["tenant"]))
    finally:
        await opened.close()
    return Tenant(made["tenant"], made["admin_key"], made["widget_token"], passages)


@asynccontextmanager
async def server(database: Database, *, processes: int = 1) -> AsyncIterator[Running]:
    """A Baton server as `baton serve` runs it, on a port of its own."""
    places = ("--database", database.url, "--port", "0", "--processes", str(processes))
    async with _started(database, _BATON, "serve", *places, "--json") as running:
        yield running


@asynccontextmanager
async def echo_server(database: Database) -> AsyncIterator[Running]:
    """The bare echo under the same web server; the database is there to be metered, and idle."""
    async with _started(database, sys.executable, "-m", "bench.echo") as running:
        yield running


@asynccontextmanager
async def slice_server(database: Database) -> AsyncIterator[Running]:
    """The bare slice: a durable message under the same web server, and nothing else."""
    async with _started(database, sys.executable, "-m", "bench.slice", database.url) as running:
        yield running


@asynccontextmanager
async def peer_server(database: Database, draft_seconds: float = 0.0) -> AsyncIterator[Running]:
    """What a team would write by hand, under the same web server; its bot takes so long for a draft."""
    command = (sys.executable, "-m", "bench.peer.app", database.url, str(draft_seconds))
    async with _started(database, *command) as running:
        yield running


@asynccontextmanager
async def _started(database: Database, *command: str) -> AsyncIterator[Running]:
    process = await asyncio.create_subprocess_exec(
        *command, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE
    )
    assert process.stdout
    assert process.stderr

    ready = await process.stdout.readline()
    if not ready:
        raise SystemExit(f"The server did not start:\n{(await process.stderr.read()).decode()}")
    try:
        url = urlsplit(json.loads(ready)["url"])
        yield Running(Place(url.hostname or "", url.port or 0), process.pid, Meter(process.pid, database.postmaster))
    finally:
        process.terminate()
        await process.wait()


async def operator(link: HttpLink, admin_key: str) -> str:
    """The key of a new operator."""
    number = hashlib.sha256(str(datetime.now(UTC)).encode()).hexdigest()[:8]
    body = {"name": "Dana", "email": f"dana-{number}@example.com"}
    status, answer = await link.ask("POST", "/v1/operators", admin_key, json.dumps(body).encode())
    assert status == 201, answer
    return json.loads(answer)["key"]


async def _learn(opened: app.OpenDesk, tenant_id: TenantId) -> int:
    admin = Caller(tenant_id, Role.ADMIN, SYSTEM)
    files, entries = demo_files()
    pages = await add_files(opened.desk, admin, "Help centre", files)
    direct = await add_entries(opened.desk, admin, "Answers", entries)
    return pages.source.passages + direct.source.passages
