import os
import subprocess
import sys
from pathlib import Path

import pytest

from baton.db.engine.errors import AlreadyRunning
from baton.db.engine.lock import DataLock, holder


def test_one_holder_at_a_time_and_the_second_learns_of_the_first(tmp_path: Path) -> None:
    with DataLock(tmp_path) as lock:
        lock.say(url="http://127.0.0.1:1")
        with pytest.raises(AlreadyRunning) as refused:
            DataLock(tmp_path)
        assert (refused.value.pid, refused.value.url) == (os.getpid(), "http://127.0.0.1:1")
        assert str(os.getpid()) in refused.value.detail
    with DataLock(tmp_path):
        found = holder(tmp_path)
        assert found
        assert (found.pid, found.url) == (os.getpid(), None), "the first holder's facts are gone"
    assert (tmp_path / "baton.lock").read_text() == ""


def test_nobody_holds_a_directory_that_is_free_missing_or_not_a_directory(tmp_path: Path) -> None:
    assert holder(tmp_path) is None
    assert holder(tmp_path / "missing") is None
    (tmp_path / "file").write_text("")
    assert holder(tmp_path / "file") is None
    DataLock(tmp_path).release()
    assert holder(tmp_path) is None


def test_a_killed_holder_blocks_nobody(tmp_path: Path) -> None:
    code = (
        "import os, sys, pathlib; from baton.db.engine.lock import DataLock; "
        "DataLock(pathlib.Path(sys.argv[1])).say(url='http://' + 'long' * 50); os.kill(os.getpid(), 9)"
    )
    subprocess.run([sys.executable, "-c", code, str(tmp_path)], check=False)
    assert (tmp_path / "baton.lock").stat().st_size > 0, "it died holding the lock"
    assert holder(tmp_path) is None
    with DataLock(tmp_path) as lock:
        lock.say(url="x")
        found = holder(tmp_path)
        assert found
        assert found.url == "x", "what the dead one wrote does not show through"


def test_a_file_that_was_cut_short_still_names_nobody_wrongly(tmp_path: Path) -> None:
    with DataLock(tmp_path):
        (tmp_path / "baton.lock").write_text('{"pid": 12')
        with pytest.raises(AlreadyRunning, match="still starting"):
            DataLock(tmp_path)
