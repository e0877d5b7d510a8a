"""`baton serve --processes`: several processes behind one address, as people start them."""

import os
import re
import signal
import socket
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import commands
import pytest

pytestmark = pytest.mark.slow

Terminal = Any
Call = Callable[..., tuple[int, Any]]


def processes(desk: Any) -> list[tuple[str, int]]:
    """Number and pid of each process that has become ready, in that order."""
    return [(number, int(pid)) for number, pid in re.findall(r"Process (\d) is ready \(pid (\d+)\)", desk.said)]


def is_gone(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return True
    # Ended, and only not waited for yet by whoever inherited it.
    return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] == "Z"


def test_where_one_is_killed_the_other_answers_until_it_is_back_and_ctrl_c_ends_all(
    terminal: Terminal, kept_dir: Path, call: Call, until: Any
) -> None:
    key = terminal.made_tenant(kept_dir, "Acme")["admin_key"]
    desk = terminal.start("serve", "--data", kept_dir, "--port", 0, "--processes", 2, "--json")
    url = desk.ready()["url"]
    (killed, pid), _ = processes(desk)
    _, opened = call(f"{url}/v1/conversations", key, {"customer": {"external_id": "c1"}})

    os.kill(pid, signal.SIGKILL)
    until(lambda: f"Process {killed} was ended by SIGKILL" in desk.said)
    status, said = call(f"{url}/v1/conversations/{opened['id']}/notes", key, {"text": "Nobody noticed."})
    assert status == 201, said
    until(lambda: len(processes(desk)) == 3)
    assert processes(desk)[2][0] == killed

    ready = [pid for _, pid in processes(desk)[1:]]
    assert desk.end(signal.SIGINT) == 0
    assert all(map(is_gone, ready))
    assert "Traceback" not in desk.said
    assert desk.said.count("Stopping.") == 1, "one of them speaks for all"
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection((urlsplit(url).hostname or "", urlsplit(url).port or 0))

    again = terminal.start("serve", "--data", kept_dir, "--port", 0, "--json")
    status, kept = call(f"{again.ready()['url']}/v1/conversations/{opened['id']}/messages", key)
    assert status == 200
    assert [message["text"] for message in kept["items"]] == ["Nobody noticed."]


def test_they_end_with_the_process_that_started_them_even_if_that_is_killed(
    terminal: Terminal, kept_dir: Path, until: Any
) -> None:
    desk = terminal.start("serve", "--data", kept_dir, "--port", 0, "--processes", 2, "--json")
    desk.ready()
    started = [pid for _, pid in processes(desk)]
    desk.end(signal.SIGKILL)
    until(lambda: all(map(is_gone, started)))


def test_a_process_that_cannot_start_ends_the_whole_with_its_reason(
    programs_dir: Path | None, kept_dir: Path, tmp_path: Path
) -> None:
    terminal = commands.Terminal(tmp_path, programs_dir, BATON_MAIL=str(tmp_path / "none.toml"))
    refused = terminal.run("serve", "--data", kept_dir, "--port", 0, "--processes", 2)
    assert refused.returncode == 1
    assert "none.toml" in refused.stderr
    assert "Not every process started." in refused.stderr
    assert "Traceback" not in refused.stderr


def test_more_than_the_database_has_room_for_are_refused(terminal: Terminal, kept_dir: Path) -> None:
    refused = terminal.run("serve", "--data", kept_dir, "--port", 0, "--processes", 40)
    assert refused.returncode == 1
    assert "40 processes may open 480 connections" in refused.stderr
