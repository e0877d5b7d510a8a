"""Erasing resolved conversations that are older than a company's policy keeps them, in small batches, by a sweep."""

import logging
from datetime import timedelta

from baton.core.ids import TenantId
from baton.services.desk import Desk

log = logging.getLogger("baton.retention")

AT_ONCE = 50
"""Conversations that one transaction erases, so that it holds its locks for a moment."""


async def erase_old(desk: Desk) -> int:
    """Erase what is too old, in every tenant whose policy says so. Returns how many conversations this node erased."""
    erased = 0
    for tenant in await desk.store.tenants.all():
        try:
            erased += await erase_old_of(desk, tenant.id)
        except Exception:
            # A conversation that began in this very moment keeps its customer, and the batch is tried again.
            log.exception("old conversations could not be erased; it is tried again")
    return erased


async def erase_old_of(desk: Desk, tenant_id: TenantId) -> int:
    """Erase what one tenant's policy calls too old. Returns how many conversations that were."""
    days = (await desk.policies.of(tenant_id)).erase_after_days
    if days == 0:
        return 0
    now, erased = desk.clock(), 0
    before = now - timedelta(days=days)
    while done := await desk.store.customers.erase_resolved(tenant_id, before, AT_ONCE, days=days, at=now):
        erased += done
    return erased
