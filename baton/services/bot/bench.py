"""The test bench: what the bot would do with a question. Nothing is stored."""

from typing import Any

from baton.core.actors import Actor, ActorKind, Caller, Role
from baton.core.audience import SourceAudience, reader_of
from baton.core.conversation import Conversation
from baton.core.customer import Customer
from baton.core.decision import DecisionKind, Reason
from baton.core.errors import Forbidden
from baton.core.ids import ConversationId, CustomerId, MessageId
from baton.core.messages import Message, MessageKind
from baton.core.policy.model import Policy
from baton.core.policy.story import tell
from baton.core.views import message_view
from baton.services.access import require
from baton.services.bot.answering import composed, judge
from baton.services.bot.turn import Turn
from baton.services.desk import Desk


async def ask(
    desk: Desk,
    caller: Caller,
    question: str,
    *,
    language: str | None = None,
    reader: SourceAudience = SourceAudience.PUBLIC,
    policy: Policy | None = None,
) -> dict[str, Any]:
    """The decision with its proof, the answer with its citations, and the passages that were looked at.

    By the policy in force, or by `policy` in its place. `reader` asks as one of the team, of the sources that are for
    them; the caller must be allowed to read those.
    """
    require(caller, Role.ADMIN, Role.OPERATOR, Role.READONLY)
    turn = turn_of(desk, caller, question, language)
    policy = policy or await desk.policies.of(caller.tenant_id)
    if not reader_of(caller.role).may_read(reader):
        raise Forbidden(f"What is for {reader.value} is not for the role {caller.role.value}.")
    decision, grounding = await judge(desk, turn, policy, reader=reader)
    silent = decision.kind is DecisionKind.HANDOFF or decision.reason is Reason.OUTSIDE_BOT
    message = None if silent else composed(desk, turn, decision, grounding, policy)
    return {
        "decision": {
            "kind": decision.kind.value,
            "reason": decision.reason.value,
            "rule": decision.rule,
            "says": tell(policy, decision).verdict,
            "queue": decision.queue,
            "topic": decision.topic,
            "evidence": list(decision.evidence),
            "tried": list(decision.tried),
            "policy_version": decision.policy_version,
        },
        "answer": message_view(message) if message else None,
        "citations": message_view(message)["citations"] if message else [],
        "confidence": round(grounding.confidence if grounding else decision.confidence, 3),
        "signals": [
            {"kind": s.kind.value, "score": round(s.score, 3), "topic": s.topic, "evidence": list(s.evidence)}
            for s in decision.signals
        ],
        "stale": list(grounding.stale if grounding else ()),
        "hits": [
            {
                "score": round(hit.score, 3),
                "passage_id": hit.passage.id,
                "title": hit.passage.title,
                "heading": hit.passage.heading,
                "text": hit.passage.text[:400],
                "url": hit.passage.url,
                "audience": hit.passage.audience,
            }
            for hit in (grounding.hits if grounding else ())
        ],
    }


def turn_of(desk: Desk, caller: Caller, question: str, language: str | None = None) -> Turn:
    """A customer's first message in a conversation that is nowhere kept."""
    now = desk.clock()
    nobody = CustomerId("rehearsal")
    conversation = Conversation(
        ConversationId("rehearsal"), caller.tenant_id, nobody, "rehearsal", now, language=language
    )
    author = Actor(ActorKind.CUSTOMER, nobody)
    message = Message(MessageId("rehearsal"), author, MessageKind.TEXT, question, now, seq=1)
    return Turn(conversation, Customer(nobody, language=language), message)
