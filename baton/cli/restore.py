"""`baton restore`: a desk from the file that `baton backup` wrote."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from baton.core.errors import Invalid
from baton.settings import Settings, read

from . import options
from .backup import backed_up, place_of
from .output import answer, line, progress

if TYPE_CHECKING:
    from .running import Database

Existing = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.command("restore")
@click.argument("file", type=Existing)
@click.option("--replace", is_flag=True, help="A desk that is there: back it up beside FILE, and take its place.")
@options.database
@options.as_json
def command(*, file: Path, replace: bool, as_json: bool, **arguments: Any) -> None:
    """Bring back the desk that FILE holds, as it was when the backup was made.

    Into an empty directory or database, or with --replace in the place of what is there. No Baton may be running on it.
    It comes back whole or not at all.
    """
    from .stopping import Stop, run

    settings = read(**arguments)

    async def work(_: Stop) -> None:
        companies, kept = await _restored(settings, file, replace=replace)
        if as_json:
            line({"file": str(file), "companies": companies, "replaced": str(kept) if kept else None})
        else:
            answer(_said(file, companies, kept))

    run(work)


async def _restored(settings: Settings, file: Path, *, replace: bool) -> tuple[list[str], Path | None]:
    from . import running

    running.refuse_second(settings)
    async with running.database(settings) as database:
        kept = await _put_in_place(settings, database, file, replace=replace)
        async with running.desk(settings, database) as opened:
            return [one.name for one in await opened.desk.store.tenants.all()], kept


async def _put_in_place(settings: Settings, database: "Database", file: Path, *, replace: bool) -> Path | None:
    """Restore the file; where a desk was there, the backup that was made of it."""
    from baton.db import dumps
    from baton.db.engine.programs import clients

    place = place_of(settings, database, as_superuser=False)
    found = await dumps.standing(place)
    programs = clients(found.major, settings.postgres_bin)
    await dumps.check(file, programs)
    if found.others:
        raise Invalid(
            f"{found.others} other connections to this database are open. Stop every Baton on it, then restore."
        )
    kept = None
    if found.has_desk:
        if not replace:
            raise Invalid(
                "A desk is there already. Restore into an empty directory, or say --replace: it is backed up first."
            )
        kept = file.with_name(f"{file.stem}.replaced{file.suffix}")
        await backed_up(settings, database, kept)
    progress(f"Restoring {file}")
    await dumps.restore(place, programs, file, major=found.major)
    return kept


def _said(file: Path, companies: list[str], kept: Path | None) -> str:
    said = [f"{file} is restored: {', '.join(companies) or 'no company yet'}."]
    if kept:
        said.append(f"What was there before is in {kept}.")
    return "\n".join([*said, "Start it with `baton serve`, or `baton up`."])
