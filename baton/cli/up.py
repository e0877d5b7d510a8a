"""`baton up`: from nothing to a running desk with a demo company in it."""

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import click

from baton.settings import Settings, read

from . import options
from .output import answer, line

if TYPE_CHECKING:
    from baton.app import DemoLinks


@click.command("up")
@options.database
@options.address
@options.processes
@click.option("--no-demo", is_flag=True, help="Create no demo company.")
@options.as_json
def command(*, no_demo: bool, as_json: bool, **arguments: Any) -> None:
    """Start a desk on this machine and print the links to it.

    The first start makes a database under the data directory, and in it a demo company with knowledge and
    operators. Ctrl-C stops everything in order; the next start goes on where this one ended.
    """
    from .hosting import host

    host(read(**arguments), demo=not no_demo, ready=_say_json if as_json else _say)


def _say_json(settings: Settings, links: "DemoLinks | None") -> None:
    line({"url": settings.public_url, **(asdict(links) if links else {})})


def _say(settings: Settings, links: "DemoLinks | None") -> None:
    if links is None:
        answer(f"\nBaton is ready at {settings.public_url}\nPress Ctrl-C to stop.")
        return
    answer(f"""
Baton is ready.

  Customer's page   {links.customer}
  Inbox             {links.inbox}
  Console           {links.console}
{_first_key(links)}
Press Ctrl-C to stop.""")


def _first_key(links: "DemoLinks") -> str:
    return f"\n  Admin key         {links.admin_key}   (shown this once)\n" if links.admin_key else ""
