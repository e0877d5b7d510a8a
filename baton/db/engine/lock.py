"""One Baton per data directory.

The lock is the kernel's (`flock`), so it ends with its process however that process ends; the text in the
file only tells others whom to look for. The file itself is never removed: two processes could otherwise
hold locks on two files of the same name.
"""

import fcntl
import json
import os
import time
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from .errors import AlreadyRunning

FILE = "baton.lock"


@dataclass(frozen=True, slots=True)
class Holder:
    """Who runs on a data directory now, as far as it has said so."""

    pid: int | None = None
    url: str | None = None
    socket_dir: str | None = None
    port: int | None = None


class DataLock:
    """The right to run on a data directory, held until `release` or the end of the process."""

    def __init__(self, data_dir: Path) -> None:
        """Take the lock; raises AlreadyRunning when another process has it."""
        self._file = os.open(data_dir / FILE, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        if not _took(self._file):
            os.close(self._file)
            found = _read(data_dir)
            raise AlreadyRunning(found.pid, found.url)
        self._said: dict[str, Any] = {}
        self.say(pid=os.getpid())

    def say(self, **facts: Any) -> None:
        """Tell others, through the file, how to find this process (see Holder)."""
        self._said.update(facts)
        os.ftruncate(self._file, 0)
        os.pwrite(self._file, json.dumps(self._said).encode() + b"\n", 0)

    def release(self) -> None:
        """Let another process run here; calling it twice does nothing."""
        if self._file >= 0:
            os.ftruncate(self._file, 0)
            os.close(self._file)
            self._file = -1

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.release()


def holder(data_dir: Path) -> Holder | None:
    """Who runs on this data directory, or None; the lock decides, not the file's text."""
    try:
        file = os.open(data_dir / FILE, os.O_RDONLY | os.O_CLOEXEC)
    except (FileNotFoundError, NotADirectoryError):
        return None
    try:
        fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except BlockingIOError:
        return _read(data_dir)
    else:
        return None
    finally:
        os.close(file)


def _took(file: int) -> bool:
    for pause in (0.05, 0.1, 0.0):
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            # `holder` takes the lock for an instant to see whether it is free.
            time.sleep(pause)
        else:
            return True
    return False


def _read(data_dir: Path) -> Holder:
    try:
        facts = json.loads((data_dir / FILE).read_text())
    except ValueError:
        return Holder()
    return Holder(**{name: facts.get(name) for name in ("pid", "url", "socket_dir", "port")})
