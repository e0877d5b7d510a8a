"""Who may do what. Every use case asks here first, and what a caller may not see does not exist for them."""

from baton.core.actors import ActorKind, Caller, Role
from baton.core.conversation import Conversation
from baton.core.customer import Customer
from baton.core.errors import Conflict, Forbidden, NotFound
from baton.core.ids import ConversationId, OperatorId
from baton.services.desk import Desk

TEAM = (Role.ADMIN, Role.OPERATOR, Role.BOT, Role.READONLY)
"""The roles that see everything of their tenant's conversations."""


def require(caller: Caller, *roles: Role) -> None:
    """Refuse a caller of any other role."""
    if caller.role not in roles:
        wanted = " or ".join(role.value for role in roles)
        raise Forbidden(f"This takes the role {wanted}; your credential has the role {caller.role.value}.")


def require_operator(caller: Caller) -> OperatorId:
    """Refuse everyone but a person who answers: the trail has to name them."""
    if caller.actor.kind is not ActorKind.OPERATOR or caller.actor.id is None:
        raise Forbidden("Only an operator can do this, with a key or session of their own.", code="operators_only")
    return OperatorId(caller.actor.id)


async def require_present(desk: Desk, caller: Caller) -> OperatorId:
    """Refuse also an operator who is offline: what they took would go back to its queue when the grace is over."""
    operator_id = require_operator(caller)
    found = await desk.store.people.operator(caller.tenant_id, operator_id)
    if found is not None and found.availability == "offline":
        raise Conflict("You are offline. Say that you are available or away, then take it.", code="you_are_offline")
    return operator_id


def is_team(caller: Caller) -> bool:
    """Whether the caller sees notes, packets and reasoning."""
    return caller.role in TEAM


async def find(desk: Desk, caller: Caller, id: ConversationId) -> tuple[Conversation, Customer]:
    """The conversation with its customer, if the caller may see it. Raises NotFound otherwise."""
    check_may_see(caller, id)
    found = await desk.store.conversations.load(caller.tenant_id, id)
    if found is None:
        raise no_such_conversation()
    return found


def check_may_see(caller: Caller, id: ConversationId) -> None:
    """A customer's token opens one conversation; a widget token opens none; the team's keys open their tenant's."""
    if not is_team(caller) and caller.conversation_id != id:
        raise no_such_conversation()


def no_such_conversation() -> NotFound:
    """The one answer for what does not exist and for what is somebody else's."""
    return NotFound("There is no such conversation, or it is not yours to see.")
