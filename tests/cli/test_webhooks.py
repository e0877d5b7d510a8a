"""A node that is killed while a receiver takes its time: another one tells it, under the same id."""

import json
import os
import signal
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import asyncpg
import pytest
from commands import Terminal
from receivers import hangs, receiving
from serving import Api

from baton.db import engine

pytestmark = [pytest.mark.slow, pytest.mark.anyio]


@pytest.fixture
async def database(cluster: engine.Cluster) -> AsyncIterator[str]:
    """An empty database whose name begins with t_cli, for desks in processes of their own."""
    name, care = f"t_cli_hooks_{os.getpid()}", await asyncpg.connect(**cluster.superuser)
    await care.execute(f'CREATE DATABASE "{name}" OWNER baton')
    yield name
    await care.execute(f'DROP DATABASE "{name}" WITH (FORCE)')
    await care.close()


async def test_what_a_killed_node_was_telling_is_told_by_the_next(
    tmp_path: Path, programs_dir: Path | None, cluster: engine.Cluster, database: str
) -> None:
    url = f"postgresql:///{database}?host={cluster.socket_dir}&port=5432&user=baton"
    terminal = Terminal(tmp_path, programs_dir, BATON_FETCH_LOOPBACK="1", BATON_DATABASE_URL=url)
    made = terminal.run("init", "--tenant", "Acme", "--json")
    assert made.returncode == 0, made.stderr
    node = terminal.start("serve", "--port", 0, "--json")
    admin = Api(node.ready()["url"], json.loads(made.stdout)["admin_key"])
    async with receiving() as receiver:
        receiver.answers = lambda _: hangs
        await two_notes(admin, receiver.url)
        await receiver.has(1)

        node.end(signal.SIGKILL)
        receiver.answers = lambda _: "200 OK"
        terminal.start("serve", "--port", 0, "--json").ready()
        await end_the_lease(cluster, database)
        await receiver.has(3)
        assert [one.event["message"]["text"] for one in receiver.got] == ["one", "one", "two"]
        assert receiver.got[0].id == receiver.got[1].id != receiver.got[2].id
    await admin.http.aclose()
    terminal.close()


async def two_notes(admin: Api, url: str) -> None:
    """A webhook, and then a conversation in which two notes are left."""
    await admin.post("/v1/webhooks", {"url": url, "kinds": ["note_added"]}, expect=201)
    opened: dict[str, Any] = await admin.post("/v1/conversations", {"customer": {}}, expect=201)
    for text in ("one", "two"):
        await admin.post(f"/v1/conversations/{opened['id']}/notes", {"text": text}, expect=201)


async def end_the_lease(cluster: engine.Cluster, database: str) -> None:
    """The lease of a node that fell runs a minute; here it is over at once."""
    care = await asyncpg.connect(**cluster.superuser | {"database": database})
    done = await care.execute("UPDATE webhooks SET leased_until = now(), next_at = now() WHERE lease IS NOT NULL")
    await care.close()
    assert done == "UPDATE 1"
