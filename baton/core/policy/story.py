"""A decision told as a story: what was heard, which rules were asked, which one fired, and what that means."""

from dataclasses import dataclass

from baton.core.decision import Decision, DecisionKind, Outcome, Reason
from baton.core.policy.describe import PRIORITY_NAMES, describe
from baton.core.policy.model import Policy
from baton.core.signals import Signal, SignalKind


@dataclass(frozen=True, slots=True)
class RuleAsked:
    """One rule that was asked. `says` is the rule as a sentence, `why` why it had no say."""

    rule: str
    layer: str
    says: str
    outcome: Outcome
    why: str


@dataclass(frozen=True, slots=True)
class Story:
    """`heard` are the signals in words, `rules` all that were asked in order, `verdict` the decision in a sentence."""

    heard: tuple[str, ...]
    rules: tuple[RuleAsked, ...]
    verdict: str


def tell(policy: Policy, decision: Decision) -> Story:
    """The story of a decision that was taken under this policy."""
    by_id = {rule.id: rule for rule in policy.rules}
    asked = tuple(
        RuleAsked(trial.rule, rule.layer.name.lower(), describe(rule, policy), trial.outcome, trial.why)
        for trial in decision.trials
        if (rule := by_id.get(trial.rule)) is not None
    )
    return Story(tuple(_heard(signal) for signal in decision.signals), asked, _verdict(policy, decision))


def _heard(signal: Signal) -> str:
    name = signal.kind.value.replace("_", " ")
    topic = f" {signal.topic.replace('_', ' ')}" if signal.topic else ""
    about = ", only asked about" if signal.kind is SignalKind.POLICY_TOPIC and not signal.needs_judgement else ""
    words = f": {'; '.join(signal.evidence)}" if signal.evidence else ""
    return f"{name}{topic} ({signal.score:.0%}{about}){words}"


_SAID = {
    DecisionKind.ANSWER: "Answer from the sources",
    DecisionKind.CLARIFY: "Ask back",
    DecisionKind.OFFER: "Offer a person",
    DecisionKind.HANDOFF: "Hand over to a person",
}


def _verdict(policy: Policy, decision: Decision) -> str:
    said = "Greet back" if decision.reason is Reason.SMALL_TALK else _SAID[decision.kind]
    queue = policy.queue(decision.queue) if decision.kind in (DecisionKind.HANDOFF, DecisionKind.OFFER) else None
    urgent = f", with {PRIORITY_NAMES[decision.priority]} priority" if queue and decision.priority else ""
    place = f" in {queue.name}{urgent}" if queue else ""
    beside = ", with the way to a person up front" if decision.offers_person and not queue else ""
    by = f"by rule {decision.rule}" if decision.rule in decision.tried else "no rule objects"
    overrode = f" It overrides {', '.join(decision.overrode)}." if decision.overrode else ""
    return f"{said}{place}{beside}: {by}, reason {decision.reason.value}.{overrode}"
