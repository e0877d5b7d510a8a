"""What visits to a website come to: documents read, left as they were, or taken out."""

import asyncio
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from baton.core.errors import NotFound, Unreadable
from baton.core.ids import DocumentId, TenantId
from baton.core.sources.similar import Twin, Twins
from baton.services.desk import Desk
from baton.services.knowledge.files import STILL_USED, File, read_file, twins_of
from baton.services.knowledge.keeping import Ingested, Skipped, digest_of, document_id
from baton.services.ports.sources import NewDocument, Source
from baton.services.ports.websites import PageChange, PageState, Visit, WebPage, Website

STILL_HELD = " What was read of it before is used until the next reading, and leaves if it is missing then too."
"""What is said of a page that one reading misses: a website with one bad day must not empty the bot's knowledge."""

_HAD = (PageState.READ, PageState.UNCHANGED)
_TAKEN_OUT = (PageState.GONE, PageState.ELSEWHERE)


@dataclass(slots=True)
class PageReading:
    """The documents of a website, as its pages are visited.

    `seen` are those that this reading had, `missed` the addresses that the one before missed already, `leads` the kept
    pages that lead elsewhere now, `said` the texts that it read, each with its address, and `same` a page whose words
    another one repeated.
    """

    desk: Desk
    tenant_id: TenantId
    website: Website
    source: Source
    known: dict[DocumentId, bytes]
    twins: Twins
    seen: set[DocumentId]
    missed: frozenset[str]
    leads: list[Visit] = field(default_factory=list[Visit])
    said: dict[bytes, str] = field(default_factory=dict[bytes, str])
    added: int = 0
    changed: int = 0
    unchanged: int = 0
    gone: int = 0
    skipped: list[Skipped] = field(default_factory=list[Skipped])
    found: list[Twin] = field(default_factory=list[Twin])
    same: str | None = None

    @classmethod
    async def begin(cls, desk: Desk, tenant_id: TenantId, website: Website, pages: Sequence[WebPage]) -> "PageReading":
        """Look at what is there already. Raises NotFound where the source was removed meanwhile."""
        found = await desk.store.sources.find(tenant_id, website.source_id)
        if found is None:
            raise NotFound("The website was removed while it was being read.")
        known = await desk.store.sources.digests(tenant_id, website.source_id)
        seen = {page.document_id for page in pages if page.run == website.run and page.state in _HAD}
        # What a reading missed that failed in the end was missed on a bad day, and doesn't count.
        before = () if website.failures else (page for page in pages if page.run < website.run)
        return cls(
            desk,
            tenant_id,
            website,
            source=found[0],
            known=known,
            twins=await twins_of(desk, tenant_id),
            seen={id for id in seen if id},
            missed=frozenset(page.url for page in before if page.state is PageState.MISSING),
        )

    async def take(self, visits: Sequence[Visit]) -> list[WebPage]:
        """Keep a portion of visits, and say what each address and each one found came to."""
        documents: list[NewDocument] = []
        gone: list[DocumentId] = []
        found: list[WebPage] = []
        pages: list[WebPage] = []
        for visit in visits:
            found += [self._page(Visit(url, depth, PageState.FOUND), None) for url, depth in visit.found]
            id = document_id(self.source.id, visit.url)
            change: PageChange | None = None
            if visit.state is PageState.READ:
                visit, read = await self._read(visit, id)
                documents += [read] if read else []
                change = (PageChange.CHANGED if id in self.known else PageChange.ADDED) if read else None
            if visit.state in _TAKEN_OUT and id in self.known:
                visit = self._missed(visit)
                if visit.state in _TAKEN_OUT:
                    gone.append(id)
                    change = PageChange.GONE
            if visit.state in _HAD:
                self.seen.add(id)
            self._count(visit, id)
            if visit.state is not PageState.FOUND:
                pages.append(self._page(visit, id, change))
        await self._keep(documents, gone)
        # What was found goes first: a page that was found and visited in the same portion has been visited.
        return [*found, *pages]

    async def settle(self) -> list[WebPage]:
        """What is known when every page was visited: one that has moved to a page that was read leaves at once.

        Where several lead to one place, to a notice of works maybe, they are kept until the next reading.
        """
        places = Counter(visit.leads_to for visit in self.leads)
        ids = {document_id(self.source.id, visit.url): visit for visit in self.leads}
        moved = {
            id: visit
            for id, visit in ids.items()
            if places[visit.leads_to] == 1 and document_id(self.source.id, visit.leads_to or "") in self.seen
        }
        await self._keep((), list(moved))
        urls = {visit.url for visit in moved.values()}
        self.skipped = [item for item in self.skipped if item.name not in urls]
        return [self._page(visit, id, PageChange.GONE) for id, visit in moved.items()]

    async def done(self, *, is_whole: bool) -> Ingested:
        """What it came to, all in all. After a whole reading the source counts as looked through."""
        now = self.desk.clock()
        source = replace(self.source, checked_at=now) if is_whole else self.source
        if self.added or self.changed or self.gone:
            source = replace(source, updated_at=now)
        await self.desk.store.sources.keep(self.tenant_id, source, ())
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
        same = self._same(id, digest_of("", read.cut.text.encode()), visit.url, twin)
        if same:
            self.same = same
            return _as(visit, PageState.ELSEWHERE, f"It says the same as {same}."), None
        self.found += [twin] if twin else []
        self.twins.add(id, visit.url, read.sketch)
        return visit, read

    def _same(self, id: DocumentId, text: bytes, url: str, twin: Twin | None) -> str | None:
        """The page whose words these are too, if any. One that is not visited yet may have moved here."""
        other = self.said.setdefault(text, url)
        if id in self.known:
            return other if other != url else None
        if twin is None or twin.share < 1.0 or not twin.twin.startswith(("https://", "http://")):
            return None
        there = document_id(self.source.id, twin.twin)
        return twin.twin if there in self.seen or there not in self.known else None

    def _missed(self, visit: Visit) -> Visit:
        """A kept page that is not there any more is gone only where the reading before has missed it too."""
        if visit.url in self.missed:
            return visit
        self.leads += [visit] if visit.leads_to else []
        return _as(visit, PageState.MISSING, visit.why + STILL_HELD)

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
        is_used = visit.state is PageState.SKIPPED and id in self.known
        is_left_out = visit.state in (PageState.SKIPPED, PageState.MISSING)
        if is_left_out or (visit.state is PageState.GONE and id not in self.known):
            self.skipped.append(Skipped(visit.url, visit.why + (STILL_USED if is_used else "")))

    def _page(self, visit: Visit, id: DocumentId | None, change: PageChange | None = None) -> WebPage:
        is_kept = visit.state in _HAD or (id in self.known)
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
            change=change,
        )


def _as(visit: Visit, state: PageState, why: str = "") -> Visit:
    return replace(visit, state=state, why=why, body=b"", media_type=None)
