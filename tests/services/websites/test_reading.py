"""A website is read page by page into a source, again only where it changed, and on from where it was broken off."""

import asyncio
import gzip
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from websites import Site, answer, moved, serving

from baton.core.actors import Caller
from baton.core.errors import Conflict, Invalid
from baton.core.ids import SourceId
from baton.core.schedule import Schedule
from baton.services.desk import Desk
from baton.services.fetching import NotFetched
from baton.services.keeping import Ingested
from baton.services.page_reading import STILL_HELD
from baton.services.sources import find_source, remove_source
from baton.services.website_ports import Due, PageChange, PageState, Plan, Reading, Website
from baton.services.website_reading import LEASE, read_website
from baton.services.websites import (
    add_website,
    find_website,
    read_again,
    schedule_reading,
    stop_reading,
)

pytestmark = pytest.mark.anyio


@pytest.fixture
async def site() -> AsyncIterator[Site]:
    async with serving() as site:
        yield site


@pytest.fixture
def desk(desk: Desk) -> Desk:
    """Reads page after page without a pause."""
    return replace(desk, limits=replace(desk.limits, crawl_pause=0.0))


def page(title: str, text: str, *links: str) -> str:
    """A page with the furniture of one."""
    leads = "".join(f'<a href="{link}">more</a>' for link in links)
    return f"<html lang=en><nav>{leads}</nav><main><h1>{title}</h1><p>{text}</p></main><footer>(c)</footer></html>"


def help_centre(site: Site) -> None:
    site.pages |= {
        "/robots.txt": answer("User-agent: *\nDisallow: /private\n", kind="text/plain"),
        "/help/": page(
            "Help", "Ask us anything about lamps.", "refunds", "/help/lost", "/private/x", "/about", "gifts#top"
        ),
        "/help/refunds": page("Refunds", "Refunds take 5 days.", "gifts", "https://elsewhere.example/x", "old"),
        "/help/gifts": page("Gift cards", "Gift cards are valid for 24 months.", "refunds?utm_source=help"),
        "/help/old": moved("refunds"),
        "/about": page("About", "We are a company."),
    }


async def taught(desk: Desk, admin: Caller, url: str, **plan: Any) -> tuple[SourceId, Ingested]:
    source = await add_website(desk, admin, Plan(url, **plan))
    done = await read_website(desk, admin.tenant_id, source.id)
    assert done is not None
    return source.id, done


async def again(desk: Desk, admin: Caller, id: SourceId) -> Ingested:
    await read_again(desk, admin, id)
    done = await read_website(desk, admin.tenant_id, id)
    assert done is not None
    return done


async def state_of(desk: Desk, admin: Caller, id: SourceId) -> Website:
    found = await find_website(desk, admin, id)
    assert found is not None
    return found[0]


async def changes_of(desk: Desk, admin: Caller, id: SourceId) -> dict[str, PageChange]:
    run = (await state_of(desk, admin, id)).run
    pages = await desk.store.websites.pages(admin.tenant_id, id)
    return {page.url.partition("/help")[2]: page.change for page in pages if page.change and page.run == run}


async def names(desk: Desk, admin: Caller, id: SourceId) -> list[str]:
    return [document.name.partition("/help")[2] for document in (await find_source(desk, admin, id))[1]]


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


async def test_only_what_changed_is_read_again_and_what_is_gone_goes(site: Site, desk: Desk, admin: Caller) -> None:
    help_centre(site)
    tagged = answer(site.pages["/help/gifts"], etag='"1"')  # type: ignore[arg-type]
    site.pages["/help/gifts"] = tagged
    id, _ = await taught(desk, admin, f"{site.url}/help/")
    before = await desk.store.sources.knowledge_version(admin.tenant_id)  # type: ignore[attr-defined]

    site.pages["/help/gifts"] = answer("", status="304 Not Modified")
    done = await again(desk, admin, id)
    assert (done.added, done.changed, done.unchanged, done.gone) == (0, 0, 3, 0)
    assert dict(site.asked)["/help/gifts"]["if-none-match"] == '"1"'
    assert await desk.store.sources.knowledge_version(admin.tenant_id) == before  # type: ignore[attr-defined]

    del site.pages["/help/gifts"]
    site.pages["/help/refunds"] = page("Refunds", "Refunds take 9 days.", "new")
    site.pages["/help/new"] = page("New", "Lamps are repaired for free.")
    done = await again(desk, admin, id)
    assert (done.added, done.changed, done.unchanged, done.gone) == (1, 1, 1, 0)
    assert f"It is not there (the server answered 404).{STILL_HELD}" in [skip.why for skip in done.skipped]
    assert await changes_of(desk, admin, id) == {"/new": PageChange.ADDED, "/refunds": PageChange.CHANGED}
    assert await names(desk, admin, id) == ["/", "/gifts", "/new", "/refunds"]
    assert (await desk.knowledge.ground(admin.tenant_id, "How long do refunds take?")).text == "Refunds take 9 days."


