"""`baton ingest`: teach the bot from files, folders and websites, beside a running desk or without one."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from baton.core.actors import SYSTEM, Caller, Role
from baton.core.audience import AudienceRule, SourceAudience
from baton.core.errors import Invalid
from baton.core.sources.schedule import Schedule
from baton.services.desk import Desk
from baton.services.knowledge.files import File, add_files
from baton.services.knowledge.keeping import Ingested, Skipped
from baton.services.knowledge.readers import Readers
from baton.services.ports.websites import Plan
from baton.settings import Settings, read

from . import options
from .ingested import for_programs, nothing_in, said
from .output import answer, line, progress
from .tenants import named_tenant
from .website import taught_website

WEB = ("https://", "http://")


@click.command("ingest")
@click.argument("paths", nargs=-1, required=True, metavar="PATH_OR_URL...")
@options.database
@click.option("--tenant", metavar="NAME", help="The company, where there is more than one.")
@click.option("--name", metavar="NAME", help="The source's name. Default: the name of the first PATH.")
@click.option("--pages", metavar="N", type=click.IntRange(1, 10_000), default=500, help="Most pages of a website.")
@click.option(
    "--depth", metavar="N", type=click.IntRange(0, 50), default=8, help="Most links away from its first page."
)
@click.option(
    "--again",
    metavar="WHEN",
    type=click.Choice([schedule.value for schedule in Schedule]),
    help="When a website is read again by a Baton that is running: never, daily or weekly. Default: weekly.",
)
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
    paths: tuple[str, ...],
    *,
    tenant: str | None,
    name: str | None,
    pages: int,
    depth: int,
    again: str | None,
    audience: str | None,
    rules: tuple[str, ...],
    as_json: bool,
    **arguments: Any,
) -> None:
    """Teach the bot from files, folders and websites.

    Reads Markdown, HTML, plain text, PDF, DOCX, CSV, zip archives of these, and YAML lists of entries. A PATH_OR_URL
    that begins with https:// is a website or its sitemap, read as far as its robots.txt allows.

    What can't be read is skipped and named at the end. Run it again after changes: what is unchanged is left alone, and
    what a folder, an archive or a website no longer has leaves the source. A Baton that is running on the same data
    need not be stopped; it answers from the new pages within seconds.
    """
    from .stopping import Stop, run

    settings = read(**arguments)
    sites = [path for path in paths if path.startswith(WEB)]
    files = [Path(path) for path in paths if not path.startswith(WEB)]
    plans = _Sites(
        [Plan(site, most_pages=pages, most_depth=depth) for site in sites], Schedule(again) if again else None
    )
    readers = Readers(SourceAudience(audience) if audience else None, _rules(rules))

    async def work(_: Stop) -> None:
        done = await _ingest(settings, files, plans, tenant=tenant, name=name, readers=readers)
        line(for_programs(done)) if as_json else answer(said(done))

    run(work)


@dataclass(frozen=True, slots=True)
class _Sites:
    """Websites to read, and when they are read again by themselves; None leaves that as it is."""

    plans: Sequence[Plan]
    schedule: Schedule | None


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
    settings: Settings,
    paths: Sequence[Path],
    sites: _Sites,
    *,
    tenant: str | None,
    name: str | None,
    readers: Readers,
) -> list[Ingested]:
    from . import running

    missing = [str(path) for path in paths if not path.exists()]
    if any(":/" in one for one in missing):
        raise Invalid("The address of a website begins with https:// or http://. Nothing was read.")
    if missing:
        raise Invalid(f"There is no file or folder {', '.join(missing)}. Nothing was read.")
    found = [file for path in paths for file in _found(path, is_one_of_many=len(paths) > 1)]
    if not found and not sites.plans:
        raise Invalid("There are no files in what you named. Nothing was read.")
    async with running.database(settings, may_borrow=True) as database, running.desk(settings, database) as opened:
        company = await named_tenant(opened.desk, tenant)
        caller = Caller(company.id, Role.ADMIN, SYSTEM)
        done = [await _taught(opened.desk, caller, found, name or _named_after(paths[0]), readers)] if found else []
        named = None if found or len(sites.plans) > 1 else name
        read = [
            await taught_website(opened.desk, caller, plan, name=named, readers=readers, schedule=sites.schedule)
            for plan in sites.plans
        ]
        return [*done, *read]


async def _taught(desk: Desk, caller: Caller, found: Sequence["_Found"], name: str, readers: Readers) -> Ingested:
    told = _Told(len(found))
    try:
        return await add_files(desk, caller, name, (_opened(file) for file in found), progress=told, readers=readers)
    except Invalid as nothing:
        if nothing.code != "nothing_readable":
            raise
        raise Invalid(nothing_in([Skipped(**item) for item in nothing.extra["skipped"]])) from nothing


class _Told:
    """Says how far it is, every tenth part and not more often. An archive's files come on top of what was counted."""

    def __init__(self, total: int) -> None:
        self._total, self._done = total, 0

    def __call__(self, name: str) -> None:
        self._done += 1
        if self._done in (1, self._total) or self._done % max(1, self._total // 10) == 0:
            progress(f"Reading {self._done} of {max(self._done, self._total)}: {name}")


@dataclass(frozen=True, slots=True)
class _Found:
    """A file to read: the name to keep, where it is, and the folder that was named."""

    name: str
    path: Path
    folder: str | None


def _found(path: Path, *, is_one_of_many: bool) -> Iterator[_Found]:
    """The files that a path names, folders walked in order; hidden and tool folders are passed over.

    Of several folders each goes before its files' names, so that no two files are taken for one.
    """
    if path.is_file():
        yield _Found(path.name, path, None)
        return
    from baton.knowledge.folder import files_below

    folder = str(path.resolve())
    before = f"{_named_after(path)}/" if is_one_of_many else ""
    for name, inside in files_below(path):
        yield _Found(before + name, inside, folder)


def _opened(found: _Found) -> File | Skipped:
    from baton.knowledge.parse import MAX_BYTES

    is_archive = found.path.suffix.lower() == ".zip"
    try:
        # One byte more than is read is enough to be refused for its size, whatever that is.
        with found.path.open("rb") as file:
            body = file.read() if is_archive else file.read(MAX_BYTES + 1)
    except OSError as error:
        return Skipped(found.name, f"It can't be opened: {error.strerror}.")
    return File(found.name, body, origin=found.folder)


def _named_after(path: Path) -> str:
    return path.resolve().name or "Files"
