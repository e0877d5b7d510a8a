"""The verbs of speaking. Each checks who holds the baton; none moves it but a customer's message after the end."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from baton.core.actors import Actor
from baton.core.answers.grounding import Wording
from baton.core.conversation import PREVIEW, Change, Conversation, check_version, moved, not_owner
from baton.core.decision import Decision, DecisionKind
from baton.core.events import Event, EventKind
from baton.core.judging.outside_bot import NOTHING_TOLD, BotTurn, after_bot
from baton.core.messages import Message, MessageKind
from baton.core.redaction import cut
from baton.core.track import Track, risk_view
from baton.core.trail.proof import proof_view
from baton.core.transitions import Move, State
from baton.core.values import altered


def received(message: Message) -> Event:
    """A customer's message. It is always taken, whoever holds the baton, and so needs no fence."""
    return Event(EventKind.MESSAGE_RECEIVED, message.author, message.at, message=message)


def received_after_the_end(before: Conversation, message: Message) -> Change:
    """A customer's message on a resolved conversation reopens it with the bot, whose turn then goes by the policy."""
    after = moved(before, Move.REOPENED, at=message.at, to=State.BOT, disposition=None, track=Track(reopened=True))
    why = {"to": State.BOT.value, "why": "the customer wrote again"}
    reopened = Event(EventKind.REOPENED, message.author, message.at, why)
    return Change(_with_last(after, message), (reopened, received(message)), before.version)


def bot_answers(
    before: Conversation,
    message: Message,
    *,
    decision: Decision,
    track: Track,
    seq: int,
    looked_at: tuple[str, ...],
    wording: Wording | None = None,
) -> Change:
    """The bot's answer, question or offer to the customer's message `seq`, with the decision that led to it."""
    if before.state is not State.BOT:
        raise not_owner(before, message.author)
    after = _with_last(before, message, track=track, decided_seq=max(before.decided_seq, seq))
    events = (
        decision_made(
            decision,
            message.author,
            message.at,
            reply_to=message.reply_to,
            looked_at=looked_at,
            wording=wording,
            track=track,
        ),
        Event(EventKind.ANSWER_SENT, message.author, message.at, message=message),
    )
    return Change(after, events, fence=before.version, decides=seq)


def left_to_outside_bot(
    before: Conversation, message: Message, *, decision: Decision, track: Track, bot: Actor
) -> Change:
    """No rule hands off the customer's message, and the tenant's own bot answers it."""
    after = altered(before, track=track, decided_seq=max(before.decided_seq, message.seq))
    decided = decision_made(decision, bot, message.at, reply_to=message.seq, track=track)
    return Change(after, (decided,), before.version, decides=message.seq)


@dataclass(frozen=True, slots=True)
class Judged:
    """What was decided beside somebody else's bot, what is remembered then, and in whose name Baton decided."""

    decision: Decision
    track: Track
    by: Actor


def check_outside_bot_holds(before: Conversation, bot: Actor, *, version: int | None) -> None:
    """Refuse the tenant's own bot while anybody else holds the baton, or under an old version."""
    check_version(before, version)
    if before.state is not State.BOT:
        raise not_owner(before, bot)


def outside_bot_says(
    before: Conversation,
    message: Message,
    *,
    version: int | None,
    told: BotTurn = NOTHING_TOLD,
    judged: Judged | None = None,
) -> Change:
    """A message of the tenant's own bot, with what it tells of the turn and what was decided on that."""
    check_outside_bot_holds(before, message.author, version=version)
    change = outside_bot_tells(before, message.author, message.at, told=told, judged=judged)
    track = after_bot(judged.track if judged else before.track, message.text, told.intent)
    said = Event(EventKind.ANSWER_SENT, message.author, message.at, message=message)
    after = _with_last(before, message, track=track, decided_seq=before.asked_seq)
    return altered(change, after=after, events=(*change.events, said))


