"""The verbs that pass the baton."""

import pytest
from builders import DANA, NOW, SAM, conversation, handoff, notice

from baton.core.conversation import Change
from baton.core.errors import Conflict, IllegalMove
from baton.core.events import EventKind
from baton.core.ids import QueueId
from baton.core.transitions import State
from baton.core.verbs.handoffs import (
    claim,
    hand_back,
    open_handoff,
    release,
    take_over,
    transfer_to_operator,
    transfer_to_queue,
    withdraw,
)


def kinds(change: Change) -> list[EventKind]:
    return [event.kind for event in change.events]


def opened(before=None) -> Change:
    return open_handoff(before or conversation(), handoff(), actor=DANA, notice=notice())


VERBS = {
    "open": lambda c: open_handoff(c, handoff(), actor=DANA, notice=notice()),
    "claim": lambda c: claim(c, DANA, at=NOW, notice=notice()),
    "release": lambda c: release(c, DANA, at=NOW, notice=notice(), reason=None),
    "withdraw": lambda c: withdraw(c, DANA, at=NOW, notice=notice()),
    "hand back": lambda c: hand_back(c, DANA, at=NOW, notice=notice(), told={}),
    "take over": lambda c: take_over(c, SAM, at=NOW, notice=notice(), handoff=handoff(), reason="x"),
    "to queue": lambda c: transfer_to_queue(
        c, DANA, at=NOW, queue=QueueId("billing"), queue_name="Billing", notice=notice(), reason="x"
    ),
    "to operator": lambda c: transfer_to_operator(c, DANA, at=NOW, to=SAM, notice=notice(), reason="x"),
}

ALLOWED = {
    State.BOT: {"open", "take over"},
    State.QUEUED: {"claim", "withdraw", "take over"},
    State.HUMAN: {"release", "hand back", "to queue", "to operator", "take over"},
    State.RESOLVED: set(),
}


@pytest.mark.parametrize("state", State)
@pytest.mark.parametrize("verb", VERBS)
def test_each_verb_works_from_the_states_it_belongs_to_and_from_no_other(state, verb):
    before = conversation(state)
    if verb not in ALLOWED[state]:
        with pytest.raises(Conflict):
            VERBS[verb](before)
        return
    change = VERBS[verb](before)
    assert change.fence == before.version
    assert change.after.version == before.version + 1
    assert kinds(change)[-1] is EventKind.NOTICE_SENT, "the customer is told in the same change"


def test_an_opened_handoff_waits_in_its_queue_and_names_its_notice():
    change = opened()
    assert change.after.state is State.QUEUED
    assert change.after.owner.kind == "queue"
    assert change.after.owner.name == "Support"
    assert change.after.waiting_since == NOW
    assert change.opened is not None
    assert change.opened.notice_id == change.events[-1].message.id
    assert kinds(change) == [EventKind.HANDOFF_OPENED, EventKind.NOTICE_SENT]


def test_the_one_who_claims_owns_and_the_next_is_told_who_did():
    change = claim(opened().after, DANA, at=NOW, notice=notice())
    assert (change.after.owner.id, change.after.owner.name) == ("opr_dana", "Dana")
    with pytest.raises(Conflict) as refused:
        claim(change.after, SAM, at=NOW, notice=notice())
    assert refused.value.code == "already_claimed"
    assert refused.value.extra["by"] == "Dana"


def test_claiming_where_nobody_waits_says_who_holds_it():
    with pytest.raises(IllegalMove) as refused:
        claim(conversation(State.BOT), DANA, at=NOW, notice=notice())
    assert refused.value.code == "not_waiting"
    assert "The bot holds it." in refused.value.detail


@pytest.mark.parametrize("verb", ["release", "hand back", "to queue", "to operator"])
def test_only_the_holder_may_let_go_of_the_baton(verb):
    held_by_sam = conversation(State.HUMAN, owner_id="opr_sam", owner_name="Sam")
    with pytest.raises(Conflict) as refused:
        VERBS[verb](held_by_sam)
    assert refused.value.code == "not_owner"
    assert "Sam holds it." in refused.value.detail


def test_a_released_conversation_takes_its_old_place_in_the_queue():
    change = VERBS["release"](conversation(State.HUMAN))
    assert change.after.state is State.QUEUED
    assert change.after.owner_id is None
    assert change.after.waiting_since == conversation(State.HUMAN).handoff.opened_at
    assert change.after.handoff.claimed_by is None


def test_a_transfer_to_a_queue_waits_in_the_new_queue():
    change = VERBS["to queue"](conversation(State.HUMAN))
    assert (change.after.queue, change.after.owner.name) == ("billing", "Billing")
    assert change.after.handoff.queue == "billing"


def test_a_transfer_to_a_colleague_never_passes_through_a_state_without_owner():
    change = VERBS["to operator"](conversation(State.HUMAN))
    assert change.after.state is State.HUMAN
    assert change.after.owner.id == "opr_sam"


def test_handing_back_tells_the_bot_what_was_decided_and_closes_the_handoff():
    told = {"decided": "Refund approved", "promised": "", "unknown": "x"}
    change = hand_back(conversation(State.HUMAN), DANA, at=NOW, notice=notice(), told=told)
    assert change.after.state is State.BOT
    assert change.after.handoff is None
    assert change.closes == "handed_back"
    assert dict(change.events[0].data) == {"decided": "Refund approved"}


def test_what_was_written_while_a_person_had_it_is_not_decided_by_the_bot_afterwards():
    change = VERBS["hand back"](conversation(State.HUMAN, asked_seq=12, decided_seq=3))
    assert change.after.decided_seq == 12


def test_taking_over_from_the_bot_opens_a_handoff_of_its_own():
    change = VERBS["take over"](conversation(State.BOT))
    assert change.opened is not None
    assert change.opened.claimed_by == "opr_sam"
    assert change.after.owner.name == "Sam"


def test_taking_over_what_waits_is_a_claim():
    change = VERBS["take over"](conversation(State.QUEUED))
    assert kinds(change)[0] is EventKind.HANDOFF_CLAIMED
    assert change.events[0].data["why"] == "x"


def test_taking_over_what_you_hold_is_refused():
    with pytest.raises(Conflict) as refused:
        take_over(conversation(State.HUMAN), DANA, at=NOW, notice=notice(), handoff=None, reason=None)
    assert refused.value.code == "already_yours"
