"""What a policy keeps from the operators of each of its queues."""

from baton.core.copy import catalogue, spoken
from baton.core.policy.model import Policy
from baton.core.redaction import USUAL, Kind
from baton.core.redaction.reader import Reader


def hidden_in(policy: Policy, queue: str | None) -> frozenset[Kind]:
    """What the operators of a queue find masked. Where a conversation is in none, what any of them masks."""
    found = policy.queue(queue) if queue else None
    return found.redact if found else USUAL.union(*(one.redact for one in policy.queues))


def reader_in(policy: Policy, queue: str | None, *, languages: str | None = None) -> Reader:
    """An operator of a queue. `languages` is what they speak, as an Accept-Language header says it, else the team's."""
    return Reader(catalogue(spoken(languages) or policy.language), hidden_in(policy, queue))
