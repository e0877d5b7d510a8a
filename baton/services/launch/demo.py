"""The demo company: a tenant with real knowledge and a few people, made once, so that the first minute shows it all."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from baton.core.actors import SYSTEM, Caller, Role
from baton.services.desk import Desk
from baton.services.knowledge.entries import Entry, add_entries
from baton.services.knowledge.files import File, add_files
from baton.services.records import Tenant
from baton.services.team.colleagues import PersonChange, change_operator
from baton.services.team.people import add_operator, add_tenant, issue_link

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
    """The demo company, made where there is none yet, with fresh sign-in links for its first admin."""
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
    team = await desk.store.people.operators(caller.tenant_id)
    known = {one.email for one in (*team, *await desk.store.people.former(caller.tenant_id))}
    for name, email, languages in PEOPLE:
        if email not in known:
            await add_operator(desk, caller, name=name, email=email, languages=languages)
    if not any(one.role is Role.ADMIN for one in team):
        team = await desk.store.people.operators(caller.tenant_id)
        first = next((one for one in team if one.email == PEOPLE[0][1]), team[0])
        await change_operator(desk, caller, first.id, PersonChange(role=Role.ADMIN))


async def _links(desk: Desk, tenant: Tenant, admin_key: str | None) -> DemoLinks:
    admins = [one for one in await desk.store.people.operators(tenant.id) if one.role is Role.ADMIN]
    first = next((one for one in admins if one.email == PEOPLE[0][1]), admins[0])

    async def link(to: str) -> str:
        issued = await issue_link(desk, tenant.id, role=Role.ADMIN, operator_id=first.id, seconds=LINK_SECONDS)
        return f"{desk.public_url}/sign-in/{issued.secret}?to={to}"

    return DemoLinks(
        customer=f"{desk.public_url}/try/{tenant.widget_token}",
        inbox=await link("/inbox"),
        console=await link("/console"),
        widget_token=tenant.widget_token,
        admin_key=admin_key,
    )
