"""What is written for each line: one row, or one after every turn."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from baton.core.actors import Actor, ActorKind
from baton.core.answers.grounding import Hit
from baton.core.decision import DecisionKind
from baton.core.ids import MessageId
from baton.core.judging.judgement import of_entry
from baton.core.messages import Message, MessageKind
from baton.core.packet.frozen import frozen
from baton.core.packet.packet import PacketInput, build
from baton.core.packet.view import shown
from baton.core.policy.decide import where
from baton.core.policy.model import Policy
from baton.core.signals import Signal
from baton.services.evaluation.items import Item, Part
from baton.services.evaluation.judged import Judged, Passed
from baton.services.evaluation.unusable import Unusable

Row = dict[str, Any]

_AUTHORS = {
    Part.CUSTOMER: ActorKind.CUSTOMER,
    Part.BOT: ActorKind.BOT,
    Part.OPERATOR: ActorKind.OPERATOR,
}
_NO_DATE = datetime(2000, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What rows should hold: one per turn, the packet of a handoff, the first `top` passages."""

    per_turn: bool = False
    packet: bool = False
    top: int = 0


def rows_of(item: Item, steps: Sequence[Judged | Passed], *, policy: Policy, wanted: Wanted) -> list[Row]:
    """The rows of one line: for the conversation as a whole, or for each of its turns."""
    turns = [step for step in steps if isinstance(step, Judged)]
    if not turns:
        raise Unusable("The customer says nothing before an operator does: there is nothing for a bot to decide.")
    handed = first_handoff(turns)
    if not wanted.per_turn:
        last = handed or turns[-1]
        whole = {"turn": handed.at if handed else None} if item.is_conversation else {}
        highest = {name: max(_scores(one)[name] for one in turns) for name in ("asks_for_person", "risk")}
        return [{"id": item.id} | _row(item, last, policy, wanted) | highest | whole]
    judged_at: dict[int, Judged | None] = {one.at: one for one in turns}
    risk_at = {step.at: round(step.risk, 4) for step in steps}
    risk = 0.0
    out: list[Row] = []
    now: Judged | None = None
    for at in range(len(item.turns)):
        now = judged_at.get(at, now)
        risk = risk_at.get(at, risk)
        shown: Row = _row(item, now, policy, wanted) if now else {"decision": None}
        shown["risk"] = risk
        so_far = handed.at if handed and handed.at <= at else None
        out.append({"id": item.id, "index": at, "role": item.turns[at].by.value} | shown | {"turn": so_far})
    return out


def first_handoff(turns: Sequence[Judged]) -> Judged | None:
    """The turn at which the bot first hands off, or None."""
    return next((one for one in turns if one.decision.kind is DecisionKind.HANDOFF), None)


def _row(item: Item, one: Judged, policy: Policy, wanted: Wanted) -> Row:
    decision = one.decision
    row: Row = {
        "decision": decision.kind.value,
        "reason": decision.reason.value,
        "rule": decision.rule,
        "signals": [_signal(signal) for signal in decision.signals],
        "queue": decision.queue or _would_go(one, policy),
        "topic": decision.topic,
        "confidence": round(decision.confidence, 3),
        **_scores(one),
        "in_scope": round(one.in_scope, 4) if one.in_scope is not None else None,
        "latency_ms": round(one.seconds * 1e3, 3),
    }
    if decision.offers_person:
        row["offers_person"] = True
    if one.answer is not None:
        row["answer"] = one.answer
        row["citations"] = _citations(one) if decision.kind is DecisionKind.ANSWER else []
    if wanted.top:
        row["passages"] = [_hit(hit) for hit in (one.grounding.hits if one.grounding else ())[: wanted.top]]
    if wanted.packet and decision.kind is DecisionKind.HANDOFF:
        row["packet"] = _packet(item, one, policy)
    return row


def _would_go(one: Judged, policy: Policy) -> str:
    """The queue where the message would go, had a person to take it."""
    entry = of_entry(policy, one.grounding) if one.grounding else ()
    return where(policy, (*one.decision.signals, *entry), one.decision.topic)


def _scores(one: Judged) -> dict[str, float]:
    return {"asks_for_person": round(one.asks_for_person, 4), "risk": round(one.risk, 4)}


def _signal(signal: Signal) -> Row:
    shown: Row = {"kind": signal.kind.value, "score": round(signal.score, 3), "evidence": list(signal.evidence)}
    return shown | ({"topic": signal.topic} if signal.topic else {})


def _citations(one: Judged) -> list[Row]:
    cited = one.grounding.citations if one.grounding and one.decision.rule != "small_talk" else ()
    document = {str(hit.passage.id): hit.passage.document_id for hit in (one.grounding.hits if one.grounding else ())}
    return [
        {
            "n": c.n,
            "document": document.get(c.passage_id),
            "title": c.title,
            "heading": c.heading,
            "url": c.url,
            "quote": c.quote,
        }
        for c in cited
    ]


def _hit(hit: Hit) -> Row:
    passage = hit.passage
    return {
        "document": passage.document_id,
        "title": passage.title,
        "heading": passage.heading,
        "question": passage.question,
        "text": passage.text,
        "url": passage.url,
        "score": round(hit.score, 3),
    }


def _packet(item: Item, one: Judged, policy: Policy) -> Row:
    """The packet as it would be handed over at this turn. Places in it are the turns' numbers, from 1."""
    said = tuple(_message(item, at) for at in range(one.at + 1) if item.turns[at].by in _AUTHORS)
    queue = policy.queue(one.decision.queue) or policy.default_queue
    facts = PacketInput(
        messages=said,
        customer=item.customer,
        channel=item.turns[one.at].met.situation.channel or "evaluation",
        decision=one.decision,
        queue=queue.id,
        queue_name=queue.name,
        now=_NO_DATE,
        language=item.language or item.customer.language,
        grounding=one.grounding,
        own_facts=policy.facts,
    )
    return shown(frozen(build(facts)))


def _message(item: Item, at: int) -> Message:
    turn = item.turns[at]
    kind = _AUTHORS[turn.by]
    author = Actor(kind, item.customer.id) if kind is ActorKind.CUSTOMER else Actor(kind, None)
    text = turn.text or turn.intent.replace("_", " ")
    return Message(MessageId(f"turn-{at}"), author, MessageKind.TEXT, text, _NO_DATE, seq=at + 1)
