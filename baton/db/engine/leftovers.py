"""What an earlier run may have left: a server still running, one on its way down, or only its note."""

import os
import signal
import time
from collections.abc import Callable
from pathlib import Path

from . import pidfile
from .errors import EngineError

LONGEST_SHUTDOWN = 60.0
"""Seconds a server may take to write everything out before it is told to leave at once."""


def clear(cluster: Path, say: Callable[[str], None]) -> None:
    """End a server that an earlier Baton left behind; call it holding the data directory's lock.

    A note that names a living process of another program (numbers are used again, in containers soon)
    would keep PostgreSQL from starting, so a note without its server is removed. Should processes of a
    killed server still be attached to the data, their shared memory shows it and PostgreSQL refuses.
    """
    note = pidfile.read(cluster)
    if note is None:
        return
    if not pidfile.serves(note.pid, cluster):
        for stale in (cluster / pidfile.FILE, *cluster.glob(".s.PGSQL.*")):
            stale.unlink(missing_ok=True)
        return
    if note.status == "stopping":
        say("The database is still shutting down from the last time; waiting for it.")
    else:
        say("The database was left running by a Baton that did not end well; stopping it first.")
    # Also when it is stopping: it may be waiting politely for clients that will never leave.
    _signal(note.pid, signal.SIGINT)
    if _ended(note.pid, cluster, LONGEST_SHUTDOWN):
        return
    _signal(note.pid, signal.SIGQUIT)
    if not _ended(note.pid, cluster, 10):
        raise EngineError(
            f"A PostgreSQL server (process {note.pid}) still runs on {cluster} and does not stop. End it "
            f"with 'kill -QUIT {note.pid}' and start Baton again."
        )


def _ended(pid: int, cluster: Path, seconds: float) -> bool:
    until = time.monotonic() + seconds
    while pidfile.serves(pid, cluster):
        if time.monotonic() > until:
            return False
        time.sleep(0.02)
    return True


def _signal(pid: int, number: signal.Signals) -> None:
    try:
        os.kill(pid, number)
    except ProcessLookupError:
        return
