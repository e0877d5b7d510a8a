"""Websites as sources: named once, read as often as asked, and again by themselves."""

from dataclasses import replace
from itertools import islice
from typing import NamedTuple

from baton.core.actors import Caller, Role
from baton.core.errors import Conflict, Invalid, NotFound
from baton.core.ids import SourceId
from baton.core.sources.schedule import Schedule
from baton.core.sources.urls import canonical, host_of, path_of
from baton.services.access import require
from baton.services.desk import Desk
from baton.services.knowledge.keeping import Skipped, named_source
from baton.services.knowledge.readers import AS_BEFORE, Readers, mark_again
from baton.services.ports.sources import Source
from baton.services.ports.websites import PageChange, PageState, Plan, Reading, Website
from baton.services.websites.reading import next_of

_LEFT_OUT = (PageState.SKIPPED, PageState.MISSING, PageState.GONE)

MOST_CHANGED = 200
"""Pages that changed in a reading, of those that are named. Of a first one all did, and the source lists them."""

MOST_PAGES = 10_000
MOST_DEPTH = 50


async def add_website(
    desk: Desk,
    caller: Caller,
    plan: Plan,
    *,
    name: str = "",
    readers: Readers = AS_BEFORE,
    schedule: Schedule | None = None,
) -> Source:
    """Have a website read, from now on under this name. One that is there already is read again.

    `readers` says for whom its pages are, `schedule` when it is read again by itself: weekly where nobody has said,
    and as before where it is there already. One of which nothing could ever be read may be given another address.
    Raises Invalid for an address that is none, and Conflict where the name is taken by another source.
    """
    require(caller, Role.ADMIN)
    url = canonical(plan.url)
    if url is None:
        raise Invalid(_no_address(plan.url), code="bad_address")
    if not 1 <= plan.most_pages <= MOST_PAGES or not 0 <= plan.most_depth <= MOST_DEPTH:
        raise Invalid(f"A website is read up to {MOST_PAGES:,} pages and {MOST_DEPTH} links deep.", code="bad_limits")
    named = name or (host_of(url) + path_of(url)).rstrip("/")
    source = readers.of(await named_source(desk, caller, named, "website"))
    known = await desk.store.websites.find(caller.tenant_id, source.id)
    if known is None:
        await desk.store.websites.add(caller.tenant_id, source, replace(plan, url=url), schedule or Schedule.WEEKLY)
    elif known.plan.url != url and not _is_blank(known, source):
        raise Conflict(f"There is a website named {source.name} already, at {known.plan.url}. Choose another name.")
    else:
        await desk.store.websites.ask_again(caller.tenant_id, source.id, replace(plan, url=url))
        if schedule:
            await _schedule(desk, caller, known, schedule)
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


async def schedule_reading(desk: Desk, caller: Caller, id: SourceId, schedule: Schedule) -> Website:
    """Say how often a website is read again by itself, counted from its last reading. Raises NotFound."""
    require(caller, Role.ADMIN)
    await _schedule(desk, caller, await _website(desk, caller, id), schedule)
    return await _website(desk, caller, id)


async def stop_reading(desk: Desk, caller: Caller, id: SourceId) -> Website:
    """Stop a reading; what was read until then stays. Raises Conflict where it is not being read."""
    require(caller, Role.ADMIN)
    website, now = await _website(desk, caller, id), desk.clock()
    if not await desk.store.websites.stop(caller.tenant_id, id, now, next_of(website, now)):
        raise Conflict("This website is not being read now.", code="not_reading")
    return await _website(desk, caller, id)


class Story(NamedTuple):
    """How a website's reading stands, with the addresses that it left out, and some that it changed in the source."""

    website: Website
    skipped: tuple[Skipped, ...]
    changed: tuple[tuple[str, PageChange], ...]


async def find_website(desk: Desk, caller: Caller, id: SourceId) -> Story | None:
    """How a website's reading stands; None where the source is no website."""
    require(caller, Role.ADMIN, Role.OPERATOR, Role.READONLY)
    website = await desk.store.websites.find(caller.tenant_id, id)
    if website is None:
        return None
    pages = [page for page in await desk.store.websites.pages(caller.tenant_id, id) if page.run == website.run]
    return Story(
        website,
        tuple(Skipped(page.url, page.why) for page in pages if page.why and page.state in _LEFT_OUT),
        tuple(islice(((page.url, page.change) for page in pages if page.change), MOST_CHANGED)),
    )


async def list_websites(desk: Desk, caller: Caller) -> dict[SourceId, Website]:
    """Every website of the tenant by its source."""
    require(caller, Role.ADMIN, Role.OPERATOR, Role.READONLY)
    return {website.source_id: website for website in await desk.store.websites.all(caller.tenant_id)}


def _no_address(said: str) -> str:
    if "@" in said.partition("://")[2].partition("/")[0]:
        return "A website is read as anybody sees it: write its address without a user name and password."
    return "That is not the address of a website. Write it as https://help.example.com."


def _is_blank(website: Website, source: Source) -> bool:
    """Whether nothing came of a website and nobody reads it now: its address was a slip of the pen, then."""
    return not source.documents and website.state not in (Reading.WAITING, Reading.READING)


async def _schedule(desk: Desk, caller: Caller, website: Website, schedule: Schedule) -> None:
    next_at = next_of(replace(website, schedule=schedule), website.finished_at or desk.clock())
    await desk.store.websites.schedule(caller.tenant_id, website.source_id, schedule, next_at)


async def _website(desk: Desk, caller: Caller, id: SourceId) -> Website:
    website = await desk.store.websites.find(caller.tenant_id, id)
    if website is None:
        raise NotFound("There is no such website, or it was removed already.")
    return website
