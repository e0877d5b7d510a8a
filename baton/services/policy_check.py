"""Checking a policy for a company: what is wrong with the text, and what in it the company doesn't have."""

import asyncio
from dataclasses import replace

from baton.core.actors import Caller, Role
from baton.core.policy.lint_labels import unknown_labels
from baton.services.access import require
from baton.services.checking import Checked, look_through
from baton.services.desk import Desk


async def looked_through(desk: Desk, caller: Caller, source: str) -> Checked:
    """Read a policy's text and lint it, with the company's list of labels beside it."""
    require(caller, Role.ADMIN, Role.OPERATOR, Role.READONLY)
    checked = await asyncio.to_thread(look_through, source)
    if checked.policy is None:
        return checked
    known = [one.name for one in await desk.store.labels.all(caller.tenant_id)]
    return replace(checked, findings=(*checked.findings, *unknown_labels(checked.policy, known)))
