"""What a waiting conversation asks of whoever takes it, and how that grows less with time."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from types import MappingProxyType

from baton.core.ids import ConversationId, OperatorId, QueueId
from baton.core.policy.queue import LANGUAGE, NO_NUMBERS, Relax

KNOWN_WAIT = timedelta(seconds=60)
"""How long a conversation is kept for the operator who knows the customer, and how far that operator lets it pass
others. A minute costs the customer less than telling everything again."""

REST = timedelta(seconds=60)
"""How long whoever declined a conversation, or let its offer expire, isn't asked for it again; doubled each time."""

MOST_REST = timedelta(seconds=600)
"""The longest such rest. It is what bounds the wait of a conversation that everybody has declined."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """How often an operator declined an offer of the conversation or let it expire, and when they last did."""

    times: int
    last: datetime

    @property
    def rests_until(self) -> datetime:
        """Until when they aren't asked again."""
        return self.last + min(MOST_REST, REST * 2 ** min(self.times - 1, 10))


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """A waiting conversation, as far as routing looks at it.

    Everybody is served by least `ranks_at`, which lies before `waiting_since` by the conversation's credit. `skills`
    are the least levels asked for, `weight` the points of an operator's capacity that it takes. `knows` is the operator
    who knows this customer. `relax` are the queue's steps, `refused` who didn't want it.
    """

    conversation: ConversationId
    queue: QueueId
    ranks_at: datetime
    waiting_since: datetime
    skills: Mapping[str, int] = field(default_factory=lambda: NO_NUMBERS)
    language: str | None = None
    tier: str | None = None
    region: str | None = None
    weight: int = 1
    knows: OperatorId | None = None
    relax: Sequence[Relax] = ()
    refused: Mapping[OperatorId, Refusal] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def place(self) -> tuple[datetime, str]:
        """What the waiting list is sorted by."""
        return self.ranks_at, self.conversation

    @property
    def kept_until(self) -> datetime | None:
        """Until when it is kept for the operator who knows the customer, or None where there is no such one."""
        return self.waiting_since + KNOWN_WAIT if self.knows else None


def needs_now(need: Need, now: datetime) -> Need:
    """The need after the steps that its waiting time has reached. A lowered level never falls below 1."""
    steps = [step for step in need.relax if now >= need.waiting_since + timedelta(seconds=step.after_s)]
    if not steps:
        return need
    dropped = {step.drop for step in steps}
    lower = sum(step.lower for step in steps)
    skills = {skill: max(1, level - lower) for skill, level in need.skills.items() if skill not in dropped}
    return replace(need, skills=skills, language=None if LANGUAGE in dropped else need.language, relax=())


def relaxes_at(need: Need, now: datetime) -> datetime | None:
    """When its next step comes, or None where all of them have come."""
    steps = (need.waiting_since + timedelta(seconds=step.after_s) for step in need.relax)
    return min((moment for moment in steps if moment > now), default=None)


def changes_at(need: Need, now: datetime) -> datetime | None:
    """The next moment at which time alone changes who may take it: a step, the end of keeping it or of a rest."""
    moments = [relaxes_at(need, now), need.kept_until, *(refusal.rests_until for refusal in need.refused.values())]
    return min((moment for moment in moments if moment and moment > now), default=None)
