"""A policy looked through with what only the desk knows: which day it is, who is of the team, which labels it has."""

import asyncio
from dataclasses import replace

from baton.core.ids import TenantId
from baton.core.policy.lint_labels import unknown_labels
from baton.core.policy.staffing import owned_by_nobody
from baton.services.checking import Checked, look_through
from baton.services.desk import Desk


async def look_at(desk: Desk, tenant_id: TenantId, source: str) -> Checked:
    """What is wrong with a policy's text for this company, today."""
    # Opening hours over a whole week take a while.
    checked = await asyncio.to_thread(look_through, source, desk.clock().date())
    if checked.policy is None:
        return checked
    known = [one.name for one in await desk.store.labels.all(tenant_id)]
    findings = [*checked.findings, *unknown_labels(checked.policy, known)]
    left = await desk.store.people.former(tenant_id)
    if left:
        team = await desk.store.people.operators(tenant_id)
        findings += owned_by_nobody(checked.policy.queues, team, left)
    return replace(checked, findings=tuple(findings))
