"""How a decision under a proposed policy differs from the one that was taken."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from baton.core.customer import Customer
from baton.core.decision import Decision, DecisionKind
from baton.core.ids import ConversationId
from baton.core.policy.model import Policy
from baton.core.policy.places import place_for, whom
from baton.core.redaction.reader import Reader
from baton.core.replaying.recorded import RecordedHandoff, RecordedMessage

SHOWN = 200
"""Characters of what the customer wrote that are shown."""


class Change(StrEnum):
    """What becomes of a turn. The first that fits is told."""

    EARLIER = "earlier"
    APPEARS = "appears"
    LATER = "later"
    VANISHES = "vanishes"
    OTHER_QUEUE = "other_queue"
    OTHER_REASON = "other_reason"
    OTHER_PRIORITY = "other_priority"
    OTHER_RULE = "other_rule"
    BECOMES = "becomes"
    PERSON_OFFERED = "person_offered"
    PERSON_NOT_OFFERED = "person_not_offered"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a decision comes to. `queue` and `priority` (0 to 3) are a handoff's: the queue that it joins."""

    kind: DecisionKind
    reason: str
    rule: str
    queue: str | None = None
    priority: int = 0
    offers_person: bool = False

    @property
    def hands_off(self) -> bool:
        """Whether a person gets it."""
        return self.kind is DecisionKind.HANDOFF


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """The first turn of a conversation that comes out otherwise.

    `handoff` is the one of the past that vanishes, moves or changes; `later` the one that would come in its place, at
    what the customer wrote next. `weight` is the larger the sooner somebody should read it. `by_sources_of_today`:
    whether the sources had not been asked then and were asked now.
    """

    conversation: ConversationId
    asked: RecordedMessage
    change: Change
    was: Verdict
    now: Verdict
    language: str
    handoff: RecordedHandoff | None = None
    later: RecordedHandoff | None = None
    weight: float = 0.0
    by_sources_of_today: bool = False

    @property
    def comes(self) -> RecordedHandoff | None:
        """The handoff that the proposed policy would open here, None where it opens none."""
        if self.later is not None:
            return self.later
        if not self.now.hands_off:
            return None
        at = self.handoff.at if self.handoff and self.was.hands_off else self.asked.at
        return RecordedHandoff(at, self.now.reason, self.now.rule, self.now.queue or "")


def verdict_then(data: Mapping[str, Any], policy: Policy, customer: Customer, language: str | None) -> Verdict:
    """What the decision in the data of an event came to."""
    kind = DecisionKind(data["kind"])
    queue = _place(policy, data["queue"], data["topic"], customer, language) if kind is DecisionKind.HANDOFF else None
    priority = data["priority"] if queue else 0
    return Verdict(kind, data["reason"], data["rule"], queue, priority, data["offers_person"])


def verdict_now(decision: Decision, policy: Policy, customer: Customer, language: str | None) -> Verdict:
    """What a decision comes to."""
    kind = decision.kind
    hands_off = kind is DecisionKind.HANDOFF
    queue = _place(policy, decision.queue, decision.topic, customer, language) if hands_off else None
    priority = decision.priority if queue else 0
    return Verdict(kind, decision.reason.value, decision.rule, queue, priority, decision.offers_person)


def change_of(was: Verdict, now: Verdict, *, comes_anyway: bool = False) -> Change | None:
    """What becomes of a turn, None where nothing does. `comes_anyway`: in the past a handoff came after it."""
    if now.hands_off and not was.hands_off:
        return Change.EARLIER if comes_anyway else Change.APPEARS
    if was.hands_off and not now.hands_off:
        return Change.VANISHES
    if was.kind is not now.kind:
        return Change.BECOMES
    if was.queue != now.queue:
        return Change.OTHER_QUEUE
    if was.reason != now.reason:
        return Change.OTHER_REASON
    if was.priority != now.priority:
        return Change.OTHER_PRIORITY
    if was.rule != now.rule:
        return Change.OTHER_RULE
    if was.offers_person is now.offers_person:
        return None
    return Change.PERSON_OFFERED if now.offers_person else Change.PERSON_NOT_OFFERED


def difference_view(one: Difference, reader: Reader) -> dict[str, Any]:
    """A difference ready for JSON. `moved` is when the handoff that moves was opened, or would be."""
    other = one.later or (one.handoff if one.change is Change.EARLIER else None)
    return {
        "conversation_id": one.conversation,
        "seq": one.asked.seq,
        "at": one.asked.at,
        "change": one.change.value,
        "text": reader.beginning(one.asked.text, SHOWN),
        "language": one.language,
        "was": _verdict_view(one.was),
        "now": _verdict_view(one.now),
        "moved": other.at if other else None,
        "weight": round(one.weight, 3),
        "by_sources_of_today": one.by_sources_of_today,
    }


def _verdict_view(verdict: Verdict) -> dict[str, Any]:
    view: dict[str, Any] = {"kind": verdict.kind.value, "reason": verdict.reason, "rule": verdict.rule}
    if verdict.hands_off:
        return view | {"queue": verdict.queue, "priority": verdict.priority}
    return view | {"offers_person": verdict.offers_person}


def _place(policy: Policy, queue: str | None, topic: str | None, customer: Customer, language: str | None) -> str:
    named = policy.queue(queue) or policy.default_queue
    return place_for(policy, named, topic, whom(customer, language)).id
