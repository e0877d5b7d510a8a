"""Contradictions in the sources: looked for after each change, shown until a person settles them."""

import asyncio

from baton.core.actors import Caller, Role
from baton.core.errors import NotFound
from baton.core.events import Event, EventKind
from baton.core.sources.conflicts import across
from baton.services.access import require
from baton.services.desk import Desk
from baton.services.ports.learning import KeptConflict


async def compare(desk: Desk, caller: Caller) -> tuple[KeptConflict, ...]:
    """The tenant's contradictions, open ones first. Where the sources have changed, they are looked for anew."""
    require(caller, Role.ADMIN)
    tenant_id = caller.tenant_id
    now = await desk.store.sources.knowledge_version(tenant_id)
    if now != await desk.store.conflicts.compared(tenant_id):
        version, documents = await desk.store.sources.changes(tenant_id, 0)
        passages = [passage for found in documents.values() for passage in found]
        found = await asyncio.to_thread(across, passages)
        await desk.store.conflicts.replace(tenant_id, found, version=version, at=desk.clock())
    return await desk.store.conflicts.all(tenant_id)


async def dismiss(desk: Desk, caller: Caller, key: str) -> None:
    """Say that two passages do not contradict each other; the bot is no longer stopped by them. Raises NotFound."""
    require(caller, Role.ADMIN)
    if not await desk.store.conflicts.dismiss(caller.tenant_id, key, by=caller.actor.name, at=desk.clock()):
        raise NotFound("There is no such contradiction. One of the passages may have changed since.")
    event = Event(EventKind.CONFLICT_DISMISSED, caller.actor, desk.clock(), {"key": key})
    await desk.store.events.record(caller.tenant_id, event)
