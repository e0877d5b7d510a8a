"""A website is read again, only where it changed; one bad day of it takes nothing out."""

import asyncio
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from services.websites.conftest import again, changes_of, help_centre, names, page, state_of, taught
from websites import Site, answer, moved

from baton.core.actors import Caller
from baton.core.ids import SourceId
from baton.core.sources.schedule import Schedule
from baton.services.desk import Desk
from baton.services.knowledge.sources import find_source
from baton.services.ports.fetching import NotFetched
from baton.services.ports.websites import Due, PageChange, Plan
from baton.services.websites.pages import STILL_HELD
from baton.services.websites.reading import read_website
from baton.services.websites.websites import (
    add_website,
    schedule_reading,
)

pytestmark = pytest.mark.anyio


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
