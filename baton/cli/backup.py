"""`baton backup`: the whole desk in one file, while it runs."""

import os
import re
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from baton.core.errors import Invalid
from baton.settings import Settings, password_apart, read

from . import options
from .output import answer, count, line, progress

if TYPE_CHECKING:
    from baton.db.dumps import Place, Written

    from .running import Database

NAMED = re.compile(r"baton-\d{8}-\d{6}\.dump")
"""What a backup is called that was given only a directory; no other file is ever removed."""


@click.command("backup")
@click.argument("to", required=False, metavar="[FILE_OR_DIRECTORY]", type=click.Path(path_type=Path))
@click.option("--keep", metavar="N", type=click.IntRange(min=1), help="Of a directory's backups, keep the newest N.")
@options.database
@options.as_json
def command(*, to: Path | None, keep: int | None, as_json: bool, **arguments: Any) -> None:
    """Write everything that the desk has into one file: every company, conversation, source, policy and key.

    A Baton that is running on the same data need not be stopped. Given a directory, or nothing, the file is named
    after the moment. `baton restore` brings it back.
    """
    from .stopping import Stop, run

    settings = read(**arguments)
    file = _named(to)
    if keep is not None and file == to:
        raise Invalid("--keep clears a directory of its older backups: give a directory in place of a file.")
    _refuse_nothing(settings)

    async def work(_: Stop) -> None:
        from . import running

        began = time.monotonic()
        async with running.database(settings, may_borrow=True) as database:
            written = await backed_up(settings, database, file)
        gone = _clear(file.parent, keep) if keep else 0
        if as_json:
            line(_view(file, written, gone, time.monotonic() - began))
        else:
            answer(_said(file, written, gone))

    run(work)


async def backed_up(settings: Settings, database: "Database", file: Path) -> "Written":
    """Dump the desk into that new file. Raises Invalid where there is one of that name, DumpFailed, EngineError."""
    from baton.db import dumps
    from baton.db.engine.programs import clients

    _refuse_taken(file)
    place = place_of(settings, database, as_superuser=True)
    found = await dumps.standing(place)
    if not found.has_desk:
        raise Invalid("There is no desk in this database yet, so there is nothing to back up.")
    progress(f"Backing up into {file}")
    return await dumps.write(place, clients(found.major, settings.postgres_bin), file)


def place_of(settings: Settings, database: "Database", *, as_superuser: bool) -> "Place":
    """Where the desk is, for PostgreSQL's programs; as a superuser, if asked and in our own database."""
    from baton.db import dumps
    from baton.db.engine.making import DATABASE, OWNER, SUPERUSER, environment

    if database.cluster is None:
        address, password = password_apart(settings.database_url or "")
        own = {**os.environ} | ({"PGPASSWORD": password} if password is not None else {})
        return dumps.Place(database.connection, address, own)
    user = SUPERUSER if as_superuser else OWNER
    connection = database.cluster.connection_to(DATABASE, user=user)
    directory = connection["host"].replace("\\", "\\\\").replace("'", "\\'")
    address = f"host='{directory}' port={connection['port']} user={user} dbname={DATABASE}"
    return dumps.Place(connection, address, environment())


def _refuse_taken(file: Path) -> None:
    if file.exists():
        raise Invalid(f"{file} is there already, and no backup is written over. Choose another name.")


def _refuse_nothing(settings: Settings) -> None:
    """A mistyped directory must not become a new desk with an empty backup."""
    from baton.db import engine

    if settings.database_url is None and not engine.is_there(settings.data):
        raise Invalid(f"There is no desk in {settings.data}. Say with --data where it is.")


def _named(to: Path | None) -> Path:
    place = to or Path()
    return place / f"baton-{datetime.now(UTC):%Y%m%d-%H%M%S}.dump" if place.is_dir() else place


def _clear(directory: Path, keep: int) -> int:
    """Remove all but the newest backups that were named by us; how many went."""
    named = sorted(one for one in directory.iterdir() if NAMED.fullmatch(one.name))
    for one in named[:-keep]:
        one.unlink()
    return len(named[:-keep])


def _said(file: Path, written: "Written", gone: int) -> str:
    holds = f"{count(written.companies, 'company', 'companies')} and {count(written.conversations, 'conversation')}"
    cleared = f" {count(gone, 'older backup')} removed." if gone else ""
    return (
        f"{file}: {holds}, {written.bytes / 1e6:,.1f} MB.{cleared}\n"
        "It has all that customers and the team wrote, in clear: keep it as safe as the desk itself, and elsewhere."
    )


def _view(file: Path, written: "Written", gone: int, seconds: float) -> dict[str, Any]:
    return {
        "file": str(file),
        "bytes": written.bytes,
        "companies": written.companies,
        "conversations": written.conversations,
        "removed": gone,
        "seconds": round(seconds, 3),
    }
