"""Somebody of the team who is signed out types their address, and comes in by the letter."""

import re
from collections.abc import AsyncIterator
from typing import Any

import anyio
import pytest
from browsing import Found, Tab
from channels.email.conftest import Post, post  # noqa: F401 - a fixture
from playwright.async_api import expect
from serving import Company, company_of, serve

from baton.channels.email.accounts import Account, Accounts, Server
from baton.db.store import Store

pytestmark = pytest.mark.anyio

Crowd = Any


@pytest.fixture
async def company(store: Store, tables: dict[str, Any], post: tuple[Post, int]) -> AsyncIterator[Company]:  # noqa: F811
    """A company with a mailbox, on a server of its own."""
    name = f"Harbour Doors {post[1]}"
    account = Account(
        company=name, address="support@harbour.example", name=name, smtp=Server("127.0.0.1", post[1], "plain")
    )
    async for served in serve(store, tables, Accounts([account])):
        async with company_of(served, name) as made:
            yield made


async def link_in(post: Post) -> str:  # noqa: F811
    """What stands behind the address of the page in the link of the letter."""
    with anyio.fail_after(60):
        await post.came.wait()
    text = bytes(post.received[-1].content or b"").replace(b"=\r\n", b"").decode()
    found = re.search(r"/(inbox|console)#(sign-in/btl_\w+)", text)
    assert found, text
    return found.group(0)


async def test_the_link_of_the_letter_signs_in_by_a_button_once(
    company: Company,
    crowd: Crowd,
    found: Found,
    post: tuple[Post, int],  # noqa: F811
) -> None:
    me = await company.dana.get("/v1/me")
    email = f"dana.{company.tenant.id}@example.com"
    await company.admin.ask("PATCH", f"/v1/operators/{me['actor']['id']}", {"email": email}, expect=200)
    tab = Tab(await crowd._page({}))
    crowd.tabs.append(tab)
    page, url = tab.page, company.served.url
    await page.goto(f"{url}/inbox")
    await page.get_by_label("Your e-mail address").fill(email.upper())
    await found.look(tab, "the door")
    await page.get_by_role("button", name="Send me a link").click()
    await expect(page.get_by_role("status").filter(has_text="a letter with a link is on its way")).to_be_visible()

    place = await link_in(post[0])
    await page.goto(f"{url}{place}")
    assert "btl_" not in page.url
    await found.look(tab, "the button of the link")
    await page.get_by_role("button", name="Sign in").click()
    await expect(page.get_by_role("button", name="You are ")).to_be_visible()
    await page.goto(f"{url}/console#{place.partition('#')[2]}")
    await expect(page.get_by_role("heading", name="Overview", level=1)).to_be_visible()
    await page.context.clear_cookies()
    await page.goto("about:blank")
    await page.goto(f"{url}{place}")
    await page.get_by_role("button", name="Sign in").click()
    await expect(page.get_by_role("alert")).to_contain_text("has been used or is too old")
    await page.get_by_role("button", name="Ask for another").click()
    await expect(page.get_by_label("Your e-mail address")).to_be_visible()
    tab.forgive("401")
