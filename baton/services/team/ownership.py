"""Who answers for what: the queues and follow-ups that carry somebody's name, and giving them to somebody else."""

from collections.abc import Mapping, Sequence
from functools import reduce

from baton.core.actors import Caller
from baton.core.ids import TenantId
from baton.core.policy.edit import with_queue
from baton.core.policy.model import Queue
from baton.core.policy.staffing import names_of
from baton.services.desk import Desk
from baton.services.policy.policies import in_force, put_in_force
from baton.services.ports.followups import OwnedFollowUp
from baton.services.records import Operator


async def owned_queues(desk: Desk, caller: Caller, person: Operator) -> tuple[Queue, ...]:
    """The queues whose owner in the policy in force is this person."""
    policy = (await in_force(desk, caller)).policy
    return tuple(one for one in policy.queues if one.owner.casefold() in names_of(person))


async def owned_followups(desk: Desk, tenant_id: TenantId, person: Operator) -> tuple[OwnedFollowUp, ...]:
    """The open follow-ups whose owner is this person, the most pressing first."""
    return await desk.store.followups.owned(tenant_id, names_of(person))


async def give_queues(desk: Desk, caller: Caller, queues: Sequence[Queue], owners: Mapping[str, str]) -> int | None:
    """Write another owner beside these queues in the policy file, and put that in force. `owners` are the new ones by
    what stood there, in small letters. Returns the policy's version, None where there is nothing to change.

    Raises Conflict `policy_changed` where somebody changed the policy at the same moment.
    """
    given = [(one.id, owners[one.owner.casefold()]) for one in queues if owners.get(one.owner.casefold())]
    if not given:
        return None
    found = await in_force(desk, caller)
    source = reduce(lambda text, one: with_queue(text, one[0], {"owner": one[1]}), given, found.source)
    return await put_in_force(desk, caller, source, instead_of=found.policy.version)


async def give_followups(desk: Desk, tenant_id: TenantId, person: Operator) -> int:
    """Give the person's open follow-ups to whoever answers for their queues now. Returns how many."""
    policy = await desk.policies.of(tenant_id)
    owners = {queue.id: queue.owner for queue in policy.queues}
    return await desk.store.followups.give(tenant_id, names_of(person), owners, policy.default_queue.owner)
