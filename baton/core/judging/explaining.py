"""What the customer would be told by a decision, and what would be decided if the sources answered or did not."""

from baton.core.case import Case, Found
from baton.core.copy import HandoffFacts, handoff_notice
from baton.core.decision import Decision, DecisionKind, Reason
from baton.core.judging.judgement import Asked, before_looking, reply
from baton.core.policy.decide import decide_case
from baton.core.policy.model import Policy
from baton.core.signals import Signal, in_danger

SURE = Found(1.0, has_answer=True, passages=("a passage",), sources=1)
"""A source answers it without a doubt."""

NO_SOURCE = Found(0.0, has_answer=False)
"""No source says anything to it."""


def without_sources(policy: Policy, asked: Asked, alike: tuple[Signal, ...] = ()) -> tuple[tuple[str, Decision], ...]:
    """The decision without looking anything up; where it rests on the sources, one for each way that may go.

    Each comes with the words for when it holds, empty where it always does. `alike` are the signals by examples.
    """
    signals, decision = before_looking(asked, policy, alike)
    if decision is not None:
        return (("", decision),)
    ways = (("If a source answers it", SURE), ("If no source answers it", NO_SOURCE))
    decided = (
        (when, decide_case(policy, Case(signals, asked.track, asked.circumstances, found))) for when, found in ways
    )
    return tuple((when, decision) for when, decision in decided if decision is not None)


def told(policy: Policy, asked: Asked, decision: Decision) -> str | None:
    """What the customer would read by a decision; None where that is an answer out of the sources.

    A handoff's notice is the one with nobody at their desk, which promises least.
    """
    situation = asked.situation
    if decision.kind is DecisionKind.HANDOFF:
        queue = policy.queue(decision.queue) or policy.default_queue
        if situation.at is None:
            return None
        facts = HandoffFacts(
            reason=decision.reason,
            queue=queue.id,
            queue_name=queue.name,
            topic=decision.topic,
            danger=in_danger(decision.signals),
            is_open=queue.hours.is_open(situation.at),
            operators_here=0,
            next_open=queue.hours.next_open(situation.at),
            now=situation.at,
            brief=decision.reason is Reason.DISTRESS or asked.track.failures > 0,
        )
        return handoff_notice(facts, policy.speaks(situation.language)).text
    if decision.reason is Reason.OUTSIDE_BOT or (
        decision.kind is DecisionKind.ANSWER and decision.reason is not Reason.SMALL_TALK
    ):
        return None
    return reply(asked, decision, None, policy.speaks(situation.language))[0]
