"""From one case to one decision, and the proof of it.

The rules are asked layer by layer. The first one that hands off wins. Where none does, the first that fired decides.
So a lower layer may raise what a higher one left open, and never lowers it. The same policy and the same case give
the same decision, today or when it is replayed.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from baton.core.answers.grounding import Grounding
from baton.core.case import UNKNOWN, Case, Found, Situation, found_in
from baton.core.decision import Decision, DecisionKind, Reason
from baton.core.ids import QueueId
from baton.core.policy.model import Policy
from baton.core.policy.rule import Action, Rule
from baton.core.policy.trial import Asked, ask, fits
from baton.core.signals import Signal, SignalKind
from baton.core.track import Track

_KINDS = {
    Action.HANDOFF: DecisionKind.HANDOFF,
    Action.OFFER: DecisionKind.OFFER,
    Action.CLARIFY: DecisionKind.CLARIFY,
    Action.ANSWER_AND_OFFER: DecisionKind.ANSWER,
}
_NOT_REASONS = (
    SignalKind.ASKS_FOR_PERSON,
    SignalKind.OWN_WORDS,
    SignalKind.RISK,
    SignalKind.NO_HELP,
    SignalKind.LOOKS_LIKE,
    SignalKind.PARTLY_ANSWERED,
)
_REASONS = {kind: Reason(kind.value) for kind in SignalKind if kind not in _NOT_REASONS}
_REASONS[SignalKind.ASKS_FOR_PERSON] = Reason.CUSTOMER_REQUEST
_REASONS[SignalKind.RISK] = Reason.STUCK

URGENT_PRIORITY = 2
"""What an urgent message adds up to at least, beside what its rule says."""

SAME_ANSWER = "the same passages were cited for the question before"


def decide(
    policy: Policy,
    signals: Sequence[Signal],
    *,
    track: Track,
    grounding: Grounding | None,
    situation: Situation = UNKNOWN,
) -> Decision | None:
    """The decision on one customer message.

    With `grounding` None, what can be decided before anything is looked up: a handoff by a layer above grounding,
    a reply to small talk, or None, which means: look it up and ask again with what was found. With a grounding,
    always a decision.
    """
    found = None if grounding is None else found_in(grounding)
    return decide_case(policy, Case(tuple(signals), track, situation, found))


def decide_case(policy: Policy, case: Case) -> Decision | None:
    """The decision on a case: what `decide` does, and what a replay does with a case that was kept."""
    if case.found is None:
        return _before_looking(policy, case)
    seen = (*case.signals, *_shown_by_sources(policy, case, case.found))
    asked = ask(policy, case, seen, first=len(policy.ready.rules))
    if asked.decisive is not None:
        return _decision(policy, case, asked, seen)
    return _answer(policy, case, asked, seen)


def next_track(track: Track, decision: Decision, grounding: Grounding | None, question_stems: tuple[str, ...]) -> Track:
    """The track after a decision. Small talk leaves the question that is open as it was."""
    if decision.reason is Reason.SMALL_TALK:
        return replace(track, turns=track.turns + 1, offered=decision.topic == "who")
    answered = decision.kind is DecisionKind.ANSWER
    asked_back = decision.kind is DecisionKind.CLARIFY
    is_stuck = any(signal.kind is SignalKind.STUCK for signal in decision.signals)
    return Track(
        turns=track.turns + 1,
        clarified=track.clarified + 1 if asked_back else 0,
        asked=track.asked + 1 if asked_back else 0 if answered else track.asked,
        unanswered=track.unanswered if asked_back else 0 if answered else track.unanswered + 1,
        failures=track.failures + 1 if is_stuck else 0,
        offered=decision.kind is DecisionKind.OFFER,
        last_question=question_stems or track.last_question,
        last_passages=found_in(grounding).passages if answered and grounding else track.last_passages,
        question_before=track.question_before,
        returned=track.returned,
        course=track.course,
        strain=track.strain,
        risk=track.risk,
        troubles=track.troubles,
        last_answer=track.last_answer,
    )


def _shown_by_sources(policy: Policy, case: Case, found: Found) -> tuple[Signal, ...]:
    """What the sources' answer itself shows: none, several readings, too unsure, or the same as last time.
    Where it is too unsure to give, the nearest sections are readings too; not of sources past their review."""
    shown: list[Signal] = []
    about_policy = any(signal.kind is SignalKind.POLICY_TOPIC for signal in case.signals)
    needed = policy.thresholds.needed(about_policy=about_policy)
    is_unsure = found.confidence < needed and not (about_policy or found.stale)
    readings = found.alternatives or (found.nearest if is_unsure else ())
    if readings:
        shown.append(Signal(SignalKind.AMBIGUOUS, 1.0, readings))
    if not found.has_answer:
        shown.append(Signal(SignalKind.NO_SOURCE, 1.0, found.missing))
    elif found.confidence < needed:
        fact = f"confidence {found.confidence:.2f}, {needed:.2f} needed"
        old = tuple(f"past its review: {name}" for name in found.stale)
        shown.append(Signal(SignalKind.LOW_CONFIDENCE, 1.0 - found.confidence, (fact, *old)))
    if found.passages and found.passages == case.track.last_passages:
        shown.append(Signal(SignalKind.STUCK, 0.6, (SAME_ANSWER,)))
    return tuple(shown)


def _before_looking(policy: Policy, case: Case) -> Decision | None:
    asked = ask(policy, case, case.signals, first=policy.ready.before)
    if asked.decisive is not None and asked.decisive.rule.then is Action.HANDOFF:
        return _decision(policy, case, asked, case.signals)
    idle = next((signal for signal in case.signals if _asks_nothing(signal)), None)
    if idle is not None:
        return _nothing_to_look_up(policy, case, idle)
    talk = next((signal for signal in case.signals if signal.kind is SignalKind.SMALL_TALK), None)
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
        signals=case.signals,
        trials=asked.trials,
        offers_person=asked.raises or asked.decisive is not None,
        case=case,
    )


def _asks_nothing(signal: Signal) -> bool:
    """Words that only say that an answer didn't help, or a file without words."""
    return signal.kind is SignalKind.NO_HELP or (signal.kind is SignalKind.ATTACHMENT and signal.score >= 1.0)


