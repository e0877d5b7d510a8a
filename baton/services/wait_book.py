"""What each queue's past teaches, kept at hand: nobody who joins a line waits for it to be read."""

import logging
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from baton.core.ids import QueueId, TenantId
from baton.core.waiting import NOTHING_YET, Coverage, Lesson, learn

if TYPE_CHECKING:
    from baton.services.desk import Desk

log = logging.getLogger("baton.waits")

FRESH = timedelta(seconds=30)
"""How long a lesson is good: ten services end in that time in a busy queue, and move the scores by less than noise."""


Lessons = Mapping[QueueId, Lesson]


@dataclass(slots=True)
class WaitBook:
    """The lessons of this process, by tenant."""

    _lessons: dict[TenantId, Lessons] = field(default_factory=dict[TenantId, Lessons])
    _read_at: dict[TenantId, datetime] = field(default_factory=dict[TenantId, datetime])

    def lesson(self, tenant_id: TenantId, queue: QueueId) -> Lesson:
        """What is known of a queue now; what a queue without a past teaches where nothing was read yet."""
        return self._lessons.get(tenant_id, {}).get(queue, NOTHING_YET)

    def coverage(self) -> Coverage:
        """How the last ranges have held, over every queue of every tenant that this process knows."""
        known = [lesson.coverage for lessons in self._lessons.values() for lesson in lessons.values()]
        judged = sum(one.judged for one in known)
        return Coverage(judged, sum(one.judged * one.held for one in known) / judged if judged else 0.0)

    def is_due(self, tenant_id: TenantId, now: datetime) -> bool:
        """Whether the tenant's lessons should be read (again)."""
        read_at = self._read_at.get(tenant_id)
        return read_at is None or now - read_at >= FRESH

    def reading(self, tenant_id: TenantId, now: datetime) -> None:
        """Somebody reads them now, so that nobody else begins to."""
        self._read_at[tenant_id] = now

    def keep(self, tenant_id: TenantId, lessons: Lessons) -> None:
        """What was read."""
        self._lessons[tenant_id] = lessons


async def study(desk: "Desk", tenant_id: TenantId) -> Lessons:
    """Read what the tenant's queues teach, and keep it."""
    now = desk.clock()
    desk.waits.reading(tenant_id, now)
    policy = await desk.policies.of(tenant_id)
    lived = await desk.store.waits.lived(tenant_id, [queue.id for queue in policy.queues], now)
    lessons = {queue: learn(one.pasts, one.held_s) for queue, one in lived.items()}
    desk.waits.keep(tenant_id, lessons)
    return lessons


def lesson_of(desk: "Desk", tenant_id: TenantId, queue: QueueId) -> Lesson:
    """What is known of a queue, at once. Where it is old it is read again beside the request, for the next one."""
    now = desk.clock()
    if desk.waits.is_due(tenant_id, now):
        desk.waits.reading(tenant_id, now)
        desk.soon(study(desk, tenant_id))
    return desk.waits.lesson(tenant_id, queue)
