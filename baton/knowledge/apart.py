"""Reading documents in a process of its own, with a bound on time and memory.

The readers of PDF and Word take apart what strangers made, one of them in C. What goes wrong there costs the document
and not the desk: a reader that hangs is ended, one that falls over is started anew, and one that is idle ends itself.
"""

import contextlib
import multiprocessing
import signal
import sys
import threading
from multiprocessing.connection import Connection
from typing import Any

from baton.core.errors import Unreadable
from baton.core.sources.documents import Document
from baton.knowledge.parse import HOSTED_APART, format_of, parse

READ_SECONDS = 120.0
IDLE_SECONDS = 60.0
MOST_MEMORY = 3 << 30
"""Bytes of address space. A PDF of 50 MB takes a few hundred of millions."""


class Reader:
    """Reads documents; those whose formats ask for it, one at a time, in the process apart."""

    def __init__(self, *, seconds: float = READ_SECONDS, idle: float = IDLE_SECONDS) -> None:
        self._seconds = seconds
        self._idle = idle
        self._lock = threading.Lock()
        self._process: Any = None
        self._line: Connection | None = None

    def read(self, name: str, body: bytes, media_type: str | None) -> Document:
        """A file as a document. Takes a while for a large one; raises Unreadable with the reason."""
        if format_of(name, media_type) not in HOSTED_APART:
            return parse(name, body, media_type)
        with self._lock:
            answer = self._asked((name, body, media_type))
        if isinstance(answer, Document):
            return answer
        raise Unreadable(answer)

    def close(self) -> None:
        """End the process apart, if there is one."""
        with self._lock:
            self._end()

    def _asked(self, question: tuple[str, bytes, str | None]) -> Document | str:
        name = question[0]
        for _ in range(2):
            line = self._started()
            try:
                line.send(question)
                if not line.poll(self._seconds):
                    self._end()
                    return f"{name} took longer than {self._seconds:.0f} seconds to read, and was left out."
                return line.recv()
            except (EOFError, OSError):
                ended_itself = self._end()
                if not ended_itself:
                    return f"{name} could not be read: it is damaged, or needs more memory than there is."
        return f"{name} could not be read now. Try again."

    def _started(self) -> Connection:
        if self._line is not None and self._process.is_alive():
            return self._line
        self._end()
        start = multiprocessing.get_context("spawn")
        ours, theirs = start.Pipe()
        self._process = start.Process(target=_serve, args=(theirs, self._idle), name="baton reader", daemon=True)
        self._process.start()
        theirs.close()
        self._line = ours
        return ours

    def _end(self) -> bool:
        """End the process; whether it had ended by itself, for want of work."""
        process, self._process = self._process, None
        if self._line is not None:
            self._line.close()
            self._line = None
        if process is None:
            return False
        process.join(0.2)
        if process.exitcode is None:
            process.kill()
            process.join()
        ended_itself = process.exitcode == 0
        # A thread that starts a process of its own looks after all children: it may see this one's end first.
        with contextlib.suppress(ValueError):
            process.close()
        return ended_itself


def _serve(line: Connection, idle: float) -> None:
    """The process apart: read what comes until nothing does. Ctrl-C is for the desk, which ends this one."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _bound_memory()
    with contextlib.suppress(EOFError, OSError):
        while line.poll(idle):
            name, body, media_type = line.recv()
            try:
                answer: Document | str = parse(name, body, media_type)
            except Unreadable as refused:
                answer = refused.detail
            except MemoryError:
                answer = f"{name} needs more memory than one document may take."
            line.send(answer)


def _bound_memory() -> None:
    if sys.platform == "win32":
        return
    import resource

    # macOS has no bound on address space that it keeps to.
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
