import os
import signal
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

from baton.db.engine import leftovers, pidfile, running


def write_note(cluster: Path, pid: int, status: str = "ready") -> None:
    lines = [str(pid), str(cluster), "1700000000", "5432", str(cluster), "", "  1234 5", f"{status:8}"]
    (cluster / "postmaster.pid").write_text("\n".join(lines) + "\n")


def test_a_note_that_names_another_living_program_does_not_stop_a_start(
    data_dir: Path, programs_dir: Path | None
) -> None:
    with running(data_dir, say=print, programs_dir=programs_dir):
        pass
    cluster = data_dir / "postgresql"
    write_note(cluster, os.getpid())
    (cluster / ".s.PGSQL.5432.lock").write_text(f"{os.getpid()}\n")
    with running(data_dir, say=print, programs_dir=programs_dir):
        note = pidfile.read(cluster)
        assert note
        assert note.pid != os.getpid()


def test_a_note_that_names_a_dead_process_does_not_stop_a_start(data_dir: Path, programs_dir: Path | None) -> None:
    with running(data_dir, say=print, programs_dir=programs_dir):
        pass
    gone = subprocess.Popen(["true"])
    gone.wait()
    write_note(data_dir / "postgresql", gone.pid)
    with running(data_dir, say=print, programs_dir=programs_dir):
        pass


def test_a_server_left_running_is_stopped_in_order_and_another_started(
    own: Callable[[], Any], programs_dir: Path | None
) -> None:
    owner = own()
    kill_guard_and_owner(owner)
    assert owner.server_lives()
    said: list[str] = []
    with running(owner.data_dir, say=said.append, programs_dir=programs_dir):
        assert not owner.server_lives()
    assert any("left running" in line for line in said)


def test_a_server_that_waits_for_its_clients_to_leave_is_not_waited_for(
    own: Callable[[], Any], programs_dir: Path | None
) -> None:
    owner = own()
    kill_guard_and_owner(owner)
    write_note(owner.cluster, owner.server_pid, "stopping")
    said: list[str] = []
    leftovers.clear(owner.cluster, said.append)
    assert not owner.server_lives()
    assert any("still shutting down" in line for line in said)


def kill_guard_and_owner(owner: Any) -> None:
    listed = subprocess.run(["ps", "-eo", "pid=,ppid="], capture_output=True, text=True, check=True).stdout
    pairs = [[int(number) for number in line.split()] for line in listed.splitlines()]
    guards = [pid for pid, parent in pairs if parent == owner.process.pid and pid != owner.server_pid]
    assert len(guards) == 1, "each server has one guard"
    os.kill(guards[0], signal.SIGKILL)
    owner.kill()
