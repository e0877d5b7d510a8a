"""Trying a message: what would be decided on it, by the policy in force or by one that is only being written."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from baton.core.actors import Actor, ActorKind, Caller, Role
from baton.core.conversation import Conversation
from baton.core.customer import Customer
from baton.core.decision import DecisionKind, Reason
from baton.core.ids import ConversationId, CustomerId, MessageId
from baton.core.judging.explaining import told
from baton.core.labels import label_name
from baton.core.messages import Message, MessageKind
from baton.core.policy.parse.whole import parse
from baton.core.track import Track
from baton.services.access import require
from baton.services.bot.answering import composed, judge
from baton.services.bot.turn import Turn
from baton.services.desk import Desk
from baton.services.policy.checking import story_view


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """A message to try. A customer with tags or attributes counts as verified; `unanswered` messages went before."""

    text: str
    language: str | None = None
    channel: str = "web"
    tags: tuple[str, ...] = ()
    attributes: Mapping[str, Any] = field(default_factory=dict[str, Any])
    labels: tuple[str, ...] = ()
    unanswered: int = 0


async def explain(desk: Desk, caller: Caller, trial: Trial, *, source: str | None) -> dict[str, Any]:
    """The decision on a message as a story, with what the customer would read. Nothing is stored.

    `source` is a policy's text to decide by, in place of the one in force. Raises PolicyErrors where it can't be read.
    """
    require(caller, Role.ADMIN, Role.OPERATOR, Role.READONLY)
    # A policy full of expressions takes a while, and the desk goes on meanwhile.
    own = await asyncio.to_thread(parse, source, version=0) if source is not None else None
    policy = own or await desk.policies.of(caller.tenant_id)
    turn = _turn(desk, caller, trial)
    decision, grounding = await judge(desk, turn, policy)
    if decision.kind is DecisionKind.HANDOFF or decision.reason is Reason.OUTSIDE_BOT:
        said = told(policy, turn.asked, decision)
    else:
        said = composed(desk, turn, decision, grounding, policy).text
    return story_view(policy, decision, when="", told=said)


def _turn(desk: Desk, caller: Caller, trial: Trial) -> Turn:
    now = desk.clock()
    nobody = CustomerId("trial")
    is_known = bool(trial.tags or trial.attributes)
    customer = Customer(
        nobody, language=trial.language, attributes=trial.attributes, tags=trial.tags, verified=is_known
    )
    conversation = Conversation(
        ConversationId("trial"),
        caller.tenant_id,
        nobody,
        trial.channel,
        now,
        language=trial.language,
        labels=tuple(map(label_name, trial.labels)),
        track=Track(turns=trial.unanswered, unanswered=trial.unanswered),
    )
    author = Actor(ActorKind.CUSTOMER, nobody)
    return Turn(conversation, customer, Message(MessageId("trial"), author, MessageKind.TEXT, trial.text, now, seq=1))
