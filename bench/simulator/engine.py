"""The events of a day, one after the other, and what came of everybody who came."""

import heapq
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from baton.core.ids import ConversationId, OperatorId
from baton.core.routing.available import Available, could_take
from baton.core.routing.need import Need, changes_at, needs_now
from bench.simulator.rules import Rule
from bench.simulator.world import START, Arrival, Day, Person, moment

RECENT = 60
"""Services and waits that the picture of the queue remembers."""


class Seen(NamedTuple):
    """What a desk could know of its queue when somebody came: what an estimate of the wait may use.

    `ahead` are those who rank before, `staffed` all who are there, `busy_s` how long each conversation in hand has
    lasted. `recent_services_s` and `recent_waits` (seconds, whether they gave up) are the last that ended.
    """

    at: float
    queue: str
    ahead: int
    waiting: int
    staffed: int
    room: int
    busy_s: tuple[float, ...]
    recent_services_s: tuple[float, ...]
    recent_waits: tuple[tuple[float, bool], ...]


@dataclass(slots=True)
class Told:
    """What came of one arrival. `wait_s` until served or given up; `passed_s` is the longest by which somebody who came
    later was taken by a person who could have taken this one."""

    arrival: Arrival
    seen: Seen | None = None
    wait_s: float | None = None
    by: Person | None = None
    passed_s: float = 0.0

    @property
    def was_served(self) -> bool:
        """Whether a person came."""
        return self.by is not None


@dataclass(slots=True)
class Desk:
    """The state between two events."""

    rule: Rule
    told: dict[ConversationId, Told] = field(default_factory=dict)
    waiting: dict[ConversationId, Need] = field(default_factory=dict)
    here: dict[OperatorId, Available] = field(default_factory=dict)
    gone: dict[OperatorId, Available] = field(default_factory=dict)
    people: dict[OperatorId, Person] = field(default_factory=dict)
    holds: dict[ConversationId, float] = field(default_factory=dict)
    services: deque[float] = field(default_factory=lambda: deque(maxlen=RECENT))
    waits: deque[tuple[float, bool]] = field(default_factory=lambda: deque(maxlen=RECENT))
    events: list[tuple[float, int, Callable[[float], None]]] = field(default_factory=list)
    count: int = 0

    def at(self, time: float, event: Callable[[float], None]) -> None:
        """Something will happen then; of two at the same moment, what was put down first."""
        self.count += 1
        heapq.heappush(self.events, (time, self.count, event))

    def run(self) -> None:
        """Let everything happen."""
        while self.events:
            now, _, event = heapq.heappop(self.events)
            event(now)
            if self.waiting and any(one.room for one in self.here.values()):
                for need, one in self.rule.assign(self.waiting.values(), self.here, moment(now)):
                    self.start(need, one.id, now)

    def comes(self, one: Arrival, now: float) -> None:
        """Somebody begins to wait."""
        need = self.rule.need(one)
        told = self.told[need.conversation] = Told(one, self.seen(need, now))
        self.waiting[need.conversation] = need
        self.at(now + one.patience_s, lambda at: self.gives_up(told, need, at))
        self.look_again(need, now)

    def look_again(self, need: Need, now: float) -> None:
        """Come back to it when time alone changes who may take it."""
        if when := changes_at(need, moment(now)):
            at = (when - START).total_seconds()
            self.at(at, lambda at: self.look_again(need, at) if need.conversation in self.waiting else None)

    def gives_up(self, told: Told, need: Need, now: float) -> None:
        """Their patience ends, if they still wait."""
        if self.waiting.pop(need.conversation, None):
            told.wait_s = now - told.arrival.at
            self.waits.append((told.wait_s, True))

    def arrives(self, person: Person, _: float) -> None:
        """An operator is there, perhaps with what they still hold."""
        id = OperatorId(person.id)
        fresh = Available(id=id, skills=person.skills, languages=person.languages, capacity=person.capacity)
        self.here[id] = replace(self.gone.pop(id, fresh), idle_since=moment(_))

    def goes(self, person: Person, _: float) -> None:
        """They take no more; what they hold they end."""
        if one := self.here.pop(OperatorId(person.id), None):
            self.gone[one.id] = one

    def start(self, need: Need, by: OperatorId, now: float) -> None:
        """A person takes it."""
        del self.waiting[need.conversation]
        told, person, one = self.told[need.conversation], self.people[by], self.here[by]
        told.wait_s, told.by = now - told.arrival.at, person
        self.waits.append((told.wait_s, False))
        self._pass(need, one, now)
        self.here[by] = replace(one, load=one.load + need.weight, idle_since=moment(now))
        self.holds[need.conversation] = now
        ends = now + told.arrival.service_s
        self.at(ends, lambda at: self._ended(need, at))
        self.at(ends + person.wrap_s, lambda at: self._frees(need, by, at))

    def seen(self, need: Need, now: float) -> Seen:
        """What the desk knows of its queue now."""
        return Seen(
            at=now,
            queue=need.queue,
            ahead=sum(other.place < need.place for other in self.waiting.values()),
            waiting=len(self.waiting),
            staffed=len(self.here),
            room=sum(one.room for one in self.here.values()),
            busy_s=tuple(now - since for since in self.holds.values()),
            recent_services_s=tuple(self.services),
            recent_waits=tuple(self.waits),
        )

    def _ended(self, need: Need, now: float) -> None:
        self.services.append(now - self.holds.pop(need.conversation))

    def _frees(self, need: Need, by: OperatorId, now: float) -> None:
        held = self.here if by in self.here else self.gone
        held[by] = replace(held[by], load=held[by].load - need.weight, idle_since=moment(now))

    def _pass(self, need: Need, one: Available, now: float) -> None:
        """Note whom a later one passes: those whom the same person could have taken."""
        for other in self.waiting.values():
            by = (need.waiting_since - other.waiting_since).total_seconds()
            told = self.told[other.conversation]
            if by > told.passed_s and could_take(needs_now(other, moment(now)), one):
                told.passed_s = by


def simulate(day: Day, rule: Rule) -> tuple[Told, ...]:
    """What comes of everybody who comes on that day, under a rule; in the order in which they come."""
    desk = Desk(rule, people={OperatorId(one.id): one for one in day.people})
    for person in day.people:
        for begin, end in person.spans:
            desk.at(begin, lambda at, person=person: desk.arrives(person, at))
            desk.at(end, lambda at, person=person: desk.goes(person, at))
    for one in day.arrivals:
        desk.at(one.at, lambda at, one=one: desk.comes(one, at))
    desk.run()
    return tuple(desk.told.values())


def pictures(day: Day, rule: Rule) -> Iterator[tuple[Seen, float, bool]]:
    """For whoever estimates waits: what was known at each arrival, the true wait, whether it ended in service.

    A wait that ended otherwise was at least so long.
    """
    for told in simulate(day, rule):
        if told.seen and told.wait_s is not None:
            yield told.seen, told.wait_s, told.was_served
