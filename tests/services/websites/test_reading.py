"""A website is read page by page into a source, again only where it changed, and on from where it was broken off."""

import asyncio
import gzip
from dataclasses import replace
from typing import Any

import pytest
from services.websites.conftest import help_centre, names, page, state_of, taught
from websites import Site, answer

from baton.core.actors import Caller
from baton.core.errors import Conflict
from baton.core.ids import SourceId
from baton.services.desk import Desk
from baton.services.knowledge.sources import remove_source
from baton.services.ports.websites import Due, PageState, Plan, Reading
from baton.services.websites.reading import LEASE, read_website
from baton.services.websites.websites import (
    add_website,
    find_website,
    read_again,
    stop_reading,
)

pytestmark = pytest.mark.anyio


async def test_pages_below_the_address_are_read_and_cited_at_their_words(site: Site, desk: Desk, admin: Caller) -> None:
    help_centre(site)
    id, done = await taught(desk, admin, f"{site.url}/help/")
    assert await names(desk, admin, id) == ["/", "/gifts", "/refunds"]
    assert (done.added, done.source.kind, done.source.documents) == (3, "website", 3)
    assert [(skip.name, skip.why) for skip in done.skipped] == [
        (f"{site.url}/help/lost", "It is not there (the server answered 404).")
    ]
    assert "/about" not in site.paths()
    assert "/private/x" not in site.paths()
    found = await desk.knowledge.ground(admin.tenant_id, "How long do refunds take?")
    assert found.text == "Refunds take 5 days."
    assert found.citations[0].url == f"{site.url}/help/refunds#:~:text=Refunds%20take%205%20days."


async def test_sitemaps_are_followed_packed_and_nested(site: Site, desk: Desk, admin: Caller) -> None:
    inner = f"<urlset><url><loc>{site.url}/a?x=1&amp;y=2</loc></url><url><loc>\n{site.url}/b </loc></url></urlset>"
    site.pages |= {
        "/robots.txt": answer(f"Sitemap: {site.url}/maps.xml", kind="text/plain"),
        "/maps.xml": answer(
            f"<sitemapindex><sitemap><loc>{site.url}/inner.xml.gz</loc></sitemap>"
            f"<sitemap><loc>{site.url}/maps.xml</loc></sitemap></sitemapindex>",
            kind="application/xml",
        ),
        "/inner.xml.gz": answer(gzip.compress(inner.encode()), kind="application/x-gzip"),
        "/": page("Home", "Welcome to our lamps."),
        "/a?x=1&y=2": page("A", "Page A is about lamps."),
        "/b": page("B", "Page B is about chairs."),
    }
    _, done = await taught(desk, admin, site.url)
    assert done.added == 3
    _, done = await taught(desk, admin, f"{site.url}/maps.xml")
    assert done.added == 2


async def test_a_bomb_of_sitemaps_is_remembered_no_further_than_it_can_be_read(
    site: Site, desk: Desk, admin: Caller
) -> None:
    places = "".join(f"<loc>{site.url}/{number}</loc>" for number in range(2_000))
    site.pages |= {"/sitemap.xml": answer(f"<urlset>{places}", kind="application/xml"), "/": page("Home", "Welcome.")}
    id, _ = await taught(desk, admin, site.url, most_pages=5)
    assert len(await desk.store.websites.pages(admin.tenant_id, id)) <= 3 * 5 + 1


async def test_limits_are_kept_and_what_was_left_is_said(site: Site, desk: Desk, admin: Caller) -> None:
    for number in range(30):
        site.pages[f"/{number}"] = page(
            f"Page {number}", f"Number {number} is here.", f"/{number + 1}", f"/{number + 2}"
        )
    id, done = await taught(desk, admin, f"{site.url}/0", most_pages=5)
    assert done.added == 5
    assert "more addresses were found than the limit of 5 pages" in done.skipped[-1].why
    assert (await state_of(desk, admin, id)).note == done.skipped[-1].why
    site.pages["/deep"] = page("Deep", "Nothing more.", "/0")
    _, done = await taught(desk, admin, f"{site.url}/deep", most_depth=1)
    assert done.added == 2


async def test_a_maze_comes_to_an_end(site: Site, desk: Desk, admin: Caller) -> None:
    days = [f"/cal?day={day}" for day in range(200)]
    site.pages["/"] = page("Home", "Here it begins.", *days, "/a/a/a/a/a", "/x/" * 20)
    for day in days:
        site.pages[day] = page(f"Day {day}", f"Nothing happens on {day}.", "/a/b/a/b/a/b/a/b")
    _, done = await taught(desk, admin, site.url)
    assert done.added == 31


