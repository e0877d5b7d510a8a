"""`baton link`: a way into the inbox or the console, for a browser that is not signed in."""

from typing import Any

import click

from baton.core.actors import Role
from baton.core.errors import NotFound
from baton.core.ids import OperatorId
from baton.services.desk import Desk
from baton.services.records import Tenant
from baton.services.team.people import issue_link
from baton.settings import Settings, read

from . import options
from .output import answer, line
from .tenants import named_tenant, url_of

MINUTES = 15


@click.command("link")
@options.database
@click.option("--tenant", metavar="NAME", help="The company, where there is more than one.")
@click.option("--operator", metavar="EMAIL", help="Sign in as this operator, to the inbox. Default: as admin.")
@options.as_json
def command(*, tenant: str | None, operator: str | None, as_json: bool, **arguments: Any) -> None:
    """Print a link that signs a browser in once, within a quarter of an hour.

    Without --operator it leads an admin to the console. A Baton that is running on the same data need not be
    stopped; the link goes to it.
    """
    from .stopping import Stop, run

    settings = read(**arguments)

    async def work(_: Stop) -> None:
        url = await _link(settings, tenant, operator)
        line({"url": url, "minutes": MINUTES}) if as_json else answer(f"{url}\nGood once, for {MINUTES} minutes.")

    run(work)


async def _link(settings: Settings, tenant: str | None, email: str | None) -> str:
    from . import running

    async with running.database(settings, may_borrow=True) as database, running.desk(settings, database) as opened:
        company = await named_tenant(opened.desk, tenant)
        operator = await _operator(opened.desk, company, email) if email else None
        role = Role.OPERATOR if operator else Role.ADMIN
        issued = await issue_link(opened.desk, company.id, role=role, operator_id=operator, seconds=MINUTES * 60)
    return f"{url_of(settings)}/sign-in/{issued.secret}?to={'/inbox' if operator else '/console'}"


async def _operator(desk: Desk, company: Tenant, email: str) -> OperatorId:
    for operator in await desk.store.people.operators(company.id):
        if operator.email and operator.email.casefold() == email.casefold():
            return operator.id
    raise NotFound(f"{company.name} has no operator with the address {email}. Add one in the console first.")
