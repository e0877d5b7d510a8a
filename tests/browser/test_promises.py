"""A promise breaks: the customer reads the apology, and the support lead sees which promise it was."""

from datetime import timedelta
from typing import Any

import pytest
from browsing import Found
from playwright.async_api import expect
from serving import Company

from baton.core.conversation import Change
from baton.core.events import Event, EventKind
from baton.core.ids import ConversationId
from baton.core.promises import PromiseKind, by
from baton.services.desk import commit
from baton.services.moves import notice
from baton.services.waiting.lapses import end_lapsed

pytestmark = pytest.mark.anyio

Crowd = Any

MINUTES_10 = timedelta(minutes=10)


async def promise(company: Company, id: str) -> None:
    """The customer is told that somebody replies within ten minutes."""
    desk = company.served.desk
    found = await desk.store.conversations.load(company.tenant.id, ConversationId(id))
    assert found
    now = desk.clock()
    told = notice(desk, "We will reply within ten minutes.", now)
    made = by(PromiseKind.FIRST_REPLY_BY, told.text, now.replace(microsecond=0) + MINUTES_10, now=now, basis="a test")
    event = Event(EventKind.NOTICE_SENT, told.author, now, message=told)
    assert await commit(desk, Change(found[0], (event,), found[0].version), promises=(made,))


async def test_a_broken_promise_is_owned_up_to_and_seen_by_the_lead(
    company: Company, crowd: Crowd, later: Any, found: Found
) -> None:
    desk = company.served.desk
    customer = await crowd.customer()
    await customer.says("I want to talk to a person")
    await customer.hears("handing you over")
    here = (await customer.ticket())["id"]
    await promise(company, here)
    await customer.hears("within ten minutes")
    later(minutes=12)
    await end_lapsed(desk)
    await customer.hears("sorry")
    await customer.shot("apology")

    lead = await crowd.lead()
    await lead.enters("Promises")
    await expect(lead.page.locator(".headline strong").first).to_have_text("0%")
    await expect(lead.page.locator(".headline").first).to_contain_text("1 promise that came due in the last 28 days")
    card = lead.page.locator(".card")
    await expect(card).to_contain_text("We will reply within ten minutes.")
    waits = lead.page.get_by_role("region", name="Told waits by queue")
    await expect(waits.get_by_role("row", name="Support")).to_contain_text("their place alone")
    await found.look(lead, "promises")
    await lead.shot("promises-dark")
    await lead.page.emulate_media(color_scheme="light")
    await lead.shot("promises-light")
    await card.get_by_role("link").click()
    await expect(lead.page.get_by_role("main")).to_contain_text("The desk found a promise broken")
    await expect(lead.page.locator("details.settled blockquote").first).to_be_visible()
    await lead.shot("promises-trail")
    await lead.page.set_viewport_size({"width": 390, "height": 844})
    await lead.page.goto(f"{company.served.url}/console#promises")
    await expect(card).to_be_visible()
    assert await lead.page.evaluate("document.documentElement.scrollWidth") <= 390
    await lead.shot("promises-phone")
    await lead.page.evaluate("document.documentElement.dir = 'rtl'")
    await lead.shot("promises-rtl")
