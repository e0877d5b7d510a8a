"""`baton rehearse`: a bad day, played before it comes."""

import textwrap
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import click

from baton.core.actors import Caller
from baton.core.rehearsing.scene import TITLES, Played, Remark, Scene, Verdict
from baton.services.desk import Desk
from baton.services.rehearsing.programme import Rehearsal, rehearsal_view, rehearse
from baton.services.team.tenants import own
from baton.settings import read

from . import options
from .output import answer, count, line
from .policy_file import Readable, text_of
from .tenants import run_on_desk, url_of

_MARKS = {Verdict.PASSED: "passed ", Verdict.LOOK: "look   ", Verdict.FAILED: "FAILED "}
SCENES = click.Choice([one.value for one in Scene])
_INDENT = " " * 10
WIDTH = 110


@click.command("rehearse")
@options.database
@click.option("--tenant", metavar="NAME", help="The company, where there is more than one.")
@click.option(
    "--policy", "file", type=Readable, metavar="FILE", help="A policy to rehearse in place of the one in force."
)
@click.option(
    "--scene",
    "scenes",
    multiple=True,
    type=click.Choice([one.value for one in Scene]),
    help="Only this scene, told whole.",
)
@click.option("--language", "languages", multiple=True, metavar="CODE", help="Only this language, such as de.")
@click.option("--whole", is_flag=True, help="Tell whole what passed, too.")
@options.as_json
def command(
    *,
    tenant: str | None,
    file: Path | None,
    scenes: tuple[str, ...],
    languages: tuple[str, ...],
    whole: bool,
    as_json: bool,
    **arguments: Any,
) -> None:
    """Play a bad day against the company's policy, sources, queues, hours and words, scene by scene.

    Nothing is stored and nobody is alerted. Exits with 1 where a scene failed, with 0 where all that is left is to be
    looked at.
    """
    source = text_of(file) if file else None
    console = f"{url_of(read(**arguments))}/console"
    found: list[Rehearsal] = []

    async def work(desk: Desk, caller: Caller) -> None:
        company = (await own(desk, caller)).name
        named = [Scene(one) for one in scenes]
        found.append(await rehearse(desk, caller, source=source, scenes=named, languages=languages))
        if as_json:
            line({"company": company, **rehearsal_view(found[0])})
        else:
            answer("\n".join(_told(company, found[0], file, console, whole=whole or bool(scenes))))

    run_on_desk(work, tenant, arguments)
    if found[0].count(Verdict.FAILED):
        raise SystemExit(1)


def _told(company: str, found: Rehearsal, file: Path | None, console: str, *, whole: bool) -> Iterator[str]:
    for scene, name in TITLES.items():
        played = [one for one in found.played if one.scene is scene]
        if played:
            yield name
            for one in played:
                yield from _scene(one, file, console, whole=whole or one.verdict is not Verdict.PASSED)
            yield ""
    counted = {verdict: found.count(verdict) for verdict in Verdict}
    yield (
        f"{company}: {count(len(found.played), 'scene')}, {counted[Verdict.PASSED]} passed, "
        f"{counted[Verdict.LOOK]} to look at, {counted[Verdict.FAILED]} failed."
    )


def _scene(one: Played, file: Path | None, console: str, *, whole: bool) -> Iterator[str]:
    at = f" ({one.at:%a %-d %b %Y %H:%M} {one.at.tzinfo})" if one.at else ""
    yield f"  {_MARKS[one.verdict]} {one.title}{at}"
    for remark in one.remarks:
        if whole or remark.verdict is one.verdict:
            yield from _remark(remark, one.verdict, file, console)
    if not whole:
        return
    yield from _texts("writes", one.wrote)
    yield from _texts("reads", one.reads)
    if one.sources:
        yield f"{_INDENT}from:   {', '.join(one.sources)}"
    if one.decided:
        yield from _wrapped(one.decided)


def _remark(remark: Remark, verdict: Verdict, file: Path | None, console: str) -> Iterator[str]:
    yield from _wrapped(remark.says)
    if remark.verdict is Verdict.PASSED or remark.verdict is not verdict:
        return
    if remark.hint:
        yield f"{_INDENT}{remark.hint}"
    at = f"{file}:{remark.line}" if file and remark.line else f"{console}#{remark.room}" if remark.room else ""
    if at:
        yield f"{_INDENT}{at}"


def _texts(name: str, texts: Sequence[str]) -> Iterator[str]:
    for text in texts:
        said = " / ".join(part for part in text.splitlines() if part.strip())
        yield from textwrap.wrap(
            f"{name + ':':<8}“{said}”", WIDTH, initial_indent=_INDENT, subsequent_indent=_INDENT + " " * 8
        )


def _wrapped(text: str) -> list[str]:
    return textwrap.wrap(text, WIDTH, initial_indent=_INDENT, subsequent_indent=_INDENT)
