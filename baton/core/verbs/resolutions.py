"""The verbs that end a conversation and begin it again."""

from dataclasses import replace
from datetime import datetime
from typing import Any

from baton.core.actors import SYSTEM, Actor, ActorKind
from baton.core.conversation import Change, Conversation, Handoff, moved, not_owner, standing
from baton.core.errors import Conflict
from baton.core.events import Event, EventKind, notice_sent
from baton.core.messages import Message
from baton.core.outside_desks import check_may_hold
from baton.core.transitions import Move, State

NO_REPLY = "no_reply"
"""The disposition of a conversation that the desk closed itself: the bot answered, and the customer said no more."""


def resolve(
    before: Conversation,
    actor: Actor,
    *,
    at: datetime,
    notice: Message,
    disposition: str | None = None,
    note: str | None = None,
) -> Change:
    """End the conversation. While an operator holds it, only that operator may."""
    if before.state is State.HUMAN and actor.kind is ActorKind.OPERATOR and actor.id != before.owner_id:
        raise not_owner(before, actor)
    after = moved(before, Move.RESOLVED, at=at, disposition=disposition)
    data: dict[str, Any] = {"disposition": disposition, "note": note}
    happened = Event(EventKind.RESOLVED, actor, at, {key: value for key, value in data.items() if value})
    return _with_notice(after, happened, notice, before, closes="resolved")


def close_quiet(before: Conversation, *, at: datetime, notice: Message) -> Change:
    """End what the customer has left with the bot, if nothing has happened since the conversation was read."""
    return replace(resolve(before, SYSTEM, at=at, notice=notice, disposition=NO_REPLY), quiet_since=before.seq)


def is_left(before: Conversation, since: datetime) -> bool:
    """Whether the bot holds it, the customer had an answer, and nobody has said a word after `since`.

    Where the customer spoke last, somebody owes them an answer: silence closes nothing then.
    """
    is_answered = 0 < before.asked_seq <= before.decided_seq and before.last_author != ActorKind.CUSTOMER
    return before.state is State.BOT and is_answered and before.updated_at is not None and before.updated_at <= since


def check_heard(before: Conversation, seen: int, *, then: str = "resolve again if nothing is left to answer") -> None:
    """Raises Conflict `customer_wrote` where the customer has written since `seen`: nobody would answer that."""
    if before.asked_seq > seen:
        raise Conflict(
            f"The customer has just written. Read it, and {then}.",
            code="customer_wrote",
            **standing(before),
        )


def reopen(
    before: Conversation, actor: Actor, *, at: datetime, to: State, notice: Message, handoff: Handoff | None
) -> Change:
    """Begin again: with the bot, in a queue, or with the operator who reopens it. The last two open a handoff."""
    if before.merged_into is not None:
        raise Conflict(
            "This conversation goes on in another one. Open that one.", code="already_merged", into=before.merged_into
        )
    fields: dict[str, Any] = {"disposition": None}
    if handoff is not None:
        handoff = replace(handoff, notice_id=notice.id)
        fields |= {"handoff": handoff, "queue": handoff.queue, "waiting_since": None}
    if to is State.QUEUED:
        fields |= {"waiting_since": at}
    if to is State.HUMAN:
        check_may_hold(before, actor)
        fields |= {"owner_id": actor.operator_id, "owner_name": actor.name}
        handoff = replace(handoff, claimed_by=actor.operator_id) if handoff else None
        fields["handoff"] = handoff
    after = moved(before, Move.REOPENED, at=at, to=to, **fields)
    change = _with_notice(after, Event(EventKind.REOPENED, actor, at, {"to": to.value}), notice, before)
    return replace(change, opened=handoff, agreed=handoff.followup if handoff else None)


def _with_notice(
    after: Conversation, happened: Event, notice: Message, before: Conversation, *, closes: str | None = None
) -> Change:
    return Change(after, (happened, notice_sent(notice)), before.version, closes=closes)
