"""Merging two conversations of one customer: one goes on, the other ends with a pointer to it."""

from baton.core.actors import Caller
from baton.core.conversation import Conversation
from baton.core.copy import said
from baton.core.errors import Conflict, Invalid
from baton.core.ids import ConversationId
from baton.core.verbs.merging import merge
from baton.services.access import find, require_operator
from baton.services.desk import Desk
from baton.services.moves import notice, words_of

_TRIES = 3
"""How often it is tried against two conversations in which somebody writes meanwhile."""


async def merge_into(
    desk: Desk, caller: Caller, id: ConversationId, into: ConversationId
) -> tuple[Conversation, Conversation]:
    """End a duplicate and go on in the other one; the customer is told. Both as they stand after it.

    Raises the core's refusals, and Conflict `busy` where too much happens in them. There is no way back.
    """
    require_operator(caller)
    if not into:
        raise Invalid("Name the conversation in which it goes on.")
    for _ in range(_TRIES):
        duplicate, customer = await find(desk, caller, id)
        goes_on, _customer = await find(desk, caller, into)
        now = desk.clock()
        told = notice(desk, said.merged(await words_of(desk, duplicate, customer)), now)
        saved = await desk.store.conversations.save_both(*merge(duplicate, goes_on, caller.actor, at=now, notice=told))
        if saved is not None:
            for one in saved:
                desk.live.publish(one)
            return saved[0].conversation, saved[1].conversation
    raise Conflict("A lot is happening in these conversations just now. Please try again.", code="busy")
