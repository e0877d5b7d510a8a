"""`baton init`: tables, a tenant and its keys."""

from typing import Any

import click

from baton.settings import Settings, read

from . import options
from .output import answer, line


@click.command("init")
@options.database
@click.option("--tenant", required=True, metavar="NAME", help="The company's name.")
@options.as_json
def command(*, tenant: str, as_json: bool, **arguments: Any) -> None:
    """Bring the tables up to date, create a tenant, and print its keys.

    The admin key is shown this once: keep it as you would a password. A Baton that is running on the same
    data need not be stopped.
    """
    from .stopping import Stop, run

    settings = read(**arguments)

    async def work(_: Stop) -> None:
        made = await _create(settings, tenant)
        line(made) if as_json else answer(_said(made))

    run(work)


async def _create(settings: Settings, tenant: str) -> dict[str, Any]:
    from baton import app

    from . import running

    async with (
        running.database(settings, may_borrow=True) as database,
        running.desk(settings, database) as desk,
    ):
        return await app.create_tenant(desk, tenant)


def _said(made: dict[str, Any]) -> str:
    return f"""
Tenant         {made["tenant"]}
Admin key      {made["admin_key"]}
Widget token   {made["widget_token"]}

The admin key is not shown again: keep it as you would a password. The widget token is public and goes
into the page: <script async src="https://HOST/widget.js" data-token="{made["widget_token"]}"></script>"""
