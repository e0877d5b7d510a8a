"""Labels: an admin keeps the company's list, the team puts them on conversations."""

from baton.core.actors import Caller, Role
from baton.core.conversation import Conversation
from baton.core.errors import Invalid, NotFound
from baton.core.ids import ConversationId
from baton.core.labels import MOST_LABELS, Label, flaws, label_name
from baton.core.verbs.arranging import label, unlabel
from baton.services.access import require
from baton.services.desk import Desk
from baton.services.inbox.arranging import arrange


async def listed(desk: Desk, caller: Caller) -> tuple[Label, ...]:
    """Every label of the company, by name."""
    require(caller, Role.ADMIN, Role.OPERATOR, Role.READONLY, Role.BOT)
    return await desk.store.labels.all(caller.tenant_id)


async def keep(desk: Desk, caller: Caller, name: str, colour: str) -> Label:
    """Write a label, over the one of that name. Raises Invalid, naming everything that is wrong."""
    require(caller, Role.ADMIN)
    one = Label(label_name(name), colour, desk.clock(), caller.actor.name)
    if found := tuple(flaws(one.name, one.colour)):
        raise Invalid(" ".join(found))
    if not await desk.store.labels.keep(caller.tenant_id, one, MOST_LABELS):
        raise Invalid(f"There are {MOST_LABELS} labels. Remove one first.")
    return one


async def drop(desk: Desk, caller: Caller, name: str) -> None:
    """Forget a label. Conversations that have it keep its name. Raises NotFound."""
    require(caller, Role.ADMIN)
    if not await desk.store.labels.drop(caller.tenant_id, label_name(name)):
        raise _unknown(name)


async def put_on(desk: Desk, caller: Caller, id: ConversationId, name: str) -> Conversation:
    """Put a label of the company's list on a conversation, whoever holds it. Raises NotFound for another word."""
    require(caller, Role.OPERATOR, Role.ADMIN, Role.BOT)
    kept = await desk.store.labels.find(caller.tenant_id, label_name(name))
    if kept is None:
        raise _unknown(name)
    return await arrange(desk, caller, id, lambda before: label(before, caller.actor, kept.name, at=desk.clock()))


async def take_off(desk: Desk, caller: Caller, id: ConversationId, name: str) -> Conversation:
    """Take a label off a conversation, also one that is no longer on the list."""
    require(caller, Role.OPERATOR, Role.ADMIN, Role.BOT)
    kept = label_name(name)
    return await arrange(desk, caller, id, lambda before: unlabel(before, caller.actor, kept, at=desk.clock()))


def _unknown(name: str) -> NotFound:
    return NotFound(f"There is no label {label_name(name)}. An admin adds it in the console, under Labels.")
