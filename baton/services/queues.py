"""Queues as they stand: open or closed, who is there, how many wait. Nothing is promised that was not asked here."""

from dataclasses import dataclass
from datetime import datetime

from baton.core.actors import Caller, Role
from baton.core.errors import Invalid
from baton.core.ids import ConversationId, TenantId
from baton.core.policy.model import Policy, Queue
from baton.core.waiting import WaitRange
from baton.services.access import require
from baton.services.desk import Desk
from baton.services.waits import standing


@dataclass(frozen=True, slots=True)
class QueueNow:
    """A queue at this moment. `position` is the place that a conversation joining it now would have, from 1; `wait`
    what it would wait, None where no honest range is known. Of those `operators_here`, `free` have room for one more.
    """

    queue: Queue
    is_open: bool
    next_open: datetime | None
    operators_here: int
    position: int
    wait: WaitRange | None = None
    free: int = 0


@dataclass(frozen=True, slots=True)
class QueueListed:
    """A queue in the list of queues."""

    queue: Queue
    is_open: bool
    next_open: datetime | None
    operators_here: int
    waiting: int
    longest_wait_s: float


async def stand(
    desk: Desk, tenant_id: TenantId, queue: Queue, *, id: ConversationId, ranks_at: datetime, at: datetime
) -> QueueNow:
    """How a queue stands at `at` for a conversation that joins it and ranks at `ranks_at`."""
    place = await standing(desk, tenant_id, queue, ranks_at, id=id)
    here = [one for one in await desk.store.people.operators(tenant_id) if one.is_here(at)]
    free = sum(one.load < one.capacity for one in here)
    is_open = queue.hours.is_open(at)
    next_open = None if is_open else queue.hours.next_open(at)
    return QueueNow(queue, is_open, next_open, len(here), place.position, place.wait, free)


async def listed(desk: Desk, caller: Caller) -> tuple[QueueListed, ...]:
    """Every queue of the tenant's policy, in the policy's order."""
    require(caller, Role.ADMIN, Role.OPERATOR, Role.READONLY, Role.BOT)
    policy = await desk.policies.of(caller.tenant_id)
    loads = await desk.store.handoffs.loads(caller.tenant_id)
    now = desk.clock()
    here = await operators_here(desk, caller.tenant_id, now)
    found: list[QueueListed] = []
    for queue in policy.queues:
        load = loads.get(queue.id)
        wait = (now - load.oldest).total_seconds() if load and load.oldest else 0.0
        is_open = queue.hours.is_open(now)
        opens = None if is_open else queue.hours.next_open(now)
        found.append(QueueListed(queue, is_open, opens, here, load.waiting if load else 0, round(wait, 1)))
    return tuple(found)


async def operators_here(desk: Desk, tenant_id: TenantId, at: datetime) -> int:
    """How many operators are available and have been heard of lately, on any node."""
    return sum(operator.is_here(at) for operator in await desk.store.people.operators(tenant_id))


def known(policy: Policy, queue_id: str) -> Queue:
    """The queue of that name. Raises Invalid, naming those there are."""
    queue = policy.queue(queue_id)
    if queue is None:
        names = ", ".join(queue.id for queue in policy.queues)
        raise Invalid(f"There is no queue {queue_id}. The policy has: {names}.", code="unknown_queue")
    return queue
