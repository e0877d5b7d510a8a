"""The verbs of a reply that is sent later. The baton stays where it is; when it is spoken, the gate is any reply's."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from baton.core.actors import SYSTEM, Actor
from baton.core.conversation import Change, Conversation, check_version, standing
from baton.core.errors import Conflict, Invalid
from baton.core.events import Event, EventKind
from baton.core.ids import MessageId
from baton.core.inbox.sending_later import LATEST, LONGEST, HeldBack, ScheduledReply, ScheduledState, Timer
from baton.core.messages import Message
from baton.core.verbs.arranging import arranged
from baton.core.verbs.handoffs import check_holds
from baton.core.verbs.resolutions import check_heard
from baton.core.verbs.speech import operator_replies


def schedule(
    before: Conversation,
    message: Message,
    *,
    due: datetime,
    version: int,
    even_if_written: bool,
    promised: datetime | None,
    instead_of: MessageId | None = None,
    seen: int | None = None,
) -> tuple[Change, ScheduledReply]:
    """Whoever holds it writes a reply for later, or anew `instead_of` their own that waits (then under its id).

    `promised` is when the first open promise falls due, `seen` the last `seq` that the author has read. Raises Conflict
    `stale_version`, `not_owner`, `customer_wrote`, `already_scheduled` or `promise_due`, and Invalid `time_is_over` or
    `too_far_ahead`.
    """
    check_version(before, version)
    check_holds(before, message.author)
    if seen is not None and not even_if_written:
        check_heard(before, seen, then="send this later again if it still fits")
    if before.scheduled_for is not None and instead_of is None:
        raise Conflict(
            "A reply waits here already. Change that one, or take it back first.",
            code="already_scheduled",
            due=before.scheduled_for,
        )
    at = message.at
    _check_time(due, at=at, promised=promised)
    reply = ScheduledReply(
        message=message, due_at=due, under=before.version, seq=before.seq, even_if_written=even_if_written
    )
    data = {"id": reply.id, "due": due, "even_if_written": even_if_written, "again": instead_of is not None}
    after = replace(before, timer=Timer(due, before.seq, before.version))
    return arranged(before, after, Event(EventKind.REPLY_SCHEDULED, message.author, at, data)), reply


def take_back(before: Conversation, reply: ScheduledReply, actor: Actor, *, at: datetime) -> Change:
    """A scheduled reply is dropped: by its author, or, once it was held back, by whoever holds the conversation."""
    holds = before.owner_id is not None and before.owner_id == actor.operator_id
    if actor.operator_id != reply.author_id and (reply.waits or not holds):
        name = reply.message.author.name or "A colleague"
        raise Conflict(f"{name} wrote this. Only they can take it back.", code="not_author", **standing(before))
    data = {"id": reply.id, "due": reply.due_at, "was": reply.state.value}
    after = replace(before, timer=None) if reply.waits else before
    return arranged(before, after, Event(EventKind.REPLY_UNSCHEDULED, actor, at, data))


def held_back_by(before: Conversation, reply: ScheduledReply, *, at: datetime) -> HeldBack | None:
    """Why a reply may not be sent any more; None while it may."""
    if before.version != reply.under:
        return HeldBack.MOVED
    if before.asked_seq > reply.seq and not reply.even_if_written:
        return HeldBack.CUSTOMER_WROTE
    return HeldBack.LATE if at - reply.due_at > LATEST else None


def speak(before: Conversation, reply: ScheduledReply, *, at: datetime) -> Change:
    """A scheduled reply is said, as its author's, under the version that it was written under.

    It is stored while nothing else happens (`quiet_since`): a customer who writes in that moment is seen first, and of
    two nodes one finds it so. Raises what any reply is refused by.
    """
    said = operator_replies(before, replace(reply.message, at=at), version=reply.under)
    spoken = replace(said.events[0], data={"scheduled_reply": reply.id, "due": reply.due_at})
    after = replace(said.after, timer=Timer(None, reply.seq, reply.under))
    return replace(said, after=after, events=(spoken,), quiet_since=before.seq)


def hold_back(
    before: Conversation,
    reply: ScheduledReply,
    why: HeldBack,
    *,
    at: datetime,
    moved: Mapping[str, Any] | None = None,
) -> tuple[Change, ScheduledReply]:
    """A scheduled reply is not sent, and the team is told why, with its text, so that nothing written is lost."""
    told: dict[str, Any] = {"why": why.value, **(moved or {})}
    author = reply.message.author
    data = {
        "id": reply.id,
        "due": reply.due_at,
        "author": {"id": author.id, "name": author.name},
        "text": reply.message.text,
        "composed_under": reply.under,
        **told,
    }
    after = replace(before, timer=None)
    change = arranged(before, after, Event(EventKind.REPLY_HELD_BACK, SYSTEM, at, data))
    return change, reply.ended(ScheduledState.HELD_BACK, at, told)


def _check_time(due: datetime, *, at: datetime, promised: datetime | None) -> None:
    if due <= at:
        raise Invalid("That time is over. Choose one that is still to come.", code="time_is_over")
    if due - at > LONGEST:
        raise Invalid(f"That is more than {LONGEST.days} days away. Choose an earlier time.", code="too_far_ahead")
    if promised is not None and due > promised:
        raise Conflict(
            "The customer was promised an answer before that. Choose an earlier time.",
            code="promise_due",
            due=promised,
        )
