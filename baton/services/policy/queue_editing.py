"""A queue in the console: what its file says, trying a change, and putting it in force as a new policy version."""

from collections.abc import Mapping
from dataclasses import dataclass
from difflib import unified_diff
from typing import Any

from baton.core.actors import Caller, Role
from baton.core.errors import Conflict
from baton.core.policy.diff import Difference, diff
from baton.core.policy.edit import queue_fields, with_queue
from baton.core.policy.finding import Finding
from baton.core.policy.model import Queue
from baton.core.policy.parse.whole import parse
from baton.core.policy.staffing import unstaffed
from baton.services.access import require
from baton.services.desk import Desk
from baton.services.policy.check import looked_through
from baton.services.policy.checking import Checked
from baton.services.policy.policies import in_force, put_in_force
from baton.services.waiting.queues import known, listed


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
    checked = await looked_through(desk, caller, found.source)
    mine = [one for one in checked.findings if queue.line and (one.line, one.column) == (queue.line, queue.column)]
    staffing = unstaffed(queue, await desk.store.people.operators(caller.tenant_id))
    fields = queue_fields(found.source, queue_id)
    return QueueFile(queue, found.policy.version, fields, (*mine, *staffing))


async def try_change(desk: Desk, caller: Caller, queue_id: str, changes: Mapping[str, Any] | None) -> Tried:
    """What a change would do; of a queue that there is not yet, adding it; None, taking it out. Nothing changes."""
    require(caller, Role.ADMIN)
    found = await in_force(desk, caller)
    if changes is None:
        known(found.policy, queue_id)
    after = with_queue(found.source, queue_id, changes)
    checked = await looked_through(desk, caller, after)
    policy = checked.policy
    if policy is not None and (queue := policy.queue(queue_id)):
        people = await desk.store.people.operators(caller.tenant_id)
        checked = Checked(policy, checked.problems, (*checked.findings, *unstaffed(queue, people)))
    lines = list(unified_diff(found.source.splitlines(), after.splitlines(), lineterm="", n=1))[2:]
    return Tried(checked, diff(parse(found.source), policy) if policy else (), tuple(lines))


async def change(desk: Desk, caller: Caller, queue_id: str, changes: Mapping[str, Any], *, version: int) -> int:
    """Change a queue and put the policy in force under its next version, if `version` still is the one in force.

    Raises PolicyErrors where the changed policy can't be used, Conflict `policy_changed` where somebody was first,
    Invalid `unknown_queue`.
    """
    require(caller, Role.ADMIN)
    found = await in_force(desk, caller)
    known(found.policy, queue_id)
    return await put_in_force(desk, caller, with_queue(found.source, queue_id, changes), instead_of=version)


async def add(desk: Desk, caller: Caller, queue_id: str, fields: Mapping[str, Any], *, version: int) -> int:
    """Put a new queue into the policy, and that in force. Raises as `change` does, and Conflict `queue_exists`."""
    require(caller, Role.ADMIN)
    found = await in_force(desk, caller)
    if (there := found.policy.queue(queue_id)) is not None:
        raise Conflict(f"There is a queue {queue_id} already: {there.name}. Take another id.", code="queue_exists")
    return await put_in_force(desk, caller, with_queue(found.source, queue_id, fields), instead_of=version)


async def remove(desk: Desk, caller: Caller, queue_id: str, *, version: int) -> int:
    """Take a queue out of the policy in force. Raises as `change` does, and Conflict `queue_in_use`."""
    require(caller, Role.ADMIN)
    found = await in_force(desk, caller)
    name = known(found.policy, queue_id).name
    waiting = next(one.waiting for one in await listed(desk, caller) if one.queue.id == queue_id)
    if waiting:
        who = "A conversation waits" if waiting == 1 else f"{waiting} conversations wait"
        raise Conflict(f"{who} in {name}. Transfer what waits there first, then take it out.", code="queue_in_use")
    return await put_in_force(desk, caller, with_queue(found.source, queue_id, None), instead_of=version)