async def test_the_same_page_under_two_addresses_is_kept_once(site: Site, desk: Desk, admin: Caller) -> None:
    text = " ".join(f"Lamp {n} has a warranty of five years from its day of sale." for n in range(20))
    site.pages |= {
        "/": page("Warranty", text, "/print", "/other", "/named"),
        "/print": page("Warranty", text),
        "/other": page("Warranty", text.replace("Lamp 7 ", "Lamp seven ")),
        "/named": f'<link rel=canonical href="{site.url}/">' + page("Warranty", text),
    }
    _, done = await taught(desk, admin, site.url)
    assert done.added == 2
    assert [(twin.name, twin.twin) for twin in done.twins] == [(f"{site.url}/other", f"{site.url}/")]


async def test_a_reading_that_was_broken_off_goes_on_where_it_was(site: Site, desk: Desk, admin: Caller) -> None:
    for number in range(60):
        site.pages[f"/{number}"] = page(f"Page {number}", f"Number {number} is here.", f"/{number + 1}")
    reached = asyncio.Event()

    async def slow(writer: asyncio.StreamWriter) -> None:
        reached.set()
        await asyncio.sleep(60)

    site.pages["/45"] = slow
    source = await add_website(desk, admin, Plan(f"{site.url}/0", most_depth=50))
    reading = asyncio.create_task(read_website(desk, admin.tenant_id, source.id))
    await asyncio.wait_for(reached.wait(), 30)
    assert await read_website(desk, admin.tenant_id, source.id) is None
    with pytest.raises(Conflict, match="being read already"):
        await read_again(desk, admin, source.id)
    reading.cancel()
    await asyncio.gather(reading, return_exceptions=True)

    counts = (await state_of(desk, admin, source.id)).counts or {}
    kept = counts[PageState.READ]
    assert kept >= 35
    site.pages["/45"] = page("Page 45", "Number 45 is here.", "/46")
    site.asked.clear()
    assert Due(admin.tenant_id, source.id, is_asked=True) in await desk.store.websites.due(desk.clock(), 100)
    done = await read_website(desk, admin.tenant_id, source.id)
    assert done is not None
    assert done.source.documents == 51
    assert done.added == 51 - kept
    assert "/1" not in site.paths()
    assert (await state_of(desk, admin, source.id)).run == 1


async def test_a_fallen_readers_website_is_taken_over_when_its_lease_is_over(
    site: Site, desk: Desk, admin: Caller
) -> None:
    help_centre(site)
    source = await add_website(desk, admin, Plan(f"{site.url}/help/"))
    now = desk.clock()
    begun = await desk.store.websites.begin(admin.tenant_id, source.id, "fallen", at=now, until=now + LEASE)
    assert begun is not None
    assert await read_website(desk, admin.tenant_id, source.id) is None
    later = replace(desk, clock=lambda: now + 2 * LEASE)
    assert await read_website(later, admin.tenant_id, source.id) is not None
    assert not await desk.store.websites.report(admin.tenant_id, begun, (), until=now + 3 * LEASE)


async def test_a_reading_can_be_stopped_and_a_source_removed_on_the_way(site: Site, desk: Desk, admin: Caller) -> None:
    for stop in (stop_reading, remove_source):
        ended: list[SourceId] = []

        async def end(writer: asyncio.StreamWriter, stop: Any = stop, ended: list[SourceId] = ended) -> None:
            await stop(desk, admin, ended[0])
            writer.write(answer(page("End", "This is never kept.", "/z")))

        site.pages |= {"/": page("Home", "Here it begins.", "/end"), "/end": end}
        source = await add_website(desk, admin, Plan(site.url), name=f"Site {stop.__name__}")
        ended.append(source.id)
        await read_website(desk, admin.tenant_id, source.id)
        found = await find_website(desk, admin, source.id)
        assert found is None or found[0].state is Reading.STOPPED
        assert not [d for d in (await desk.store.sources.all(admin.tenant_id)) if d.id == source.id and d.documents > 1]
    with pytest.raises(Conflict, match="not being read"):
        await stop_reading(desk, admin, (await desk.store.websites.all(admin.tenant_id))[0].source_id)
