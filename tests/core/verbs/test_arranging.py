"""Labels and priority: what the team arranges without moving the baton."""

from dataclasses import replace
from datetime import timedelta

import pytest
from builders import DANA, NOW, conversation, handoff

from baton.core.errors import Conflict, Invalid
from baton.core.labels import flaws, label_name
from baton.core.policy.queue import MAX_CREDIT, Routing
from baton.core.routing.ranking import rank
from baton.core.transitions import State
from baton.core.verbs.arranging import MOST_LABELS, label, prioritise, unlabel

ROUTING = Routing(credits={"raised": 60, "urgent": 600}, tiers={"gold": 30})


def test_a_label_is_put_on_once_and_moves_nothing():
    before = conversation(State.HUMAN, labels=("vip",))
    change = label(before, DANA, "refund", at=NOW)
    assert change is not None
    assert change.after.labels == ("refund", "vip")
    assert (change.fence, change.after.version, change.quiet_since) == (before.version, before.version, before.seq)
    assert label(change.after, DANA, "refund", at=NOW) is None


def test_a_label_that_is_not_there_is_not_taken_off():
    before = conversation(labels=("vip",))
    assert unlabel(before, DANA, "refund", at=NOW) is None
    change = unlabel(before, DANA, "vip", at=NOW)
    assert change is not None
    assert change.after.labels == ()


def test_there_is_an_end_to_labels():
    full = conversation(labels=tuple(str(n) for n in range(MOST_LABELS)))
    with pytest.raises(Invalid, match="Remove one first"):
        label(full, DANA, "refund", at=NOW)


def test_a_priority_moves_the_place_in_line_by_the_policys_credit():
    change = prioritise(conversation(State.QUEUED), DANA, 3, routing=ROUTING, at=NOW)
    assert change is not None
    assert change.after.handoff is not None
    assert change.after.priority == change.after.handoff.priority == 3
    assert change.after.handoff.rank == NOW - timedelta(seconds=600)
    assert change.after.version == conversation().version
    back = prioritise(change.after, DANA, 0, routing=ROUTING, at=NOW)
    assert back is not None
    assert back.after.handoff is not None
    assert back.after.handoff.rank == NOW


def test_the_customers_tier_goes_on_counting():
    before = conversation(State.QUEUED)
    gold = replace(before, handoff=handoff(needs={"tier": "gold"}, ranks_at=NOW - timedelta(seconds=30)))
    change = prioritise(gold, DANA, 1, routing=ROUTING, at=NOW)
    assert change is not None
    assert change.after.handoff is not None
    assert change.after.handoff.rank == NOW - timedelta(seconds=90)


def test_what_a_broken_promise_has_put_forward_stays_there():
    first = rank(NOW, MAX_CREDIT)
    before = replace(conversation(State.QUEUED), handoff=handoff(ranks_at=first))
    change = prioritise(before, DANA, 1, routing=ROUTING, at=NOW)
    assert change is not None
    assert change.after.handoff is not None
    assert change.after.handoff.rank == first


def test_the_same_priority_again_changes_nothing():
    assert prioritise(conversation(State.QUEUED), DANA, 0, routing=ROUTING, at=NOW) is None


@pytest.mark.parametrize("state", [State.BOT, State.RESOLVED])
def test_what_does_not_wait_for_a_person_has_no_priority(state: State):
    with pytest.raises(Conflict) as refused:
        prioritise(conversation(state), DANA, 3, routing=ROUTING, at=NOW)
    assert refused.value.code == "not_waiting"


def test_labels_are_kept_as_one_word_and_flaws_are_named():
    assert label_name("  Late Delivery ") == "late-delivery"
    assert not tuple(flaws("late-delivery", "red"))
    assert len(tuple(flaws("a/b", "mauve"))) == 2
