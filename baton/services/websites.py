"""Websites as sources: named once, read as often as asked, by whichever process has the lease."""

import asyncio
from collections.abc import Sequence
from contextlib import aclosing
from dataclasses import dataclass, field, replace
from datetime import timedelta

from baton.core.actors import SYSTEM, Caller, Role
from baton.core.errors import Conflict, Invalid, NotFound, Unavailable
from baton.core.ids import SourceId, TenantId
from baton.core.urls import canonical, host_of, path_of
from baton.services.access import require
from baton.services.desk import Desk
from baton.services.fetching import NotFetched
from baton.services.files import Progress
from baton.services.keeping import READING, Ingested, Skipped, named_source, tell
from baton.services.page_reading import PageReading
from baton.services.readers import AS_BEFORE, Readers, mark_again
from baton.services.source_ports import Source
from baton.services.website_ports import Crawler, PageState, Plan, Reading, Visit, WebPage, Website

LEASE = timedelta(seconds=90)
"""How long a reader may say nothing before another takes over. A page is given 30 seconds and two more attempts."""

PORTION = 20
PORTION_SECONDS = 2.0
"""Pages and seconds after which what was read is kept and shown."""

MOST_PAGES = 10_000
MOST_DEPTH = 50


async def add_website(
    desk: Desk, caller: Caller, plan: Plan, *, name: str = "", readers: Readers = AS_BEFORE
) -> Source:
    """Have a website read, from now on under this name. One that is there already is read again.

    `readers` says for whom its pages are. Raises Invalid for an address that is none, and Conflict where the name is
    taken by another source.
    """
    require(caller, Role.ADMIN)
    url = canonical(plan.url)
    if url is None:
        raise Invalid("That is not the address of a website. Write it as https://help.example.com.", code="bad_address")
    if not 1 <= plan.most_pages <= MOST_PAGES or not 0 <= plan.most_depth <= MOST_DEPTH:
        raise Invalid(f"A website is read up to {MOST_PAGES:,} pages and {MOST_DEPTH} links deep.", code="bad_limits")
    named = name or (host_of(url) + path_of(url)).rstrip("/")
    source = readers.of(await named_source(desk, caller, named, "website"))
    known = await desk.store.websites.find(caller.tenant_id, source.id)
    if known is None:
        await desk.store.websites.add(caller.tenant_id, source, replace(plan, url=url))
    elif known.plan.url != url:
        raise Conflict(f"There is a website named {source.name} already, at {known.plan.url}. Choose another name.")
    else:
        await desk.store.websites.ask_again(caller.tenant_id, source.id, plan)
    await desk.store.sources.change(caller.tenant_id, source)
    await mark_again(desk, caller, source)
    return source


async def read_again(desk: Desk, caller: Caller, id: SourceId) -> Website:
    """Have a website read again now; only what has changed is read anew. Raises Conflict while it is being read."""
    require(caller, Role.ADMIN)
    website = await _website(desk, caller, id)
    if not await desk.store.websites.ask_again(caller.tenant_id, id, website.plan):
        raise Conflict("This website is being read already.", code="already_reading")
    return replace(website, state=Reading.WAITING)


async def stop_reading(desk: Desk, caller: Caller, id: SourceId) -> Website:
    """Stop a reading; what was read until then stays. Raises Conflict where it is not being read."""
    require(caller, Role.ADMIN)
    await _website(desk, caller, id)
    if not await desk.store.websites.stop(caller.tenant_id, id, desk.clock()):
        raise Conflict("This website is not being read now.", code="not_reading")
    return await _website(desk, caller, id)


async def find_website(desk: Desk, caller: Caller, id: SourceId) -> tuple[Website, tuple[Skipped, ...]] | None:
    """How a website's reading stands, with what was left out; None where the source is no website."""
    require(caller, Role.ADMIN, Role.OPERATOR, Role.READONLY)
    website = await desk.store.websites.find(caller.tenant_id, id)
    if website is None:
        return None
    pages = await desk.store.websites.pages(caller.tenant_id, id)
    return website, tuple(
        Skipped(page.url, page.why)
        for page in pages
        if page.run == website.run and (page.state is PageState.SKIPPED or (page.state is PageState.GONE and page.why))
    )


async def list_websites(desk: Desk, caller: Caller) -> dict[SourceId, Website]:
    """Every website of the tenant by its source."""
    require(caller, Role.ADMIN, Role.OPERATOR, Role.READONLY)
    return {website.source_id: website for website in await desk.store.websites.all(caller.tenant_id)}


