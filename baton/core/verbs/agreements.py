"""The verbs of follow-ups: agree on one, go back to waiting, finish it, or try again after a call reached nobody.

None but the last moves the baton. Each carries its word to the customer in the same change.
"""

from dataclasses import replace
from datetime import datetime
from typing import Any

from baton.core.actors import Actor
from baton.core.conversation import PREVIEW, Change, Conversation, Handoff, holder, moved, standing
from baton.core.errors import IllegalMove
from baton.core.events import Event, EventKind, notice_sent
from baton.core.followups.followup import FollowUp, FollowUpState, agreed_view
from baton.core.followups.modes import IN_LINE, Mode
from baton.core.messages import Message
from baton.core.outside_desks import answered_elsewhere
from baton.core.redaction import cut
from baton.core.transitions import Move, State
from baton.core.verbs.handoffs import check_holds


def agree(before: Conversation, followup: FollowUp, *, actor: Actor, at: datetime, notice: Message) -> Change:
    """A waiting customer goes on by ticket, callback or e-mail, or by another time of it. The place in line is kept."""
    handoff = replace(waiting(before), mode=followup.mode, followup=followup)
    opens = followup.slot.start if followup.slot else None
    after = replace(before, handoff=handoff, not_before=opens, updated_at=at)
    chosen = Event(EventKind.MODE_CHOSEN, actor, at, agreed_view(handoff.mode, handoff.followup))
    return Change(after, (chosen, notice_sent(notice)), before.version, agreed=followup)


def wait_in_line(before: Conversation, mode: Mode, *, actor: Actor, at: datetime, notice: Message) -> Change:
    """A customer with a follow-up goes back to waiting in line, in the old place."""
    if mode not in IN_LINE:
        raise ValueError(f"{mode} is not a way to wait in line")
    present = waiting(before)
    ended = replace(present.followup, state=FollowUpState.WITHDRAWN) if present.followup else None
    handoff = replace(present, mode=mode, followup=None)
    after = replace(before, handoff=handoff, not_before=None, updated_at=at)
    chosen = Event(EventKind.MODE_CHOSEN, actor, at, agreed_view(handoff.mode, handoff.followup))
    return Change(after, (chosen, notice_sent(notice)), before.version, agreed=ended)


def finish(
    before: Conversation, operator: Actor, *, at: datetime, reply: Message | None, note: str | None = None
) -> Change:
    """The operator who holds the conversation has done what was agreed; the reply, where there is one, goes with it."""
    handoff, followup = held(before, operator)
    done = replace(handoff, mode=Mode.LIVE, followup=None)
    after = replace(before, handoff=done, updated_at=at)
    events: list[Event] = []
    if reply is not None:
        events.append(Event(EventKind.REPLY_SENT, operator, at, message=reply))
        after = replace(after, preview=cut(reply.text, PREVIEW), last_author=operator.kind.value)
    data = _summary(followup) | ({"note": note} if note else {})
    events.append(Event(EventKind.FOLLOWUP_DONE, operator, at, data))
    events.append(Event(EventKind.MODE_CHOSEN, operator, at, agreed_view(done.mode, None)))
    return Change(after, tuple(events), before.version, agreed=replace(followup, state=FollowUpState.DONE))


def not_reached(before: Conversation, operator: Actor, again: FollowUp, *, at: datetime, notice: Message) -> Change:
    """A call reached nobody: back to the queue, with the next call agreed or, after the last one, a ticket."""
    present, _ = held(before, operator)
    handoff = replace(present, claimed_by=None, mode=again.mode, followup=again)
    after = moved(
        before,
        Move.RELEASED,
        at=at,
        to=State.QUEUED,
        queue=handoff.queue,
        handoff=handoff,
        waiting_since=handoff.opened_at,
        not_before=again.slot.start if again.slot else None,
    )
    why = {"reason": "not_reached", "queue": handoff.queue, "queue_name": handoff.queue_name}
    events = (
        Event(EventKind.RELEASED, operator, at, why),
        Event(EventKind.FOLLOWUP_MISSED, operator, at, _summary(again)),
        Event(EventKind.MODE_CHOSEN, operator, at, agreed_view(handoff.mode, handoff.followup)),
        notice_sent(notice),
    )
    return Change(after, events, before.version, agreed=again)


def waiting(before: Conversation) -> Handoff:
    """The open handoff of a waiting conversation. Raises IllegalMove where nobody waits, and Conflict
    `answered_elsewhere` where they wait for the people of another desk.
    """
    if before.state is not State.QUEUED or before.handoff is None:
        raise IllegalMove(
            f"How to go on is chosen while waiting for a person. {holder(before)}",
            code="not_waiting",
            **standing(before),
        )
    if before.handoff.mode is Mode.OUTSIDE:
        raise answered_elsewhere(before)
    return before.handoff


def held(before: Conversation, operator: Actor) -> tuple[Handoff, FollowUp]:
    """The handoff and the follow-up that the operator holds. Raises Conflict, or IllegalMove where none is open."""
    check_holds(before, operator)
    if before.handoff is None or before.handoff.followup is None:
        raise IllegalMove("Nothing was agreed on here that could be finished.", code="no_followup", **standing(before))
    return before.handoff, before.handoff.followup


def _summary(followup: FollowUp) -> dict[str, Any]:
    """What the trail keeps. Telephone numbers and addresses stay out of it: the log is never rewritten."""
    return {"mode": followup.mode.value, "reference": followup.reference, "tries": followup.tries}
