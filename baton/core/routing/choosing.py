"""Which operator gets a conversation, and which conversation an operator gets. Both follow the waiting list."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from types import MappingProxyType

from baton.core.ids import OperatorId
from baton.core.routing.available import Available, could_take, eligible, rests
from baton.core.routing.board import Board
from baton.core.routing.need import Need, needs_now
from baton.core.routing.preferring import first_that_fits, is_kept, missed, place_for, preference, scarcity

NOBODY: Mapping[OperatorId, Available] = MappingProxyType({})
"""No operators."""


def choose(need: Need, operators: Sequence[Available], now: datetime) -> Available | None:
    """The operator who gets it, or None where nobody may take it yet.

    In this order: whoever hasn't refused it, who knows the customer, whose other skills are the least missed elsewhere,
    who has the smaller share of their capacity in use, who has been idle longest. While somebody who knows the customer
    is here but full, it is kept for them until `need.kept_until`.
    """
    asked = needs_now(need, now)
    if is_kept(asked, {one.id: one for one in operators}, now):
        operators = [one for one in operators if one.id == need.knows]
    free = [one for one in operators if eligible(asked, one, now)]
    if len(free) < 2:
        return free[0] if free else None
    holders = scarcity(operators)
    return min(free, key=lambda one: preference(asked, one, missed(asked, one, holders)))


def next_for(
    operator: Available, waiting: Iterable[Need], now: datetime, *, here: Mapping[OperatorId, Available] = NOBODY
) -> Need | None:
    """The conversation that the operator gets next, or None: nothing fits, or room is kept for one that needs more.

    `here` are the operators who are here, for whom a conversation may be kept; without them none is.
    """
    fits = [need for need in waiting if _may_be_given(needs_now(need, now), operator, now, here)]
    return first_that_fits(operator, sorted(fits, key=lambda need: place_for(need, operator.id)))


def assignments(
    waiting: Iterable[Need], operators: Iterable[Available], now: datetime
) -> tuple[tuple[Need, Available], ...]:
    """Everything that can be assigned now, by the order of the list: (conversation, operator before they got it).

    Each goes to the operator chosen for it, who first takes what is theirs to take before it.
    """
    board, found = Board(), list[tuple[Need, Available]]()
    for one in operators:
        board.here(one)
    for need in waiting:
        board.wait(need, now)
    for need in sorted(board.needs.values(), key=lambda need: need.place):
        if not any(one.room for one in board.operators.values()):
            break
        keeping: set[OperatorId] = set()
        while need.conversation in board.needs and (one := board.choose(need.conversation, now, without=keeping)):
            if first := board.next_for(one.id, now):
                found.append((first, one))
                board.leave(first.conversation)
                board.here(replace(one, load=one.load + first.weight, idle_since=now))
            else:
                keeping.add(one.id)  # room, for one that needs more
    return tuple(found)


def _may_be_given(need: Need, operator: Available, now: datetime, here: Mapping[OperatorId, Available]) -> bool:
    if need.knows != operator.id and is_kept(need, here, now):
        return False
    return could_take(need, operator) and not rests(need, operator.id, now)