async def read_website(
    desk: Desk, tenant_id: TenantId, id: SourceId, *, progress: Progress | None = None
) -> Ingested | None:
    """Read a website that waits, or whose reader has fallen. None where somebody else reads it.

    Raises NotFetched where the website can't be had; the reading is then kept as failed, with the reason.
    """
    if desk.crawler is None:
        raise Unavailable("This desk does not read websites.")
    now = desk.clock()
    lease = desk.ids.secret("lse_")
    website = await desk.store.websites.begin(tenant_id, id, lease, at=now, until=now + LEASE)
    if website is None:
        return None
    try:
        return await _Visitor(desk, tenant_id, website, desk.crawler, progress).read()
    except asyncio.CancelledError:
        # The process ends in order: whoever looks next goes on at once, and not when the lease is over.
        await asyncio.shield(desk.store.websites.give_back(tenant_id, website, desk.clock()))
        raise


@dataclass(slots=True)
class _Visitor:
    """One reading of a website: what the walk brings is kept in portions, each with its share of the frontier."""

    desk: Desk
    tenant_id: TenantId
    website: Website
    crawler: Crawler
    progress: Progress | None
    waiting: list[Visit] = field(default_factory=list[Visit])
    kept_at: float = 0.0

    async def read(self) -> Ingested:
        reading = await PageReading.begin(self.desk, self.tenant_id, self.website)
        failed: NotFetched | None = None
        try:
            is_stopped = not await self._walked(reading)
        except NotFetched as error:
            is_stopped, failed = not await self._keep(reading), error
        done = await reading.done()
        await tell(self.desk, Caller(self.tenant_id, Role.ADMIN, SYSTEM), done)
        if failed:
            await self._finish(Reading.FAILED, failed.detail)
            raise failed
        note = "" if is_stopped else await self._left()
        await self._finish(Reading.DONE, note)
        return replace(done, skipped=(*done.skipped, Skipped(self.website.plan.url, note))) if note else done

    async def _walked(self, reading: PageReading) -> bool:
        """Visit every page; False where the reading was stopped on the way."""
        plan = replace(self.website.plan, pause=self.desk.limits.crawl_pause)
        self.kept_at = self._now()
        async with aclosing(self.crawler.walk(plan, await self._known(), self.website.run)) as walk:
            async for visit in walk:
                if self.progress and visit.state is not PageState.FOUND:
                    self.progress(visit.url)
                self.waiting.append(visit)
                is_time = len(self.waiting) >= PORTION or self._now() - self.kept_at >= PORTION_SECONDS
                if is_time and not await self._keep(reading):
                    return False
        return await self._keep(reading)

    async def _known(self) -> tuple[WebPage, ...]:
        """What earlier readings met. Pages that another version of this program read are asked for anew."""
        pages = await self.desk.store.websites.pages(self.tenant_id, self.website.source_id)
        if self.website.reader == READING:
            return pages
        return tuple(replace(page, etag=None, modified=None) for page in pages)

    async def _keep(self, reading: PageReading) -> bool:
        """Keep a portion; False where the reading was stopped meanwhile, or the source removed."""
        if not await self._report(()):
            return False
        visits, self.waiting = self.waiting, []
        pages = await reading.take(visits)
        self.kept_at = self._now()
        return await self._report(pages)

    async def _report(self, pages: Sequence[WebPage]) -> bool:
        until = self.desk.clock() + LEASE
        return await self.desk.store.websites.report(self.tenant_id, self.website, pages, until=until)

    async def _left(self) -> str:
        """What the limit kept from being read, in a sentence; "" where nothing was."""
        found = await self.desk.store.websites.find(self.tenant_id, self.website.source_id)
        left = (found.counts or {}).get(PageState.FOUND, 0) if found else 0
        most = self.website.plan.most_pages
        return f"{left:,} more addresses were found than the limit of {most:,} pages allows." if left else ""

    async def _finish(self, state: Reading, note: str) -> None:
        at = self.desk.clock()
        await self.desk.store.websites.finish(self.tenant_id, self.website, state, note=note, reader=READING, at=at)

    def _now(self) -> float:
        return asyncio.get_running_loop().time()


async def _website(desk: Desk, caller: Caller, id: SourceId) -> Website:
    website = await desk.store.websites.find(caller.tenant_id, id)
    if website is None:
        raise NotFound("There is no such website, or it was removed already.")
    return website
