"""What Chatwoot is told of an event of the log, as steps that are taken one after the other."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from baton.core.actors import Actor
from baton.core.chatwoot.connection import Status
from baton.core.events import Event, EventKind
from baton.core.ids import PREFIXES
from baton.core.messages import Message
from baton.core.outside_desks import is_outsider
from baton.core.transitions import Move


class StepKind(StrEnum):
    """What Chatwoot is told."""

    SAY = "say"
    PACKET = "packet"
    PLACE = "place"
    STATUS = "status"


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to tell, by one request or a few of which none hurts when it is made again."""

    kind: StepKind
    message: Message | None = None
    status: Status | None = None


_STATUS_AFTER = {
    EventKind.HANDOFF_OPENED: Status.OPEN,
    EventKind.HANDOFF_WITHDRAWN: Status.PENDING,
    EventKind.RESOLVED: Status.RESOLVED,
}

_MOVES = frozenset(EventKind(one.value) for one in Move)


def steps(event: Event, before: Event | None) -> Iterator[Step]:
    """What Chatwoot is told of an event; `before` is the one before it in the conversation's log.

    Nothing that came from there is told there again. A notice goes with the move that stands before it.
    """
    if event.kind is EventKind.ANSWER_SENT and event.message:
        yield Step(StepKind.SAY, event.message)
    elif event.kind is EventKind.NOTICE_SENT and event.message:
        yield from _of_notice(event.message, before if before and before.kind in _MOVES else None)


def _of_notice(notice: Message, move: Event | None) -> Iterator[Step]:
    if move is None:
        yield Step(StepKind.SAY, notice)
        return
    if is_from_there(move.actor) and move.kind in (EventKind.TAKEN_OVER, EventKind.HANDOFF_CLAIMED):
        # Somebody answers there and has left it with the bot: for their colleagues it is open from now on.
        yield Step(StepKind.STATUS, status=Status.OPEN)
    is_theirs, to = is_from_there(move.actor), move.data.get("to")
    is_first = move.kind is EventKind.TAKEN_OVER and "handoff_id" in move.data
    opens = move.kind is EventKind.HANDOFF_OPENED or is_first or to in ("queued", "human")
    status = _STATUS_AFTER.get(move.kind) or {"queued": Status.OPEN, "bot": Status.PENDING}.get(str(to))
    if move.kind is EventKind.HANDOFF_REQUEUED:
        yield Step(StepKind.PLACE)
    if status and not is_theirs:
        yield Step(StepKind.SAY, notice)
    if opens:
        yield Step(StepKind.PACKET)
        yield Step(StepKind.PLACE)
    if status and not is_theirs:
        yield Step(StepKind.STATUS, status=status)


def is_from_there(actor: Actor) -> bool:
    """Whether Chatwoot itself did this, or one of its people."""
    return is_outsider(actor) or (actor.id or "").startswith(PREFIXES["chatwoot"] + "_")
