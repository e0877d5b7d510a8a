"""A queue in the console: what its file says, trying a change, and putting it in force as a new policy version."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import unified_diff
from typing import Any

from baton.core.actors import Caller, Role
from baton.core.policy.diff import Difference, diff
from baton.core.policy.edit import queue_fields, with_queue
from baton.core.policy.finding import Finding
from baton.core.policy.model import Queue
from baton.core.policy.parse import parse
from baton.core.policy.staffing import unstaffed
from baton.services.access import require
from baton.services.checking import Checked, look_through
from baton.services.desk import Desk
from baton.services.policies import in_force, put_in_force
from baton.services.queues import known


@dataclass(frozen=True, slots=True)
class QueueFile:
    """A queue with what stands under it in the file of the policy in force, and what the linter says of it."""

    queue: Queue
    version: int
    fields: Mapping[str, Any]
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Tried:
    """A change as it would be: what is wrong with it, what it changes in words, and the changed lines of the file."""

    checked: Checked
    differences: tuple[Difference, ...]
    lines: tuple[str, ...]


async def queue_file(desk: Desk, caller: Caller, queue_id: str) -> QueueFile:
    """A queue as its file has it. Raises Invalid `unknown_queue`."""
    found = await in_force(desk, caller)
    queue = known(found.policy, queue_id)
    checked = await asyncio.to_thread(look_through, found.source)
    mine = [one for one in checked.findings if queue.line and (one.line, one.column) == (queue.line, queue.column)]
    staffing = unstaffed(queue, await desk.store.people.operators(caller.tenant_id))
    fields = queue_fields(found.source, queue_id)
    return QueueFile(queue, found.policy.version, fields, (*mine, *staffing))


async def try_change(desk: Desk, caller: Caller, queue_id: str, changes: Mapping[str, Any]) -> Tried:
    """What a change would do. Nothing is put in force. Raises Invalid `unknown_queue`."""
    require(caller, Role.ADMIN)
    found = await in_force(desk, caller)
    known(found.policy, queue_id)
    after = with_queue(found.source, queue_id, changes)
    checked = await asyncio.to_thread(look_through, after)
    policy = checked.policy
    if policy is not None:
        people = await desk.store.people.operators(caller.tenant_id)
        findings = (*checked.findings, *unstaffed(known(policy, queue_id), people))
        checked = Checked(policy, checked.problems, findings)
    lines = list(unified_diff(found.source.splitlines(), after.splitlines(), lineterm="", n=1))[2:]
    return Tried(checked, diff(parse(found.source), policy) if policy else (), tuple(lines))


async def change(desk: Desk, caller: Caller, queue_id: str, changes: Mapping[str, Any], *, version: int) -> int:
    """Change a queue and put the policy in force under its next version, if `version` still is the one in force.

    Raises PolicyErrors where the changed policy can't be used, Conflict `policy_changed` where somebody was first.
    """
    require(caller, Role.ADMIN)
    found = await in_force(desk, caller)
    known(found.policy, queue_id)
    return await put_in_force(desk, caller, with_queue(found.source, queue_id, changes), instead_of=version)
