"""Closing what customers have left with the bot: answered, and quiet for as long as the policy says.

Many nodes may look at once. What a node writes holds only if nothing has happened since it looked, so one of them
closes, and a customer who writes in that moment is heard first.
"""

import logging
from datetime import datetime, timedelta

from baton.core.copy import said
from baton.core.ids import ConversationId, TenantId
from baton.core.verbs.resolutions import close_quiet, is_left
from baton.services.desk import Desk, commit
from baton.services.moves import notice, words_of

log = logging.getLogger("baton.closing")

AT_ONCE = 100
"""How many of a tenant's conversations one look closes. What is left is closed at the next."""

SHORTEST = timedelta(hours=1)
"""The shortest silence that a policy can name."""


async def close_left(desk: Desk) -> int:
    """Close what has been quiet for long enough, in every tenant. Returns how many this node closed."""
    now, closed = desk.clock(), 0
    for tenant_id in await desk.store.quiet.tenants(now - SHORTEST):
        hours = (await desk.policies.of(tenant_id)).bot.close_after_hours
        if hours == 0:
            continue
        since = now - timedelta(hours=hours)
        for id in await desk.store.quiet.conversations(tenant_id, since, AT_ONCE):
            try:
                closed += await _close(desk, tenant_id, id, since)
            except Exception:
                # One conversation that can't be written must not keep the others open.
                log.exception("a quiet conversation could not be closed; it is tried again")
    return closed


async def _close(desk: Desk, tenant_id: TenantId, id: ConversationId, since: datetime) -> bool:
    found = await desk.store.conversations.load(tenant_id, id)
    if found is None or not is_left(found[0], since):
        return False
    before, customer = found
    now = desk.clock()
    told = notice(desk, said.resolved(None, await words_of(desk, before, customer)), now)
    return await commit(desk, close_quiet(before, at=now, notice=told)) is not None
