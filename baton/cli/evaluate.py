"""`baton evaluate`: try the bot out on a file of messages or conversations, before customers do."""

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

import click

from baton.core.errors import Invalid
from baton.core.policy.parse.whole import parse
from baton.core.policy.problems import PolicyErrors
from baton.services.evaluation.ages import NO_AGES, Ages
from baton.services.evaluation.rows import Wanted
from baton.services.policy.policies import default_source

from . import options
from .evaluating import Job, Outcome, evaluate
from .evaluation_text import text
from .output import answer, line, progress
from .stopping import INTERRUPTED

if TYPE_CHECKING:
    from baton.knowledge.folder import Folder

LINES_LEFT_OUT = 3
"""The exit code where some lines could not be evaluated and the others were."""


@click.command("evaluate")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--policy", metavar="FILE", type=click.Path(path_type=Path), help="Policy file. Default: the default one."
)
@click.option("--knowledge", metavar="DIR", type=click.Path(path_type=Path), help="Folder of documents and entries.")
@click.option(
    "--out",
    metavar="FILE",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write a row per line; - prints them.",
)
@click.option("--per-turn", is_flag=True, help="In the rows: one after every turn of a conversation.")
@click.option("--packet", is_flag=True, help="In the rows: the packet, as it would be handed over.")
@click.option(
    "--top", metavar="N", type=click.IntRange(0, 50), default=0, help="In the rows: the first N passages found."
)
@click.option("--by", metavar="FIELD", multiple=True, help="Group the report by this field of the lines too.")
@click.option("--jobs", metavar="N", type=click.IntRange(1, 256), help="Processes. Default: one per core.")
@options.as_json
def command(
    file: Path,
    *,
    policy: Path | None,
    knowledge: Path | None,
    out: Path | None,
    jobs: int | None,
    as_json: bool,
    **wanted: Any,
) -> None:
    """Say what the bot would do with each line of FILE, and how good that is where lines say what is expected.

    A line is {"id", "text"} or {"id", "turns": [{"role", "text"}]}, and may have "lang", "customer" and "expected".
    Nothing is stored and nobody is told; no desk need be running.
    """
    folder = _folder(knowledge) if knowledge else None
    job = Job(
        policy=_policy(policy),
        documents=folder.documents if folder else None,
        wanted=Wanted(wanted["per_turn"], wanted["packet"], wanted["top"]),
        by=wanted["by"],
        rows=out is not None,
        files=Ages(folder.changed, datetime.now(UTC)) if folder else NO_AGES,
    )
    _say_what_changes_nothing(job)
    began = time.perf_counter()
    try:
        with _opened(out) as rows:
            outcome = evaluate(file, job, rows, jobs=jobs or _cores())
    except KeyboardInterrupt:
        raise SystemExit(INTERRUPTED) from None
    found = outcome.report() | {"seconds": time.perf_counter() - began}
    if not (out and str(out) == "-"):
        line(found) if as_json else answer(text(found))
    _end(outcome, file)


def _say_what_changes_nothing(job: Job) -> None:
    """Tell of options for rows where none are written, and of passages where there is nothing to find them in."""
    given = {"--per-turn": job.wanted.per_turn, "--packet": job.wanted.packet, "--top": job.wanted.top > 0}
    for name in (name for name, asked in given.items() if asked and not job.rows):
        progress(f"{name} changes the rows alone. Name a file for them with --out, or - to print them.")
    if job.wanted.top and job.documents is None:
        progress("--top shows what was found in sources. Name their folder with --knowledge.")


def _end(outcome: Outcome, file: Path) -> None:
    if not outcome.tally.rows:
        why = f" Line {outcome.first[0][0]}: {outcome.first[0][1]}" if outcome.first else ""
        raise Invalid(f"No line of {file} could be evaluated.{why}" if why else f"{file} is empty.")
    if outcome.skipped:
        raise SystemExit(LINES_LEFT_OUT)


def _policy(file: Path | None) -> str:
    """The policy's text, once it is known to be one."""
    if file is None:
        return default_source()
    try:
        source = file.read_text(encoding="utf-8-sig")
        parse(source)
    except PolicyErrors as errors:
        told = "\n".join(f"  {file}:{one.line}:{one.column} {one}" for one in errors.problems)
        raise Invalid(f"The policy can't be used:\n{told}") from None
    except UnicodeDecodeError:
        raise Invalid(f"{file} is not text in UTF-8. Save it as UTF-8 and try again.") from None
    except OSError as error:
        raise Invalid(f"The policy {file} can't be read: {error.strerror}.") from None
    return source


def _folder(path: Path) -> "Folder":
    from baton.knowledge.folder import read_folder

    if not path.exists():
        raise Invalid(f"There is no folder {path}.")
    progress(f"Reading {path}")
    folder = read_folder(path)
    for name, why in folder.skipped[:20]:
        progress(f"  Left out: {why if why.startswith(name) else f'{name}: {why}'}")
    if len(folder.skipped) > 20:
        progress(f"  and {len(folder.skipped) - 20} more")
    if not folder.documents:
        raise Invalid(f"There is nothing in {path} to answer from.")
    progress(
        f"{sum(map(len, folder.documents.values())):,} passages of {len(folder.documents):,} documents and entries."
    )
    return folder


@contextmanager
def _opened(out: Path | None) -> Iterator[IO[bytes] | None]:
    if out is None:
        yield None
    elif str(out) == "-":
        yield sys.stdout.buffer
    else:
        try:
            with out.open("wb") as file:
                yield file
        except OSError as error:
            raise Invalid(f"{out} can't be written: {error.strerror}.") from None


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
