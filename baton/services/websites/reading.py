"""The reading of a website: taken by one process of all, kept in portions, and ended with when it is read again."""

import asyncio
from collections.abc import Sequence
from contextlib import aclosing
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from baton.core.actors import SYSTEM, Caller, Role
from baton.core.errors import Unavailable
from baton.core.ids import SourceId, TenantId
from baton.core.sources.schedule import next_reading
from baton.services.desk import Desk
from baton.services.knowledge.files import Progress
from baton.services.knowledge.keeping import READING, Ingested, Skipped, tell
from baton.services.ports.fetching import NotFetched
from baton.services.ports.websites import Crawler, PageState, Reading, Visit, WebPage, Website
from baton.services.websites.pages import PageReading

LEASE = timedelta(seconds=90)
"""How long a reader may say nothing before another takes over. A page is given 30 seconds and two more attempts."""

PORTION = 20
PORTION_SECONDS = 2.0
"""Pages and seconds after which what was read is kept and shown."""


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


def next_of(website: Website, after: datetime) -> datetime | None:
    """When it is read again by itself, after a reading that ended at `after`."""
    seed = f"{website.source_id} {website.run}"
    return next_reading(website.schedule, after, failures=website.failures, seed=seed)


def _nothing(done: Ingested, same: str | None) -> str:
    """Why the bot has nothing to answer from, in a sentence; "" where it has."""
    if done.source.documents:
        return ""
    if same:
        return f"Nothing was added: its pages say the same as pages of another source, such as {same}."
    return "No page was found there that the bot could answer from. Is that the right address?"


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
        pages = await self.desk.store.websites.pages(self.tenant_id, self.website.source_id)
        reading = await PageReading.begin(self.desk, self.tenant_id, self.website, pages)
        failed: NotFetched | None = None
        try:
            is_whole = await self._walked(reading, pages) and await self._report(await reading.settle())
        except NotFetched as error:
            is_whole, failed = False, error
            await self._keep(reading)
        done = await reading.done(is_whole=is_whole)
        await tell(self.desk, Caller(self.tenant_id, Role.ADMIN, SYSTEM), done)
        if failed:
            await self._finish(Reading.FAILED, failed.detail)
            raise failed
        note = await self._left() or _nothing(done, reading.same) if is_whole else ""
        await self._finish(Reading.DONE, note)
        return replace(done, skipped=(*done.skipped, Skipped(self.website.plan.url, note))) if note else done

    async def _walked(self, reading: PageReading, pages: Sequence[WebPage]) -> bool:
        """Visit every page; False where the reading was stopped on the way."""
        limits = self.desk.limits
        plan = replace(self.website.plan, pause=limits.recrawl_pause if self.website.by_itself else limits.crawl_pause)
        self.kept_at = self._now()
        async with aclosing(self.crawler.walk(plan, self._known(pages), self.website.run)) as walk:
            async for visit in walk:
                if self.progress and visit.state is not PageState.FOUND:
                    self.progress(visit.url)
                self.waiting.append(visit)
                is_time = len(self.waiting) >= PORTION or self._now() - self.kept_at >= PORTION_SECONDS
                if is_time and not await self._keep(reading):
                    return False
        return await self._keep(reading)

    def _known(self, pages: Sequence[WebPage]) -> Sequence[WebPage]:
        """What earlier readings met. Pages that another version of this program read are asked for anew."""
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
        ended = replace(self.website, state=state, note=note, finished_at=at, failures=0, read_at=at, reader=READING)
        if state is Reading.FAILED:
            before = self.website
            ended = replace(ended, failures=before.failures + 1, read_at=before.read_at, reader=before.reader)
        await self.desk.store.websites.finish(self.tenant_id, replace(ended, next_at=next_of(ended, at)))

    def _now(self) -> float:
        return asyncio.get_running_loop().time()
