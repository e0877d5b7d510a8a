"""The operator who holds a conversation is gone: for a while, or for good."""

from datetime import datetime

from baton.core.actors import SYSTEM, Actor
from baton.core.conversation import Change, Conversation, holder, standing
from baton.core.errors import IllegalMove
from baton.core.ids import OperatorId
from baton.core.messages import Message
from baton.core.transitions import Move, State
from baton.core.verbs.handoffs import back_to_queue, to_operator

LOST = "operator_lost"
"""The reason of a release that the desk makes itself, because the operator is gone."""

LEFT = "operator_left"
"""The reason of a move that is made because the operator is no longer of the team."""


def lose(
    before: Conversation,
    operator: OperatorId,
    *,
    at: datetime,
    notice: Message,
    actor: Actor = SYSTEM,
    reason: str = LOST,
) -> Change:
    """The operator who holds it is gone: back to the queue it came from, in its old order."""
    _check_held_by(before, operator)
    return back_to_queue(before, Move.RELEASED, actor=actor, at=at, notice=notice, reason=reason)


def inherit(
    before: Conversation, operator: OperatorId, actor: Actor, *, at: datetime, to: Actor, notice: Message
) -> Change:
    """The operator who holds it has left the team, and whoever removed them gives it to a colleague."""
    _check_held_by(before, operator)
    return to_operator(before, actor, at=at, to=to, notice=notice, reason=LEFT)


def _check_held_by(before: Conversation, operator: OperatorId) -> None:
    if before.state is not State.HUMAN or before.owner_id != operator:
        raise IllegalMove(f"The operator who is gone doesn't hold it. {holder(before)}", **standing(before))
