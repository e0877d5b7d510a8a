"""A customer as the desk knows them: looked up, handed out to them as a file, and erased when they ask for it.

Somebody who writes without being vouched for is a new customer each time, so one person may be several. Those who gave
the same e-mail address are named beside each other, and are taken along where the caller says so.
"""

from collections.abc import AsyncIterator, Mapping, Sequence
from typing import Any

from baton.core.actors import Caller, Role
from baton.core.customer import Customer
from baton.core.errors import Conflict, NotFound
from baton.core.ids import CustomerId
from baton.services.access import require
from baton.services.desk import Desk
from baton.services.ports.customers import Erased

SAME_ADDRESS = 50
"""Others of one address that are named, and taken along. A shared mailbox would have more."""

AT_ONCE = 20
"""Conversations that are read at a time for an export, so that a long history takes no more memory than a short one."""


async def look_up(desk: Desk, caller: Caller, id: CustomerId) -> tuple[Customer, tuple[Customer, ...]]:
    """A customer, and the others who gave the same e-mail address. Raises NotFound."""
    require(caller, Role.ADMIN, Role.OPERATOR, Role.READONLY)
    return await _with_others(desk, caller, id)


async def export(
    desk: Desk, caller: Caller, id: CustomerId, *, same_address: bool
) -> tuple[tuple[Customer, ...], AsyncIterator[Mapping[str, Any]]]:
    """All that is kept of a customer: their profiles, and their conversations one after the other. Raises NotFound."""
    require(caller, Role.ADMIN)
    found = await _meant(desk, caller, id, same_address=same_address)
    return found, _conversations(desk, caller, [one.id for one in found])


async def erase(desk: Desk, caller: Caller, id: CustomerId, *, same_address: bool) -> Erased:
    """Erase a customer with all of their conversations, for good; the log keeps that it was done, by whom, and the ids.

    Raises NotFound, and Conflict `still_open`, naming the conversations that somebody has to close first.
    """
    require(caller, Role.ADMIN)
    found = await _meant(desk, caller, id, same_address=same_address)
    ids = [one.id for one in found]
    done = await desk.store.customers.erase(caller.tenant_id, ids, by=caller.actor, at=desk.clock())
    if done.open:
        raise Conflict(
            "A conversation of this customer is still open. Resolve it first, so that nobody is left waiting.",
            code="still_open",
            conversations=list(done.open),
        )
    return done


async def _meant(desk: Desk, caller: Caller, id: CustomerId, *, same_address: bool) -> tuple[Customer, ...]:
    found, others = await _with_others(desk, caller, id)
    return (found, *others) if same_address else (found,)


async def _with_others(desk: Desk, caller: Caller, id: CustomerId) -> tuple[Customer, tuple[Customer, ...]]:
    found = await desk.store.customers.find(caller.tenant_id, id)
    if found is None:
        raise NotFound(f"There is no customer {id}.")
    return found, await desk.store.customers.same_address(caller.tenant_id, id, SAME_ADDRESS)


async def _conversations(desk: Desk, caller: Caller, ids: Sequence[CustomerId]) -> AsyncIterator[Mapping[str, Any]]:
    after = ""
    while page := await desk.store.customers.conversations(caller.tenant_id, ids, after=after, limit=AT_ONCE):
        for one in page:
            yield one
        after = page[-1]["id"]
