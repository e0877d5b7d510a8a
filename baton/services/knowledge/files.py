"""Teaching the bot from files: read, compared with what is there, and kept in portions, so that any number fits."""

import asyncio
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace

from baton.core.actors import Caller, Role
from baton.core.audience import mark_of
from baton.core.errors import Unreadable
from baton.core.ids import DocumentId, TenantId
from baton.core.sources.similar import Twin, Twins, sketch
from baton.services.access import require
from baton.services.desk import Desk
from baton.services.knowledge.keeping import (
    Ingested,
    Skipped,
    clean,
    digest_of,
    document_id,
    keep,
    named_source,
    refuse_nothing,
    tell,
)
from baton.services.knowledge.readers import AS_BEFORE, Readers, mark_again
from baton.services.ports.sources import NewDocument, Source

PORTION_FILES = 200
PORTION_BYTES = 32_000_000
"""Files and bytes that are read before they are kept together."""

STILL_USED = " What was read of it before is still used."


@dataclass(frozen=True, slots=True)
class File:
    """A file as it was handed in. `name` may be a path inside a folder; `origin` is that folder, or an archive."""

    name: str
    body: bytes
    media_type: str | None = None
    origin: str | None = None


Progress = Callable[[str], None]


async def add_files(
    desk: Desk,
    caller: Caller,
    name: str,
    files: Iterable[File | Skipped],
    *,
    progress: Progress | None = None,
    readers: Readers = AS_BEFORE,
) -> Ingested:
    """Read files into the source of that name, made where there is none. Files that can't be read are skipped.

    A file that has not changed is left alone; a changed one replaces its passages under the next version; a zip
    archive is taken apart. A document whose folder or archive was handed in again without it leaves the source.
    `readers` says for whom they are. Raises Invalid `nothing_readable` where no file at all could be read; then nothing
    is kept.
    """
    require(caller, Role.ADMIN)
    source = readers.of(await named_source(desk, caller, name, "files"))
    reading = await _Reading.begin(desk, caller, source)
    unpacked = _unpacked(desk, files)
    # Opening and unpacking takes its time, and is not the event loop's work.
    while (file := await asyncio.to_thread(next, unpacked, None)) is not None:
        if progress:
            progress(file.name)
        await reading.take(file)
    done = await reading.end()
    await mark_again(desk, caller, source)
    return done


async def twins_of(desk: Desk, tenant_id: TenantId) -> Twins:
    """The documents that the tenant has, to compare others with."""
    twins = Twins()
    for known in await desk.store.sources.sketches(tenant_id):
        twins.add(known.id, known.name, known.sketch)
    return twins


def read_file(
    desk: Desk, source: Source, id: DocumentId, file: File, digest: bytes, *, at: str | None = None
) -> NewDocument:
    """A file as a document to keep. Takes a while; raises Unreadable with the reason.

    `at` is where it was found, and goes before the address that it gives itself.
    """
    name = clean(file.name) or "document"
    document, cut = desk.knowledge.read(name, file.body, file.media_type, source_id=source.id, document_id=id, url=at)
    mark = mark_of(name, document.title, cut.text, own=document.audience, source=source.audience, rules=source.rules)
    return NewDocument(
        id=id,
        name=name,
        title=document.title,
        url=document.url,
        media_type=file.media_type,
        size=len(file.body),
        digest=digest,
        cut=cut,
        origin=file.origin,
        sketch=sketch(cut.text),
        mark=mark,
    )


def _unpacked(desk: Desk, files: Iterable[File | Skipped]) -> Iterator[File | Skipped]:
    for file in files:
        if isinstance(file, Skipped) or not file.name.lower().endswith(".zip"):
            yield file
            continue
        try:
            for inside, found in desk.knowledge.unpack(clean(file.name), file.body):
                if isinstance(found, str):
                    yield Skipped(clean(inside), found)
                else:
                    yield File(inside, found, origin=f"{file.origin or ''}{clean(file.name)}")
        except Unreadable as refused:
            yield Skipped(clean(file.name), refused.detail)


