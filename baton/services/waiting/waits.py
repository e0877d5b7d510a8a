"""Where a waiting conversation stands: its place in line, and how long that will take, where that is known."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from baton.core.actors import Caller, Role
from baton.core.conversation import Conversation
from baton.core.copy import said
from baton.core.copy.catalogues import Language
from baton.core.copy.times import longest_told
from baton.core.customer import Customer
from baton.core.followups.modes import IN_LINE
from baton.core.ids import ConversationId, OperatorId, QueueId, TenantId
from baton.core.policy.model import Policy
from baton.core.policy.queue import Queue
from baton.core.routing.available import Available, could_take
from baton.core.routing.need import Need
from baton.core.transitions import State
from baton.core.waiting import Coverage, Lesson, Past, Told, WaitRange, reckon
from baton.services.access import require
from baton.services.desk import Desk
from baton.services.moves import words_of
from baton.services.ports.waits import Telling
from baton.services.records import Operator
from baton.services.wait_book import lesson_of, study
from baton.services.waiting.team_as_routed import available


@dataclass(frozen=True, slots=True)
class Standing:
    """A place in line, from 1, and the wait from now on; `wait` is None where no honest range is known.

    `past` is what was reckoned, to be kept and learned from, None where nobody is here who could serve the queue.
    """

    position: int
    operators_here: int
    operators_free: int = 0
    wait: WaitRange | None = None
    past: Past | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """Who serves the queues of a tenant at this moment: the operators who are here, by the queues they could serve."""

    servers: Mapping[QueueId, frozenset[OperatorId]]
    here: Mapping[OperatorId, Available]

    @classmethod
    def of(cls, policy: Policy, operators: Sequence[Operator], now: datetime) -> "Line":
        """The line as those operators serve it."""
        here = {operator.id: operator for operator in available(operators, now)}
        asked = {queue.id: _any_of(queue, now) for queue in policy.queues}
        servers = {
            queue: frozenset(id for id, operator in here.items() if could_take(need, operator))
            for queue, need in asked.items()
        }
        return cls(servers, here)

    def standing(self, queue: Queue, lesson: Lesson, ahead: Mapping[QueueId, int], now: datetime) -> Standing:
        """Where one stands in a queue with so many ahead in each."""
        servers = self.servers.get(queue.id, frozenset())
        before = self._served_before(queue.id, ahead)
        if not servers or not queue.hours.is_open(now):
            return Standing(before + 1, len(servers), sum(self.here[id].room > 0 for id in servers))
        scene = lesson.scene(
            ahead=before,
            slots=sum(self.here[id].capacity for id in servers),
            free=sum(self.here[id].room for id in servers),
        )
        calibration = lesson.calibration(scene)
        past = reckon(scene, calibration)
        wait = past.wait if past and calibration and calibration.is_trusted else None
        return Standing(before + 1, len(servers), sum(self.here[id].room > 0 for id in servers), wait, past)

    def _served_before(self, queue: QueueId, ahead: Mapping[QueueId, int]) -> int:
        """How many will be served before: all ahead in the queue, and of those in other queues the share of which the
        same operators take.
        """
        ours = self.servers.get(queue, frozenset())
        elsewhere = 0.0
        for other, count in ahead.items():
            theirs = self.servers.get(other, frozenset())
            if other != queue and theirs:
                elsewhere += count * len(ours & theirs) / len(theirs)
        return ahead.get(queue, 0) + round(elsewhere)


def _any_of(queue: Queue, now: datetime) -> Need:
    """Anybody who waits in the queue, as far as all of them ask for the same."""
    return Need(conversation=ConversationId(""), queue=queue.id, ranks_at=now, waiting_since=now, skills=queue.skills)


async def standing(
    desk: Desk, tenant_id: TenantId, queue: Queue, *, id: ConversationId, ranks_at: datetime, at: datetime
) -> Standing:
    """Where one stands who is served in the order of `ranks_at`, at the moment `at`."""
    ahead = await desk.store.waits.ahead(tenant_id, ranks_at, id)
    operators = await desk.store.people.operators(tenant_id)
    line = Line.of(await desk.policies.of(tenant_id), operators, at)
    return line.standing(queue, lesson_of(desk, tenant_id, queue.id), ahead, at)


def worded(told: Told, language: Language) -> Told:
    """What is told, with the range in the customer's words and the longest wait that these name."""
    if told.wait is None:
        return told
    end_s = longest_told(told.wait) if told.end_s is None else told.end_s
    return replace(told, words=said.wait_words(told.wait, language), end_s=end_s)


async def keep_first(desk: Desk, conversation: Conversation, past: Past | None) -> None:
    """Keep what the customer was told when the handoff opened, to learn from it."""
    handoff = conversation.handoff
    if handoff is None or handoff.mode not in IN_LINE or conversation.state is not State.QUEUED:
        return
    first = Telling(
        handoff=handoff.id,
        conversation=conversation.id,
        queue=handoff.queue,
        number=1,
        at=handoff.opened_at,
        position=handoff.position or 1,
        past=past,
        wait=handoff.told.wait if handoff.told else None,
        told_s=handoff.told.end_s if handoff.told else None,
    )
    await desk.store.waits.keep(conversation.tenant_id, first)


async def as_it_stands(desk: Desk, conversation: Conversation, customer: Customer) -> Conversation:
    """A waiting conversation with its place at this moment and the wait as its customer was told it last."""
    handoff = conversation.handoff
    if handoff is None or conversation.state is not State.QUEUED:
        return conversation
    queue = (await desk.policies.of(conversation.tenant_id)).queue(handoff.queue)
    if queue is None:
        return conversation
    tenant_id, now = conversation.tenant_id, desk.clock()
    place = await standing(desk, tenant_id, queue, id=conversation.id, ranks_at=handoff.rank, at=now)
    told = await desk.store.waits.told(tenant_id, handoff.id) if handoff.mode in IN_LINE else None
    if told is not None and conversation.held_since and told.at < conversation.held_since:
        told = None
    known = worded(told, await words_of(desk, conversation, customer)) if told else None
    return replace(conversation, handoff=replace(handoff, position=place.position, told=known))


@dataclass(frozen=True, slots=True)
class Honesty:
    """How the ranges of a queue have held lately, and whether they are told now."""

    queue: Queue
    coverage: Coverage
    is_told: bool


async def honesty(desk: Desk, caller: Caller) -> tuple[Honesty, ...]:
    """How honest the told waits are, queue by queue, in the policy's order."""
    require(caller, Role.ADMIN, Role.OPERATOR, Role.READONLY)
    policy = await desk.policies.of(caller.tenant_id)
    lessons = await study(desk, caller.tenant_id)
    return tuple(
        Honesty(queue, (lesson := lessons[queue.id]).coverage, bool(lesson.busy and lesson.busy.is_trusted))
        for queue in policy.queues
    )
