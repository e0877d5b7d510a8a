"""The times at which a queue can call, those that are booked left out."""

from datetime import timedelta

from baton.core.followups.callbacks import CallbackRules, Slot, free_slots
from baton.core.ids import TenantId
from baton.core.policy.queue import Queue
from baton.services.desk import Desk


async def bookable_now(desk: Desk, tenant_id: TenantId, queue: Queue, rules: CallbackRules) -> tuple[Slot, ...]:
    """The slots of the queue that can be booked now, the first one first."""
    now = desk.clock()
    seats = await desk.store.followups.seats(tenant_id, queue.id, since=now, until=now + timedelta(days=rules.days))
    return free_slots(queue.hours, rules, now=now, taken={start: len(numbers) for start, numbers in seats.items()})
