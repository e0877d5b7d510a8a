"""What a proposed policy decides on a turn of the past, with the facts of then.

What the log keeps stands: signals, counters, circumstances, what the sources showed. Words are read again only where
the two policies read them differently, and then only what differs between the two readings of today is taken over, so
that a newer Baton is not taken for an effect of the proposal.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from baton.core.case import Case, Found
from baton.core.decision import Decision
from baton.core.judging.judgement import MAX_KEPT, Asked, heard
from baton.core.policy.model import Policy
from baton.core.policy.reopening import goes_to_the_queue_again
from baton.core.replaying.again import taken_again
from baton.core.replaying.recorded import Recorded
from baton.core.signals import Signal, SignalKind
from baton.core.sources.freshness import Trust
from baton.core.triggers.stuck import question_stems
from baton.core.values import altered

Key = tuple[SignalKind, str | None]


@dataclass(frozen=True, slots=True)
class Alike:
    """The signals of a message by the examples of the policy of then, and by those of the proposed one."""

    then: tuple[Signal, ...] = ()
    now: tuple[Signal, ...] = ()


NOT_ALIKE = Alike()
"""Neither policy has examples, or both have the same."""


def asked_then(recorded: Recorded, place: int, case: Case) -> Asked:
    """What was judged at a decision. What the log doesn't keep of the question before is taken from that message."""
    before = recorded.decisions[place - 1].asked.text if place else ""
    track = altered(case.track, question_before=before[:MAX_KEPT], last_question=question_stems(before))
    customer = altered(recorded.customer, verified=case.situation.verified)
    text = recorded.decisions[place].asked.text
    return Asked(text, customer, track, case.situation, tools=case.situation.tools)


def proposed(
    case: Case, asked: Asked, then: Policy, now: Policy, alike: Alike = NOT_ALIKE
) -> tuple[Case, Decision | None]:
    """The case as the proposed policy sees it and its decision; None where the sources must be asked, and were not."""
    signals = _signals(case, asked, then, now, alike)
    found = case.found and _weighed_anew(case.found, then.sources, now.sources)
    seen = Case(signals, case.track, case.situation, found)
    return seen, taken_again(now, seen)


def by_words_alone(asked: Asked, now: Policy) -> Decision | None:
    """What the proposed policy decides before anything is looked up; None where it would look something up."""
    return taken_again(now, Case(heard(asked, now), asked.track, asked.circumstances))


def reads_alike(one: Policy, other: Policy) -> bool:
    """Whether both notice the same in any message. Their examples are looked at elsewhere."""
    return _read_by(one) == _read_by(other)


def _read_by(policy: Policy) -> tuple[object, ...]:
    topics = tuple((topic.key, topic.phrases) for topic in policy.topics)
    return topics, policy.words, policy.attributes


def _signals(case: Case, asked: Asked, then: Policy, now: Policy, alike: Alike) -> tuple[Signal, ...]:
    if goes_to_the_queue_again(then, case.track):
        return heard(asked, now, alike.now)
    if reads_alike(then, now) and alike.then == alike.now:
        return case.signals
    return _carried_over(case.signals, heard(asked, then, alike.then), heard(asked, now, alike.now))


def _carried_over(kept: tuple[Signal, ...], then: Iterable[Signal], now: tuple[Signal, ...]) -> tuple[Signal, ...]:
    """The kept signals, with what the proposed policy reads otherwise in place of what the other one read."""
    changed = {_key(one) for one in set(then) ^ set(now)}
    if not changed:
        return kept
    order = {_key(one): place for place, one in enumerate(now)}
    new = [one for one in now if _key(one) in changed]
    both = [*(one for one in kept if _key(one) not in changed), *new]
    return tuple(sorted(both, key=lambda one: order.get(_key(one), len(order))))


def _key(signal: Signal) -> Key:
    return signal.kind, signal.topic


def _weighed_anew(found: Found, then: Trust, now: Trust) -> Found:
    """What was found, by the proposed view of old sources. What was stale by a day of review stays so."""
    if then == now or found.age_days is None:
        return found
    by_age = _is_old(found.age_days, then)
    stale = found.stale if not by_age else ()
    if not stale and _is_old(found.age_days, now):
        stale = found.stale or ("a source that is cited",)
    if not stale and not found.stale:
        return found
    before = found.confidence / then.stale_trust if found.stale and then.stale_trust else found.confidence
    return altered(found, confidence=round(before * (now.stale_trust if stale else 1), 3), stale=stale)


def _is_old(days: int, trust: Trust) -> bool:
    return 0 < trust.stale_after_days <= days
