"""Sealing the log: by a sweep beside everything else, and handed out as a file that a stranger can verify."""

import logging
from collections.abc import AsyncIterator

from baton.core.actors import Caller, Role
from baton.core.ids import TenantId
from baton.core.trail.seals import FORM, Seal, moment, written
from baton.services.access import require
from baton.services.desk import Desk
from baton.services.team.tenants import own

log = logging.getLogger("baton.sealing")

AT_ONCE = 500
"""Events of one seal at most. Their lines are hashed in some milliseconds."""

SEALS_AT_ONCE = 200
"""Seals that one look makes for one company, so that a long log that was never sealed keeps nobody waiting."""


async def seal_behind(desk: Desk) -> int:
    """Seal what is not sealed yet, in every tenant. Returns how many seals this node made."""
    made = 0
    for tenant_id in await desk.store.seals.behind():
        try:
            made += await seal_on(desk, tenant_id)
        except Exception:
            # The log of one company that can't be sealed must not leave the others unsealed.
            log.exception("the log of a company could not be sealed; it is tried again")
    return made


async def seal_on(desk: Desk, tenant_id: TenantId, *, most: int = SEALS_AT_ONCE) -> int:
    """Seal a tenant's log up to now, in up to `most` seals. Returns how many were made."""
    for made in range(most):
        if await desk.store.seals.seal(tenant_id, desk.clock(), AT_ONCE) is None:
            return made
    return most


async def last_seal(desk: Desk, caller: Caller) -> Seal | None:
    """The newest seal, to be kept elsewhere; None where nothing was sealed yet."""
    require(caller, Role.ADMIN, Role.OPERATOR, Role.READONLY)
    return await desk.store.seals.last(caller.tenant_id)


async def export(desk: Desk, caller: Caller) -> AsyncIterator[str]:
    """The sealed log, line by line: each seal, the events that it covers as they are now, and the seal's hash."""
    require(caller, Role.ADMIN)
    await seal_on(desk, caller.tenant_id)
    tenant, last = await own(desk, caller), await desk.store.seals.last(caller.tenant_id)
    return _lines(desk, caller.tenant_id, tenant.name, last)


async def _lines(desk: Desk, tenant_id: TenantId, company: str, last: Seal | None) -> AsyncIterator[str]:
    seals, events = last.number if last else 0, 0
    at = moment(desk.clock())
    yield written({"type": "trail", "form": FORM, "company": company, "tenant": tenant_id, "written_at": at})
    for number in range(1, seals + 1):
        seal = await desk.store.seals.of_number(tenant_id, number)
        if seal is None:
            continue  # whoever verifies the file finds the gap
        yield seal.line
        for line in await desk.store.seals.events(tenant_id, number):
            events += 1
            yield line
        yield written({"type": "sealed", "number": number, "hash": seal.hash})
    yield written({"type": "end", "seals": seals, "events": events, "last": last.hash if last else None})
