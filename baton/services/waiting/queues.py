"""Queues as they stand: open or closed, who is there, how many wait. Nothing is promised that was not asked here."""

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from baton.core.actors import Caller, Role
from baton.core.copy.catalogues import catalogue
from baton.core.copy.times import when
from baton.core.errors import Invalid
from baton.core.hours.calendar import Opening, opening
from baton.core.ids import ConversationId, TenantId
from baton.core.policy.model import Policy, Queue
from baton.core.policy.staffing import who_could
from baton.core.waiting import Past, WaitRange
from baton.services.access import require
from baton.services.desk import Desk
from baton.services.waiting.waits import standing


@dataclass(frozen=True, slots=True)
class QueueNow:
    """A queue at this moment. `position` is the place that a conversation joining it now would have, from 1; `wait`
    what it would wait, None where no honest range is known, and `past` what was reckoned of it. Of those operators who
    could serve the queue and are here, `free` have room for one more.
    """

    queue: Queue
    is_open: bool
    next_open: datetime | None
    operators_here: int
    position: int
    wait: WaitRange | None = None
    free: int = 0
    past: Past | None = None


@dataclass(frozen=True, slots=True)
class QueueListed:
    """A queue in the list of queues. `closes` is when this opening ends; `could_serve` counts who has the skills."""

    queue: Queue
    is_open: bool
    next_open: datetime | None
    closes: datetime | None
    operators_here: int
    could_serve: int
    waiting: int
    longest_wait_s: float


async def stand(
    desk: Desk, tenant_id: TenantId, queue: Queue, *, id: ConversationId, ranks_at: datetime, at: datetime
) -> QueueNow:
    """How a queue stands at `at` for a conversation that joins it and ranks at `ranks_at`."""
    place = await standing(desk, tenant_id, queue, id=id, ranks_at=ranks_at, at=at)
    is_open = queue.hours.is_open(at)
    next_open = None if is_open else queue.hours.next_open(at)
    return QueueNow(
        queue, is_open, next_open, place.operators_here, place.position, place.wait, place.operators_free, place.past
    )


async def listed(desk: Desk, caller: Caller) -> tuple[QueueListed, ...]:
    """Every queue of the tenant's policy, in the policy's order."""
    require(caller, Role.ADMIN, Role.OPERATOR, Role.READONLY, Role.BOT)
    policy = await desk.policies.of(caller.tenant_id)
    loads = await desk.store.handoffs.loads(caller.tenant_id)
    now = desk.clock()
    people = await desk.store.people.operators(caller.tenant_id)
    here = sum(operator.is_here(now) for operator in people)
    found: list[QueueListed] = []
    for queue in policy.queues:
        load = loads.get(queue.id)
        wait = (now - load.oldest).total_seconds() if load and load.oldest else 0.0
        stands = opening(queue.hours, now)
        found.append(
            QueueListed(
                queue=queue,
                is_open=stands.is_open,
                next_open=stands.opens,
                closes=stands.until,
                operators_here=here,
                could_serve=len(who_could(queue, people)),
                waiting=load.waiting if load else 0,
                longest_wait_s=round(wait, 1),
            )
        )
    return tuple(found)


@dataclass(frozen=True, slots=True)
class OpeningAt:
    """How a queue stands at a moment, and the next opening as a customer would be told it (None while open)."""

    at: datetime
    opening: Opening
    told: str | None


async def opening_at(desk: Desk, caller: Caller, queue_id: str, *, at: datetime | None, zone: str | None) -> OpeningAt:
    """How a queue stands at a moment for a customer in a time zone. A moment without a zone is that customer's.

    Raises Invalid `unknown_queue` or `unknown_zone`.
    """
    require(caller, Role.ADMIN, Role.OPERATOR, Role.READONLY, Role.BOT)
    policy = await desk.policies.of(caller.tenant_id)
    queue = known(policy, queue_id)
    theirs = zone_named(zone) if zone else queue.hours.zone
    moment = desk.clock() if at is None else at if at.tzinfo else at.replace(tzinfo=theirs)
    stands = opening(queue.hours, moment)
    told = None
    if stands.opens is not None:
        told = when(stands.opens, now=moment, words=catalogue(policy.language), customer_zone=zone)
    return OpeningAt(moment.astimezone(theirs), stands, told)


def zone_named(name: str) -> ZoneInfo:
    """The time zone of that name. Raises Invalid `unknown_zone`."""
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        hint = "Write it as region and city, such as Europe/Berlin."
        raise Invalid(f"There is no time zone {name}. {hint}", code="unknown_zone") from None


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
