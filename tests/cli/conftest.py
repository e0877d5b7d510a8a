"""The real command in processes of its own, and what it says."""

import json
import os
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

BATON = [sys.executable, "-c", "from baton.cli import main; main()"]


class Command:
    """One running `baton …`, with its output in a file and its first line of answer."""

    def __init__(self, *arguments: str, log: Path, environment: dict[str, str]) -> None:
        self._log = log
        with log.open("ab") as errors:
            self.process = subprocess.Popen(
                [*BATON, *arguments], stdout=subprocess.PIPE, stderr=errors, text=True, env=environment
            )

    def ready(self) -> dict[str, Any]:
        """Wait for the line of JSON that says it is ready."""
        assert self.process.stdout
        line = self.process.stdout.readline()
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
    """Runs commands with one log, and ends what is left over."""

    def __init__(self, place: Path, programs_dir: Path | None) -> None:
        self._log = place / "said.log"
        self._log.touch()
        self._started: list[Command] = []
        self._environment = {name: os.environ[name] for name in ("PATH", "HOME", "TMPDIR") if name in os.environ}
        if programs_dir:
            self._environment["BATON_POSTGRES"] = str(programs_dir)

    def start(self, *arguments: object) -> Command:
        """Start a command that stays."""
        command = Command(*map(str, arguments), log=self._log, environment=self._environment)
        self._started.append(command)
        return command

    def run(self, *arguments: object) -> subprocess.CompletedProcess[str]:
        """Run a command to its end."""
        return subprocess.run(
            [*BATON, *map(str, arguments)],
            capture_output=True,
            text=True,
            check=False,
            timeout=60,
            env=self._environment,
        )

    def close(self) -> None:
        for command in self._started:
            command.process.terminate()
            command.process.wait(timeout=60)
            if command.process.stdout:
                command.process.stdout.close()


@pytest.fixture
def terminal(tmp_path: Path, programs_dir: Path | None) -> Iterator[Terminal]:
    opened = Terminal(tmp_path, programs_dir)
    yield opened
    opened.close()


@pytest.fixture
def call() -> Callable[..., tuple[int, Any]]:
    """One HTTP request: (status, JSON)."""

    def request(url: str, key: str = "", body: dict[str, Any] | None = None) -> tuple[int, Any]:
        headers = {"Authorization": f"Bearer {key}", "Content-Type": "application/json"}
        data = None if body is None else json.dumps(body).encode()
        try:
            with urllib.request.urlopen(urllib.request.Request(url, data, headers), timeout=30) as answered:  # noqa: S310
                return answered.status, json.load(answered)
        except urllib.error.HTTPError as refused:
            return refused.code, json.load(refused)

    return request
