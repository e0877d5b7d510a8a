"""A website on this machine, the desk that reads it, and what was read."""

from collections.abc import AsyncIterator
from dataclasses import replace
from typing import Any

import pytest
from websites import Site, answer, moved, serving

from baton.core.actors import Caller
from baton.core.ids import SourceId
from baton.services.desk import Desk
from baton.services.knowledge.keeping import Ingested
from baton.services.knowledge.sources import find_source
from baton.services.ports.websites import PageChange, Plan, Website
from baton.services.websites.reading import read_website
from baton.services.websites.websites import (
    add_website,
    find_website,
    read_again,
)


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
