"""Canned replies: an admin writes them, an operator fills one in for the customer they answer."""

import asyncio
from collections.abc import Mapping

from baton.core.actors import Caller, Role
from baton.core.conversation import Conversation
from baton.core.copy.canned import CannedReply, Filled, filled, flaws, shortcut_of
from baton.core.customer import Customer
from baton.core.errors import Invalid, NotFound
from baton.core.ids import ConversationId
from baton.services.access import find, require
from baton.services.desk import Desk

MOST = 500
"""Canned replies of a company. The inbox keeps all of them at hand and looks through them while one types."""


async def listed(desk: Desk, caller: Caller) -> tuple[CannedReply, ...]:
    """Every canned reply of the company, by shortcut."""
    require(caller, Role.ADMIN, Role.OPERATOR, Role.READONLY)
    return await desk.store.canned.all(caller.tenant_id)


async def keep(desk: Desk, caller: Caller, shortcut: str, text: str) -> CannedReply:
    """Write a canned reply, over the one that the shortcut had. Raises Invalid, naming everything that is wrong."""
    require(caller, Role.ADMIN)
    reply = CannedReply(shortcut_of(shortcut), text.strip(), desk.clock(), caller.actor.name)
    # Reading a template may load Liquid, which takes half a second the first time.
    found = await asyncio.to_thread(lambda: tuple(flaws(reply.shortcut, reply.text)))
    if found:
        raise Invalid(" ".join(found))
    if not await desk.store.canned.keep(caller.tenant_id, reply, MOST):
        raise Invalid(f"There are {MOST} canned replies. Remove one first.")
    return reply


async def drop(desk: Desk, caller: Caller, shortcut: str) -> None:
    """Forget a canned reply. Raises NotFound."""
    require(caller, Role.ADMIN)
    if not await desk.store.canned.drop(caller.tenant_id, shortcut):
        raise _unknown(shortcut)


async def fill(desk: Desk, caller: Caller, id: ConversationId, shortcut: str) -> Filled:
    """A canned reply as the caller would say it in a conversation. It is not sent."""
    require(caller, Role.ADMIN, Role.OPERATOR)
    conversation, customer = await find(desk, caller, id)
    reply = await desk.store.canned.find(caller.tenant_id, shortcut)
    if reply is None:
        raise _unknown(shortcut)
    tenant = await desk.store.tenants.find(id=caller.tenant_id)
    values = _values(conversation, customer, operator=caller.actor.name, company=tenant.name if tenant else None)
    said = await asyncio.to_thread(filled, reply, values)
    if said is None:
        raise Invalid(f"/{shortcut} comes to nothing for this customer. Ask an admin to look at its text.")
    return said


def _values(
    conversation: Conversation, customer: Customer, *, operator: str | None, company: str | None
) -> Mapping[str, str]:
    handoff = conversation.handoff
    agreed = handoff.followup if handoff else None
    known = {
        "first_name": (customer.name or "").partition(" ")[0],
        "name": customer.name,
        "email": customer.email,
        "operator": operator,
        "queue": handoff.queue_name if handoff else None,
        "reference": agreed.reference if agreed else None,
        "company": company,
    }
    return {name: value for name, value in known.items() if value}


def _unknown(shortcut: str) -> NotFound:
    return NotFound(f"There is no canned reply /{shortcut}.")
