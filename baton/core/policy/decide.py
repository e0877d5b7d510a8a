"""From signals to one decision, and the proof of it.

The rules are asked layer by layer. The first one that hands off wins, and nothing after it is asked. Where none
does, the first that fired decides. So a lower layer may raise what a higher one left open, and never lowers it.
The same policy, signals, track and grounding give the same decision, today or when it is replayed.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from baton.core.decision import Decision, DecisionKind, Reason
from baton.core.grounding import Grounding
from baton.core.ids import QueueId
from baton.core.policy.model import COUNTED, Action, Judging, Layer, Policy, Rule
from baton.core.signals import Signal, SignalKind
from baton.core.track import Track

_KINDS = {
    Action.HANDOFF: DecisionKind.HANDOFF,
    Action.OFFER: DecisionKind.OFFER,
    Action.CLARIFY: DecisionKind.CLARIFY,
    Action.ANSWER_AND_OFFER: DecisionKind.ANSWER,
}
_REASONS = {kind: Reason(kind.value) for kind in SignalKind if kind is not SignalKind.ASKS_FOR_PERSON}
_REASONS[SignalKind.ASKS_FOR_PERSON] = Reason.CUSTOMER_REQUEST

URGENT_PRIORITY = 2
"""What an urgent message adds up to at least, beside what its rule says."""

SAME_ANSWER = "the same passages were cited for the question before"


def decide(policy: Policy, signals: Sequence[Signal], *, track: Track, grounding: Grounding | None) -> Decision | None:
    """The decision on one customer message.

    With `grounding` None, what can be decided before anything is looked up: a handoff by a layer above grounding,
    a reply to small talk, or None, which means: look it up and ask again with what was found. With a grounding,
    always a decision.
    """
    if grounding is None:
        return _before_looking(policy, tuple(signals), track)
    seen = (*signals, *grounding_signals(policy, signals, grounding, track=track))
    handoff, fired, tried = _ask(policy, policy.in_order(), seen, track=track)
    if handoff is not None:
        return _decision(policy, handoff, seen, confidence=grounding.confidence, tried=tried)
    firm = next((one for one in fired if one[0].then is not Action.ANSWER_AND_OFFER), None)
    if firm is not None:
        return _decision(policy, firm, seen, confidence=grounding.confidence, tried=tried)
    return _answer(policy, seen, grounding, tried=tried, offers_person=bool(fired))


def grounding_signals(
    policy: Policy, signals: Iterable[Signal], grounding: Grounding, *, track: Track
) -> tuple[Signal, ...]:
    """What the sources' answer itself shows: none, several readings, too unsure, or the same as last time."""
    shown: list[Signal] = []
    about_policy = any(signal.kind is SignalKind.POLICY_TOPIC for signal in signals)
    needed = policy.thresholds.policy_answer if about_policy else policy.thresholds.answer
    if grounding.alternatives:
        shown.append(Signal(SignalKind.AMBIGUOUS, 1.0, grounding.alternatives))
    if not grounding.statements:
        shown.append(Signal(SignalKind.NO_SOURCE, 1.0, grounding.missing))
    elif grounding.confidence < needed:
        fact = f"confidence {grounding.confidence:.2f}, {needed:.2f} needed"
        old = tuple(f"past its review: {name}" for name in grounding.stale)
        shown.append(Signal(SignalKind.LOW_CONFIDENCE, 1.0 - grounding.confidence, (fact, *old)))
    passages = _passages(grounding)
    if passages and passages == track.last_passages:
        shown.append(Signal(SignalKind.STUCK, 0.6, (SAME_ANSWER,)))
    return tuple(shown)


def next_track(track: Track, decision: Decision, grounding: Grounding | None, question_stems: tuple[str, ...]) -> Track:
    """The track after a decision. Small talk leaves the question that is open as it was."""
    if decision.reason is Reason.SMALL_TALK:
        return replace(track, turns=track.turns + 1, offered=False)
    answered = decision.kind is DecisionKind.ANSWER
    asked_back = decision.kind is DecisionKind.CLARIFY
    is_stuck = any(signal.kind is SignalKind.STUCK for signal in decision.signals)
    return Track(
        turns=track.turns + 1,
        clarified=track.clarified + 1 if asked_back else 0,
        unanswered=track.unanswered if asked_back else 0 if answered else track.unanswered + 1,
        failures=track.failures + 1 if is_stuck else 0,
        offered=decision.kind is DecisionKind.OFFER or decision.offers_person,
        last_question=question_stems or track.last_question,
        last_passages=_passages(grounding) if answered and grounding else track.last_passages,
        question_before=track.question_before,
    )


def _before_looking(policy: Policy, signals: tuple[Signal, ...], track: Track) -> Decision | None:
    above = tuple(rule for rule in policy.in_order() if rule.layer < Layer.GROUNDING)
    handoff, _, tried = _ask(policy, above, signals, track=track)
    if handoff is not None:
        return _decision(policy, handoff, signals, confidence=0.0, tried=tried)
    talk = next((signal for signal in signals if signal.kind is SignalKind.SMALL_TALK), None)
    if talk is None:
        return None
    return Decision(
        DecisionKind.ANSWER,
        Reason.SMALL_TALK,
        "small_talk",
        policy.version,
        confidence=1.0,
        topic=talk.topic,
        evidence=talk.evidence,
        signals=signals,
        tried=(*tried, "small_talk"),
    )


