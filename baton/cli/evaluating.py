"""The lines of a file, evaluated on all cores and written in their order, with a bounded part of them in memory."""

import io
import json
import signal
import time
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field
from itertools import chain, islice
from multiprocessing import get_context
from pathlib import Path
from typing import IO, Any

from baton.core.answers.grounding import Passage
from baton.core.errors import Invalid, Unavailable
from baton.core.ids import DocumentId
from baton.core.policy.parse.whole import parse
from baton.knowledge.examples import learn
from baton.services.evaluation.ages import NO_AGES, Ages
from baton.services.evaluation.items import read_item
from baton.services.evaluation.judged import Setting, judged
from baton.services.evaluation.report import report
from baton.services.evaluation.rows import Wanted, rows_of
from baton.services.evaluation.tally import Tally
from baton.services.evaluation.unusable import Unusable

from .bar import Bar

PIECE = 100
"""Lines that a process takes at a time."""

FEW = 400
"""Lines that are done sooner than other processes are ready."""

LONGEST = 20_000_000
"""Characters of one line. More than any conversation that the desk keeps."""

TOLD = 20
"""Unusable lines that are named one by one."""

Piece = list[tuple[int, str]]


@dataclass(frozen=True, slots=True)
class Job:
    """What is to be done with each line, by which policy's text.

    `rows` says whether somebody wants them, or the report alone. `files` says how old the documents are.
    """

    policy: str
    documents: Mapping[DocumentId, list[Passage]] | None
    wanted: Wanted
    by: tuple[str, ...]
    rows: bool
    files: Ages = NO_AGES


@dataclass(slots=True)
class Outcome:
    """What came of the lines: the counts, and the lines that could not be used (how many, and the first of them)."""

    tally: Tally = field(default_factory=Tally)
    skipped: int = 0
    first: list[tuple[int, str]] = field(default_factory=list[tuple[int, str]])
    written: bytes = b""

    def add(self, other: "Outcome") -> None:
        """Take another part's outcome in, but for what is to be written."""
        self.tally.add(other.tally)
        self.skipped += other.skipped
        self.first = [*self.first, *other.first][:TOLD]

    def skip(self, number: int, why: str) -> None:
        """Note a line that can't be used."""
        self.skipped += 1
        self.first = [*self.first, (number, why)][:TOLD]

    def report(self) -> dict[str, Any]:
        """The report on all of it."""
        first = [{"line": number, "why": why} for number, why in self.first]
        return report(self.tally) | {"skipped": {"count": self.skipped, "first": first}}


def evaluate(file: Path, job: Job, rows: IO[bytes] | None, *, jobs: int) -> Outcome:
    """Evaluate a file and write its rows as they come, in the order of the lines. Raises Invalid, Unavailable."""
    whole = Outcome()
    bar = Bar(file.stat().st_size, "lines")
    try:
        with file.open("rb") as raw, io.TextIOWrapper(raw, encoding="utf-8-sig", errors="replace") as lines:
            for done in _done(_pieces(lines), job, jobs):
                if rows:
                    rows.write(done.written)
                whole.add(done)
                bar.show(raw.tell() if raw.seekable() else 0, whole.tally.rows)
    except BrokenProcessPool as broken:
        why = "A process that evaluates lines was ended from outside, perhaps for want of memory."
        raise Unavailable(f"{why} Try again with --jobs 1.") from broken
    except OSError as error:
        raise Invalid(f"{file} can't be read, or the rows can't be written: {error.strerror}.") from error
    finally:
        bar.clear()
    return whole


def _done(pieces: Iterator[Piece], job: Job, jobs: int) -> Iterator[Outcome]:
    """The outcome of each piece, in order. A short file, or one job, is done in this process."""
    few = list(islice(pieces, FEW // PIECE))
    rest = next(pieces, None)
    if rest is None or jobs == 1:
        worker = Worker(job)
        yield from map(worker.outcome, chain(few, [rest] if rest else [], pieces))
        return
    # A fresh interpreter each: forking would copy the threads' locks of the search index.
    pool = ProcessPoolExecutor(jobs, mp_context=get_context("spawn"), initializer=_begin, initargs=(job,))
    waiting: deque[Future[Outcome]] = deque()
    try:
        for piece in chain(few, [rest], pieces):
            waiting.append(pool.submit(_evaluate, piece))
            if len(waiting) > 3 * jobs:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _pieces(lines: IO[str]) -> Iterator[Piece]:
    numbered = ((number, line) for number, line in enumerate(_lines(lines), start=1) if line.strip())
    while piece := list(islice(numbered, PIECE)):
        yield piece


def _lines(file: IO[str]) -> Iterator[str]:
    """The lines, each cut short where it is longer than any could be."""
    while line := file.readline(LONGEST):
        yield line
        while len(line) == LONGEST and not line.endswith("\n"):
            line = file.readline(LONGEST)


class Worker:
    """Evaluates pieces. It reads policy and sources once."""

    def __init__(self, job: Job) -> None:
        self._job = job
        policy = parse(job.policy)
        self._setting = Setting.of(policy, _index(job.documents), time.perf_counter, learn(policy), job.files)
        self.outcome([(0, '{"text": "so that the first line does not pay for the loading"}')])

    def outcome(self, piece: Sequence[tuple[int, str]]) -> Outcome:
        """What came of a piece, with the rows to be written."""
        outcome = Outcome()
        rows: list[dict[str, Any]] = []
        for number, line in piece:
            try:
                rows += self._rows(number, line, outcome.tally)
            except Unusable as refused:
                outcome.skip(number, str(refused))
                rows.append({"line": number, "error": str(refused)})
        if self._job.rows:
            outcome.written = b"".join(_json_line(row) for row in rows)
        return outcome

    def _rows(self, number: int, line: str, tally: Tally) -> list[dict[str, Any]]:
        item = read_item(line, number=number, by=self._job.by)
        steps = list(judged(item, self._setting))
        policy, wanted = self._setting.policy, self._job.wanted
        whole = rows_of(item, steps, policy=policy, wanted=Wanted())
        tally.note(item, whole[0])
        if not self._job.rows or wanted == Wanted():
            return whole
        return rows_of(item, steps, policy=policy, wanted=wanted)


_worker: Worker | None = None


def _begin(job: Job) -> None:
    """In a process of its own: read everything once. Ctrl-C is the parent's to act on."""
    global _worker
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _worker = Worker(job)


def _evaluate(piece: Piece) -> Outcome:
    assert _worker is not None  # noqa: S101 - the pool begins each process with one
    return _worker.outcome(piece)


def _index(documents: Mapping[DocumentId, list[Passage]] | None) -> Any:
    if documents is None:
        return None
    from baton.knowledge.search import Index

    index = Index()
    index.replace_many(dict(documents))
    return index


def _json_line(row: Mapping[str, Any]) -> bytes:
    return json.dumps(row, ensure_ascii=False).encode("utf-8", "replace") + b"\n"
