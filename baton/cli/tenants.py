"""Which company a command is about, and work on its desk."""

from collections.abc import Awaitable, Callable, Sequence
from typing import Any

from baton.core.actors import SYSTEM, Caller, Role
from baton.core.errors import Invalid, NotFound
from baton.services.desk import Desk
from baton.services.records import Tenant
from baton.settings import Settings, read


def run_on_desk(work: Callable[[Desk, Caller], Awaitable[None]], tenant: str | None, arguments: dict[str, Any]) -> None:
    """Do the work on the company's desk, beside a Baton that runs on the same data if there is one."""
    from . import running
    from .stopping import Stop, run

    settings = read(**arguments)

    async def open_and_work(_: Stop) -> None:
        async with running.database(settings, may_borrow=True) as database, running.desk(settings, database) as opened:
            company = await named_tenant(opened.desk, tenant)
            await work(opened.desk, Caller(company.id, Role.ADMIN, SYSTEM))

    run(open_and_work)


async def named_tenant(desk: Desk, name: str | None) -> Tenant:
    """The company of that name or id; without a name the only one there is. Raises NotFound or Invalid."""
    tenants = await desk.store.tenants.all()
    if name is not None:
        for tenant in tenants:
            if name in (tenant.name, tenant.id):
                return tenant
        raise NotFound(f"There is no tenant named {name}. There {_listed(tenants)}.")
    if len(tenants) == 1:
        return tenants[0]
    if not tenants:
        raise NotFound("There is no tenant yet. Make one with `baton init --tenant NAME`, or start with `baton up`.")
    raise Invalid(f"Say which company with --tenant. There {_listed(tenants)}.")


def _listed(tenants: Sequence[Tenant]) -> str:
    names = ", ".join(tenant.name for tenant in tenants[:20])
    return f"{'is' if len(tenants) == 1 else 'are'} {names or 'none'}"


def url_of(settings: Settings) -> str:
    """Where the desk is: that of the Baton that runs on the same data, else where it would be."""
    from baton.db import engine

    holder = None if settings.database_url else engine.holder(settings.data)
    return holder.url if holder and holder.url else settings.public_url
