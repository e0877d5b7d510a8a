"""The demo company: a tenant with real knowledge and a few people, made once, so that the first minute shows it all."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from baton.core.actors import SYSTEM, Caller, Role
from baton.core.ids import OperatorId
from baton.services.desk import Desk
from baton.services.entries import Entry, add_entries
from baton.services.files import File, add_files
from baton.services.people import add_operator, add_tenant, issue_link
from baton.services.records import Tenant

COMPANY = "Harbour & Pine"
PEOPLE = (
    ("Dana Whitfield", "dana@harbourandpine.example", ("en", "fr")),
    ("Sam Okoye", "sam@harbourandpine.example", ("en",)),
    ("Noor Haddad", "noor@harbourandpine.example", ("en", "ar", "de")),
)
LOOKS: dict[str, Any] = {
    "company": COMPANY,
    "greeting": "Ask about delivery, returns, our furniture, or your account.",
    "accent": "#0f6b5c",
    "suggestions": ["How long does delivery take?", "Can I return a sofa?", "What does the guarantee cover?"],
}
LINK_SECONDS = 24 * 3600.0


@dataclass(frozen=True, slots=True)
class DemoLinks:
    """Where to look. `admin_key` is known on the first start only, when it was made."""

    customer: str
    inbox: str
    console: str
    widget_token: str
    admin_key: str | None = None


async def ensure(
    desk: Desk, files: Sequence[File], entries: Sequence[Entry], *, say: Callable[[str], None]
) -> DemoLinks:
    """The demo company, made where there is none yet, with fresh sign-in links for its first operator."""
    tenant = await desk.store.tenants.find(name=COMPANY)
    admin_key = None
    if tenant is None:
        say(f"Creating the demo company {COMPANY}")
        tenant, issued = await add_tenant(desk, COMPANY, settings=LOOKS)
        admin_key = issued.secret
    caller = Caller(tenant.id, Role.ADMIN, SYSTEM)
    await _people(desk, caller)
    if not await desk.store.sources.all(tenant.id):
        say(f"Reading its help centre: {len(files)} pages, {len(entries)} direct answers")
        await add_files(desk, caller, "Help centre", files)
        await add_entries(desk, caller, "Direct answers", entries)
    return await _links(desk, tenant, admin_key)


async def _people(desk: Desk, caller: Caller) -> None:
    known = {operator.email for operator in await desk.store.people.operators(caller.tenant_id)}
    for name, email, languages in PEOPLE:
        if email not in known:
            await add_operator(desk, caller, name=name, email=email, languages=languages)


async def _links(desk: Desk, tenant: Tenant, admin_key: str | None) -> DemoLinks:
    operators = await desk.store.people.operators(tenant.id)
    first = next(operator.id for operator in operators if operator.email == PEOPLE[0][1])

    async def link(to: str) -> str:
        issued = await issue_link(desk, tenant.id, role=Role.ADMIN, operator_id=OperatorId(first), seconds=LINK_SECONDS)
        return f"{desk.public_url}/sign-in/{issued.secret}?to={to}"

    return DemoLinks(
        customer=f"{desk.public_url}/try/{tenant.widget_token}",
        inbox=await link("/inbox"),
        console=await link("/console"),
        widget_token=tenant.widget_token,
        admin_key=admin_key,
    )