async def test_a_page_that_comes_back_is_read_and_not_taken_for_unchanged(
    site: Site, desk: Desk, admin: Caller
) -> None:
    help_centre(site)
    gifts = answer(site.pages["/help/gifts"], etag='"1"')  # type: ignore[arg-type]
    site.pages["/help/gifts"] = gifts
    id, _ = await taught(desk, admin, f"{site.url}/help/")
    del site.pages["/help/gifts"]
    assert (await again(desk, admin, id)).gone == 0
    assert (await again(desk, admin, id)).gone == 1
    assert await changes_of(desk, admin, id) == {"/gifts": PageChange.GONE}
    assert await names(desk, admin, id) == ["/", "/refunds"]
    site.pages["/help/gifts"] = gifts
    assert (await again(desk, admin, id)).added == 1
    assert "if-none-match" not in site.asked[-1][1]


@pytest.mark.parametrize(
    "works",
    [
        answer("", status="404 Not Found"),
        moved("/help/"),
        answer(page("Works", "We are doing works on this website and will be back in an hour or two.", "gifts")),
        answer('<link rel=canonical href="/help/">' + page("Works", "Back soon.")),
    ],
)
async def test_one_bad_day_of_a_website_takes_nothing_out(site: Site, desk: Desk, admin: Caller, works: Any) -> None:
    help_centre(site)
    site.pages["/help/gifts"] = answer(site.pages["/help/gifts"], etag='"1"')  # type: ignore[arg-type]
    id, _ = await taught(desk, admin, f"{site.url}/help/")
    before = dict(site.pages)
    first = {"/help/": works} if b"200 OK" in works else {}
    site.pages |= {"/help/refunds": works, "/help/gifts": works, **first}
    done = await again(desk, admin, id)
    assert done.gone == 0
    assert (await desk.knowledge.ground(admin.tenant_id, "How long are gift cards valid?")).text
    site.pages |= {**before, "/help/gifts": answer("", status="304 Not Modified")}
    done = await again(desk, admin, id)
    assert (done.gone, done.source.documents) == (0, 3)
    assert (await desk.knowledge.ground(admin.tenant_id, "How long are gift cards valid?")).text


async def test_a_page_that_moved_leaves_at_once_where_its_new_address_is_read(
    site: Site, desk: Desk, admin: Caller
) -> None:
    help_centre(site)
    long = " ".join(
        f"Lamp {number} is refunded in {number} days to the card it was bought with." for number in range(9)
    )
    site.pages["/help/refunds"] = page("Refunds", long, "gifts")
    id, _ = await taught(desk, admin, f"{site.url}/help/")
    site.pages["/help/"] = page("Help", "Ask us anything about lamps.", "money-back", "gifts")
    site.pages |= {"/help/money-back": site.pages["/help/refunds"], "/help/refunds": moved("money-back")}
    done = await again(desk, admin, id)
    assert (done.added, done.gone, done.skipped) == (1, 1, ())
    assert await names(desk, admin, id) == ["/", "/gifts", "/money-back"]
    changes = await changes_of(desk, admin, id)
    assert (changes["/money-back"], changes["/refunds"]) == (PageChange.ADDED, PageChange.GONE)


async def test_what_a_failed_reading_missed_does_not_count(site: Site, desk: Desk, admin: Caller) -> None:
    help_centre(site)
    id, _ = await taught(desk, admin, f"{site.url}/help/")
    gifts = site.pages.pop("/help/gifts")
    website = await state_of(desk, admin, id)
    await again(desk, admin, id)
    site.pages["/robots.txt"] = answer("", status="500 Oops")
    with pytest.raises(NotFetched):
        await again(desk, admin, id)
    del site.pages["/robots.txt"]
    assert (await again(desk, admin, id)).gone == 0
    site.pages["/help/gifts"] = gifts
    assert (await again(desk, admin, id)).unchanged == 3
    assert (await state_of(desk, admin, id)).run == website.run + 4


