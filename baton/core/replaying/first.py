"""The first turn of a conversation that a proposed policy decides otherwise.

What comes after it is another conversation: the bot would have said something else, or a person would have spoken. So
it is not compared, and the first difference is all that is told of a conversation.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

from baton.core.actors import ActorKind
from baton.core.case import Case
from baton.core.decision import Decision, DecisionKind
from baton.core.ids import ConversationId
from baton.core.judging.judgement import Asked
from baton.core.policy.model import Policy
from baton.core.policy.rule import Layer
from baton.core.replaying.again import replay
from baton.core.replaying.differing import Change, Difference, Verdict, change_of, verdict_now, verdict_then
from baton.core.replaying.proposed import NOT_ALIKE, Alike, asked_then, by_words_alone, proposed
from baton.core.replaying.recorded import UNKNOWN, Recorded, RecordedDecision, RecordedHandoff
from baton.core.trail.proof import case_from
from baton.core.values import altered

Place = tuple[ConversationId, int]
"""A decision: its conversation, and its number among the decisions there, from 0."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """A proposed policy, and by what the past is decided again.

    `then` gives the policy that a decision was taken under. `alike` is what examples say of messages, where the two
    policies have others. `looked_up` are decisions with what the sources say today.
    """

    policy: Policy
    then: Callable[[RecordedDecision], Policy]
    alike: dict[Place, Alike] = field(default_factory=dict[Place, Alike])
    looked_up: dict[Place, Decision] = field(default_factory=dict[Place, Decision])


@dataclass(frozen=True, slots=True)
class ToLookUp:
    """A turn that the proposed policy leaves to the sources, which had not been asked then."""

    place: Place
    asked: Asked
    case: Case


@dataclass(slots=True)
class Walked:
    """How far a conversation could be compared.

    `compared` counts its decisions up to the first difference, that one included, `not_comparable` those after it;
    `by_no_rule` those that no rule took, `not_the_same` those that come out otherwise under the policy of then already,
    so that no difference can be told from them. `open` is set where the sources have to be asked before it goes on.
    """

    recorded: Recorded
    compared: int = 0
    not_comparable: int = 0
    by_no_rule: int = 0
    not_the_same: int = 0
    difference: Difference | None = None
    open: ToLookUp | None = None


def walk(recorded: Recorded, proposal: Proposal) -> Walked:
    """Take the decisions of a conversation again, in turn, up to the first that comes out otherwise."""
    walked = Walked(recorded)
    for number, one in enumerate(recorded.decisions):
        then, case = proposal.then(one), case_from(one.data)
        if case is None:
            walked.by_no_rule += 1
            continue
        if replay(then, one.data):
            walked.not_the_same += 1
            continue
        walked.compared += 1
        place = (recorded.id, number)
        asked = asked_then(recorded, number, case)
        seen, decision = proposed(case, asked, then, proposal.policy, proposal.alike.get(place, NOT_ALIKE))
        decision = decision or proposal.looked_up.get(place)
        if decision is None:
            walked.open = ToLookUp(place, asked, seen)
        else:
            walked.difference = _difference(recorded, place, asked, decision, proposal)
        if walked.open or walked.difference:
            walked.not_comparable = len(recorded.decisions) - number - 1
            break
    return walked


def _difference(
    recorded: Recorded, place: Place, asked: Asked, decision: Decision, proposal: Proposal
) -> Difference | None:
    one, language = recorded.decisions[place[1]], asked.situation.language
    assert asked.customer is not None  # noqa: S101 - a recorded conversation has one
    was = verdict_then(one.data, proposal.then(one), asked.customer, language)
    now = verdict_now(decision, proposal.policy, asked.customer, language)
    handoff = recorded.handoff_since(one.asked.at)
    change = change_of(was, now, comes_anyway=handoff is not None)
    if change is None:
        return None
    later = _later(recorded, one, asked, proposal.policy) if change is Change.VANISHES else None
    return Difference(
        conversation=recorded.id,
        asked=one.asked,
        change=Change.LATER if later else change,
        was=was,
        now=now,
        language=language or recorded.language or UNKNOWN,
        handoff=handoff if was.hands_off or change is Change.EARLIER else None,
        later=later,
        weight=_weight(change, was, decision, proposal.then(one)),
        by_sources_of_today=place in proposal.looked_up,
    )


def _later(recorded: Recorded, one: RecordedDecision, asked: Asked, policy: Policy) -> RecordedHandoff | None:
    """The handoff by the words alone of what the customer wrote next, before anybody had answered."""
    track = altered(asked.track, reopened=False)
    for message in recorded.messages:
        if message.seq <= one.asked.seq:
            continue
        if message.by is not ActorKind.CUSTOMER:
            return None
        decision = by_words_alone(altered(asked, text=message.text, track=track), policy)
        if decision is not None and decision.kind is DecisionKind.HANDOFF:
            told = verdict_now(decision, policy, recorded.customer, asked.situation.language)
            return RecordedHandoff(message.at, told.reason, told.rule, told.queue or "")
    return None


def _weight(change: Change, was: Verdict, decision: Decision, then: Policy) -> float:
    """How much it says to read this one: handoffs that vanish by how high their rule stood, those that appear by how
    sure the bot's answer was."""
    if change is Change.VANISHES:
        layer = next((rule.layer for rule in then.rules if rule.id == was.rule), Layer.REQUEST)
        return (len(Layer) + 1 - layer) / len(Layer)
    return decision.confidence
