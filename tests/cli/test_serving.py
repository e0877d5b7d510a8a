"""The real command, started as people start it."""

import asyncio
import http.client
import json
import os
import signal
import socket
import subprocess
import urllib.request
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import asyncpg
import pytest

from baton.db import engine

pytestmark = pytest.mark.slow

Terminal = Any
"""What the fixture `terminal` is: it starts and runs commands."""

Call = Callable[..., tuple[int, Any]]


def test_a_desk_starts_under_a_path_with_a_space_refuses_a_second_and_stops_in_order(
    terminal: Terminal, data_dir: Path, call: Call
) -> None:
    data = data_dir / "my desk"
    desk = terminal.start("serve", "--data", data, "--port", 0, "--json")
    url = desk.ready()["url"]
    assert call(f"{url}/healthz")[0] == 200
    assert call(f"{url}/readyz")[0] == 200

    second = terminal.run("up", "--data", data, "--port", 0)
    assert second.returncode == 1
    assert second.stdout == ""
    assert second.stderr.startswith(f"baton: Baton is already running on this data (process {desk.process.pid})")
    assert url in second.stderr

    assert desk.end(signal.SIGINT) == 0
    steps = ["Starting the database", "Preparing the tables", "Stopping.", "Stopping the database.", "Stopped."]
    places = [desk.said.find(step) for step in steps]
    assert places == sorted(places)
    assert -1 not in places
    assert "Traceback" not in desk.said
    assert not (data / "postgresql" / "postmaster.pid").exists()


def test_a_taken_port_is_told_before_anything_is_started(terminal: Terminal, data_dir: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        refused = terminal.run("up", "--data", data_dir, "--port", port)
    assert refused.returncode == 1
    assert refused.stderr.startswith(f"baton: Port {port} on 127.0.0.1 is already taken")
    assert len(refused.stderr.splitlines()) == 1
    assert not data_dir.exists()


def test_a_database_that_cannot_be_reached_is_named_without_its_password(terminal: Terminal) -> None:
    with socket.create_server(("127.0.0.1", 0)) as closed:
        port = closed.getsockname()[1]
    refused = terminal.run("serve", "--database", f"postgresql://me:s3cret@127.0.0.1:{port}/desk", "--port", 0)
    assert refused.returncode == 1
    assert f"postgresql://me:***@127.0.0.1:{port}/desk can't be used" in refused.stderr
    assert "s3cret" not in refused.stderr
    assert "Traceback" not in refused.stderr


def test_what_was_acknowledged_is_there_after_a_kill(terminal: Terminal, kept_dir: Path, call: Call) -> None:
    keys = terminal.made_tenant(kept_dir, "Acme")
    desk = terminal.start("serve", "--data", kept_dir, "--port", 0, "--json")
    url = desk.ready()["url"]
    status, opened = call(f"{url}/v1/conversations", keys["admin_key"], {"customer": {"external_id": "c1"}})
    assert status == 201, opened
    assert desk.end(signal.SIGKILL) == -signal.SIGKILL

    again = terminal.start("serve", "--data", kept_dir, "--port", 0, "--json")
    url = again.ready()["url"]
    status, found = call(f"{url}/v1/conversations/{opened['id']}", keys["admin_key"])
    assert (status, found["state"]) == (200, "bot")


def test_a_tenant_made_beside_a_running_desk_can_use_it_at_once(terminal: Terminal, kept_dir: Path, call: Call) -> None:
    desk = terminal.start("serve", "--data", kept_dir, "--port", 0, "--json")
    url = desk.ready()["url"]
    keys = terminal.made_tenant(kept_dir, "Acme")
    status, me = call(f"{url}/v1/me", keys["admin_key"])
    assert (status, me["tenant"]["id"]) == (200, keys["tenant"])
    assert call(f"{url}/readyz")[0] == 200, "the database was borrowed, not stopped"

    twice = terminal.run("init", "--data", kept_dir, "--tenant", "Acme", "--json")
    assert twice.returncode == 1
    assert "Acme" in twice.stderr


def test_a_signal_while_starting_leaves_nothing_running(terminal: Terminal, data_dir: Path, until: Any) -> None:
    desk = terminal.start("serve", "--data", data_dir, "--port", 0)
    until(lambda: list(data_dir.glob("postgresql.making-*")))
    assert desk.end(signal.SIGTERM) == 0
    assert engine.holder(data_dir) is None
    assert not (data_dir / "postgresql" / "postmaster.pid").exists()


def test_a_stream_that_never_ends_does_not_hold_up_the_stop(terminal: Terminal, kept_dir: Path, call: Call) -> None:
    keys = terminal.made_tenant(kept_dir, "Acme")
    desk = terminal.start("serve", "--data", kept_dir, "--port", 0, "--json")
    place = urlsplit(desk.ready()["url"])
    stream = http.client.HTTPConnection(str(place.hostname), place.port, timeout=20)
    stream.request("GET", "/v1/events/stream", headers={"Authorization": f"Bearer {keys['admin_key']}"})
    assert stream.getresponse().status == 200
    assert desk.end(signal.SIGINT) == 0
    stream.close()


def test_a_server_that_somebody_else_runs_can_be_shared(
    terminal: Terminal, cluster: engine.Cluster, call: Call
) -> None:
    name = f"t_cli_{os.getpid()}"
    care(cluster, f'CREATE DATABASE "{name}" OWNER baton')
    url = f"postgresql:///{name}?host={cluster.socket_dir}&port=5432&user=baton"
    keys = json_of(terminal.run("init", "--database", url, "--tenant", "Acme", "--json"))
    desks = [terminal.start("serve", "--database", url, "--port", 0, "--json") for _ in range(2)]
    for desk in desks:
        assert call(f"{desk.ready()['url']}/v1/me", keys["admin_key"])[0] == 200
    for desk in desks:
        assert desk.end(signal.SIGTERM) == 0
    care(cluster, f'DROP DATABASE "{name}"')


def json_of(done: subprocess.CompletedProcess[str]) -> dict[str, str]:
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def care(cluster: engine.Cluster, sql: str) -> None:
    async def ask() -> None:
        connection = await asyncpg.connect(**cluster.superuser)
        await connection.execute(sql)
        await connection.close()

    asyncio.run(ask())


def test_beside_a_running_desk_a_link_leads_to_it_and_words_are_kept(
    terminal: Terminal, kept_dir: Path, call: Call
) -> None:
    desk = terminal.start("serve", "--data", kept_dir, "--port", 0, "--json")
    url = desk.ready()["url"]
    terminal.made_tenant(kept_dir, "Acme")
    told = terminal.run("link", "--data", kept_dir, "--json")
    assert told.returncode == 0, told.stderr
    link = json.loads(told.stdout)["url"]
    assert link.startswith(f"{url}/sign-in/")
    assert link.endswith("?to=/console")
    with urllib.request.urlopen(link) as landed:  # noqa: S310 - our own desk
        assert landed.url == f"{url}/console"
    said = terminal.run("words", "set", "season ticket", "FlexiPass", "--data", kept_dir)
    assert said.stdout == "season ticket: FlexiPass\n", said.stderr
    assert terminal.run("words", "list", "--data", kept_dir).stdout == "season ticket: FlexiPass\n"
    assert terminal.run("words", "remove", "season ticket", "--data", kept_dir).returncode == 0
    assert "no words yet" in terminal.run("words", "list", "--data", kept_dir).stdout
    nobody = terminal.run("link", "--data", kept_dir, "--operator", "nobody@example.com")
    assert nobody.returncode == 1
    assert "no operator with the address" in nobody.stderr
