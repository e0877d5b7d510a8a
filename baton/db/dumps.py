"""The whole desk in one file, and back again: PostgreSQL's own dump, made and read by PostgreSQL's own programs.

A dump is one snapshot, taken beside whoever writes. A restore is one transaction: it comes about whole or not at all.
"""

import asyncio
import contextlib
import os
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, cast

import asyncpg

from baton.core.errors import DeskError, Invalid
from baton.db.engine.programs import Programs
from baton.db.migrate import migrations

EMPTY = b"DROP SCHEMA public CASCADE; CREATE SCHEMA public; ALTER SCHEMA public OWNER TO pg_database_owner;\n"
"""What a restore begins with, so that no table stays that the dump does not know."""

SINCE_17 = b"SET transaction_timeout = 0;\n"
"""The one line of newer programs' scripts that PostgreSQL 15 and 16 refuse."""

PIECE = 1 << 16


class DumpFailed(DeskError):
    """PostgreSQL's programs could not write or read a dump; the detail has what they said."""

    code = "dump_failed"


@dataclass(frozen=True, slots=True)
class Place:
    """A database as PostgreSQL's programs take it; the password goes by `environment`: everybody sees arguments."""

    connection: dict[str, Any]
    """What asyncpg takes."""
    address: str
    environment: dict[str, str] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Written:
    """What a dump has in it, and its size."""

    bytes: int
    companies: int
    conversations: int


@dataclass(frozen=True, slots=True)
class Standing:
    """What a database holds before a restore."""

    major: int
    has_desk: bool
    others: int
    """How many clients are connected beside us."""


async def standing(place: Place) -> Standing:
    """Look at a database: which server it is on, whether a desk is in it, and who else is connected."""
    connection = await asyncpg.connect(**place.connection, timeout=15)
    try:
        others = await connection.fetchval(
            "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() "
            "AND backend_type = 'client backend'"
        )
        has_desk = await connection.fetchval("SELECT to_regclass('public.migrations') IS NOT NULL")
        return Standing(connection.get_server_version().major, has_desk, others)
    finally:
        await connection.close()


async def write(place: Place, programs: Programs, to: Path) -> Written:
    """Dump the desk into a new file that only we may read; it has its name once it is whole. Raises DumpFailed."""
    part = to.with_name(f".{to.name}.part-{os.getpid()}")
    try:
        os.close(os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        where = (f"--dbname={place.address}", f"--file={part}")
        await _said(place.environment, programs, "pg_dump", "--format=custom", *_BARE, *where)
        held = await _held(place)
        os.rename(part, to)
    except OSError as refused:
        raise DumpFailed(f"The backup {to} can't be written: {refused.strerror}.") from refused
    finally:
        with contextlib.suppress(FileNotFoundError):
            os.unlink(part)
    return Written(os.stat(to).st_size, *held)


async def check(file: Path, programs: Programs) -> None:
    """Refuse a file that is no dump of a desk (Invalid), or that a newer Baton made (DumpFailed)."""
    try:
        rows = await _said(
            dict(os.environ), programs, "pg_restore", "--data-only", "--table=migrations", "--file=-", str(file)
        )
    except DumpFailed as refused:
        raise Invalid(f"{file} is not a backup that `baton backup` made. {refused.detail}") from refused
    done = {line.partition("\t")[0] for line in rows.splitlines() if line.partition("\t")[0].endswith(".sql")}
    if not done:
        raise Invalid(f"{file} is a dump of PostgreSQL's, but no desk is in it.")
    newer = sorted(done - {name for name, _ in migrations()})
    if newer:
        raise DumpFailed(f"{file} was made by a newer Baton (it has {newer[-1]}). Restore it with that one or a newer.")


async def restore(place: Place, programs: Programs, file: Path, *, major: int) -> None:
    """Put the dump in the place of all that the database holds, in one transaction. Raises DumpFailed: nothing changed.

    `major` is the server's.
    """
    how = ["--no-psqlrc", "--quiet", "--output=/dev/null", "--single-transaction", "--set=ON_ERROR_STOP=1", "--file=-"]
    quiet = {**place.environment, "PGOPTIONS": "-c client_min_messages=warning"}
    async with (
        _running(quiet, programs.path("psql"), *how, f"--dbname={place.address}") as into,
        _running(quiet, programs.path("pg_restore"), *_BARE, "--file=-", str(file)) as out,
    ):
        was_taken = await _pour(out, into, without=SINCE_17 if major < 17 else b"")
        # The end of the script is what commits: it may only be told once all of the script is there.
        complaint = await _complaint(out) if was_taken else None
        if complaint is None:
            complaint = await _complaint(into)
    if complaint is not None:
        raise DumpFailed(f"The backup could not be restored, and nothing was changed. PostgreSQL said: {complaint}")


_BARE = ("--no-owner", "--no-privileges")
"""Whoever restores owns what is restored: roles are the server's, and another server has others."""


@dataclass(frozen=True, slots=True)
class _Program:
    process: Process
    stdin: asyncio.StreamWriter
    stdout: asyncio.StreamReader
    stderr: asyncio.StreamReader


async def _pour(out: _Program, into: _Program, *, without: bytes) -> bool:
    """Hand the script on, piece by piece; whether all of it was taken."""
    piece = await out.stdout.read(PIECE)
    while len(piece) < PIECE and (more := await out.stdout.read(PIECE)):
        piece += more
    piece = EMPTY + piece.replace(without, b"", 1)
    try:
        while piece:
            into.stdin.write(piece)
            await into.stdin.drain()
            piece = await out.stdout.read(PIECE)
    except (BrokenPipeError, ConnectionResetError):
        return False
    return True


async def _complaint(program: _Program) -> str | None:
    """Let a program come to its end; what it said where that was a failure."""
    program.stdin.close()
    errors = (await program.stderr.read()).decode(errors="replace").strip()
    return errors[-600:] or "it gave no reason" if await program.process.wait() else None


async def _said(environment: dict[str, str], programs: Programs, name: str, *arguments: str) -> str:
    async with _running(environment, programs.path(name), *arguments) as program:
        out, errors = await program.process.communicate()
    if program.process.returncode:
        raise DumpFailed(_explained(name, errors.decode(errors="replace")))
    return out.decode(errors="replace")


def _explained(name: str, errors: str) -> str:
    if "row-level security" in errors:
        return (
            "This login is held back by the wall between companies, so a backup of its would lack them. "
            "Make backups as a superuser or as a role with BYPASSRLS, and serve the desk as the one you have."
        )
    return f"{name} said: {errors.strip()[-600:] or 'nothing'}"


async def _held(place: Place) -> tuple[int, int]:
    connection = await asyncpg.connect(**place.connection, timeout=15)
    try:
        row: Any = await connection.fetchrow(
            "SELECT (SELECT count(*) FROM tenants) AS companies, (SELECT count(*) FROM conversations) AS conversations"
        )
        return row["companies"], row["conversations"]
    finally:
        await connection.close()


@asynccontextmanager
async def _running(environment: dict[str, str], *command: str) -> AsyncGenerator[_Program]:
    """A program for the length of a block: whatever ends the block ends it too."""
    process = await asyncio.create_subprocess_exec(*command, env=environment, stdin=PIPE, stdout=PIPE, stderr=PIPE)
    stdin, stdout, stderr = cast("Any", (process.stdin, process.stdout, process.stderr))
    try:
        yield _Program(process, stdin, stdout, stderr)
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()
