"""A website that can't be read, or not wholly, says why and can be given another address."""

from typing import Any

import pytest
from services.websites.conftest import help_centre, page, state_of, taught
from websites import Site, answer, moved, serving

from baton.core.actors import Caller
from baton.core.errors import Conflict, Invalid
from baton.services.desk import Desk
from baton.services.knowledge.sources import find_source
from baton.services.ports.fetching import NotFetched
from baton.services.ports.websites import Plan, Reading
from baton.services.websites.reading import read_website
from baton.services.websites.websites import (
    add_website,
)

pytestmark = pytest.mark.anyio


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
