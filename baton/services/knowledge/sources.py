"""What is taught: a list of the sources, their removal, and the passage behind a citation."""

from baton.core.actors import Caller, Role
from baton.core.answers.grounding import Hit
from baton.core.audience import reader_of
from baton.core.errors import NotFound
from baton.core.events import Event, EventKind
from baton.core.ids import PassageId, SourceId
from baton.services.access import TEAM, require
from baton.services.desk import Desk
from baton.services.ports.sources import DocumentEntry, PassageInPlace, Source


async def list_sources(desk: Desk, caller: Caller) -> tuple[Source, ...]:
    """The tenant's sources by name, those that the caller may read."""
    require(caller, Role.ADMIN, Role.OPERATOR, Role.READONLY)
    reader = reader_of(caller.role)
    return tuple(one for one in await desk.store.sources.all(caller.tenant_id) if reader.may_read(one.audience))


async def search(desk: Desk, caller: Caller, text: str, *, limit: int = 10) -> list[Hit]:
    """What the sources have on `text`, best first, for somebody of the team: what they may read, customers or not."""
    require(caller, Role.ADMIN, Role.OPERATOR, Role.READONLY)
    return await desk.knowledge.search(caller.tenant_id, text, limit=limit, reader=reader_of(caller.role))


async def find_source(desk: Desk, caller: Caller, id: SourceId) -> tuple[Source, tuple[DocumentEntry, ...]]:
    """A source with its documents, those that the caller may read. Raises NotFound."""
    require(caller, Role.ADMIN, Role.OPERATOR, Role.READONLY)
    found = await desk.store.sources.find(caller.tenant_id, id)
    reader = reader_of(caller.role)
    if found is None or not reader.may_read(found[0].audience):
        raise NotFound("There is no such source, or it was removed already.")
    source, documents = found
    return source, tuple(one for one in documents if one.mark is None or reader.may_read(one.mark.audience))


async def remove_source(desk: Desk, caller: Caller, id: SourceId) -> Source:
    """Remove a source with its documents; the bot stops quoting them at once. Raises NotFound."""
    require(caller, Role.ADMIN)
    gone = await desk.store.sources.remove(caller.tenant_id, id)
    if gone is None:
        raise NotFound("There is no such source, or it was removed already.")
    data = {"source_id": gone.id, "name": gone.name, "documents": gone.documents}
    event = Event(EventKind.SOURCE_REMOVED, caller.actor, desk.clock(), data)
    await desk.store.events.record(caller.tenant_id, event)
    desk.knowledge.stale(caller.tenant_id)
    return gone


async def read_passage(desk: Desk, caller: Caller, id: PassageId, *, version: int | None = None) -> PassageInPlace:
    """The passage that a citation names, with its neighbours, as the cited `version` of the document had it.

    Whoever may see an answer may see its source; what is not meant for the caller does not exist for them.
    """
    require(caller, *TEAM, Role.CUSTOMER)
    found = await desk.store.sources.passage(caller.tenant_id, id, version=version)
    if found is None or not reader_of(caller.role).may_read(found.passage.audience):
        raise NotFound("This passage is no longer in the sources. The document may have changed since.")
    return found
