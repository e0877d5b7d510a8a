"""The scope brief of a company: its desk as it is now, as a document."""

from baton.core.actors import Caller, Role
from baton.core.brief.desk import Facts, Shown, brief
from baton.core.brief.document import Document
from baton.services.access import require
from baton.services.desk import Desk
from baton.services.mail.outbox import can_mail
from baton.services.policy.policies import in_force
from baton.services.ports.sources import Source
from baton.services.team.tenants import own


async def scope_brief(desk: Desk, caller: Caller) -> Document:
    """What the bot answers, when it stops, what customers read, who gets it. Nothing of any customer is in it."""
    require(caller, Role.ADMIN)
    tenant, found = await own(desk, caller), await in_force(desk, caller)
    team = await desk.store.people.operators(caller.tenant_id)
    facts = Facts(
        company=str(tenant.settings.get("company") or tenant.name),
        policy=found.policy,
        since=found.since.date() if found.since else None,
        sources=[_shown(one) for one in await desk.store.sources.all(caller.tenant_id)],
        team=sorted(team, key=lambda one: one.name),
        has_model=desk.model is not None,
        can_mail=can_mail(desk, caller.tenant_id),
        domains=tenant.allowed_domains,
    )
    return brief(facts)


def _shown(one: Source) -> Shown:
    return Shown(
        name=one.name,
        audience=one.audience.value,
        documents=one.documents,
        passages=one.passages,
        checked_on=(one.checked_at or one.updated_at).date(),
        review_on=one.review_on,
        owner=one.owner,
    )
