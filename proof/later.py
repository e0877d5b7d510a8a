"""A reply that is sent later: Dana writes it, and a timer on any node says it or puts it aside."""

from collections.abc import Iterator
from datetime import timedelta

from baton.core.actors import SYSTEM
from baton.core.conversation import Conversation
from baton.core.inbox.sending_later import ScheduledReply, Timer
from baton.core.transitions import State
from baton.core.values import altered
from baton.core.verbs.scheduled_replies import held_back_by, hold_back, schedule, speak
from proof.rules import Rules, Step
from proof.world import AT, DANA, Op, World, admits, message, stored

SAYS = "says what is due"


def reply_in(row: Conversation) -> ScheduledReply | None:
    """The reply that waits, by what the row keeps of it; its author is Dana."""
    timer = row.timer
    if timer is None or timer.due_at is None:
        return None
    return ScheduledReply(message=message(DANA), due_at=timer.due_at, under=timer.under, seq=timer.seq)


def beginnings(world: World) -> Iterator[Step]:
    """Dana schedules a reply; a timer finds one that is due, or one that can't be said any more."""
    row = world.row
    reply = reply_in(row)
    if not world.later:
        return
    if reply is None:
        if row.state is State.HUMAN and row.owner_id == DANA.id and row.timer is None:
            due = AT + timedelta(hours=1)
            change, _ = schedule(row, message(DANA), due=due, version=row.version, even_if_written=False, promised=None)
            yield Step("Dana schedules a reply", altered(world, row=_with_timer(row, change.after.timer)))
        return
    why = held_back_by(row, reply, at=AT)
    if why is None:
        yield Step("a timer finds a reply due", world.begun(Op(SAYS, SYSTEM, row)), fair=True)
    else:
        change, _ = hold_back(row, reply, why, at=AT)
        yield Step(f"a reply is held back: {why}", altered(world, row=_with_timer(row, change.after.timer)), fair=True)


def says(world: World, op: Op, rules: Rules) -> Iterator[Step]:
    """The timer's write, made from what it looked at: stored as any reply is, or refused."""
    looked, waits = op.looked, reply_in(world.row)
    reply = reply_in(looked) if looked else None
    if looked is None or reply is None:
        raise ValueError("a timer that looked at nothing")
    change = speak(looked, reply, at=AT)
    if rules.timer_asks and (waits is None or not admits(world.row, change)):
        yield Step("the timer: refused", world.without(op), fair=True)
        return
    broken = None
    if waits is None:
        broken = "a scheduled reply was said twice, or after it was put aside"
    elif world.row.owner_id != DANA.id or world.row.version != reply.under:
        broken = "a timer spoke for somebody who did not hold the baton"
    elif world.row.asked_seq > reply.seq:
        broken = "a timer spoke over a word of the customer's that nobody had read"
    row = altered(stored(world.row, change), timer=None)
    yield Step("the timer says it", altered(world.without(op), row=row), fair=True, broken=broken)


def _with_timer(row: Conversation, timer: Timer | None) -> Conversation:
    return altered(row, seq=row.seq + 1, timer=timer)
