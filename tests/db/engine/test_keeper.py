import os
import signal
from collections.abc import Callable
from pathlib import Path
from typing import Any

from baton.db.engine import pidfile, running

Until = Callable[[Callable[[], object]], None]


def test_no_server_is_left_when_its_owner_is_killed(own: Callable[[], Any], until: Until) -> None:
    owner = own()
    owner.kill()
    until(lambda: not owner.server_lives())
    assert not (owner.cluster / "postmaster.pid").exists(), "it was shut down in order"


def test_a_server_that_falls_is_started_again_in_the_same_place(
    kept_dir: Path, programs_dir: Path | None, until: Until
) -> None:
    said: list[str] = []
    with running(kept_dir, say=said.append, programs_dir=programs_dir) as cluster:
        before = pidfile.read(kept_dir / "postgresql")
        assert before
        os.kill(before.pid, signal.SIGKILL)
        until(lambda: any("starting it again" in line for line in said))

        def is_back() -> bool:
            note = pidfile.read(kept_dir / "postgresql")
            return note is not None and note.pid != before.pid and note.status == "ready"

        until(is_back)
        assert Path(cluster.socket_dir, ".s.PGSQL.5432").exists()
    assert pidfile.read(kept_dir / "postgresql") is None


def test_only_the_newest_logs_are_kept(kept_dir: Path, programs_dir: Path | None, until: Until) -> None:
    logs = kept_dir / "postgresql" / "log"
    for day in range(1, 9):
        (logs / f"2020-01-0{day}_000000.log").write_text("old")
    with running(kept_dir, say=print, programs_dir=programs_dir):
        until(lambda: len(list(logs.glob("*.log"))) <= 5)
    assert not (logs / "2020-01-01_000000.log").exists()
