"""A promise breaks: the customer reads the apology, and the support lead sees which promise it was."""

import os
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from browsing import Customer, Found, Room
from playwright.async_api import Browser, expect
from serving import Company

from baton.core.actors import Role
from baton.core.conversation import Change
from baton.core.events import Event, EventKind
from baton.core.ids import ConversationId, TenantId
from baton.core.promises import PromiseKind, by
from baton.services.desk import commit
from baton.services.lapses import end_lapsed
from baton.services.moves import notice
from baton.services.people import issue_link

pytestmark = pytest.mark.anyio

MINUTES_10 = timedelta(minutes=10)

SHOTS = os.environ.get("BATON_SHOTS")
"""A folder to keep pictures of the walk in."""


@pytest.fixture
async def later(company: Company) -> AsyncIterator[Any]:
    """Moves the desk's clock on, and back after the test."""
    clock: Any = company.served.desk.clock
    was = clock.ahead
    yield clock.advance
    clock.ahead = was


async def shot(tab: Any, name: str) -> None:
    if SHOTS:
        await tab.page.screenshot(path=Path(SHOTS) / f"{name}.png", full_page=True)


async def promise(company: Company, id: str) -> None:
    """The customer is told that somebody replies within ten minutes."""
    desk = company.served.desk
    tenant = TenantId((await company.admin.get("/v1/me"))["tenant"]["id"])
    found = await desk.store.conversations.load(tenant, ConversationId(id))
    assert found
    now = desk.clock()
    told = notice(desk, "We will reply within ten minutes.", now)
    made = by(PromiseKind.FIRST_REPLY_BY, told.text, now.replace(microsecond=0) + MINUTES_10, now=now, basis="a test")
    event = Event(EventKind.NOTICE_SENT, told.author, now, message=told)
    assert await commit(desk, Change(found[0], (event,), found[0].version), promises=(made,))


async def test_a_broken_promise_is_owned_up_to_and_seen_by_the_lead(
    company: Company, chromium: Browser, later: Any, found: Found
) -> None:
    desk, url = company.served.desk, company.served.url
    context = await chromium.new_context(viewport={"width": 1280, "height": 800})
    customer = Customer(await context.new_page(), f"{url}/try/{company.widget_token}")
    await customer.arrives()
    await customer.opens_the_widget()
    await customer.says("I want to talk to a person")
    await customer.hears("handing you over")
    here = (await customer.ticket())["id"]
    await promise(company, here)
    await customer.hears("within ten minutes")
    later(minutes=12)
    await end_lapsed(desk)
    await customer.hears("sorry")
    await shot(customer, "apology")

    tenant = TenantId((await company.admin.get("/v1/me"))["tenant"]["id"])
    link = await issue_link(desk, tenant, role=Role.ADMIN, operator_id=None)
    lead = Room(await context.new_page())
    await lead.page.goto(f"{url}/sign-in/{link.secret}?to=/console")
    await lead.enters("Promises")
    await expect(lead.page.locator(".headline strong")).to_have_text("0%")
    await expect(lead.page.locator(".headline")).to_contain_text("1 promise that came due in the last 28 days")
    card = lead.page.locator(".card")
    await expect(card).to_contain_text("We will reply within ten minutes.")
    await found.look(lead, "promises")
    await shot(lead, "promises-dark")
    await lead.page.emulate_media(color_scheme="light")
    await shot(lead, "promises-light")
    await card.get_by_role("link").click()
    await expect(lead.page.get_by_role("main")).to_contain_text("The desk found a promise broken")
    await expect(lead.page.locator("details.settled blockquote").first).to_be_visible()
    await shot(lead, "promises-trail")
    await lead.page.set_viewport_size({"width": 390, "height": 844})
    await lead.page.goto(f"{url}/console#promises")
    await expect(card).to_be_visible()
    assert await lead.page.evaluate("document.documentElement.scrollWidth") <= 390
    await shot(lead, "promises-phone")
    await lead.page.evaluate("document.documentElement.dir = 'rtl'")
    await shot(lead, "promises-rtl")
    assert lead.complaints == customer.complaints == []
    await context.close()
