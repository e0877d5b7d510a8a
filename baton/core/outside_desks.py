"""Outside desks: a company's people answer elsewhere, and Baton is the bot there.

Whoever holds such a conversation is a person of that desk; nobody of Baton's own inbox can, so that two desks never
answer the same customer.
"""

from baton.core.actors import Actor
from baton.core.conversation import Conversation, standing
from baton.core.errors import Conflict
from baton.core.ids import PREFIXES, OperatorId

CHATWOOT = "chatwoot"

NAMES = {CHATWOOT: "Chatwoot"}
"""The channels whose people answer at an outside desk, with what that desk is called."""

_OUTSIDER = PREFIXES["outsider"] + "_"


def is_outside(channel: str) -> bool:
    """Whether people answer a conversation of this channel at another desk."""
    return channel in NAMES


def is_outsider(actor: Actor) -> bool:
    """Whether the actor is a person of an outside desk."""
    return actor.operator_id is not None and is_outsiders(actor.operator_id)


def is_outsiders(id: OperatorId) -> bool:
    """Whether an id is that of a person of an outside desk."""
    return id.startswith(_OUTSIDER)


def check_may_hold(before: Conversation, operator: Actor) -> None:
    """Refuse an operator of Baton a conversation that is answered elsewhere, and a person of an outside desk any other.

    Raises Conflict `answered_elsewhere`.
    """
    if is_outside(before.channel) != is_outsider(operator):
        raise answered_elsewhere(before)


def answered_elsewhere(conversation: Conversation) -> Conflict:
    """The refusal of what is for one desk to do and was asked of another."""
    desk = NAMES.get(conversation.channel)
    says = f"This conversation is answered in {desk}. Open it there." if desk else "This conversation is answered here."
    return Conflict(says, code="answered_elsewhere", **standing(conversation))
