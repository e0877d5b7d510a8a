"""A policy looked through with what only the desk knows: which day it is, and who is still of the team."""

import asyncio
from dataclasses import replace

from baton.core.ids import TenantId
from baton.core.policy.staffing import owned_by_nobody
from baton.services.checking import Checked, look_through
from baton.services.desk import Desk


async def look_at(desk: Desk, tenant_id: TenantId, source: str) -> Checked:
    """What is wrong with a policy's text for this company, today."""
    # Opening hours over a whole week take a while.
    checked = await asyncio.to_thread(look_through, source, desk.clock().date())
    left = await desk.store.people.former(tenant_id) if checked.policy else ()
    if checked.policy is None or not left:
        return checked
    team = await desk.store.people.operators(tenant_id)
    return replace(checked, findings=(*checked.findings, *owned_by_nobody(checked.policy.queues, team, left)))
