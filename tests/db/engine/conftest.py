"""Owners of a cluster that can be killed, and ways to see what is left of them."""

import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from baton.db.engine import pidfile

OWNER = """
import sys, threading
from pathlib import Path
from baton.db.engine import start_now

data, programs = sys.argv[1:]
start_now(Path(data), lambda text: None, Path(programs) if programs else None)
print("ready", flush=True)
threading.Event().wait()
"""


class Owner:
    """Another process that runs a cluster."""

    def __init__(self, data_dir: Path, programs_dir: Path | None) -> None:
        self.data_dir = data_dir
        self.process = subprocess.Popen(
            [sys.executable, "-c", OWNER, str(data_dir), str(programs_dir or "")], stdout=subprocess.PIPE
        )
        assert self.process.stdout
        assert self.process.stdout.readline() == b"ready\n"
        note = pidfile.read(self.cluster)
        assert note
        self.server_pid = note.pid

    @property
    def cluster(self) -> Path:
        return self.data_dir / "postgresql"

    def kill(self) -> None:
        self.process.kill()
        self.process.wait()
        if self.process.stdout:
            self.process.stdout.close()

    def server_lives(self) -> bool:
        return pidfile.serves(self.server_pid, self.cluster)


@pytest.fixture
def own(
    kept_dir: Path, programs_dir: Path | None, until: Callable[[Callable[[], object]], None]
) -> Iterator[Callable[[], Owner]]:
    owners: list[Owner] = []

    def begin() -> Owner:
        owners.append(Owner(kept_dir, programs_dir))
        return owners[-1]

    yield begin
    for owner in owners:
        owner.kill()
        until(lambda: not owner.server_lives())  # noqa: B023


@pytest.fixture
def fake_programs() -> Iterator[Path]:
    """A directory of programs that say they are PostgreSQL 77, where every account may read them."""
    with tempfile.TemporaryDirectory(prefix="baton-test-") as place:
        directory = Path(place)
        directory.chmod(0o755)
        for name in ("postgres", "initdb"):
            (directory / name).write_text(f"#!/bin/sh\necho '{name} (PostgreSQL) 77.1'\n")
            (directory / name).chmod(0o755)
        yield directory
