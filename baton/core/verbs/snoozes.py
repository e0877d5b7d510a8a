"""The verbs that put a conversation out of the lists and bring it back. The baton stays where it is."""

from dataclasses import replace
from datetime import datetime
from typing import Any

from baton.core.actors import SYSTEM, Actor
from baton.core.conversation import Change, Conversation
from baton.core.errors import Conflict, Invalid
from baton.core.events import Event, EventKind
from baton.core.inbox.snoozing import LONGEST, Snooze, Woken, bounded
from baton.core.verbs.arranging import arranged
from baton.core.verbs.handoffs import check_holds


def snooze(
    before: Conversation, operator: Actor, *, at: datetime, until: datetime | None, promised: datetime | None
) -> Change:
    """Whoever holds it puts it away until `until`, or until the customer writes; never past a promise.

    `promised` is when the first open promise falls due. Raises Conflict `promise_due` where that leaves no time.
    """
    check_holds(before, operator)
    if until is not None and until <= at:
        raise Invalid("That time is over. Choose one that is still to come.", code="time_is_over")
    if until is not None and until - at > LONGEST:
        raise Invalid("That is more than a year away. Choose an earlier time.", code="too_far_ahead")
    ends = bounded(until, promised=promised)
    if ends is not None and ends <= at:
        raise Conflict(
            "The customer was promised an answer that is due within minutes. Answer first, then snooze.",
            code="promise_due",
            due=promised,
        )
    data: dict[str, Any] = {"until": ends, "until_reply": ends is None}
    if ends != until:
        data |= {"asked": until, "promise_due": promised}
    after = replace(before, slept=Snooze(ends, before.seq, before.version), woken=None)
    return arranged(before, after, Event(EventKind.SNOOZED, operator, at, data))


def wake(before: Conversation, actor: Actor, *, at: datetime, why: Woken) -> Change | None:
    """Bring it back and say why. None where it is not snoozed, nor has a snooze left to be cleared away."""
    if before.slept is None:
        return None
    after = replace(before, slept=None, woken=why.value)
    if why in (Woken.TIME, Woken.PROMISE):
        # To the top of the list: nothing else would say that its time has come.
        after = replace(after, updated_at=at)
    return arranged(before, after, Event(EventKind.WOKEN, actor, at, {"why": why.value}))


def come_back(before: Conversation, *, at: datetime, promised: datetime | None) -> Change | None:
    """What the sweep does with a snooze that is over, by whichever end it had. None where it is not over."""
    slept = before.slept
    why = _ended_by(before, slept, at, promised) if slept else None
    return wake(before, SYSTEM, at=at, why=why) if why else None


def _ended_by(before: Conversation, slept: Snooze, at: datetime, promised: datetime | None) -> Woken | None:
    if before.version != slept.under:
        return Woken.MOVED
    if before.asked_seq > slept.seq:
        return Woken.REPLY
    latest = bounded(None, promised=promised)
    if latest is not None and latest <= at:
        return Woken.PROMISE
    return Woken.TIME if slept.until is not None and slept.until <= at else None
