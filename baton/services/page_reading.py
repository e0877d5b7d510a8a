"""What visits to a website come to: documents read, left as they were, or taken out."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from baton.core.errors import NotFound, Unreadable
from baton.core.ids import DocumentId, TenantId
from baton.core.similar import Twin, Twins
from baton.services.desk import Desk
from baton.services.files import STILL_USED, File, read_file, twins_of
from baton.services.keeping import Ingested, Skipped, digest_of, document_id
from baton.services.source_ports import NewDocument, Source
from baton.services.website_ports import PageState, Visit, WebPage, Website

_TAKEN_OUT = (PageState.GONE, PageState.ELSEWHERE)


@dataclass(slots=True)
class PageReading:
    """The documents of a website, as its pages are visited."""

    desk: Desk
    tenant_id: TenantId
    website: Website
    source: Source
    known: dict[DocumentId, bytes]
    twins: Twins
    added: int = 0
    changed: int = 0
    unchanged: int = 0
    gone: int = 0
    skipped: list[Skipped] = field(default_factory=list[Skipped])
    found: list[Twin] = field(default_factory=list[Twin])

    @classmethod
    async def begin(cls, desk: Desk, tenant_id: TenantId, website: Website) -> "PageReading":
        """Look at what is there already. Raises NotFound where the source was removed meanwhile."""
        found = await desk.store.sources.find(tenant_id, website.source_id)
        if found is None:
            raise NotFound("The website was removed while it was being read.")
        known = await desk.store.sources.digests(tenant_id, website.source_id)
        return cls(desk, tenant_id, website, found[0], known, await twins_of(desk, tenant_id))

    async def take(self, visits: Sequence[Visit]) -> list[WebPage]:
        """Keep a portion of visits, and say what each address and each one found came to."""
        documents: list[NewDocument] = []
        gone: list[DocumentId] = []
        found: list[WebPage] = []
        pages: list[WebPage] = []
        for visit in visits:
            found += [self._page(Visit(url, depth, PageState.FOUND), None) for url, depth in visit.found]
            id = document_id(self.source.id, visit.url)
            if visit.state is PageState.READ:
                visit, read = await self._read(visit, id)
                documents += [read] if read else []
            if visit.state in _TAKEN_OUT and id in self.known:
                gone.append(id)
            self._count(visit, id)
            if visit.state is not PageState.FOUND:
                pages.append(self._page(visit, id))
        await self._keep(documents, gone)
        # What was found goes first: a page that was found and visited in the same portion has been visited.
        return [*found, *pages]

    async def done(self) -> Ingested:
        """What it came to, all in all. The source counts as looked through from now on."""
        now = self.desk.clock()
        await self.desk.store.sources.keep(self.tenant_id, replace(self.source, updated_at=now, checked_at=now), ())
        found = await self.desk.store.sources.find(self.tenant_id, self.source.id)
        return Ingested(
            source=found[0] if found else self.source,
            added=self.added,
            changed=self.changed,
            unchanged=self.unchanged,
            skipped=tuple(self.skipped),
            gone=self.gone,
            twins=tuple(self.found),
        )

    async def _read(self, visit: Visit, id: DocumentId) -> tuple[Visit, NewDocument | None]:
        digest = digest_of("", visit.body)
        if self.known.get(id) == digest:
            return _as(visit, PageState.UNCHANGED), None
        file = File(visit.url, visit.body, visit.media_type)
        try:
            read = await asyncio.to_thread(read_file, self.desk, self.source, id, file, digest, at=visit.url)
        except Unreadable as refused:
            return _as(visit, PageState.SKIPPED, refused.detail), None
        twin = self.twins.of(id, visit.url, read.sketch)
        if twin and twin.share == 1.0 and twin.twin.startswith(("https://", "http://")) and id not in self.known:
            return _as(visit, PageState.ELSEWHERE, f"It says the same as {twin.twin}."), None
        self.found += [twin] if twin else []
        self.twins.add(id, visit.url, read.sketch)
        return visit, read

    async def _keep(self, documents: Sequence[NewDocument], gone: Sequence[DocumentId]) -> None:
        sources = self.desk.store.sources
        if documents:
            kept = await sources.keep(self.tenant_id, self.source, documents)
            self.added += kept.added
            self.changed += kept.changed
            self.known |= {new.id: new.digest for new in documents}
        if gone:
            self.gone += await sources.retire(self.tenant_id, self.source.id, gone)
            for id in gone:
                del self.known[id]
                self.twins.forget(id)
        if documents or gone:
            self.desk.knowledge.stale(self.tenant_id)

    def _count(self, visit: Visit, id: DocumentId) -> None:
        self.unchanged += visit.state is PageState.UNCHANGED
        is_left_out = visit.state is PageState.SKIPPED or (visit.state is PageState.GONE and id not in self.known)
        if is_left_out:
            self.skipped.append(Skipped(visit.url, visit.why + (STILL_USED if id in self.known else "")))

    def _page(self, visit: Visit, id: DocumentId | None) -> WebPage:
        is_kept = visit.state in (PageState.READ, PageState.UNCHANGED) or (id in self.known)
        is_read = visit.state is PageState.READ
        return WebPage(
            url=visit.url,
            run=self.website.run,
            depth=visit.depth,
            state=visit.state,
            why=visit.why,
            document_id=id if is_kept else None,
            # Only what was read may be answered with "unchanged" the next time.
            etag=visit.etag if is_read or visit.state is PageState.UNCHANGED else None,
            modified=visit.modified if is_read or visit.state is PageState.UNCHANGED else None,
        )


def _as(visit: Visit, state: PageState, why: str = "") -> Visit:
    return Visit(visit.url, visit.depth, state, why, etag=visit.etag, modified=visit.modified, found=visit.found)
