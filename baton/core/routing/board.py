"""The waiting list and the operators held in memory, indexed so that the next assignment is found at once.

It answers exactly as `choose` and `next_for` do (a property test holds it to them), without looking at everybody:
conversations that ask for the same stand in one sorted line, and whether an operator fits is asked once for each pair
of a line and a kind of operator. A conversation changes its line when a step of relaxing comes.
"""

from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from heapq import heappop, heappush, merge

from baton.core.ids import ConversationId, OperatorId
from baton.core.routing.available import Available, could_take, rests
from baton.core.routing.need import Need, needs_now, relaxes_at
from baton.core.routing.preferring import abilities, first_that_fits, is_kept, missed, place_for, preference

Asks = tuple[frozenset[tuple[str, int]], str | None, str | None, int]
Offers = tuple[frozenset[tuple[str, int]], tuple[str, ...], tuple[str, ...], int]
Place = tuple[datetime, str]


@dataclass(slots=True)
class _Line:
    """Those who ask for the same: one of them to ask with, all places in order, and which kinds could take them."""

    like: Need
    places: list[Place] = field(default_factory=list[Place])
    fits: dict[Offers, bool] = field(default_factory=dict[Offers, bool])


class Board:
    """Who waits and who is here. Told of every change, asked for the next assignment; it changes nothing by itself.

    `now` may not go back between calls.
    """

    def __init__(self) -> None:
        self._needs: dict[ConversationId, Need] = {}
        self._asks: dict[ConversationId, Asks] = {}
        self._lines: dict[Asks, _Line] = {}
        self._known: dict[OperatorId, dict[ConversationId, Need]] = {}
        self._steps: list[tuple[datetime, ConversationId]] = []
        self._people: dict[OperatorId, Available] = {}
        self._kinds: dict[Offers, dict[OperatorId, Available]] = {}
        self._holders: Counter[str] = Counter()

    @property
    def operators(self) -> Mapping[OperatorId, Available]:
        """Everybody who is here."""
        return self._people

    @property
    def needs(self) -> Mapping[ConversationId, Need]:
        """Everybody who waits."""
        return self._needs

    def wait(self, need: Need, now: datetime) -> None:
        """A conversation waits, or waits with other needs than before."""
        self.leave(need.conversation)
        self._needs[need.conversation] = need
        if need.knows:
            self._known.setdefault(need.knows, {})[need.conversation] = need
        self._stand(need, now)

    def leave(self, conversation: ConversationId) -> None:
        """It waits no longer."""
        need = self._needs.pop(conversation, None)
        if need is None:
            return
        if need.knows:
            del self._known[need.knows][conversation]
        self._step_out(need)

    def here(self, operator: Available) -> None:
        """An operator is here, or has another load or other skills than before."""
        self.gone(operator.id)
        self._people[operator.id] = operator
        self._kinds.setdefault(_offers(operator), {})[operator.id] = operator
        self._holders.update(abilities(operator))

    def gone(self, operator: OperatorId) -> None:
        """They are not here any more."""
        before = self._people.pop(operator, None)
        if before is None:
            return
        kind = self._kinds[_offers(before)]
        del kind[operator]
        if not kind:
            del self._kinds[_offers(before)]
        self._holders.subtract(abilities(before))

    def next_for(self, operator: OperatorId, now: datetime) -> Need | None:
        """As `choosing.next_for` with everybody who is here."""
        one = self._people[operator]
        if one.room == 0:
            return None
        self._relax(now)
        return first_that_fits(one, self._in_order(one, now))

    def choose(
        self, conversation: ConversationId, now: datetime, *, without: Collection[OperatorId] = ()
    ) -> Available | None:
        """As `choosing.choose`, for one that waits here; not `without`, nor kept for them."""
        self._relax(now)
        need = needs_now(self._needs[conversation], now)
        line = self._lines[self._asks[conversation]]
        kept_for = need.knows if need.knows not in without and is_kept(need, self._people, now) else None
        best: tuple[tuple[int, bool, int, float, datetime, str], Available] | None = None
        for offers, kind in self._kinds.items():
            if not self._fit(line, offers):
                continue
            cost = missed(need, next(iter(kind.values())), self._holders)
            for one in kind.values():
                if one.id in without or (kept_for and one.id != kept_for) or not _is_free(need, one, now):
                    continue
                key = preference(need, one, cost)
                if best is None or key < best[0]:
                    best = key, one
        return best[1] if best else None

    def _in_order(self, one: Available, now: datetime) -> Iterator[Need]:
        """What the operator may be given, in their order, whether or not there is room."""
        offers = _offers(one)
        lines = [line.places for line in self._lines.values() if self._fit(line, offers)]
        mine = self._known.get(one.id, {})
        known = sorted(
            place_for(need, one.id) for id, need in mine.items() if self._fit(self._lines[self._asks[id]], offers)
        )
        seen: set[str] = set()
        for _, id in merge(known, *lines):
            need = self._needs[ConversationId(id)]
            if id in seen or rests(need, one.id, now):
                continue
            if need.knows == one.id:
                seen.add(id)  # it stands in its line once more, further down
            elif need.knows and is_kept(needs_now(need, now), self._people, now):
                continue
            yield need

    def _fit(self, line: _Line, offers: Offers) -> bool:
        known = line.fits.get(offers)
        if known is None:
            known = line.fits[offers] = could_take(line.like, next(iter(self._kinds[offers].values())))
        return known

    def _relax(self, now: datetime) -> None:
        """Move those whose next step has come into the line of what they ask for now."""
        while self._steps and self._steps[0][0] <= now:
            _, id = heappop(self._steps)
            if need := self._needs.get(id):
                self._step_out(need)
                self._stand(need, now)

    def _stand(self, need: Need, now: datetime) -> None:
        asked = needs_now(need, now)
        asks = self._asks[need.conversation] = _asks(asked)
        insort(self._lines.setdefault(asks, _Line(asked)).places, need.place)
        if at := relaxes_at(need, now):
            heappush(self._steps, (at, need.conversation))

    def _step_out(self, need: Need) -> None:
        asks = self._asks.pop(need.conversation)
        places = self._lines[asks].places
        del places[bisect_left(places, need.place)]
        if not places:
            del self._lines[asks]


def _is_free(need: Need, one: Available, now: datetime) -> bool:
    return need.weight <= one.room and not rests(need, one.id, now)


def _asks(need: Need) -> Asks:
    return frozenset(need.skills.items()), need.language, need.region, need.weight


def _offers(one: Available) -> Offers:
    return frozenset(one.skills.items()), one.languages, one.regions, one.capacity
