"""The order of the waiting list: ageing by credit.

A conversation ranks at the moment when it began to wait, less its credit. So it is as though it had come earlier. The
order is total and needs no clock: what ranks before another does so for good, a position is a count, an index keeps it.
Nobody is overtaken by one that came more than `MAX_CREDIT` later.
"""

from datetime import datetime, timedelta

from baton.core.policy.queue import MAX_CREDIT, Routing
from baton.core.policy.rule import PRIORITIES

PROMISE_MARGIN = timedelta(seconds=120)
"""How long before its due time a promised conversation ranks, so that somebody still has time to read and reply."""


_NAMES = {value: name for name, value in PRIORITIES.items()}


def credit_s(routing: Routing, priority: int, tier: str | None) -> int:
    """Seconds that the policy gives for a priority (which has the urgency in it) and a customer's tier, at most
    `MAX_CREDIT`."""
    given = routing.credits.get(_NAMES.get(priority, ""), 0) + routing.tiers.get(tier or "", 0)
    return max(0, min(MAX_CREDIT, given))


def rank(waiting_since: datetime, credit: int, *, due: datetime | None = None) -> datetime:
    """`ranks_at` of a conversation with so many seconds of credit and, perhaps, a promise that falls due.

    A promise only makes it earlier. Whatever comes together, it is never more than `MAX_CREDIT` before `waiting_since`.
    """
    earned = waiting_since - timedelta(seconds=max(0, credit))
    promised = min(earned, due - PROMISE_MARGIN) if due else earned
    return max(promised, waiting_since - timedelta(seconds=MAX_CREDIT))
