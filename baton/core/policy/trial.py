"""Asking the rules: each with what came of it, and why it did not fire where it did not."""

from collections.abc import Mapping
from typing import NamedTuple

from baton.core.case import Case
from baton.core.decision import Outcome, Trial
from baton.core.policy.condition import holds
from baton.core.policy.condition_words import shown_by, why_not
from baton.core.policy.model import Judging, Policy
from baton.core.policy.rule import COUNTED, Action, Rule
from baton.core.signals import Signal, SignalKind
from baton.core.track import Track

_ORDINALS = {1: "1st", 2: "2nd", 3: "3rd"}


class Fired(NamedTuple):
    """A rule that fired, and the signal that made it."""

    rule: Rule
    signal: Signal


class Asked(NamedTuple):
    """What came of asking. `decisive` is the rule that decides, None where the answer may go out.

    `raises` says that a rule fired which puts a person beside whatever is said.
    """

    trials: tuple[Trial, ...]
    decisive: Fired | None
    raises: bool


def ask(policy: Policy, case: Case, signals: tuple[Signal, ...], *, first: int) -> Asked:
    """Ask the first so many rules in turn. The first that hands off is decisive; else the first that stops the answer.

    Only rules whose signal is there need a look; of the others it is known beforehand what comes of them.
    """
    ready = policy.ready
    by_kind: dict[SignalKind, list[Signal]] = {}
    for signal in signals:
        by_kind.setdefault(signal.kind, []).append(signal)
    trials = list(ready.unseen[:first])
    fired: list[tuple[int, Fired]] = []
    kinds = (*by_kind, SignalKind.WORKFLOW_EXCEPTION)
    for place in sorted({place for kind in kinds for place in ready.places.get(kind, ()) if place < first}):
        rule = ready.rules[place]
        outcome = _try(policy, rule, case, signals, by_kind)
        if isinstance(outcome, Signal):
            fired.append((place, Fired(rule, outcome)))
            outcome = Trial(rule.id, Outcome.FIRED)
        trials[place] = outcome
    decisive = _decisive(fired)
    if decisive is not None:
        for place, other in fired:
            if other is not decisive and _is_overridden(other.rule, decisive.rule):
                trials[place] = Trial(other.rule.id, Outcome.OVERRIDDEN, f"overridden by {decisive.rule.id}")
    raises = any(one.rule.then is Action.ANSWER_AND_OFFER for _, one in fired)
    return Asked(tuple(trials), decisive, raises)


def fits(policy: Policy, rule: Rule, signal: Signal) -> bool:
    """Whether the signal is of the rule's topics, strong enough, and not only asked about."""
    return _misfit(policy, rule, signal) is None


def _decisive(fired: list[tuple[int, Fired]]) -> Fired | None:
    handoff = next((one for _, one in fired if one.rule.then is Action.HANDOFF), None)
    return handoff or next((one for _, one in fired if one.rule.then is not Action.ANSWER_AND_OFFER), None)


def _is_overridden(rule: Rule, by: Rule) -> bool:
    """Whether a rule that fired has no say. A person put beside a question back still has its say."""
    return not (by.then is Action.CLARIFY and rule.then is Action.ANSWER_AND_OFFER)


def _try(
    policy: Policy,
    rule: Rule,
    case: Case,
    signals: tuple[Signal, ...],
    by_kind: Mapping[SignalKind, list[Signal]],
) -> Signal | Trial:
    """The strongest signal that makes the rule fire, the first of equals, or why it does not."""
    best: Signal | None = None
    misfit: Trial | None = None
    for signal in by_kind.get(rule.when, ()):
        misfit = _misfit(policy, rule, signal)
        if misfit is None and (best is None or signal.score > best.score):
            best = signal
    if best is None and misfit is not None:
        return misfit
    if rule.along_with is not None and rule.along_with not in by_kind:
        return Trial(rule.id, Outcome.NOT_BESIDE, f"only beside {_named(rule.along_with)}")
    if rule.times > 1 and rule.times > (turn := _turns_in_a_row(rule.when, case.track)):
        return Trial(rule.id, Outcome.NOT_YET, f"times {rule.times}, this is the {_ORDINALS.get(turn, f'{turn}th')}")
    if rule.then is Action.CLARIFY and case.track.clarified >= policy.limits.clarifications:
        most = policy.limits.clarifications
        return Trial(rule.id, Outcome.USED_UP, f"asked back {case.track.clarified} times, {most} at most")
    if rule.then is Action.CLARIFY and case.track.asked >= policy.limits.questions_before_handoff:
        most = policy.limits.questions_before_handoff
        return Trial(rule.id, Outcome.USED_UP, f"asked {case.track.asked} since the last answer, {most} at most")
    if rule.only_if is None:
        return best or Trial(rule.id, Outcome.CONDITION, "there is no condition by which it could fire")
    if not holds(rule.only_if, case, signals):
        return Trial(rule.id, Outcome.CONDITION, why_not(rule.only_if, case, signals))
    return best or Signal(SignalKind.WORKFLOW_EXCEPTION, 1.0, shown_by(rule.only_if, case, signals))


def _misfit(policy: Policy, rule: Rule, signal: Signal) -> Trial | None:
    """Why the signal is not one for the rule, None where it is."""
    if rule.topics and signal.topic not in rule.topics:
        return Trial(rule.id, Outcome.OTHER_TOPIC, f"not for {(signal.topic or 'this').replace('_', ' ')}")
    if signal.score < rule.at_least:
        return Trial(rule.id, Outcome.TOO_WEAK, f"strength {signal.score:.2f}, {rule.at_least:g} needed")
    if signal.kind is not SignalKind.POLICY_TOPIC or signal.needs_judgement:
        return None
    topic = policy.topic(signal.topic)
    if topic is not None and topic.when is Judging.ALWAYS:
        return None
    why = f"only asked about {(signal.topic or 'it').replace('_', ' ')}, the documents may answer"
    return Trial(rule.id, Outcome.ONLY_ASKED_ABOUT, why)


def _turns_in_a_row(kind: SignalKind, track: Track) -> int:
    """How many turns in a row it would be with this one."""
    if kind not in COUNTED:
        return 1
    return 1 + (track.failures if kind is SignalKind.STUCK else track.unanswered)


def _named(kind: SignalKind) -> str:
    return kind.value.replace("_", " ")
