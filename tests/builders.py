"""Values for the core's tests, with what a test does not care about filled in."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from baton.core.actors import SYSTEM, Actor, ActorKind
from baton.core.conversation import Conversation, Handoff
from baton.core.decision import Reason
from baton.core.ids import ConversationId, CustomerId, HandoffId, MessageId, OperatorId, QueueId, TenantId
from baton.core.messages import Message, MessageKind
from baton.core.transitions import State

NOW = datetime(2026, 11, 21, 10, 0, tzinfo=UTC)
BOT = Actor(ActorKind.BOT, None, "Bot")
DANA = Actor(ActorKind.OPERATOR, "opr_dana", "Dana")
SAM = Actor(ActorKind.OPERATOR, "opr_sam", "Sam")
CUSTOMER = Actor(ActorKind.CUSTOMER, "cus_ann", "Ann")


def handoff(**fields: Any) -> Handoff:
    base = Handoff(
        id=HandoffId("hnd_1"),
        reason=Reason.CUSTOMER_REQUEST,
        rule="asks-for-person",
        queue=QueueId("support"),
        queue_name="Support",
        opened_at=NOW,
        policy_version=1,
        packet={"summary": []},
    )
    return replace(base, **fields)


def conversation(state: State = State.BOT, **fields: Any) -> Conversation:
    base = Conversation(
        id=ConversationId("cnv_1"),
        tenant_id=TenantId("ten_1"),
        customer_id=CustomerId("cus_ann"),
        channel="web",
        created_at=NOW,
        state=state,
        version=7,
        seq=12,
    )
    if state is State.QUEUED:
        base = replace(base, queue=QueueId("support"), waiting_since=NOW, handoff=handoff())
    if state is State.HUMAN:
        held = handoff(claimed_by=OperatorId("opr_dana"))
        base = replace(base, owner_id=OperatorId("opr_dana"), owner_name="Dana", queue=QueueId("support"), handoff=held)
    return replace(base, **fields)


def message(author: Actor = CUSTOMER, text: str = "Hello", kind: MessageKind = MessageKind.TEXT) -> Message:
    return Message(MessageId("msg_1"), author, kind, text, NOW)


def notice(text: str = "A word to the customer.") -> Message:
    return message(SYSTEM, text, MessageKind.NOTICE)