def outside_bot_tells(
    before: Conversation, bot: Actor, at: datetime, *, told: BotTurn, judged: Judged | None = None
) -> Change:
    """What the tenant's own bot tells of a turn in which it says nothing to the customer."""
    track = judged.track if judged else before.track
    after = altered(
        before,
        updated_at=at,
        track=after_bot(track, "", told.intent) if told.intent else track,
        decided_seq=before.asked_seq if judged else before.decided_seq,
    )
    decided = decision_made(judged.decision, judged.by, at, reply_to=before.asked_seq, track=track) if judged else None
    events = (*turn_reported(told, bot, at), *((decided,) if decided else ()))
    decides = before.asked_seq if judged and before.decided_seq < before.asked_seq else None
    return Change(after, events, before.version, decides=decides)


def turn_reported(told: BotTurn, bot: Actor, at: datetime) -> tuple[Event, ...]:
    """The event that keeps what the tenant's own bot told of a turn; none where it told nothing."""
    given = {"understood": told.understood, "intent": told.intent, "tools": dict(told.tools)}
    data = {name: value for name, value in given.items() if value}
    return (Event(EventKind.TURN_REPORTED, bot, at, data),) if data else ()


def operator_replies(before: Conversation, message: Message, *, version: int | None) -> Change:
    """An operator's reply. Only the operator who holds the baton may send one."""
    check_version(before, version)
    if before.state is not State.HUMAN or before.owner_id != message.author.operator_id:
        raise not_owner(before, message.author)
    reply = Event(EventKind.REPLY_SENT, message.author, message.at, message=message)
    return Change(_with_last(before, message), (reply,), before.version)


def noted(message: Message) -> Event:
    """A private note. Anyone of the team may add one at any time; it moves nothing and no customer sees it."""
    named = [{"id": one.id, "name": one.name} for one in message.mentions]
    return Event(EventKind.NOTE_ADDED, message.author, message.at, {"mentions": named} if named else {}, message)


def discarded(message: Message, *, why: str, composed_under: int) -> Event:
    """A bot's draft that came too late. It is kept in the trail for the team and never shown to the customer."""
    data = {"text": message.text, "why": why, "composed_under": composed_under, "reply_to": message.reply_to}
    return Event(EventKind.ANSWER_DISCARDED, message.author, message.at, data)


def decision_made(
    decision: Decision,
    actor: Actor,
    at: datetime,
    *,
    reply_to: int | None,
    looked_at: tuple[str, ...] = (),
    wording: Wording | None = None,
    track: Track | None = None,
) -> Event:
    """The event that keeps a decision with its whole proof, and where the bot goes on, the `track`'s risk."""
    data = {
        "kind": decision.kind.value,
        "reason": decision.reason.value,
        "rule": decision.rule,
        "topic": decision.topic,
        "queue": decision.queue,
        "priority": decision.priority,
        "offers_person": decision.offers_person,
        "confidence": round(decision.confidence, 3),
        "policy_version": decision.policy_version,
        "evidence": list(decision.evidence),
        **proof_view(decision),
        "passages": list(looked_at),
        "reply_to": reply_to,
    }
    if wording is not None:
        data["model"] = _wording(wording)
    if track is not None:
        data |= risk_view(track)
    return Event(EventKind.DECISION_MADE, actor, at, data)


def _wording(wording: Wording) -> dict[str, object]:
    return {
        "name": wording.model,
        "prompt": wording.prompt,
        "tokens": wording.tokens,
        "declined": wording.declined,
        "cut": [{"text": text, "why": why} for text, why in wording.cut],
    }


def kind_of(decision: DecisionKind) -> MessageKind:
    """The kind of message that carries a decision which is not a handoff."""
    return {
        DecisionKind.ANSWER: MessageKind.ANSWER,
        DecisionKind.CLARIFY: MessageKind.CLARIFY,
        DecisionKind.OFFER: MessageKind.OFFER,
    }[decision]


def _with_last(before: Conversation, message: Message, **fields: Any) -> Conversation:
    preview, author = cut(message.in_short, PREVIEW), message.author.kind.value
    return altered(before, updated_at=message.at, preview=preview, last_author=author, **fields)
