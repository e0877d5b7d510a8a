"""A customer in line is told anew where they stand: on the card alone, or in the chat too where a range was wrong."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from baton.core.actors import SYSTEM
from baton.core.conversation import Change, Conversation
from baton.core.errors import IllegalMove
from baton.core.events import Event, EventKind, notice_sent
from baton.core.messages import Message
from baton.core.promises import Settlement
from baton.core.transitions import State
from baton.core.verbs.lapses import Ending, ended, put_forward
from baton.core.waiting import Told, told_view


def tell_wait(
    before: Conversation, told: Told, *, at: datetime, notice: Message | None = None, broken: Sequence[Ending] = ()
) -> Change:
    """Tell a waiting customer. The baton does not move; stored only while they still wait. Raises IllegalMove else.

    With a `notice` a range that was told is owned up to. What is `broken` by that ends here, though nobody has to wait
    for its end to see it, and puts the customer forward.
    """
    handoff = before.handoff
    if before.state is not State.QUEUED or handoff is None:
        raise IllegalMove("Nobody waits in line here.")
    handoff = put_forward(handoff) if broken else handoff
    after = replace(before, handoff=replace(handoff, position=told.position, told=told))
    events = [
        *ended(broken, at),
        Event(EventKind.WAIT_TOLD, SYSTEM, at, {"position": told.position, "wait": told_view(told)}),
    ]
    if notice is not None:
        events.append(notice_sent(notice))
    settles = tuple(Settlement(one.state, one.why, id=one.id) for one in broken)
    return Change(after, tuple(events), before.version, settles=settles)
