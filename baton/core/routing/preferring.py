"""What goes before what: conversations for an operator, operators for a conversation.

Three things let a later conversation pass, each within bounds: an operator takes a customer whom they know `KNOWN_WAIT`
earlier; one that is kept for such an operator lets others pass meanwhile; and a light one passes a heavy one that the
operator has no room for, if it came at most `PASSING` later. Then room is kept for the heavy one, or it would wait for
ever beside somebody who is always nearly full.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime, timedelta

from baton.core.ids import OperatorId
from baton.core.policy.queue import MAX_CREDIT
from baton.core.routing.available import Available, could_take, rests
from baton.core.routing.need import KNOWN_WAIT, Need

PASSING = timedelta(seconds=120)
"""How much later one may have come that passes another for which there is no room yet."""

_SCARCITY = 1000
"""Points that a skill costs which only one operator has; shared among those who have it."""

_LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)


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