def _nothing_to_look_up(policy: Policy, case: Case, idle: Signal) -> Decision:
    """Where there is nothing to look up, all rules have their say at once; a person is offered at least."""
    asked = ask(policy, case, case.signals, first=len(policy.ready.rules))
    if asked.decisive is not None:
        return _decision(policy, case, asked, case.signals)
    topic = _subject(None, case.signals)
    return Decision(
        DecisionKind.OFFER,
        Reason.ATTACHMENT if idle.kind is SignalKind.ATTACHMENT else Reason.STUCK,
        "nothing_to_look_up",
        policy.version,
        queue=where(policy, case.signals, topic),
        topic=topic,
        evidence=idle.evidence,
        signals=case.signals,
        trials=asked.trials,
        offers_person=True,
        case=case,
    )


def _decision(policy: Policy, case: Case, asked: Asked, seen: tuple[Signal, ...]) -> Decision:
    assert asked.decisive is not None  # noqa: S101 - seen to by the callers
    rule, signal = asked.decisive
    topic = _subject(signal, seen)
    kind = _KINDS[rule.then]
    is_unsure = any(one.kind is SignalKind.LOW_CONFIDENCE for one in seen)  # then a question back may lead nowhere
    return Decision(
        kind,
        _REASONS[rule.when],
        rule.id,
        policy.version,
        confidence=case.found.confidence if case.found else 0.0,
        queue=None if rule.then is Action.CLARIFY else _queue(policy, rule, seen, topic),
        priority=_priority(policy, rule, seen),
        topic=topic,
        evidence=signal.evidence,
        signals=seen,
        trials=asked.trials,
        offers_person=kind is DecisionKind.OFFER or (kind is DecisionKind.CLARIFY and (asked.raises or is_unsure)),
        case=case,
    )


def _answer(policy: Policy, case: Case, asked: Asked, seen: tuple[Signal, ...]) -> Decision:
    """The answer from the sources. Where there is none, a person is offered, even if no rule says so."""
    found = case.found
    has_answer = found is not None and found.has_answer
    topic = _subject(None, seen)
    offers_person = asked.raises or not has_answer or any(one.kind is SignalKind.PARTLY_ANSWERED for one in seen)
    return Decision(
        DecisionKind.ANSWER if has_answer else DecisionKind.OFFER,
        Reason.GROUNDED if has_answer else Reason.NO_SOURCE,
        "grounded" if has_answer else "nothing_to_say",
        policy.version,
        confidence=found.confidence if found else 0.0,
        queue=where(policy, seen, topic) if offers_person else None,
        topic=topic,
        signals=seen,
        trials=asked.trials,
        offers_person=offers_person,
        case=case,
    )


def where(policy: Policy, signals: Iterable[Signal], topic: str | None = None) -> QueueId:
    """The queue of a message that no rule sends anywhere: its topic's, that of another topic seen beside it, that of
    the examples that it is like, or the default one."""
    seen = tuple(signals)
    for about in (topic, _subject(None, seen)):
        named = policy.ready.queue_of.get(about or "")
        if named is not None:
            return named
    like = next((policy.queue(one.topic) for one in seen if one.kind is SignalKind.LOOKS_LIKE), None)
    return (like or policy.default_queue).id


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
    return where(policy, signals, topic)


def _priority(policy: Policy, rule: Rule, signals: tuple[Signal, ...]) -> int:
    """The rule's own priority, raised by urgency, by rules about who the customer is and by danger, at most 3."""
    base = rule.priority
    for other in policy.ready.raising:
        if other.priority > base and any(s.kind is other.when and fits(policy, other, s) for s in signals):
            base = other.priority
    is_urgent = any(signal.kind is SignalKind.URGENCY for signal in signals)
    return min(3, max(URGENT_PRIORITY, base + 1)) if is_urgent else base
