"""`baton words`: what customers call the things that the company's pages name otherwise."""

from typing import Any

import click

from baton.core.actors import Caller
from baton.core.reading.own_words import OwnWord
from baton.services.desk import Desk

from . import options
from .output import answer, line
from .tenants import run_on_desk

NONE = 'There are no words yet. Say one with `baton words set "season ticket" FlexiPass`.'

_tenant = click.option("--tenant", metavar="NAME", help="The company, where there is more than one.")


@click.group("words")
def command() -> None:
    """Say what customers call the things that your pages name otherwise. It counts in the next question."""


@command.command("list")
@options.database
@_tenant
@options.as_json
def show(*, tenant: str | None, as_json: bool, **arguments: Any) -> None:
    """Print the words, each with what customers say for it."""
    from baton.services.knowledge.own_words import listed

    async def work(desk: Desk, caller: Caller) -> None:
        words = await listed(desk, caller)
        if as_json:
            line({"words": [{"word": one.word, "others": list(one.others)} for one in words]})
        else:
            answer("\n".join(map(_said, words)) or NONE)

    run_on_desk(work, tenant, arguments)


@command.command("set")
@click.argument("word", metavar="WORD")
@click.argument("others", metavar="OTHER...", nargs=-1, required=True)
@options.database
@_tenant
def put(word: str, others: tuple[str, ...], *, tenant: str | None, **arguments: Any) -> None:
    """Say that customers say each OTHER for WORD, as your pages have it; what was said of WORD before is replaced."""
    from baton.services.knowledge.own_words import keep

    async def work(desk: Desk, caller: Caller) -> None:
        answer(_said(await keep(desk, caller, word, others)))

    run_on_desk(work, tenant, arguments)


@command.command("remove")
@click.argument("word", metavar="WORD")
@options.database
@_tenant
def remove(word: str, *, tenant: str | None, **arguments: Any) -> None:
    """Forget WORD and what customers say for it."""
    from baton.services.knowledge.own_words import drop

    async def work(desk: Desk, caller: Caller) -> None:
        await drop(desk, caller, word)
        answer(f"Removed: {word}")

    run_on_desk(work, tenant, arguments)


def _said(one: OwnWord) -> str:
    return f"{one.word}: {', '.join(one.others)}"
