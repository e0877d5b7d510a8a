"""Nodes in processes of their own, each with its own line to one database."""

import asyncio
import json
import os
import signal
import sys
import tempfile
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import asyncpg
import httpx2

from baton.db import engine
from faults.cable import Cable

READY_SECONDS = 120.0


@dataclass
class Node:
    """One `baton serve`. Its port stays the same over all its lives."""

    name: str
    command: tuple[str, ...]
    cable: Cable
    environment: dict[str, str]
    log: Path
    url: str = ""
    lives: int = 0
    _process: asyncio.subprocess.Process | None = field(default=None, repr=False)

    async def start(self) -> None:
        """Start it and wait until it serves."""
        address = f"postgresql://baton@/baton?host={self.cable.directory}&port={self.cable.port}"
        port = self.url.rsplit(":", 1)[1] if self.url else "0"
        with self.log.open("ab") as said:
            self._process = await asyncio.create_subprocess_exec(
                *self.command, "serve", "--database", address, "--port", port, "--json",
                stdout=asyncio.subprocess.PIPE, stderr=said, env=self.environment,
            )  # fmt: skip
        assert self._process.stdout
        line = await asyncio.wait_for(self._process.stdout.readline(), READY_SECONDS)
        if not line:
            raise SystemExit(f"{self.name} did not start. It said:\n{self.log.read_text()[-2000:]}")
        self.url = json.loads(line)["url"]
        self.lives += 1

    async def falls(self) -> None:
        """Gone at once, without a goodbye."""
        await self._end(signal.SIGKILL)

    async def leaves(self) -> int:
        """Asked to stop, as at an upgrade; returns the exit code."""
        return await self._end(signal.SIGTERM)

    def pause(self) -> None:
        """Stopped in the middle of whatever it does."""
        assert self._process
        self._process.send_signal(signal.SIGSTOP)

    def resume(self) -> None:
        """It goes on, and knows of nothing."""
        assert self._process
        self._process.send_signal(signal.SIGCONT)

    async def _end(self, by: signal.Signals) -> int:
        assert self._process
        if self._process.returncode is None:
            self._process.send_signal(by)
        return await self._process.wait()


@dataclass
class Cluster:
    """The database and its nodes."""

    data: engine.Cluster
    nodes: list[Node]
    admin_key: str

    def kill_database(self) -> None:
        """The database falls; whoever keeps it starts it again."""
        pid = int((Path(self.data.socket_dir) / "postmaster.pid").read_text().split()[0])
        os.kill(pid, signal.SIGKILL)

    async def read(self, query: str) -> list[asyncpg.Record]:
        """Ask the database past everything that Baton put around it."""
        connection = await asyncpg.connect(**{**self.data.superuser, "database": "baton"})
        try:
            return await connection.fetch(query)
        finally:
            await connection.close()


@asynccontextmanager
async def cluster(count: int, *, fault: str | None = None, **environment: str) -> AsyncIterator[Cluster]:
    """So many nodes on one new database with the demo company's knowledge; `fault` is planted in each of them."""
    async with AsyncExitStack() as stack:
        place = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="baton-faults-")))
        os.chmod(place, 0o711)  # noqa: S103 the database's account passes through
        data = stack.enter_context(engine.running(place / "data", say=lambda _: None))
        module = ("faults.planted", fault) if fault else ("baton.cli",)
        command = (sys.executable, "-c", _RUN, *module)
        nodes: list[Node] = []
        for n in range(count):
            directory = place / f"line-{n}"
            directory.mkdir()
            cable = Cable(directory, 5432, f"{data.socket_dir}/.s.PGSQL.5432")
            await cable.lay()
            stack.push_async_callback(cable.close)
            nodes.append(Node(f"node {n}", command, cable, os.environ | environment, place / f"node-{n}.log"))
        made = await _company(data)
        for node in nodes:
            await node.start()
            stack.push_async_callback(node.falls)
        yield Cluster(data, nodes, made["admin_key"])


_RUN = (
    "import sys; module, *rest = sys.argv[1:]; plant = rest.pop(0) if module == 'faults.planted' else None\n"
    "if plant: import faults.planted; faults.planted.plant(plant)\n"
    "sys.argv = ['baton', *rest]; from baton.cli import main; main()"
)


async def _company(data: engine.Cluster) -> dict[str, Any]:
    from bench.setting import known, tenant

    made = await tenant(await known(data.connection), "Harbour & Pine")
    return {"admin_key": made.admin_key}


async def is_ready(url: str) -> bool:
    """Whether a node says that it can serve."""
    async with httpx2.AsyncClient(base_url=url, timeout=5) as client:
        try:
            return (await client.get("/readyz")).status_code == 200
        except (httpx2.TransportError, AttributeError):
            return False
