"""The real command in processes of its own, and what it says."""

import json
import os
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import warm
from seeds import sown


class Command:
    """One running `baton …`, with its output in a file and its first line of answer."""

    def __init__(self, *arguments: str, log: Path, environment: dict[str, str], is_cold: bool) -> None:
        self._log = log
        begin = warm.start_cold if is_cold else warm.start
        with log.open("ab") as errors:
            self.process, self.output = begin([*arguments], environment, errors)

    def ready(self) -> dict[str, Any]:
        """Wait for the line of JSON that says it is ready."""
        line = self.output.readline()
        assert line, self.said
        return json.loads(line)

    @property
    def said(self) -> str:
        return self._log.read_text()

    def end(self, signal_number: int) -> int:
        """Send a signal, wait for the end, and return the exit code."""
        self.process.send_signal(signal_number)
        return self.process.wait(timeout=60)


class Terminal:
    """Runs commands with one log, and ends what is left over. Where it is cold, what stays begins from nothing."""

    def __init__(self, place: Path, programs_dir: Path | None, *, is_cold: bool = False, **environment: str) -> None:
        self._is_cold = is_cold
        self._log = place / "said.log"
        self._log.touch()
        self._started: list[Command] = []
        self._environment = {name: os.environ[name] for name in ("PATH", "HOME", "TMPDIR") if name in os.environ}
        self._environment |= environment
        if programs_dir:
            self._environment["BATON_POSTGRES"] = str(programs_dir)

    def start(self, *arguments: object) -> Command:
        """Start a command that stays."""
        command = Command(*map(str, arguments), log=self._log, environment=self._environment, is_cold=self._is_cold)
        self._started.append(command)
        return command

    def run(self, *arguments: object) -> subprocess.CompletedProcess[str]:
        """Run a command to its end."""
        words = [*map(str, arguments)]
        with tempfile.TemporaryFile() as said, tempfile.TemporaryFile() as errors:
            process = warm.Process(words, self._environment, output=said.fileno(), errors=errors.fileno())
            code = process.wait(timeout=60)
            said.seek(0)
            errors.seek(0)
            return subprocess.CompletedProcess(words, code, said.read().decode(), errors.read().decode())

    def made_tenant(self, data: Path, name: str) -> dict[str, str]:
        """A new tenant's keys."""
        made = self.run("init", "--data", data, "--tenant", name, "--json")
        assert made.returncode == 0, made.stderr
        return json.loads(made.stdout)

    def close(self) -> None:
        for command in self._started:
            command.process.send_signal(signal.SIGTERM)
            command.process.wait(timeout=60)
            command.output.close()


class Desk:
    """`baton up`, which may fall and come back on the same address with the same data."""

    def __init__(self, terminal: Terminal, data: Path) -> None:
        self.data = data
        self._said_before = 0
        self._terminal = terminal
        self._command = terminal.start("up", "--data", data, "--port", 0, "--json")
        self.links: dict[str, Any] = self._command.ready()
        self.url: str = self.links["url"]
        self.customers_page: str = self.links["customer"]
        self.admin_key: str = self.links["admin_key"]

    def falls(self, *, with_database: bool = False) -> None:
        """The process is gone at once, without a goodbye; where asked, the database below it a moment before."""
        if with_database:
            pid = (self.data / "postgresql" / "postmaster.pid").read_text().split()[0]
            os.kill(int(pid), signal.SIGKILL)
        self._command.end(signal.SIGKILL)

    def is_asked_to_stop(self) -> int:
        """Ask as a service manager does; returns the exit code."""
        return self._command.end(signal.SIGTERM)

    def comes_back(self) -> None:
        """Start it again where it was."""
        port = self.url.rsplit(":", 1)[1]
        self._said_before = len(self._command.said)
        self._command = self._terminal.start("up", "--data", self.data, "--port", port, "--json")
        self._command.ready()

    @property
    def said(self) -> str:
        """What it has written to its terminal since it was started last."""
        return self._command.said[self._said_before :]


@contextmanager
def demo_desk(made_dir: Path, programs_dir: Path | None, **environment: str) -> Iterator[Desk]:
    """A desk, on a copy of that data directory, with the demo company in a place of its own, both gone afterwards."""
    place = Path(tempfile.mkdtemp(prefix="baton-test-"))
    place.chmod(0o711)
    terminal = Terminal(place, programs_dir, **environment)
    try:
        yield Desk(terminal, sown(made_dir, place / "data"))
    finally:
        terminal.close()
        shutil.rmtree(place)
