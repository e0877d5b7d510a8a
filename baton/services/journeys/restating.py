"""How often customers had to say again what they had written before a person took over. Told of queues, of no operator.

It is read from the transcripts when somebody asks, so a better reader counts the past anew.
"""

import asyncio
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from baton.core.actors import ActorKind, Caller, Role
from baton.core.ids import TenantId
from baton.core.messages import Message
from baton.core.packet.restating import Restated, restated
from baton.services.access import require
from baton.services.desk import Desk
from baton.services.records import Taken

MOST = 200
"""Handoffs that a report reads, the latest of its period: a second's work."""

TOTAL_DAYS = 7
"""Days that the metric looks back."""

MESSAGES = 200
"""Messages read of each conversation."""


@dataclass(frozen=True, slots=True)
class Retold:
    """One handoff with what had to be said again in it."""

    taken: Taken
    again: tuple[Restated, ...]

    def by(self, who: ActorKind) -> bool:
        """Whether it was an operator's question, or the customer's repetition."""
        return any(one.by is who for one in self.again)


@dataclass(frozen=True, slots=True)
class RetoldReport:
    """The handoffs of a period, the latest first, and what was said again, by kind of fact."""

    items: tuple[Retold, ...]

    @property
    def kinds(self) -> Counter[str]:
        """How often each kind of fact was."""
        return Counter(one.fact.kind.value for item in self.items for one in item.again)

    def of_queue(self, queue: str) -> "RetoldReport":
        """The part that one queue had."""
        return RetoldReport(tuple(one for one in self.items if one.taken.queue == queue))

    def counted(self, who: ActorKind) -> int:
        """In how many handoffs an operator asked again, or the customer repeated something."""
        return sum(one.by(who) for one in self.items)


async def retold(desk: Desk, caller: Caller, *, days: int) -> RetoldReport:
    """What was asked or told again in the handoffs that a person took in the last days, the latest `MOST`."""
    require(caller, Role.ADMIN, Role.OPERATOR, Role.READONLY)
    return await _read(desk, caller.tenant_id, days)


async def totals(desk: Desk) -> Mapping[tuple[str, str], int]:
    """Over all companies and the last `TOTAL_DAYS`, by (queue, what): `handoffs` that a person took, and of these
    those in which an operator `asked_again` or the customer `told_again` what had been written before.
    """
    counted: Counter[tuple[str, str]] = Counter()
    for tenant in await desk.store.tenants.all():
        report = await _read(desk, tenant.id, TOTAL_DAYS)
        for one in report.items:
            counted[one.taken.queue, "handoffs"] += 1
            counted[one.taken.queue, "asked_again"] += one.by(ActorKind.OPERATOR)
            counted[one.taken.queue, "told_again"] += one.by(ActorKind.CUSTOMER)
    return counted


async def _read(desk: Desk, tenant_id: TenantId, days: int) -> RetoldReport:
    taken = await desk.store.handoffs.taken(tenant_id, desk.clock() - timedelta(days=days), limit=MOST)
    read: list[Retold] = []
    for one in taken:
        messages = await desk.store.messages.latest(tenant_id, one.conversation, limit=MESSAGES)
        # Reading facts takes milliseconds a conversation, which nobody else's message should wait for.
        read.append(Retold(one, await asyncio.to_thread(_again, one, messages)))
    return RetoldReport(tuple(read))


def _again(taken: Taken, messages: Sequence[Message]) -> tuple[Restated, ...]:
    within = [one for one in messages if taken.until is None or one.at <= taken.until]
    before = max((one.seq for one in within if one.at <= taken.at), default=0)
    return restated(within, taken_at=before)
