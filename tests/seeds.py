"""Data directories whose database is made already: making one costs more than a second, a copy of one a tenth."""

import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from baton.db.engine import running


@contextmanager
def seed(programs_dir: Path | None) -> Iterator[Path]:
    """A data directory to be copied, with a database that was made and stopped in order."""
    with tempfile.TemporaryDirectory(prefix="baton-test-") as place:
        Path(place).chmod(0o711)
        with running(Path(place) / "data", say=lambda _: None, programs_dir=programs_dir):
            pass
        yield Path(place) / "data"


def sown(seed: Path, place: Path) -> Path:
    """The place, now a copy of the seed that keeps whose the files are."""
    place.parent.mkdir(parents=True, exist_ok=True)
    subprocess.run(["cp", "-a", str(seed), str(place)], check=True)
    return place
