"""The order of the waiting list: ageing by credit.

A conversation ranks at the moment when it began to wait, less its credit. So it is as though it had come earlier. The
order is total and needs no clock: what ranks before another does so for good, a position is a count, an index keeps it.
Nobody is overtaken by one that came more than `MAX_CREDIT` later.
"""

from collections.abc import Mapping
from datetime import datetime, timedelta

MAX_CREDIT = 3600
"""Seconds by which anything at all can put a conversation ahead: the bound on how long anybody is overtaken."""

PROMISE_MARGIN = timedelta(seconds=120)
"""How long before its due time a promised conversation ranks, so that somebody still has time to read and reply."""


def credit_s(priority: str, tier: str | None, *, credits: Mapping[str, int], tiers: Mapping[str, int]) -> int:
    """Seconds that the policy gives for a priority and a customer's tier, from 0 to `MAX_CREDIT`."""
    return max(0, min(MAX_CREDIT, credits.get(priority, 0) + tiers.get(tier or "", 0)))


def rank(waiting_since: datetime, credit: int, *, due: datetime | None = None) -> datetime:
    """`ranks_at` of a conversation with so many seconds of credit and, perhaps, a promise that falls due.

    A promise only makes it earlier. Whatever comes together, it is never more than `MAX_CREDIT` before `waiting_since`.
    """
    earned = waiting_since - timedelta(seconds=max(0, credit))
    promised = min(earned, due - PROMISE_MARGIN) if due else earned
    return max(promised, waiting_since - timedelta(seconds=MAX_CREDIT))
