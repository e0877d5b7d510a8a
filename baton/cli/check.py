"""`baton check`: whether a company may go live."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from baton.core.actors import Caller
from baton.core.launch.line import Line, Mark, Part
from baton.services.desk import Desk
from baton.services.launch.check import LaunchCheck, launch_view, look
from baton.services.team.tenants import own
from baton.settings import read

from . import options
from .output import answer, count, line
from .policy_file import Readable, text_of
from .tenants import run_on_desk, url_of

_PARTS = {
    Part.RULES: "Rules",
    Part.QUEUES: "Queues",
    Part.WORDS: "Words",
    Part.SOURCES: "Sources",
    Part.QUESTIONS: "Questions",
    Part.WAYS_IN: "Ways in",
}
_MARKS = {Mark.OK: "ok     ", Mark.WARNING: "warning", Mark.REFUSES: "REFUSES"}


@click.command("check")
@options.database
@click.option("--tenant", metavar="NAME", help="The company, where there is more than one.")
@click.option("--policy", "file", type=Readable, metavar="FILE", help="A policy to check in place of the one in force.")
@click.option("--ask", is_flag=True, help="Ask the questions that must work again first.")
@options.as_json
def command(*, tenant: str | None, file: Path | None, ask: bool, as_json: bool, **arguments: Any) -> None:
    """Say whether a company may go live: rules, queues, words, sources, questions and ways in, line by line.

    Exits with 1 where a line refuses, with 0 where all that is left are warnings.
    """
    source = text_of(file) if file else None
    address = url_of(read(**arguments))
    found: list[LaunchCheck] = []

    async def work(desk: Desk, caller: Caller) -> None:
        company = (await own(desk, caller)).name
        found.append(await look(replace(desk, public_url=address), caller, source=source, ask=ask))
        if as_json:
            line({"company": company, **launch_view(found[0])})
        else:
            answer("\n".join(_told(company, found[0], file, f"{address}/console")))

    run_on_desk(work, tenant, arguments)
    if not found[0].may_go_live:
        raise SystemExit(1)


def _told(company: str, found: LaunchCheck, file: Path | None, console: str) -> list[str]:
    said: list[str] = []
    for part, name in _PARTS.items():
        lines = [one for one in found.lines if one.part is part]
        if lines:
            said += [name, *(text for one in lines for text in _line(one, file, console)), ""]
    refuses, warnings = found.count(Mark.REFUSES), found.count(Mark.WARNING)
    worth = f"{count(warnings, 'warning')} to look at."
    if refuses:
        return [*said, f"{company} may not go live: {count(refuses, 'line refuses', 'lines refuse')}. {worth}"]
    return [*said, f"{company} may go live. {worth if warnings else 'Nothing is left to look at.'}"]


def _line(one: Line, file: Path | None, console: str) -> list[str]:
    said = [f"  {_MARKS[one.mark]} {one.says}"]
    if one.mark is not Mark.OK:
        at = f"{file}:{one.line}:{one.column}" if file and one.line else f"{console}#{one.room}" if one.room else ""
        said += [f"          {text}" for text in (one.hint, at) if text]
    return said
