"""`baton backup` and `baton restore`: a desk goes into a file and comes back, beside what would be mistaken."""

import json
import os
import signal
import time
from pathlib import Path

import pytest
from commands import Terminal

from baton.cli.backup import _clear, _named, place_of
from baton.cli.running import Database
from baton.settings import password_apart, read

pytestmark = pytest.mark.slow


def test_a_running_desk_is_backed_up_and_comes_back_elsewhere(
    terminal: Terminal, kept_dir: Path, tmp_path: Path
) -> None:
    terminal.made_tenant(kept_dir, "Quay Lamps")
    running = terminal.start("serve", "--data", kept_dir, "--port", 0, "--json")
    running.ready()
    made = terminal.run("backup", tmp_path, "--data", kept_dir, "--json")
    written = json.loads(made.stdout)
    assert (written["companies"], written["conversations"], written["removed"]) == (1, 0, 0), made.stderr
    refused = terminal.run("restore", written["file"], "--data", kept_dir)
    assert (refused.returncode, "already running" in refused.stderr) == (1, True)
    assert running.end(signal.SIGTERM) == 0

    refused = terminal.run("restore", written["file"], "--data", kept_dir)
    assert (refused.returncode, "say --replace" in refused.stderr) == (1, True)
    replaced = terminal.run("restore", written["file"], "--data", kept_dir, "--replace", "--json")
    back = json.loads(replaced.stdout)
    assert back["companies"] == ["Quay Lamps"], replaced.stderr
    assert Path(back["replaced"]).exists(), "what was there is kept"
    elsewhere = terminal.run("restore", written["file"], "--data", kept_dir.parent / "elsewhere")
    assert "is restored: Quay Lamps." in elsewhere.stdout, elsewhere.stderr


def test_a_mistyped_directory_becomes_no_desk(terminal: Terminal, tmp_path: Path) -> None:
    refused = terminal.run("backup", "--data", tmp_path / "nowhere")
    assert refused.returncode == 1
    assert refused.stderr == f"baton: There is no desk in {tmp_path}/nowhere. Say with --data where it is.\n"
    assert not (tmp_path / "nowhere").exists()


def test_no_file_is_written_over_and_keep_wants_a_directory(terminal: Terminal, kept_dir: Path, tmp_path: Path) -> None:
    (tmp_path / "old.dump").write_text("kept")
    refused = terminal.run("backup", tmp_path / "old.dump", "--data", kept_dir)
    assert (refused.returncode, "is there already" in refused.stderr) == (1, True)
    assert (tmp_path / "old.dump").read_text() == "kept"
    refused = terminal.run("backup", tmp_path / "old.dump", "--keep", 3, "--data", kept_dir)
    assert (refused.returncode, "give a directory" in refused.stderr) == (1, True)


def test_only_older_backups_that_we_named_are_cleared(tmp_path: Path) -> None:
    for day in (20, 21, 22):
        (tmp_path / f"baton-202611{day}-030000.dump").touch()
    (tmp_path / "baton-before-the-move.dump").touch()
    assert _clear(tmp_path, 2) == 1
    assert sorted(one.name for one in tmp_path.iterdir()) == [
        "baton-20261121-030000.dump",
        "baton-20261122-030000.dump",
        "baton-before-the-move.dump",
    ]


def test_a_directory_gets_a_file_named_after_the_moment(tmp_path: Path) -> None:
    assert _named(tmp_path).name.startswith(f"baton-{time.strftime('%Y', time.gmtime())}")
    assert _named(tmp_path / "mine.dump") == tmp_path / "mine.dump"


@pytest.mark.parametrize(
    ("url", "bare", "password"),
    [
        ("postgresql://ada:se%40cret@db/desk", "postgresql://ada@db/desk", "se@cret"),
        ("postgresql://db/desk?user=ada&password=abc&port=1", "postgresql://db/desk?user=ada&port=1", "abc"),
        ("postgresql://db/desk?password=abc", "postgresql://db/desk", "abc"),
        ("postgresql://ada@db/desk", "postgresql://ada@db/desk", None),
    ],
)
def test_a_password_goes_by_the_environment_and_stands_in_no_argument(
    url: str, bare: str, password: str | None
) -> None:
    assert password_apart(url) == (bare, password)
    place = place_of(read(database_url=url), Database({"dsn": url}), as_superuser=True)
    assert place.address == bare
    assert place.environment.get("PGPASSWORD", os.environ.get("PGPASSWORD")) == password