async def test_a_website_is_read_again_by_itself_when_its_time_has_come_and_by_one_node_of_two(
    site: Site, desk: Desk, admin: Caller
) -> None:
    help_centre(site)
    id, _ = await taught(desk, admin, f"{site.url}/help/")
    website = await state_of(desk, admin, id)
    assert (website.schedule, website.by_itself) == (Schedule.WEEKLY, False)
    assert website.next_at is not None
    assert website.finished_at is not None
    assert timedelta(days=6) < website.next_at - website.finished_at < timedelta(days=8)
    assert await read_website(desk, admin.tenant_id, id) is None
    assert not [due for due in await desk.store.websites.due(desk.clock(), 100) if due.source_id == id]

    due_at = website.next_at
    later = replace(desk, clock=lambda: due_at, limits=replace(desk.limits, recrawl_pause=0.0))
    assert Due(admin.tenant_id, id, is_asked=False) in await desk.store.websites.due(due_at, 100)
    nodes = [read_website(later, admin.tenant_id, id) for _ in range(2)]
    assert len([done for done in await asyncio.gather(*nodes) if done]) == 1
    assert await read_website(later, admin.tenant_id, id) is None
    website = await state_of(desk, admin, id)
    assert (website.by_itself, website.run, website.finished_at) == (True, 2, due_at)
    assert website.next_at is not None
    assert website.next_at > due_at + timedelta(days=6)


async def test_a_website_that_fails_is_asked_later_and_later_and_says_when_it_was_read_last(
    site: Site, desk: Desk, admin: Caller
) -> None:
    help_centre(site)
    id, _ = await taught(desk, admin, f"{site.url}/help/")
    read = await state_of(desk, admin, id)
    before = (await find_source(desk, admin, id))[0]
    site.pages["/help/"] = answer("", status="404 Not Found")
    waits: list[timedelta] = []
    for _ in range(3):
        with pytest.raises(NotFetched):
            await again(desk, admin, id)
        website = await state_of(desk, admin, id)
        assert website.next_at is not None
        assert website.finished_at is not None
        waits.append(website.next_at - website.finished_at)
    assert [round(wait / timedelta(hours=1)) for wait in waits] in ([1, 4, n] for n in (15, 16, 17))
    assert (website.failures, website.read_at) == (3, read.finished_at)
    assert (await find_source(desk, admin, id))[0].checked_at == before.checked_at
    assert await desk.store.websites.failing() >= 1
    help_centre(site)
    await again(desk, admin, id)
    assert (await state_of(desk, admin, id)).failures == 0


async def test_a_schedule_that_is_changed_while_a_website_is_read_stays_changed(
    site: Site, desk: Desk, admin: Caller
) -> None:
    ids: list[SourceId] = []

    async def change(writer: asyncio.StreamWriter) -> None:
        await schedule_reading(desk, admin, ids[0], Schedule.NEVER)
        writer.write(answer(page("End", "Nothing more.")))

    site.pages |= {"/": page("Home", "Here it begins.", "/end"), "/end": change}
    source = await add_website(desk, admin, Plan(site.url), schedule=Schedule.DAILY)
    ids.append(source.id)
    await read_website(desk, admin.tenant_id, source.id)
    website = await state_of(desk, admin, source.id)
    assert (website.schedule, website.next_at) == (Schedule.NEVER, None)
    website = await schedule_reading(desk, admin, source.id, Schedule.DAILY)
    assert website.next_at is not None
    assert website.finished_at is not None
    assert timedelta(hours=22) < website.next_at - website.finished_at < timedelta(hours=26)


async def test_a_page_that_fails_for_now_keeps_what_was_read_of_it(site: Site, desk: Desk, admin: Caller) -> None:
    help_centre(site)
    id, _ = await taught(desk, admin, f"{site.url}/help/")
    site.pages["/help/refunds"] = answer("", status="503 Busy", retry_after="0")
    done = await again(desk, admin, id)
    assert (done.gone, done.source.documents) == (0, 3)
    assert "The server answered 503. What was read of it before is still used." in [skip.why for skip in done.skipped]


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


@pytest.mark.parametrize(
    ("pages", "says"),
    [
        (
            {"/robots.txt": answer("User-agent: *\nDisallow: /\n", kind="text/plain")},
            "asks in its robots.txt that / is not",
        ),
        ({"/robots.txt": answer("User-agent: Baton\nDisallow: /\n", kind="text/plain")}, "asks in its robots.txt"),
        ({"/robots.txt": answer("", status="500 Oops")}, "can't say now what may be read"),
        ({"/": answer("", status="404 Not Found")}, "answered 404. Is that the right address?"),
        ({"/": moved("http://169.254.169.254/")}, "not on the public internet"),
        ({"/": answer("x", kind="image/png")}, "is image/png"),
    ],
)
async def test_a_website_that_cannot_be_had_says_why(
    site: Site, desk: Desk, admin: Caller, pages: dict[str, bytes], says: str
) -> None:
    site.pages |= {"/": page("Home", "Here."), **pages}
    source = await add_website(desk, admin, Plan(site.url))
    with pytest.raises(NotFetched) as refused:
        await read_website(desk, admin.tenant_id, source.id)
    assert says in refused.value.detail
    website = await state_of(desk, admin, source.id)
    assert (website.state, website.note) == (Reading.FAILED, refused.value.detail)


