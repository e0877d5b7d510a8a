"""Checking a policy for a company: what is wrong with the text, and what in it the company doesn't have."""

import asyncio
from dataclasses import replace

from baton.core.actors import Caller, Role
from baton.core.policy.lint.labels import unknown_labels
from baton.core.policy.staffing import owned_by_nobody
from baton.services.access import require
from baton.services.desk import Desk
from baton.services.policy.checking import Checked, look_through


async def looked_through(desk: Desk, caller: Caller, source: str) -> Checked:
    """Read a policy's text and lint it as of today, with the company's labels and team beside it."""
    require(caller, Role.ADMIN, Role.OPERATOR, Role.READONLY)
    # Opening hours over a whole week take a while.
    checked = await asyncio.to_thread(look_through, source, desk.clock().date())
    if checked.policy is None:
        return checked
    known = [one.name for one in await desk.store.labels.all(caller.tenant_id)]
    people = desk.store.people
    team, left = await people.operators(caller.tenant_id), await people.former(caller.tenant_id)
    found = (*unknown_labels(checked.policy, known), *owned_by_nobody(checked.policy.queues, team, left))
    return replace(checked, findings=(*checked.findings, *found))
