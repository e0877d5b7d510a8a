"""The PostgreSQL server as our child, with a guard that outlives us.

The server runs in a session of its own, so that Ctrl-C in the terminal reaches only us and we can stop in
order. The guard is a small shell that reads from a pipe: when this process ends in any way at all, the
kernel closes the pipe and the guard asks the server to shut down.
"""

import contextlib
import signal
import subprocess
import threading
import time
from collections.abc import Callable
from pathlib import Path

from . import pidfile
from .errors import EngineError
from .home import PORT, Home, SocketPlace
from .making import environment
from .programs import Programs

GUARD = """
read -r word && exit 0
kill -INT "$1" || exit 0
seconds=0
while kill -0 "$1" 2>/dev/null; do
  seconds=$((seconds + 1))
  [ "$seconds" -eq 60 ] && kill -QUIT "$1"
  sleep 1
done
[ -z "$2" ] || rm -rf "$2"
"""
"""$1 is the server's process, $2 its temporary socket directory, if it has one."""

PATIENCE = 8.0
"""Seconds of waiting after which a person is told what is being waited for."""

Say = Callable[[str], None]


class Server:
    """One run of the server, from start to stop."""

    def __init__(self, home: Home, programs: Programs, place: SocketPlace) -> None:
        self.home = home
        self._place = place
        self._start_log = home.cluster / "start.log"
        self._process = self._spawn(programs)
        self._guard = self._spawn_guard()

    @property
    def pid(self) -> int:
        """The number of the server's process."""
        return self._process.pid

    def wait_until_ready(self, say: Say, give_up: threading.Event) -> None:
        """Wait until it accepts connections, after any recovery; raises EngineError when it ends instead."""
        began, told = time.monotonic(), False
        while not give_up.is_set():
            if self.has_ended():
                self.forget()
                raise EngineError(f"The database did not start. PostgreSQL said:\n{self.last_words()}")
            note = pidfile.read(self.home.cluster)
            if note and note.pid == self.pid and note.status == "ready":
                return
            if not told and time.monotonic() - began > PATIENCE:
                told = True
                say("The database is catching up with what was written before it last stopped; please wait.")
            give_up.wait(0.01)

    def has_ended(self) -> bool:
        """Whether the server's process is over."""
        return self._process.poll() is not None

    def wait(self, seconds: float) -> bool:
        """Wait for the server to end; returns whether it has."""
        try:
            self._process.wait(seconds)
        except subprocess.TimeoutExpired:
            return False
        return True

    def stop(self, say: Say) -> None:
        """Shut down in order; after a minute at once, which costs the next start a recovery but no data."""
        self._process.send_signal(signal.SIGINT)
        if not self.wait(PATIENCE):
            say("The database is still writing to disk; please wait.")
            if not self.wait(60):
                self._process.send_signal(signal.SIGQUIT)
                if not self.wait(10):
                    self._process.kill()
                    self._process.wait()
        self.forget()

    def forget(self) -> None:
        """Let the guard go, once the server has ended."""
        with contextlib.suppress(BrokenPipeError):
            self._guard.communicate(b"done\n")

    def last_words(self) -> str:
        """The end of what the server wrote, for an error message."""
        logs = [self._start_log, *sorted((self.home.cluster / "log").glob("*.log"))[-1:]]
        lines = "\n".join(log.read_text(errors="replace") for log in logs).splitlines()
        return "\n".join(line for line in lines if "log output" not in line)[-2000:]

    def _spawn(self, programs: Programs) -> subprocess.Popen[bytes]:
        command = [programs.path("postgres"), "-D", str(self.home.cluster), *_options(self._place.directory)]
        with self._start_log.open("wb") as log:
            return subprocess.Popen(
                command,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                cwd="/",
                env=environment(),
                start_new_session=True,
                **self.home.account.popen(),
            )

    def _spawn_guard(self) -> subprocess.Popen[bytes]:
        temporary = str(self._place.directory) if self._place.is_temporary else ""
        return subprocess.Popen(
            ["/bin/sh", "-c", GUARD, "baton-guard", str(self.pid), temporary],
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            cwd="/",
            start_new_session=True,
            **self.home.account.popen(),
        )


def _options(socket_dir: Path) -> list[str]:
    settings = {
        "listen_addresses": "",
        "port": PORT,
        "unix_socket_directories": socket_dir,
        "unix_socket_permissions": "0700",
        "fsync": "on",
        "full_page_writes": "on",
        "timezone": "UTC",
        "logging_collector": "on",
        "log_directory": "log",
        "log_filename": "%Y-%m-%d_%H%M%S.log",
        "log_rotation_size": "10MB",
        "log_rotation_age": 0,
        "log_timezone": "UTC",
        "cluster_name": "baton",
    }
    return [part for name, value in settings.items() for part in ("-c", f"{name}={value}")]