async def test_pages_without_words_say_what_they_are(site: Site, desk: Desk, admin: Caller) -> None:
    wall = "<body><div class=x><p>We use cookies to improve your experience.</p><p>Accept all cookies or manage your "
    wall += "preferences.</p><button>Accept</button></div></body>"
    site.pages |= {
        "/": page("Home", "Here it begins.", "/wall", "/script", "/members", "/hidden", "/inside", "/doc.pdf"),
        "/wall": wall,
        "/script": "<body><div id=root></div><script src=app.js></script><noscript>Enable it</noscript></body>",
        "/members": answer("", status="403 Forbidden"),
        "/hidden": '<meta name="robots" content="noindex">' + page("Hidden", "Secret."),
        "/inside": moved("http://10.0.0.1/"),
        "/doc.pdf": answer(b"%PDF-1.4 broken", kind="application/pdf"),
    }
    _, done = await taught(desk, admin, site.url)
    told = {skip.name.rpartition("/")[2]: skip.why for skip in done.skipped}
    assert done.added == 1
    assert "only a notice about cookies" in told["wall"]
    assert "only with JavaScript" in told["script"]
    assert "asks for a login" in told["members"]
    assert "noindex" in told["hidden"]
    assert "not on the public internet" in told["inside"]
    assert "is damaged" in told["doc.pdf"]


async def test_a_site_that_goes_down_on_the_way_fails_and_keeps_what_was_read(desk: Desk, admin: Caller) -> None:
    async with serving() as site:
        site.pages["/"] = page("Home", "Here it begins.", *(f"/{n}" for n in range(30)))
        for number in range(30):
            site.pages[f"/{number}"] = b""
        source = await add_website(desk, admin, Plan(site.url))

        async def fetch(ask: Any, below: Any = desk.crawler._fetcher.fetch) -> Any:  # type: ignore[union-attr]
            if ask.url.endswith("/3"):
                raise NotFetched("down.", code="unreachable")
            if any(ask.url.endswith(f"/{n}") for n in range(30)):
                raise NotFetched("down.", code="unreachable")
            return await below(ask)

        desk.crawler._fetcher.fetch = fetch  # type: ignore[union-attr]
        with pytest.raises(NotFetched, match="stopped answering"):
            await read_website(desk, admin.tenant_id, source.id)
    assert (await find_source(desk, admin, source.id))[0].documents == 1


async def test_a_website_of_which_nothing_could_be_read_may_be_given_another_address(
    site: Site, desk: Desk, admin: Caller
) -> None:
    help_centre(site)
    slip = await add_website(desk, admin, Plan(f"{site.url}/hlep/"), name="Help")
    with pytest.raises(Conflict, match="Choose another name"):
        await add_website(desk, admin, Plan(f"{site.url}/help/"), name="Help")
    with pytest.raises(NotFetched, match="Is that the right address"):
        await read_website(desk, admin.tenant_id, slip.id)
    mended = await add_website(desk, admin, Plan(f"{site.url}/help/"), name="Help")
    assert mended.id == slip.id
    done = await read_website(desk, admin.tenant_id, slip.id)
    assert done is not None
    assert done.added == 3
    with pytest.raises(Conflict, match="Choose another name"):
        await add_website(desk, admin, Plan(f"{site.url}/about"), name="Help")


async def test_a_website_that_gives_nothing_says_why(site: Site, desk: Desk, admin: Caller) -> None:
    site.pages["/sitemap.xml"] = "<urlset><url><loc>&g;</loc></url></urlset>"
    id, done = await taught(desk, admin, f"{site.url}/sitemap.xml")
    assert "No page was found there" in (await state_of(desk, admin, id)).note == done.skipped[-1].why
    site.pages["/"] = page("Home", "Here it begins, with lamps of all kinds and sizes.")
    await taught(desk, admin, site.url)
    site.pages["/start"] = moved("/")
    id, done = await taught(desk, admin, f"{site.url}/start")
    assert done.source.documents == 0
    assert f"the same as pages of another source, such as {site.url}/" in (await state_of(desk, admin, id)).note


async def test_an_address_that_is_none_is_refused_before_anything_is_kept(desk: Desk, admin: Caller) -> None:
    for url in ("help.example.com", "ftp://x.example"):
        with pytest.raises(Invalid, match="not the address of a website"):
            await add_website(desk, admin, Plan(url))
    with pytest.raises(Invalid, match="without a user name and password"):
        await add_website(desk, admin, Plan("https://user:pw@x.example/"))
    assert await desk.store.sources.all(admin.tenant_id) == ()
