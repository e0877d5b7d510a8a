"""Which two conversations can be merged, and what each learns of it."""

from dataclasses import replace
from typing import Any

import pytest
from builders import DANA, NOW, conversation, handoff, notice

from baton.core.conversation import Conversation
from baton.core.errors import Conflict
from baton.core.events import EventKind
from baton.core.followups.followup import FollowUp
from baton.core.followups.modes import Mode
from baton.core.ids import ConversationId, CustomerId, HandoffId, OperatorId, QueueId
from baton.core.transitions import State
from baton.core.verbs.merging import merge
from baton.core.verbs.resolutions import reopen

AGREED = FollowUp(
    handoff_id=HandoffId("hnd_1"),
    mode=Mode.TICKET,
    reference="HP-1",
    queue=QueueId("support"),
    owner="Support",
    made_at=NOW,
    due_at=NOW,
)


def other(state: State = State.HUMAN, **fields: Any) -> Conversation:
    return replace(conversation(state, **fields), id=ConversationId("cnv_2"))


def merged(duplicate: Conversation, into: Conversation):
    return merge(duplicate, into, DANA, at=NOW, notice=notice())


def test_the_duplicate_ends_with_a_pointer_and_the_other_learns_of_it():
    ends, goes_on = merged(conversation(State.QUEUED), other())
    assert (ends.after.state, ends.after.disposition, ends.after.merged_into) == ("resolved", "duplicate", "cnv_2")
    assert [event.kind for event in ends.events] == [EventKind.RESOLVED, EventKind.NOTICE_SENT]
    assert ends.closes == "resolved"
    assert goes_on.events[0].data == {"conversation_id": "cnv_1"}
    assert (goes_on.after.version, goes_on.after.state) == (goes_on.fence, "human")
    assert (ends.quiet_since, goes_on.quiet_since) == (12, 12)


@pytest.mark.parametrize(
    ("duplicate", "into", "code"),
    [
        (conversation(), conversation(), "goes_on_nowhere"),
        (conversation(), other(customer_id=CustomerId("cus_bob")), "other_customer"),
        (conversation(State.RESOLVED, merged_into=ConversationId("cnv_3")), other(), "already_merged"),
        (conversation(), other(State.RESOLVED), "goes_on_nowhere"),
        (conversation(State.QUEUED, handoff=handoff(followup=AGREED)), other(), "agreed_there"),
        (conversation(State.QUEUED), other(State.BOT), "waits_there"),
        (conversation(State.HUMAN, owner_id=OperatorId("opr_sam"), owner_name="Sam"), other(), "not_owner"),
        (conversation(), other(owner_id=OperatorId("opr_sam"), owner_name="Sam"), "not_owner"),
    ],
)
def test_what_would_mix_up_people_or_lose_a_promise_is_refused(duplicate: Conversation, into: Conversation, code: str):
    with pytest.raises(Conflict) as refused:
        merged(duplicate, into)
    assert refused.value.code == code


def test_what_goes_on_elsewhere_is_not_reopened():
    ended = conversation(State.RESOLVED, merged_into=ConversationId("cnv_2"))
    with pytest.raises(Conflict, match="Open that one"):
        reopen(ended, DANA, at=NOW, to=State.BOT, notice=notice(), handoff=None)
