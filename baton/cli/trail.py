"""`baton trail`: the sealed log as a file, and whether such a file is whole."""

from pathlib import Path
from typing import Any

import click

from baton.core.actors import Caller
from baton.core.errors import Invalid
from baton.core.trail.check import Verdict
from baton.core.trail.check import verify as verify_lines
from baton.core.trail.seals import Seal
from baton.services.desk import Desk

from . import options
from .output import answer, count, line, progress
from .tenants import run_on_desk

_tenant = click.option("--tenant", metavar="NAME", help="The company, where there is more than one.")
Existing = click.Path(exists=True, dir_okay=False, path_type=Path)


SHORTEST = 16
"""Signs of a hash that nobody can make another log come out with."""


@click.group("trail")
def command() -> None:
    """The sealed log: hand it out as a file, and verify such a file."""


@command.command("export")
@options.database
@_tenant
@click.option("--out", required=True, metavar="FILE", type=click.Path(dir_okay=False, path_type=Path), help="The file.")
def export(*, tenant: str | None, out: Path, **arguments: Any) -> None:
    """Seal the log up to now, and write all of it into a file that anybody can verify.

    It has what customers and the team wrote, in clear: keep it like a dump.
    """
    from baton.services.trail.sealing import export as exported

    async def work(desk: Desk, caller: Caller) -> None:
        try:
            with out.open("w", encoding="utf-8", newline="\n") as file:
                async for one in await exported(desk, caller):
                    file.write(f"{one}\n")
        except OSError as refused:
            raise Invalid(f"{out} can't be written: {refused.strerror}.") from refused
        await _print_last(desk, caller, as_json=False)
        progress(f"Written to {out}")

    run_on_desk(work, tenant, arguments)


@command.command("seal")
@options.database
@_tenant
@options.as_json
def seal(*, tenant: str | None, as_json: bool, **arguments: Any) -> None:
    """Seal the log up to now, and print the last seal, to be kept where nobody of the desk can change it."""
    from baton.services.trail.sealing import seal_on

    async def work(desk: Desk, caller: Caller) -> None:
        await seal_on(desk, caller.tenant_id)
        await _print_last(desk, caller, as_json=as_json)

    run_on_desk(work, tenant, arguments)


@command.command("verify")
@click.argument("file", type=Existing)
@click.option("--seal", "kept", metavar="N:HASH", multiple=True, help="A seal that was kept elsewhere; may come again.")
@options.as_json
def verify(file: Path, *, kept: tuple[str, ...], as_json: bool) -> None:
    """Say whether the exported FILE is whole: which event was changed, left out or added, if any was.

    Needs no database and no desk. Exits with 1 where anything is wrong.
    """
    seals = dict(map(_kept, kept))
    try:
        with file.open(encoding="utf-8") as lines:
            found = verify_lines(lines, seals)
    except (UnicodeDecodeError, OSError) as refused:
        raise Invalid(f"{file} can't be read as text in UTF-8.") from refused
    if as_json:
        line(_view(found))
    else:
        answer("\n".join(told(found, has_kept=bool(seals))))
    if not found.is_whole:
        raise SystemExit(1)


def told(found: Verdict, *, has_kept: bool) -> list[str]:
    """A verdict in words."""
    if not found.is_whole:
        more = [f"And {found.untold:,} more."] if found.untold else []
        problems = count(len(found.problems) + found.untold, "thing is wrong", "things are wrong")
        return [*found.problems, *more, f"This trail is not whole: {problems}."]
    said = [
        f"{found.company}: {count(found.events, 'event')} under {count(found.seals, 'seal')}, all as they were sealed."
    ]
    if found.erased:
        said.append(f"{count(found.erased, 'event')} of customers who were erased since. Their hashes stay. Erased:")
        said += [f"  {one}" for one in found.erasures]
    if found.seals:
        said.append(f"Sealed from {found.first_at} to {found.last_at}.")
        said.append(f"Last seal {found.seals}:{found.last_hash}")
    if not has_kept:
        said.append("Was all of it written anew? Hold it against a seal that you kept elsewhere: --seal N:HASH.")
    return said


async def _print_last(desk: Desk, caller: Caller, *, as_json: bool) -> None:
    from baton.services.trail.sealing import last_seal

    found = await last_seal(desk, caller)
    if as_json:
        line({"number": found.number, "hash": found.hash, "at": found.at.isoformat()} if found else {"number": 0})
    else:
        answer(_said(found))


def _said(found: Seal | None) -> str:
    return f"Seal {found.number}:{found.hash} of {found.at:%Y-%m-%d %H:%M} UTC" if found else "Nothing is sealed yet."


def _kept(text: str) -> tuple[int, str]:
    number, _, hash = text.partition(":")
    if not number.isdecimal() or len(hash) < SHORTEST:
        raise Invalid(
            f"Write the seal as `baton trail seal` printed it, {SHORTEST} signs of its hash at least: {text}."
        )
    return int(number), hash


def _view(found: Verdict) -> dict[str, Any]:
    return {
        "ok": found.is_whole,
        "company": found.company,
        "seals": found.seals,
        "events": found.events,
        "erased": found.erased,
        "erasures": [*found.erasures],
        "last_seal": found.last_hash,
        "problems": [*found.problems],
        "untold": found.untold,
    }
