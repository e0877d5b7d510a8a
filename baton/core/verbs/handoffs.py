"""The verbs that pass the baton between bot, queue and operators.

Whenever the customer has to be told, the notice travels in the same change as the move, and so commits with it.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from baton.core.actors import Actor, ActorKind
from baton.core.conversation import Change, Conversation, Handoff, holder, moved, not_owner, standing
from baton.core.errors import Conflict, IllegalMove
from baton.core.events import Event, EventKind, notice_sent
from baton.core.ids import OfferId, OperatorId, QueueId
from baton.core.messages import Message
from baton.core.outside_desks import check_may_hold
from baton.core.track import Track
from baton.core.transitions import Move, State
from baton.core.verbs.handoff_data import handoff_data, queue_data

HANDBACK_FIELDS = ("decided", "promised", "do_not_touch", "open_question", "note")
"""What an operator may tell the bot when handing back."""


def open_handoff(
    before: Conversation,
    handoff: Handoff,
    *,
    actor: Actor,
    notice: Message,
    because: tuple[Event, ...] = (),
    decides: int | None = None,
) -> Change:
    """The bot stops: the conversation goes to a queue, with its packet and the notice to the customer.

    `because` are the events that led to it: what was told and what was decided.
    """
    opened = replace(handoff, notice_id=notice.id)
    after = moved(
        before,
        Move.HANDOFF_OPENED,
        at=handoff.opened_at,
        queue=handoff.queue,
        priority=handoff.priority,
        waiting_since=handoff.opened_at,
        handoff=opened,
        decided_seq=max(before.decided_seq, decides or 0),
    )
    happened = Event(EventKind.HANDOFF_OPENED, actor, handoff.opened_at, handoff_data(opened))
    events = (*because, happened, notice_sent(notice))
    return Change(after, events, before.version, decides=decides, opened=opened, agreed=opened.followup)


def claim(
    before: Conversation,
    operator: Actor,
    *,
    at: datetime,
    notice: Message,
    reason: str | None = None,
    accepts: OfferId | None = None,
) -> Change:
    """An operator takes a waiting conversation, from the list or by accepting an offer of it. One wins; the others are
    told who.
    """
    if before.state is State.HUMAN:
        raise already_claimed(before)
    if before.state is not State.QUEUED:
        raise IllegalMove(f"Nobody waits here. {holder(before)}", code="not_waiting", **standing(before))
    after = moved(before, Move.HANDOFF_CLAIMED, at=at, **_owned_by(before, operator))
    after = replace(after, handoff=_claimed(before.handoff, operator))
    waited = (at - before.waiting_since).total_seconds() if before.waiting_since else 0.0
    more = {key: value for key, value in (("why", reason), ("offer_id", accepts)) if value}
    data = {"waited_s": round(waited, 1), **queue_data(before), **more}
    happened = Event(EventKind.HANDOFF_CLAIMED, operator, at, data)
    return Change(after, (happened, notice_sent(notice)), before.version, claimed=True, accepts=accepts)


def take_over(
    before: Conversation,
    operator: Actor,
    *,
    at: datetime,
    notice: Message,
    handoff: Handoff | None,
    reason: str | None,
) -> Change:
    """An operator pulls the conversation from the bot (or, with a reason, from a colleague).

    A waiting conversation is claimed instead. From the bot it opens a handoff of its own, so that the trail and
    the packet are the same as for any other. Somebody who steps in has a reason that outweighs their capacity.
    """
    if before.state is State.QUEUED:
        return claim(before, operator, at=at, notice=notice, reason=reason)
    if before.state is State.HUMAN and before.owner_id == operator.operator_id:
        raise Conflict("You already hold this conversation.", code="already_yours", **standing(before))
    opened = replace(handoff, notice_id=notice.id, claimed_by=operator.operator_id) if handoff else None
    kept = opened or _claimed(before.handoff, operator)
    queue = kept.queue if kept else before.queue
    after = moved(
        before, Move.TAKEN_OVER, at=at, to=State.HUMAN, queue=queue, handoff=kept, **_owned_by(before, operator)
    )
    data = {"from": {"kind": before.owner.kind, "name": before.owner.name}, "why": reason}
    data |= handoff_data(opened) if opened else {}
    happened = Event(EventKind.TAKEN_OVER, operator, at, data)
    events = (happened, notice_sent(notice))
    return Change(after, events, before.version, opened=opened, claimed=opened is None, beyond=True)


def release(before: Conversation, operator: Actor, *, at: datetime, notice: Message, reason: str | None) -> Change:
    """The operator lets go: back to the queue it came from, in its old order."""
    check_holds(before, operator)
    return back_to_queue(before, Move.RELEASED, actor=operator, at=at, notice=notice, reason=reason)


def requeue(
    before: Conversation,
    actor: Actor,
    *,
    at: datetime,
    queue: QueueId,
    queue_name: str,
    notice: Message,
    reason: str,
) -> Change:
    """A waiting conversation goes to another queue (a fallback, or a support lead's decision)."""
    handoff = replace(_open(before), queue=queue, queue_name=queue_name)
    after = moved(
        before, Move.HANDOFF_REQUEUED, at=at, queue=queue, handoff=handoff, waiting_since=before.waiting_since
    )
    data = {"reason": reason, "from": before.queue, "queue": queue, "queue_name": queue_name}
    happened = Event(EventKind.HANDOFF_REQUEUED, actor, at, data)
    return Change(after, (happened, notice_sent(notice)), before.version)


def transfer_to_queue(
    before: Conversation,
    operator: Actor,
    *,
    at: datetime,
    queue: QueueId,
    queue_name: str,
    notice: Message,
    reason: str,
) -> Change:
    """The operator who holds it sends it to another queue."""
    check_holds(before, operator)
    moved_to = replace(before, queue=queue, handoff=replace(_open(before), queue=queue, queue_name=queue_name))
    return back_to_queue(moved_to, Move.TRANSFERRED, actor=operator, at=at, notice=notice, reason=reason)


def transfer_to_operator(
    before: Conversation, operator: Actor, *, at: datetime, to: Actor, notice: Message, reason: str
) -> Change:
    """The operator who holds it gives it to a colleague, who holds it from then on."""
    check_holds(before, operator)
    if to.operator_id == before.owner_id:
        raise Conflict("You already hold this conversation.", code="already_yours", **standing(before))
    return to_operator(before, operator, at=at, to=to, notice=notice, reason=reason)


def to_operator(before: Conversation, actor: Actor, *, at: datetime, to: Actor, notice: Message, reason: str) -> Change:
    """From one operator to another, whoever may say so."""
    handoff = _claimed(before.handoff, to)
    owned = _owned_by(before, to)
    after = moved(before, Move.TRANSFERRED, at=at, to=State.HUMAN, handoff=handoff, queue=before.queue, **owned)
    data = {"reason": reason, "to": {"kind": "operator", "id": to.id, "name": to.name}}
    happened = Event(EventKind.TRANSFERRED, actor, at, data)
    return Change(after, (happened, notice_sent(notice)), before.version, claimed=True)


def withdraw(before: Conversation, actor: Actor, *, at: datetime, notice: Message) -> Change:
    """The customer cancels the wait and goes back to the bot."""
    after = moved(before, Move.HANDOFF_WITHDRAWN, at=at, track=replace(before.track, returned=True))
    happened = Event(EventKind.HANDOFF_WITHDRAWN, actor, at, queue_data(before))
    return Change(after, (happened, notice_sent(notice)), before.version, closes="withdrawn")


def hand_back(
    before: Conversation, operator: Actor, *, at: datetime, notice: Message, told: Mapping[str, str]
) -> Change:
    """The operator gives the conversation back to the bot, with what was decided and promised."""
    check_holds(before, operator)
    after = moved(before, Move.HANDED_BACK, at=at, track=Track(returned=True))
    data = {key: told[key] for key in HANDBACK_FIELDS if told.get(key)}
    happened = Event(EventKind.HANDED_BACK, operator, at, data)
    return Change(after, (happened, notice_sent(notice)), before.version, closes="handed_back")


def already_claimed(before: Conversation) -> Conflict:
    """The refusal of everyone but the first, naming who was."""
    name = before.owner_name or "Somebody else"
    return Conflict(
        f"{name} has already claimed this conversation.", code="already_claimed", by=name, **standing(before)
    )


def check_holds(before: Conversation, actor: Actor) -> None:
    """Refuse whoever is not the operator that holds the baton."""
    if before.state is not State.HUMAN or actor.kind is not ActorKind.OPERATOR or before.owner_id != actor.id:
        raise not_owner(before, actor)


def back_to_queue(
    before: Conversation, by: Move, *, actor: Actor, at: datetime, notice: Message, reason: str | None
) -> Change:
    """From an operator into its queue, in its old order, whoever may say so."""
    handoff = replace(_open(before), claimed_by=None)
    after = moved(
        before,
        by,
        at=at,
        to=State.QUEUED,
        queue=handoff.queue,
        handoff=handoff,
        waiting_since=handoff.opened_at,
    )
    data = {"reason": reason, "queue": handoff.queue, "queue_name": handoff.queue_name}
    return Change(after, (Event(EventKind(by.value), actor, at, data), notice_sent(notice)), before.version)


def _open(before: Conversation) -> Handoff:
    if before.handoff is None:
        raise IllegalMove(f"No handoff is open here. {holder(before)}", **standing(before))
    return before.handoff


def _claimed(handoff: Handoff | None, operator: Actor) -> Handoff | None:
    return replace(handoff, claimed_by=operator.operator_id) if handoff else None


def _owned_by(before: Conversation, operator: Actor) -> dict[str, Any]:
    check_may_hold(before, operator)
    return {"owner_id": OperatorId(operator.id or ""), "owner_name": operator.name}
