"""The options that commands share."""

from collections.abc import Callable
from typing import Any

import click

Command = Callable[..., Any]


def database(command: Command) -> Command:
    """`--data` and `--database`: where the desk's data is."""
    data = click.option("--data", metavar="DIR", help="Directory for the desk's own database. Default: ~/.baton.")
    url = click.option(
        "--database", "database_url", metavar="URL", help="Use this PostgreSQL 15+ server: postgresql://…"
    )
    return data(url(command))


def address(command: Command) -> Command:
    """`--host` and `--port`: where to listen."""
    host = click.option("--host", metavar="HOST", help="Address to listen on. Default: 127.0.0.1.")
    number = click.IntRange(0, 65535)
    port = click.option(
        "--port", metavar="N", type=number, help="Port to listen on; 0 takes a free one. Default: 8600."
    )
    return host(port(command))


def processes(command: Command) -> Command:
    """`--processes`: how many serve the address."""
    text = "Processes that serve this address together. Default: 1."
    return click.option("--processes", metavar="N", type=click.IntRange(1, 64), help=text)(command)


def as_json(command: Command) -> Command:
    """`--json`: one line for programs instead of text for people."""
    flag = click.option("--json", "as_json", is_flag=True, help="Print one line of JSON for programs.")
    return flag(command)


def audience(command: Command) -> Command:
    """`--audience`: for whom."""
    choice = click.Choice(["public", "operators", "internal"])
    text = "For whom: public (customers too), operators, or internal (admins)."
    return click.option("--audience", type=choice, help=text)(command)
