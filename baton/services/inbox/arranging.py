"""What every way of arranging a conversation shares: load, ask the core, save while nothing else has happened."""

from collections.abc import Callable

from baton.core.actors import Caller, Role
from baton.core.conversation import Change, Conversation
from baton.core.errors import Conflict, Invalid
from baton.core.ids import ConversationId
from baton.core.policy.rule import PRIORITIES
from baton.core.verbs.arranging import prioritise
from baton.services.access import find, require
from baton.services.desk import Desk

_TRIES = 5
"""How often it is tried against a conversation in which something else happens meanwhile: a message is enough."""

Arranged = Callable[[Conversation], Change | None]
"""What the core makes of the conversation; None where it is arranged so already."""


async def arrange(desk: Desk, caller: Caller, id: ConversationId, verb: Arranged) -> Conversation:
    """Arrange one conversation. The same again changes nothing and is no error. Raises the core's refusal."""
    for _ in range(_TRIES):
        before, _customer = await find(desk, caller, id)
        change = verb(before)
        if change is None:
            return before
        saved = await desk.store.arranging.arrange(change)
        if saved is not None:
            desk.live.publish(saved)
            return saved.conversation
    raise Conflict("A lot is happening in this conversation just now. Please try again.", code="busy")


async def set_priority(desk: Desk, caller: Caller, id: ConversationId, name: str) -> Conversation:
    """Set the priority by its name in the policy, and with it the place in line."""
    require(caller, Role.OPERATOR, Role.ADMIN, Role.BOT)
    priority = PRIORITIES.get(name)
    if priority is None:
        raise Invalid(f"There is no priority {name}. Use one of {', '.join(PRIORITIES)}.")
    routing = (await desk.policies.of(caller.tenant_id)).routing
    return await arrange(
        desk,
        caller,
        id,
        lambda before: prioritise(before, caller.actor, priority, routing=routing, at=desk.clock()),
    )
