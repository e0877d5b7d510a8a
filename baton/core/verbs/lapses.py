"""What a sweep does about promises that have lapsed: each ends, and the customer hears of a broken one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from baton.core.actors import SYSTEM
from baton.core.conversation import Change, Conversation, Handoff
from baton.core.events import Event, EventKind, notice_sent
from baton.core.messages import Message
from baton.core.policy.queue import MAX_CREDIT
from baton.core.promises import Happening, PromiseState, Settlement
from baton.core.routing.ranking import rank
from baton.core.transitions import State

_EVENTS = {
    PromiseState.KEPT: EventKind.PROMISE_KEPT,
    PromiseState.BROKEN: EventKind.PROMISE_BROKEN,
    PromiseState.WITHDRAWN: EventKind.PROMISE_WITHDRAWN,
}

STILL_WAITS = (State.QUEUED, State.HUMAN)
"""In which states a broken promise still matters to the customer."""


@dataclass(frozen=True, slots=True)
class Ending:
    """How a promise ended: its number, the state, why, and what the trail keeps of it."""

    id: int
    state: PromiseState
    why: Happening
    told: Mapping[str, Any]


def end_promises(before: Conversation, endings: Sequence[Ending], *, at: datetime, apology: Message | None) -> Change:
    """The promises end, if nothing has happened since the conversation was read. The apology goes with them."""
    events = [*ended(endings, at)]
    if apology is not None:
        events.append(notice_sent(apology))
    handoff, is_broken = before.handoff, any(one.state is PromiseState.BROKEN for one in endings)
    return Change(
        replace(before, updated_at=at, handoff=put_forward(handoff) if is_broken and handoff else handoff),
        tuple(events),
        before.version,
        quiet_since=before.seq,
        settles=tuple(Settlement(one.state, one.why, id=one.id) for one in endings),
    )


def ended(endings: Sequence[Ending], at: datetime) -> tuple[Event, ...]:
    """What the trail keeps of how promises ended."""
    return tuple(
        Event(_EVENTS[one.state], SYSTEM, at, {"promise_id": one.id, "why": one.why.value, **one.told})
        for one in endings
    )


def put_forward(handoff: Handoff) -> Handoff:
    """With all the credit that anybody may have: served next, and still nobody is overtaken without bound."""
    return replace(handoff, ranks_at=rank(handoff.opened_at, MAX_CREDIT))
