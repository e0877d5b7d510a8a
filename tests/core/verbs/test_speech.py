"""The verbs of speaking."""

import pytest
from builders import BOT, CUSTOMER, DANA, SAM, conversation, message

from baton.core.actors import Actor, ActorKind
from baton.core.decision import Decision, DecisionKind, Reason
from baton.core.errors import Conflict
from baton.core.events import EventKind
from baton.core.messages import Audience, MessageKind
from baton.core.track import Track
from baton.core.transitions import State
from baton.core.verbs.speech import (
    bot_answers,
    discarded,
    noted,
    operator_replies,
    outside_bot_says,
    received,
    received_after_the_end,
)

OUTSIDE = Actor(ActorKind.BOT, "crd_1", "Their bot")
DECISION = Decision(DecisionKind.ANSWER, Reason.GROUNDED, "grounded", policy_version=3)


def answer(before):
    return bot_answers(
        before, message(BOT, "Three days."), decision=DECISION, track=Track(turns=1), seq=12, looked_at=("psg_1",)
    )


@pytest.mark.parametrize("state", [State.QUEUED, State.HUMAN, State.RESOLVED])
def test_the_bot_may_not_speak_while_anybody_else_holds_the_baton(state):
    with pytest.raises(Conflict) as refused:
        answer(conversation(state))
    assert refused.value.code == "not_owner"


def test_an_answer_keeps_its_decision_and_carries_the_version_it_was_composed_under():
    before = conversation()
    change = answer(before)
    assert change.fence == before.version == change.after.version
    assert change.decides == 12
    decision, said = change.events
    assert decision.kind is EventKind.DECISION_MADE
    assert decision.data["rule"] == "grounded"
    assert decision.data["passages"] == ["psg_1"]
    assert said.message.text == "Three days."


def test_a_decision_is_for_the_team_and_an_answer_for_everyone():
    decision, said = answer(conversation()).events
    assert (decision.audience, said.audience) == (Audience.TEAM, Audience.EVERYONE)


def test_an_operator_who_holds_the_baton_may_reply():
    change = operator_replies(conversation(State.HUMAN), message(DANA), version=7)
    assert change.after.version == 7, "a reply does not raise the fence"
    assert change.events[0].kind is EventKind.REPLY_SENT


@pytest.mark.parametrize(
    ("before", "author"), [(conversation(State.HUMAN), SAM), (conversation(State.QUEUED), DANA), (conversation(), DANA)]
)
def test_an_operator_who_does_not_hold_it_may_not(before, author):
    with pytest.raises(Conflict) as refused:
        operator_replies(before, message(author), version=None)
    assert refused.value.code == "not_owner"


@pytest.mark.parametrize("version", [6, 8])
def test_a_reply_under_another_version_is_refused_with_the_present_owner(version):
    with pytest.raises(Conflict) as refused:
        operator_replies(conversation(State.HUMAN), message(DANA), version=version)
    assert refused.value.code == "stale_version"
    assert refused.value.extra["owner"] == {"kind": "operator", "id": "opr_dana", "name": "Dana"}


def test_an_outside_bot_speaks_only_while_the_bot_holds_it():
    assert outside_bot_says(conversation(asked_seq=12), message(OUTSIDE), version=7).after.decided_seq == 12
    with pytest.raises(Conflict):
        outside_bot_says(conversation(State.HUMAN), message(OUTSIDE), version=None)


def test_a_customers_message_after_the_end_reopens_the_conversation():
    change = received_after_the_end(conversation(State.RESOLVED), message())
    assert change.after.state is State.BOT
    assert [event.kind for event in change.events] == [EventKind.REOPENED, EventKind.MESSAGE_RECEIVED]


def test_a_note_and_a_discarded_draft_are_never_for_the_customer():
    note = noted(message(DANA, "Looks angry", MessageKind.NOTE))
    late = discarded(message(BOT, "Too late"), why="late", composed_under=3)
    assert note.audience is late.audience is Audience.TEAM
    assert late.message is None, "a discarded draft is no message"
    assert note.message.audience is Audience.TEAM


def test_a_customers_message_is_an_event_for_everyone():
    assert received(message(CUSTOMER)).audience is Audience.EVERYONE
