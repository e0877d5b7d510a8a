"""`baton ingest`: teach the bot from files and folders, beside a running desk or without one."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import click

from baton.core.actors import SYSTEM, Caller, Role
from baton.core.audience import AudienceRule, SourceAudience
from baton.core.errors import Invalid, Unreadable
from baton.services.desk import Desk
from baton.services.entries import Entry, add_entries
from baton.services.keeping import Ingested, Skipped
from baton.services.readers import Readers
from baton.services.sources import File, add_files
from baton.settings import Settings, read

from . import options
from .output import answer, line, progress
from .tenants import named_tenant

BATCH_FILES = 500
BATCH_BYTES = 48_000_000
"""Files and bytes that are read and kept in one go, so that a folder of any size fits in memory."""


@click.command("ingest")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...", type=click.Path(path_type=Path))
@options.database
@click.option("--tenant", metavar="NAME", help="The company, where there is more than one.")
@click.option("--name", metavar="NAME", help="The source's name. Default: the name of the first PATH.")
@options.audience
@click.option(
    "--rule",
    "rules",
    multiple=True,
    metavar="PATTERN=AUDIENCE",
    help="Another audience for some files, by path or title: --rule 'internal/*=operators'. May be repeated.",
)
@options.as_json
def command(
    paths: tuple[Path, ...],
    *,
    tenant: str | None,
    name: str | None,
    audience: str | None,
    rules: tuple[str, ...],
    as_json: bool,
    **arguments: Any,
) -> None:
    """Teach the bot from files and folders: Markdown, HTML and plain text, and YAML lists of entries.

    Files that can't be read are skipped and named at the end. Run it again after changes: what is unchanged is left
    alone. A Baton that is running on the same data need not be stopped; it answers from the new pages within seconds.
    """
    from .stopping import Stop, run

    settings = read(**arguments)
    readers = Readers(SourceAudience(audience) if audience else None, _rules(rules))

    async def work(_: Stop) -> None:
        done = await _ingest(settings, paths, tenant=tenant, name=name, readers=readers)
        line(_for_programs(done)) if as_json else answer(_said(done))

    run(work)


def _rules(said: Sequence[str]) -> tuple[AudienceRule, ...] | None:
    """The rules as they were typed; None where there are none, so that the source keeps those it has."""
    rules: list[AudienceRule] = []
    for one in said:
        match, _, audience = one.rpartition("=")
        if not match or audience not in set(SourceAudience):
            raise Invalid(f"--rule {one} can't be read. Write it like 'internal/*=operators'. Nothing was read.")
        rules.append(AudienceRule(match, SourceAudience(audience)))
    return tuple(rules) or None


async def _ingest(
    settings: Settings, paths: Sequence[Path], *, tenant: str | None, name: str | None, readers: Readers
) -> list[Ingested]:
    from . import running

    missing = [str(path) for path in paths if not path.exists()]
    if missing:
        raise Invalid(f"There is no file or folder {', '.join(missing)}. Nothing was read.")
    found = list(_found(paths))
    if not found:
        raise Invalid("There are no files in what you named. Nothing was read.")
    async with running.database(settings, may_borrow=True) as database, running.desk(settings, database) as opened:
        desk = opened.desk
        company = await named_tenant(desk, tenant)
        caller = Caller(company.id, Role.ADMIN, SYSTEM)
        return await _teach(desk, caller, found, name or _named_after(paths[0]), readers)


async def _teach(
    desk: Desk, caller: Caller, found: Sequence[tuple[str, Path]], name: str, readers: Readers
) -> list[Ingested]:
    from baton.knowledge.entries import ENDINGS, read_entries

    pages = [(shown, path) for shown, path in found if path.suffix.lower() not in ENDINGS]
    lists = [(shown, path) for shown, path in found if path.suffix.lower() in ENDINGS]
    done: list[Ingested] = []
    skipped: list[Skipped] = []
    told = _Told(len(found))
    for batch in _batches(pages, skipped):
        try:
            done.append(await add_files(desk, caller, name, batch, progress=told, readers=readers))
        except Invalid as nothing:
            skipped += _skipped_of(nothing)
    for shown, path in lists:
        told(shown)
        try:
            entries = [Entry(*entry) for entry in read_entries(shown, path.read_bytes())]
            done.append(await add_entries(desk, caller, f"{name}: {path.name}", entries, readers=readers))
        except OSError as error:
            skipped.append(Skipped(shown, f"It can't be opened: {error.strerror}."))
        except Unreadable as refused:
            skipped.append(Skipped(shown, refused.detail))
        except Invalid as nothing:
            skipped += _skipped_of(nothing)
    if not done:
        whys = "\n".join(f"  {_why(item)}" for item in skipped[:20])
        raise Invalid(f"Nothing could be read, and nothing was kept.\n{whys}")
    return [*done[:-1], _with_skipped(done[-1], skipped)]


class _Told:
    """Says how far it is, every hundredth part and not more often."""

    def __init__(self, total: int) -> None:
        self._total, self._done = total, 0

    def __call__(self, name: str) -> None:
        self._done += 1
        if self._done in (1, self._total) or self._done % max(1, self._total // 10) == 0:
            progress(f"Reading {self._done} of {self._total}: {name}")


def _batches(pages: Sequence[tuple[str, Path]], skipped: list[Skipped]) -> Iterator[list[File]]:
    from baton.knowledge.parse import MAX_BYTES

    batch: list[File] = []
    size = 0
    for shown, path in pages:
        try:
            # One byte more than is read is enough to be refused for its size, whatever that is.
            with path.open("rb") as file:
                body = file.read(MAX_BYTES + 1)
        except OSError as error:
            skipped.append(Skipped(shown, f"It can't be opened: {error.strerror}."))
            continue
        batch.append(File(shown, body))
        size += len(body)
        if len(batch) >= BATCH_FILES or size >= BATCH_BYTES:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _found(paths: Sequence[Path]) -> Iterator[tuple[str, Path]]:
    from baton.knowledge.folder import files_below

    for path in paths:
        yield from files_below(path)


def _named_after(path: Path) -> str:
    return path.resolve().name or "Files"


def _skipped_of(nothing: Invalid) -> list[Skipped]:
    if nothing.code != "nothing_readable":
        raise nothing
    return [Skipped(item["name"], item["why"]) for item in nothing.extra["skipped"]]


def _with_skipped(done: Ingested, more: Sequence[Skipped]) -> Ingested:
    from dataclasses import replace

    return replace(done, skipped=(*done.skipped, *more))


def _for_programs(done: Sequence[Ingested]) -> dict[str, Any]:
    last = {item.source.id: item.source for item in done}
    return {
        "sources": [{"id": source.id, "name": source.name} for source in last.values()],
        "documents": sum(source.documents for source in last.values()),
        "passages": sum(source.passages for source in last.values()),
        "added": sum(item.added for item in done),
        "changed": sum(item.changed for item in done),
        "unchanged": sum(item.unchanged for item in done),
        "to_approve": sum(source.to_approve for source in last.values()),
        "skipped": [{"name": skip.name, "why": skip.why} for item in done for skip in item.skipped],
    }


def _said(done: Sequence[Ingested]) -> str:
    lines = [
        f"{source.name}: {source.documents} documents, {source.passages} passages to answer from."
        for source in {item.source.id: item.source for item in done}.values()
    ]
    count = _for_programs(done)
    lines.append(f"{count['added']} new, {count['changed']} changed, {count['unchanged']} unchanged.")
    if count["to_approve"]:
        lines.append(
            f"{count['to_approve']} read like internal procedures. Customers don't get to see them until somebody "
            "approves them in the console, under Sources."
        )
    skipped = [skip for item in done for skip in item.skipped]
    if skipped:
        lines.append(f"{len(skipped)} skipped:")
        lines += [f"  {_why(skip)}" for skip in skipped]
    return "\n".join(lines)


def _why(skip: Skipped) -> str:
    return skip.why if skip.why.startswith(skip.name) else f"{skip.name}: {skip.why}"
