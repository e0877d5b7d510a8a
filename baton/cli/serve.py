"""`baton serve`: the desk on a server."""

from typing import Any

import click

from baton.settings import read

from . import options
from .output import answer, line


@click.command("serve")
@options.database
@options.address
@options.processes
@options.as_json
def command(*, as_json: bool, **arguments: Any) -> None:
    """Serve the desk, with no demo: for servers.

    Create tenants with `baton init`. Set BATON_PUBLIC_URL to the address that customers use.
    """
    from .hosting import host

    def ready(settings: Any, _: object) -> None:
        if as_json:
            line({"url": settings.public_url})
        else:
            answer(f"Baton serves at {settings.public_url}")

    host(read(**arguments), demo=False, ready=ready)
