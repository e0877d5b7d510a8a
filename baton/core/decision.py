"""What the bot decided, why, and by which rule of which policy."""

from enum import StrEnum
from typing import NamedTuple

from baton.core.case import Case
from baton.core.ids import QueueId
from baton.core.signals import Signal
from baton.core.values import value


class DecisionKind(StrEnum):
    """The four decisions there are."""

    ANSWER = "answer"
    CLARIFY = "clarify"
    OFFER = "offer"
    HANDOFF = "handoff"


class Reason(StrEnum):
    """Why a decision was taken or a handoff opened. One taxonomy for trail, packet, reports and API."""

    GROUNDED = "grounded"
    OUTSIDE_BOT = "outside_bot"
    SMALL_TALK = "small_talk"
    AMBIGUOUS = "ambiguous"
    CUSTOMER_REQUEST = "customer_request"
    POLICY_TOPIC = "policy_topic"
    SENSITIVE_DATA = "sensitive_data"
    CUSTOMER_ATTRIBUTE = "customer_attribute"
    BUYING_INTENT = "buying_intent"
    URGENCY = "urgency"
    DISTRESS = "distress"
    STUCK = "stuck"
    NO_SOURCE = "no_source"
    CONFLICTING_SOURCES = "conflicting_sources"
    LOW_CONFIDENCE = "low_confidence"
    TOOL_FAILED = "tool_failed"
    KNOWLEDGE_FAILED = "knowledge_failed"
    MODEL_FAILED = "model_failed"
    BOT_FAILED = "bot_failed"
    ATTACHMENT = "attachment"
    WORKFLOW_EXCEPTION = "workflow_exception"
    OPERATOR_TAKEOVER = "operator_takeover"
    BOT_REQUEST = "bot_request"
    TEAM_REQUEST = "team_request"
    REOPENED = "reopened"


class Outcome(StrEnum):
    """What came of asking one rule. Only a rule that fired has a say; one that is overridden fired, and another won."""

    FIRED = "fired"
    OVERRIDDEN = "overridden"
    NO_SIGNAL = "no_signal"
    OTHER_TOPIC = "other_topic"
    TOO_WEAK = "too_weak"
    ONLY_ASKED_ABOUT = "only_asked_about"
    NOT_BESIDE = "not_beside"
    NOT_YET = "not_yet"
    USED_UP = "used_up"
    CONDITION = "condition"


class Trial(NamedTuple):
    """One rule that was asked, and what came of it. `why` says why it did not fire, or what overrode it."""

    rule: str
    outcome: Outcome
    why: str = ""


@value
class Decision:
    """One decision with its proof: every signal it saw, the rules it tried in order, and the one that fired.

    `trials` are those rules with what came of each; `case` is all that the decision rests on, from which it can be
    taken again.

    `queue` and `priority` (0 normal .. 3 urgent) are set on a handoff, and on an offer say where it would go.
    `queue_named`: somebody asked for that very queue, so no queue that is narrower takes its place.
    `offers_person` is set where the human option is put up front. `policy_version` is the
    tenant's policy version that it was taken under; the same inputs give the same decision.
    """

    kind: DecisionKind
    reason: Reason
    rule: str
    policy_version: int
    confidence: float = 0.0
    queue: QueueId | None = None
    priority: int = 0
    topic: str | None = None
    evidence: tuple[str, ...] = ()
    signals: tuple[Signal, ...] = ()
    trials: tuple[Trial, ...] = ()
    offers_person: bool = False
    case: Case | None = None
    queue_named: bool = False

    @property
    def tried(self) -> tuple[str, ...]:
        """The ids of the rules that were asked, in order."""
        return tuple(trial.rule for trial in self.trials)

    @property
    def overrode(self) -> tuple[str, ...]:
        """The ids of the rules that fired as well, and had no say."""
        return tuple(trial.rule for trial in self.trials if trial.outcome is Outcome.OVERRIDDEN)
