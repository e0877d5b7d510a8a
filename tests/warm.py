"""`baton` in processes that begin with its modules loaded: loading them costs two seconds of the processor.

One process of each test run loads them and waits. For a command it forks, and the fork runs the same `main()` with its
own arguments, environment and output, as a process that can be signalled and killed.
"""

import atexit
import functools
import importlib
import json
import os
import pkgutil
import signal
import socket
import subprocess
import sys
from pathlib import Path
from typing import IO, Any

BATON = [sys.executable, "-c", "from baton.cli import main; main()"]
_KEEPER = [
    sys.executable,
    "-c",
    f"import sys; sys.path.append({str(Path(__file__).parent)!r}); import warm; warm.wait()",
]


class Process:
    """A running `baton`, with what tests use of `subprocess.Popen`."""

    def __init__(self, arguments: list[str], environment: dict[str, str], *, output: int, errors: int) -> None:
        self.arguments = arguments
        self.returncode: int | None = None
        self._told, telling = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        asked = json.dumps([arguments, environment, os.getcwd()]).encode()
        socket.send_fds(_keeper(), [asked], [output, errors, telling.fileno()])
        telling.close()
        self.pid = self._hear(60)

    def send_signal(self, number: int) -> None:
        """Signal it, unless its end is known."""
        if self.returncode is None:
            os.kill(self.pid, number)

    def wait(self, timeout: float) -> int:
        """Wait for its end; returns its exit code, or minus the signal that ended it. Raises TimeoutExpired."""
        if self.returncode is None:
            self.returncode = self._hear(timeout)
            self._told.close()
        return self.returncode

    def _hear(self, timeout: float) -> int:
        self._told.settimeout(timeout)
        try:
            return int(self._told.recv(100))
        except TimeoutError:
            raise subprocess.TimeoutExpired(self.arguments, timeout) from None


def start(arguments: list[str], environment: dict[str, str], errors: IO[bytes]) -> tuple[Process, IO[str]]:
    """Start a command that stays: (it, what it writes to standard output)."""
    read, written = os.pipe()
    process = Process(arguments, environment, output=written, errors=errors.fileno())
    os.close(written)
    return process, os.fdopen(read, encoding="utf-8")


def start_cold(
    arguments: list[str], environment: dict[str, str], errors: IO[bytes]
) -> tuple[subprocess.Popen[str], IO[str]]:
    """The same from nothing, as a shell does it."""
    command = [*BATON, *arguments]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=errors, text=True, env=environment)
    assert process.stdout
    return process, process.stdout


@functools.cache
def _keeper() -> socket.socket:
    ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    environment = {name: os.environ[name] for name in ("PATH", "HOME", "TMPDIR") if name in os.environ}
    keeper = subprocess.Popen(_KEEPER, stdin=theirs, env=environment)
    theirs.close()

    @atexit.register
    def end() -> None:
        ours.close()
        keeper.wait(timeout=60)

    return ours


def wait() -> None:
    """The process that waits: load everything, then fork for whoever asks, until the tests are over."""
    sys.path.pop()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    asking = socket.socket(fileno=os.dup(0))
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.close(nothing)
    _load()
    while True:
        asked, handed, *_ = socket.recv_fds(asking, 1 << 16, 3)
        if not asked:
            return
        if os.fork() == 0:
            asking.close()
            _watch(json.loads(asked), *handed)
            return
        for one in handed:
            os.close(one)


def _load() -> None:
    import uvloop  # noqa: F401 - uvicorn loads it when it starts
    from uvicorn.lifespan import on  # noqa: F401
    from uvicorn.protocols.websockets import websockets_sansio_impl  # noqa: F401

    import baton

    for module in pkgutil.walk_packages(baton.__path__, "baton."):
        importlib.import_module(module.name)


def _watch(asked: Any, output: int, errors: int, telling: int) -> None:
    """Fork once more, tell which process that is, and how it ended."""
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    pid = os.fork()
    if pid == 0:
        os.close(telling)
        _become(*asked, output, errors)
        return
    os.close(output)
    os.close(errors)
    os.write(telling, str(pid).encode())
    _, status = os.waitpid(pid, 0)
    os.write(telling, str(os.waitstatus_to_exitcode(status)).encode())
    os._exit(0)


def _become(arguments: list[str], environment: dict[str, str], place: str, output: int, errors: int) -> None:
    from baton.cli import main

    signal.signal(signal.SIGINT, signal.default_int_handler)
    os.dup2(output, 1)
    os.dup2(errors, 2)
    os.close(output)
    os.close(errors)
    os.environ.clear()
    os.environ.update(environment)
    os.chdir(place)
    sys.argv[1:] = arguments
    main()
