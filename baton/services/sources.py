"""Teaching the bot: documents and direct entries in, a list of what is there, and the passage behind a citation."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from baton.core.actors import Caller, Role
from baton.core.audience import mark_of, reader_of
from baton.core.errors import NotFound, Unreadable
from baton.core.events import Event, EventKind
from baton.core.grounding import Hit
from baton.core.ids import DocumentId, PassageId, SourceId
from baton.services.access import TEAM, require
from baton.services.desk import Desk
from baton.services.keeping import Ingested, Skipped, clean, digest_of, document_id, keep, named_source, refuse_nothing
from baton.services.readers import AS_BEFORE, Readers, mark_again
from baton.services.source_ports import DocumentEntry, NewDocument, PassageInPlace, Source


@dataclass(frozen=True, slots=True)
class File:
    """A file as it was handed in. `name` may be a path inside a folder."""

    name: str
    body: bytes
    media_type: str | None = None


Progress = Callable[[str], None]


async def add_files(
    desk: Desk,
    caller: Caller,
    name: str,
    files: Sequence[File],
    *,
    progress: Progress | None = None,
    readers: Readers = AS_BEFORE,
) -> Ingested:
    """Read files into the source of that name, made where there is none. Files that can't be read are skipped.

    A file that has not changed is left alone; a changed one replaces its passages under the next version. `readers`
    says for whom they are. Raises Invalid `nothing_readable` where no file at all could be read; then nothing is kept.
    """
    require(caller, Role.ADMIN)
    source = readers.of(await named_source(desk, caller, name, "files"))
    known = await desk.store.sources.digests(caller.tenant_id, source.id)
    documents: dict[DocumentId, NewDocument] = {}
    unchanged: set[DocumentId] = set()
    skipped: list[Skipped] = []
    for file in files:
        if progress:
            progress(file.name)
        id = document_id(source.id, file.name)
        digest = digest_of("", file.body)
        if known.get(id) == digest:
            unchanged.add(id)
            continue
        try:
            documents[id] = await asyncio.to_thread(_read, desk, source, id, file, digest)
        except Unreadable as refused:
            skipped.append(Skipped(clean(file.name), refused.detail))
    if not documents and not unchanged:
        refuse_nothing(skipped)
    done = await keep(desk, caller, source, list(documents.values()), len(unchanged), skipped)
    await mark_again(desk, caller, source)
    return done


async def list_sources(desk: Desk, caller: Caller) -> tuple[Source, ...]:
    """The tenant's sources by name."""
    require(caller, Role.ADMIN, Role.OPERATOR, Role.READONLY)
    return await desk.store.sources.all(caller.tenant_id)


async def search(desk: Desk, caller: Caller, text: str, *, limit: int = 10) -> list[Hit]:
    """What the sources have on `text`, best first, for somebody of the team: what they may read, customers or not."""
    require(caller, Role.ADMIN, Role.OPERATOR, Role.READONLY)
    return await desk.knowledge.search(caller.tenant_id, text, limit=limit, reader=reader_of(caller.role))


async def find_source(desk: Desk, caller: Caller, id: SourceId) -> tuple[Source, tuple[DocumentEntry, ...]]:
    """A source with its documents. Raises NotFound."""
    require(caller, Role.ADMIN, Role.OPERATOR, Role.READONLY)
    found = await desk.store.sources.find(caller.tenant_id, id)
    if found is None:
        raise NotFound("There is no such source, or it was removed already.")
    return found


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


def _read(desk: Desk, source: Source, id: DocumentId, file: File, digest: bytes) -> NewDocument:
    name = clean(file.name) or "document"
    document, cut = desk.knowledge.read(name, file.body, file.media_type, source_id=source.id, document_id=id)
    mark = mark_of(name, document.title, cut.text, own=document.audience, source=source.audience, rules=source.rules)
    return NewDocument(id, name, document.title, document.url, file.media_type, len(file.body), digest, cut, mark)