@dataclass(slots=True)
class _Reading:
    """One ingest under way: what is read and not kept yet, and what came of it so far."""

    desk: Desk
    caller: Caller
    source: Source
    known: dict[DocumentId, bytes]
    twins: Twins
    documents: dict[DocumentId, NewDocument] = field(default_factory=dict[DocumentId, NewDocument])
    seen: dict[str, set[DocumentId]] = field(default_factory=dict[str, set[DocumentId]])
    left_out: set[DocumentId] = field(default_factory=set[DocumentId])
    unchanged: set[DocumentId] = field(default_factory=set[DocumentId])
    skipped: list[Skipped] = field(default_factory=list[Skipped])
    found: list[Twin] = field(default_factory=list[Twin])
    done: Ingested | None = None
    waiting_bytes: int = 0

    @classmethod
    async def begin(cls, desk: Desk, caller: Caller, source: Source) -> "_Reading":
        known = await desk.store.sources.digests(caller.tenant_id, source.id)
        return cls(desk, caller, source, known, await twins_of(desk, caller.tenant_id))

    async def take(self, file: File | Skipped) -> None:
        if isinstance(file, Skipped):
            self._skip(file.name, file.why)
            return
        id = document_id(self.source.id, file.name)
        if file.origin:
            self.seen.setdefault(file.origin, set()).add(id)
        digest = digest_of("", file.body)
        if self.known.get(id) == digest:
            self.unchanged.add(id)
            return
        try:
            read = await asyncio.to_thread(read_file, self.desk, self.source, id, file, digest)
        except Unreadable as refused:
            self._skip(file.name, refused.detail)
            return
        self._compare(read)
        self.documents[id] = read
        self.waiting_bytes += len(file.body)
        if len(self.documents) >= PORTION_FILES or self.waiting_bytes >= PORTION_BYTES:
            await self._keep()

    async def end(self) -> Ingested:
        if not self.documents and not self.unchanged and self.done is None:
            refuse_nothing(self.skipped)
        done = await self._keep()
        gone = await self._retire(done)
        found = await self.desk.store.sources.find(self.caller.tenant_id, self.source.id)
        return replace(
            done,
            source=found[0] if found else done.source,
            unchanged=done.unchanged + len(self.unchanged),
            skipped=tuple(self.skipped),
            gone=gone,
            twins=tuple(self.found),
        )

    async def _keep(self) -> Ingested:
        kept = await keep(self.desk, self.caller, self.source, list(self.documents.values()), 0, self.skipped)
        if self.done is not None:
            kept = replace(kept, added=self.done.added + kept.added, changed=self.done.changed + kept.changed)
        self.documents, self.waiting_bytes, self.done = {}, 0, kept
        return kept

    async def _retire(self, done: Ingested) -> int:
        """Take out what its folder or archive no longer holds; what it holds and can't be read stays as it was."""
        sources, tenant_id = self.desk.store.sources, self.caller.tenant_id
        gone: list[DocumentId] = []
        for origin, seen in self.seen.items():
            had = await sources.from_origin(tenant_id, self.source.id, origin)
            gone += [id for id in had if id not in seen | self.left_out]
        if not gone:
            return 0
        count = await sources.retire(tenant_id, self.source.id, gone)
        await tell(self.desk, self.caller, replace(done, added=0, changed=0, gone=count))
        return count

    def _skip(self, name: str, why: str) -> None:
        id = document_id(self.source.id, name)
        is_known = id in self.known
        self.left_out.add(id)
        self.skipped.append(Skipped(clean(name), why + STILL_USED if is_known else why))

    def _compare(self, read: NewDocument) -> None:
        twin = self.twins.of(read.id, read.name, read.sketch)
        if twin:
            self.found.append(twin)
        self.twins.add(read.id, read.name, read.sketch)
