import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from baton.db.engine import EngineError, running

BEGIN = "import sys, pathlib; from baton.db.engine import start_now; start_now(pathlib.Path(sys.argv[1]), print)"


def test_a_start_killed_while_making_its_cluster_spoils_nothing(
    data_dir: Path, programs_dir: Path | None, until: Callable[[Callable[[], object]], None]
) -> None:
    with subprocess.Popen([sys.executable, "-c", BEGIN, str(data_dir)], stdout=subprocess.DEVNULL) as beginner:
        until(lambda: list(data_dir.glob("postgresql.making-*/PG_VERSION")))
        beginner.send_signal(signal.SIGKILL)
    assert not (data_dir / "postgresql").exists()
    with running(data_dir, say=print, programs_dir=programs_dir):
        assert (data_dir / "postgresql").exists()


def test_what_postgresql_says_when_it_cannot_make_a_cluster_is_shown(data_dir: Path, fake_programs: Path) -> None:
    (fake_programs / "initdb").write_text("#!/bin/sh\necho 'no room on this disk'; exit 1\n")
    with (
        pytest.raises(EngineError, match="no room on this disk"),
        running(data_dir, say=print, programs_dir=fake_programs),
    ):
        pass
    assert not list(data_dir.glob("postgresql*"))


def test_what_postgresql_says_when_it_does_not_start_is_shown(kept_dir: Path, programs_dir: Path | None) -> None:
    with (kept_dir / "postgresql" / "postgresql.conf").open("a") as conf:
        conf.write("max_connections = plenty\n")
    with (
        pytest.raises(EngineError, match=r"(?s)did not start.*max_connections"),
        running(kept_dir, say=print, programs_dir=programs_dir),
    ):
        pass
