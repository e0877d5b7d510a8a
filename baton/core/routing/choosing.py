"""Which operator gets a conversation, and which conversation an operator gets.

Both follow the waiting list. Three things let a later one pass, each within bounds: an operator takes a customer whom
they know `KNOWN_WAIT` earlier; one that is kept for such an operator lets others pass meanwhile; and a light one passes
a heavy one that the operator has no room for, if it came at most `PASSING` later. Then room is kept for the heavy one,
or it would wait for ever beside somebody who is always nearly full.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from types import MappingProxyType

from baton.core.ids import OperatorId
from baton.core.policy.queue import MAX_CREDIT
from baton.core.routing.available import Available, could_take, eligible, rests
from baton.core.routing.need import KNOWN_WAIT, Need, needs_now

PASSING = timedelta(seconds=120)
"""How much later one may have come that passes another for which there is no room yet."""

_SCARCITY = 1000
"""Points that a skill costs which only one operator has; shared among those who have it."""

NOBODY: Mapping[OperatorId, Available] = MappingProxyType({})
"""No operators."""

_LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)


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


def first_that_fits(operator: Available, in_order: Iterable[Need]) -> Need | None:
    """The first that there is room for, unless it came too long after one that waits for more room."""
    kept_from: datetime | None = None
    for need in in_order:
        if kept_from and place_for(need, operator.id)[0] > kept_from:
            return None  # nothing further down can have come early enough
        if need.weight > operator.room:
            latest = need.waiting_since + PASSING
            kept_from = min(kept_from, latest) if kept_from else latest
        elif kept_from is None or need.waiting_since <= kept_from:
            return need
    return None


def assignments(
    waiting: Iterable[Need], operators: Iterable[Available], now: datetime
) -> tuple[tuple[Need, Available], ...]:
    """Everything that can be assigned now, by the order of the list: (conversation, operator before they got it).

    Each goes to the operator chosen for it, who first takes what is theirs to take before it.
    """
    left = {need.conversation: need for need in sorted(waiting, key=lambda need: need.place)}
    free = {one.id: one for one in operators}
    found: list[tuple[Need, Available]] = []
    for need in tuple(left.values()):
        if not any(one.room for one in free.values()):
            break
        candidates = dict(free)
        while need.conversation in left and (one := choose(need, list(candidates.values()), now)):
            first = next_for(one, left.values(), now, here=free)
            if first is None:
                del candidates[one.id]  # keeps room for one that needs more
                continue
            found.append((first, one))
            del left[first.conversation]
            free[one.id] = candidates[one.id] = replace(one, load=one.load + first.weight, idle_since=now)
    return tuple(found)


def place_for(need: Need, operator: OperatorId) -> tuple[datetime, str]:
    """Its place in what the operator may take: before others by `KNOWN_WAIT` where they know the customer."""
    if need.knows != operator:
        return need.place
    earliest = need.waiting_since - timedelta(seconds=MAX_CREDIT)
    return max(need.ranks_at - KNOWN_WAIT, min(earliest, need.ranks_at)), need.conversation


def is_kept(need: Need, here: Mapping[OperatorId, Available], now: datetime) -> bool:
    """Whether it is kept for the operator who knows the customer: one of those who are here, and could take it."""
    if need.knows is None or need.kept_until is None or now >= need.kept_until:
        return False
    known = here.get(need.knows)
    return known is not None and could_take(need, known) and not rests(need, known.id, now)


def scarcity(operators: Iterable[Available]) -> Mapping[str, int]:
    """How many operators have each skill and language."""
    return Counter(key for one in operators for key in abilities(one))


def missed(need: Need, one: Available, holders: Mapping[str, int]) -> int:
    """How much is missed elsewhere while they have it: the skills and languages it doesn't ask for, by scarcity."""
    unused = abilities(one) - need.skills.keys() - {f"language {need.language}"}
    return sum(_SCARCITY // holders.get(key, 1) for key in unused)


def preference(need: Need, one: Available, missed: int) -> tuple[int, bool, int, float, datetime, str]:
    """What `choose` sorts operators by, least first."""
    refusal = need.refused.get(one.id)
    share = one.load / max(1, one.capacity)
    return refusal.times if refusal else 0, one.id != need.knows, missed, share, one.idle_since or _LONG_AGO, one.id


def abilities(one: Available) -> set[str]:
    """Their skills and languages as words."""
    return {*one.skills, *(f"language {language}" for language in one.languages)}


def _may_be_given(need: Need, operator: Available, now: datetime, here: Mapping[OperatorId, Available]) -> bool:
    if need.knows != operator.id and is_kept(need, here, now):
        return False
    return could_take(need, operator) and not rests(need, operator.id, now)
