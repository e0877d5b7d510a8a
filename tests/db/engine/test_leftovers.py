import os
import signal
import subprocess
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from baton.db.engine import leftovers, running
from baton.db.engine.accounts import owner


def write_note(cluster: Path, pid: int, status: str = "ready") -> None:
    lines = [str(pid), str(cluster), "1700000000", "5432", str(cluster), "", "  1234 5", f"{status:8}"]
    (cluster / "postmaster.pid").write_text("\n".join(lines) + "\n")


def test_a_note_that_names_another_living_program_does_not_stop_a_start(
    kept_dir: Path, programs_dir: Path | None
) -> None:
    cluster = kept_dir / "postgresql"
    # Of the same account: PostgreSQL itself passes over a process that it may not signal.
    with subprocess.Popen(["sleep", "60"], **owner(cluster).popen()) as other:
        write_note(cluster, other.pid)
        (cluster / ".s.PGSQL.5432.lock").write_text(f"{other.pid}\n")
        with running(kept_dir, say=print, programs_dir=programs_dir):
            assert other.poll() is None, "the other program was left alone"
        other.kill()


def test_a_note_that_names_a_dead_process_does_not_stop_a_start(kept_dir: Path, programs_dir: Path | None) -> None:
    gone = subprocess.Popen(["true"])
    gone.wait()
    write_note(kept_dir / "postgresql", gone.pid)
    with running(kept_dir, say=print, programs_dir=programs_dir):
        pass


def test_a_server_left_running_is_stopped_in_order_and_another_started(
    own: Callable[[], Any], programs_dir: Path | None
) -> None:
    killed = own()
    kill_guard_and_owner(killed)
    assert killed.server_lives()
    said: list[str] = []
    with running(killed.data_dir, say=said.append, programs_dir=programs_dir):
        assert not killed.server_lives()
    assert any("left running" in line for line in said)


def test_a_server_that_waits_for_its_clients_to_leave_is_not_waited_for(
    own: Callable[[], Any], programs_dir: Path | None
) -> None:
    killed = own()
    kill_guard_and_owner(killed)
    write_note(killed.cluster, killed.server_pid, "stopping")
    said: list[str] = []
    leftovers.clear(killed.cluster, said.append)
    assert not killed.server_lives()
    assert any("still shutting down" in line for line in said)


def test_a_start_waits_for_the_last_processes_of_a_killed_server(
    own: Callable[[], Any], programs_dir: Path | None, until: Callable[[Callable[[], object]], None]
) -> None:
    killed = own()
    kill_guard_and_owner(killed)
    last = children(killed.server_pid)
    signal_all(last, signal.SIGSTOP)
    os.kill(killed.server_pid, signal.SIGKILL)
    start_log = killed.cluster / "start.log"

    def let_go_once_refused() -> None:
        until(lambda: "shared memory block" in start_log.read_text())
        signal_all(last, signal.SIGCONT)

    with ThreadPoolExecutor() as pool:
        letting_go = pool.submit(let_go_once_refused)
        with running(killed.data_dir, say=print, programs_dir=programs_dir):
            letting_go.result()


def kill_guard_and_owner(killed: Any) -> None:
    guards = [pid for pid in children(killed.process.pid) if pid != killed.server_pid]
    assert len(guards) == 1, "each server has one guard"
    os.kill(guards[0], signal.SIGKILL)
    killed.kill()


def signal_all(pids: list[int], number: signal.Signals) -> None:
    for pid in pids:
        os.kill(pid, number)


def children(parent: int) -> list[int]:
    listed = subprocess.run(["ps", "-eo", "pid=,ppid="], capture_output=True, text=True, check=True).stdout
    pairs = [[int(number) for number in line.split()] for line in listed.splitlines()]
    return [pid for pid, its_parent in pairs if its_parent == parent]
