"""The ways of assigning that are compared. Baton's is `core/routing`, called as the product calls it."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from baton.core.ids import ConversationId, OperatorId, QueueId
from baton.core.policy.queue import Routing
from baton.core.routing.available import Available, eligible
from baton.core.routing.choosing import assignments
from baton.core.routing.need import Need
from baton.core.routing.ranking import credit_s, rank
from bench.simulator.world import Arrival, moment

Pairs = Sequence[tuple[Need, Available]]


@dataclass(frozen=True, slots=True)
class Rule:
    """A name, the credit it gives on arrival, and how it assigns. `is_blind` ignores skills, language and region."""

    name: str
    credit: Callable[[Arrival], float]
    assign: Callable[[Iterable[Need], Mapping[OperatorId, Available], datetime], Pairs]
    is_blind: bool = False
    relaxes: bool = True
    knows: bool = False

    def need(self, one: Arrival) -> Need:
        """What routing sees of an arrival."""
        since, credit = moment(one.at), self.credit(one)
        return Need(
            conversation=ConversationId(one.id),
            queue=QueueId(one.queue),
            ranks_at=moment(one.at - credit) if credit > 3600 else rank(since, int(credit)),
            waiting_since=since,
            skills={} if self.is_blind else one.skills,
            language=None if self.is_blind else one.language,
            tier=one.tier,
            weight=one.weight,
            knows=OperatorId(one.knows) if one.knows and self.knows else None,
            relax=one.relax if self.relaxes else (),
        )


def baton(name: str = "baton", routing: Routing | None = None, *, knows: bool = True) -> Rule:
    """The product's own, with the usual credits or others, with customers known or strangers."""
    given = routing or Routing(tiers={"gold": 300})
    return Rule(
        name,
        lambda one: credit_s(given, one.priority, one.tier),
        lambda waiting, people, now: assignments(waiting, people.values(), now),
        knows=knows,
    )


def in_turn(
    name: str,
    prefer: Callable[[Available], Any],
    credit: Callable[[Arrival], float] = lambda _: 0,
    *,
    is_blind: bool = False,
) -> Rule:
    """Those who wait by their order, each to the preferred one among those who fit and have room."""
    return Rule(
        name,
        credit,
        lambda waiting, people, now: _in_turn(waiting, people, now, prefer),
        is_blind=is_blind,
        relaxes=False,
    )


def _in_turn(
    waiting: Iterable[Need],
    people: Mapping[OperatorId, Available],
    now: datetime,
    prefer: Callable[[Available], Any],
) -> Pairs:
    free, found = {id: one for id, one in people.items() if one.room}, list[tuple[Need, Available]]()
    for need in sorted(waiting, key=lambda one: one.place):
        fit = [one for one in free.values() if eligible(need, one, now)]
        if fit:
            one = min(fit, key=lambda one: (prefer(one), one.id))
            found.append((need, one))
            free[one.id] = replace(one, load=one.load + need.weight, idle_since=now)
        if not any(one.room for one in free.values()):
            break
    return found


RULES = (
    in_turn("first come, anyone", lambda one: one.id, is_blind=True),
    in_turn("first come, who fits", lambda one: one.id),
    in_turn("longest idle", lambda one: one.idle_since),
    in_turn("strict priority", lambda one: one.idle_since, lambda one: one.priority * 1e6),
    baton("baton, nobody known", knows=False),
    baton(),
)