Fired = tuple[Rule, Signal]


def _ask(
    policy: Policy, rules: Iterable[Rule], signals: Sequence[Signal], *, track: Track
) -> tuple[Fired | None, list[Fired], tuple[str, ...]]:
    """Ask each rule in turn, up to the first that hands off: that one, those that fired, and all that were asked."""
    fired: list[Fired] = []
    tried: list[str] = []
    for rule in rules:
        tried.append(rule.id)
        signal = _signal_for(policy, rule, signals, track=track)
        if signal is not None:
            fired.append((rule, signal))
            if rule.then is Action.HANDOFF:
                return (rule, signal), fired, tuple(tried)
    return None, fired, tuple(tried)


def _signal_for(policy: Policy, rule: Rule, signals: Sequence[Signal], *, track: Track) -> Signal | None:
    """The strongest signal that makes the rule fire, the first of equals, or None."""
    if rule.along_with and all(signal.kind is not rule.along_with for signal in signals):
        return None
    if rule.then is Action.CLARIFY and track.clarified >= policy.limits.clarifications:
        return None
    if rule.times > _turns_in_a_row(rule.when, track):
        return None
    fitting = [signal for signal in signals if signal.kind is rule.when and _fits(policy, rule, signal)]
    return max(fitting, key=lambda signal: signal.score, default=None)


def _fits(policy: Policy, rule: Rule, signal: Signal) -> bool:
    if signal.score < rule.at_least or (rule.topics and signal.topic not in rule.topics):
        return False
    if signal.kind is not SignalKind.POLICY_TOPIC or signal.needs_judgement:
        return True
    topic = policy.topic(signal.topic)
    return topic is not None and topic.when is Judging.ALWAYS


def _turns_in_a_row(kind: SignalKind, track: Track) -> int:
    """How many turns in a row it would be with this one."""
    if kind not in COUNTED:
        return 1
    return 1 + (track.failures if kind is SignalKind.STUCK else track.unanswered)


def _decision(
    policy: Policy, fired: Fired, signals: tuple[Signal, ...], *, confidence: float, tried: tuple[str, ...]
) -> Decision:
    rule, signal = fired
    topic = _subject(signal, signals)
    return Decision(
        _KINDS[rule.then],
        _REASONS[rule.when],
        rule.id,
        policy.version,
        confidence=confidence,
        queue=None if rule.then is Action.CLARIFY else _queue(policy, rule, signals, topic),
        priority=_priority(policy, rule, signals),
        topic=topic,
        evidence=signal.evidence,
        signals=signals,
        tried=tried,
    )


def _answer(
    policy: Policy,
    signals: tuple[Signal, ...],
    grounding: Grounding,
    *,
    tried: tuple[str, ...],
    offers_person: bool,
) -> Decision:
    """The answer from the sources. Where there is none, a person is offered, even if no rule says so."""
    has_answer = bool(grounding.statements)
    topic = _subject(None, signals)
    return Decision(
        DecisionKind.ANSWER if has_answer else DecisionKind.OFFER,
        Reason.GROUNDED if has_answer else Reason.NO_SOURCE,
        "grounded" if has_answer else "nothing_to_say",
        policy.version,
        confidence=grounding.confidence,
        queue=policy.queue_for(topic) if offers_person or not has_answer else None,
        topic=topic,
        signals=signals,
        tried=(*tried, "grounded" if has_answer else "nothing_to_say"),
        offers_person=offers_person or not has_answer,
    )


def _subject(signal: Signal | None, signals: Iterable[Signal]) -> str | None:
    """What it is about: the firing signal's own topic, else a policy topic or buying intent seen beside it."""
    if signal is not None and signal.topic:
        return signal.topic
    beside = [s for s in signals if s.topic and s.kind in (SignalKind.POLICY_TOPIC, SignalKind.BUYING_INTENT)]
    best = max(beside, key=lambda s: (s.kind is SignalKind.POLICY_TOPIC, s.needs_judgement), default=None)
    return best.topic if best else None


def _queue(policy: Policy, rule: Rule, signals: Iterable[Signal], topic: str | None) -> QueueId:
    if rule.queue is not None:
        return rule.queue
    if any(topic in queue.topics for queue in policy.queues):
        return policy.queue_for(topic)
    return policy.queue_for(_subject(None, signals))


def _priority(policy: Policy, rule: Rule, signals: Sequence[Signal]) -> int:
    """The rule's own priority, raised by urgency and by rules about who the customer is, at most 3."""
    by_customer = [
        other.priority
        for other in policy.rules
        if other.when is SignalKind.CUSTOMER_ATTRIBUTE
        and any(s.kind is other.when and _fits(policy, other, s) for s in signals)
    ]
    base = max([rule.priority, *by_customer])
    is_urgent = any(signal.kind is SignalKind.URGENCY for signal in signals)
    return min(3, max(URGENT_PRIORITY, base + 1)) if is_urgent else base


def _passages(grounding: Grounding | None) -> tuple[str, ...]:
    return tuple(citation.passage_id for citation in grounding.citations) if grounding else ()
