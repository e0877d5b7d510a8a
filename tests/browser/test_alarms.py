"""A customer waits and nobody was shown it: the console says so until somebody looks, and the tab counts them."""

import os
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from browsing import Customer, Found, Room
from playwright.async_api import Browser, expect
from serving import Company

from baton.core.actors import Role
from baton.core.ids import OperatorId, TenantId
from baton.services.team.people import issue_link
from baton.services.waiting.alerts import raise_alarms

pytestmark = pytest.mark.anyio

SHOTS = os.environ.get("BATON_SHOTS")


async def test_a_wait_that_nobody_was_shown_stands_on_top_until_somebody_opens_the_inbox(
    company: Company, chromium: Browser, found: Found
) -> None:
    desk, url = company.served.desk, company.served.url
    tenant = TenantId((await company.admin.get("/v1/me"))["tenant"]["id"])
    context = await chromium.new_context(viewport={"width": 1280, "height": 800})
    customer = Customer(await context.new_page(), f"{url}/try/{company.widget_token}")
    await customer.arrives()
    await customer.opens_the_widget()
    await customer.says("I want to talk to a person")
    await customer.hears("handing you over")
    here = (await customer.ticket())["id"]
    clock: Any = desk.clock
    was = clock.ahead
    clock.advance(seconds=timedelta(minutes=2).total_seconds())
    await raise_alarms(desk)
    clock.ahead = was

    link = await issue_link(desk, tenant, role=Role.ADMIN, operator_id=None)
    lead = Room(await context.new_page())
    await lead.page.goto(f"{url}/sign-in/{link.secret}?to=/console")
    bar = lead.page.locator(".alarms")
    await expect(bar).to_contain_text("A customer waits, and nobody has been shown it.")
    await found.look(lead, "an alarm")
    for scheme in ("dark", "light"):
        await lead.page.emulate_media(color_scheme=scheme)
        await shot(lead, f"alarm-{scheme}")
    await lead.page.set_viewport_size({"width": 390, "height": 844})
    assert await lead.page.evaluate("document.documentElement.scrollWidth") <= 390
    await lead.page.evaluate("document.documentElement.dir = 'rtl'")
    await shot(lead, "alarm-phone-rtl")

    dana = OperatorId((await company.dana.get("/v1/me"))["actor"]["id"])
    mine = await issue_link(desk, tenant, role=Role.OPERATOR, operator_id=dana)
    other = await chromium.new_context(viewport={"width": 1280, "height": 800})
    inbox = Room(await other.new_page())
    await inbox.page.goto(f"{url}/sign-in/{mine.secret}")
    await expect(inbox.page).to_have_title("(1) Baton inbox")
    icon = await inbox.page.locator('link[rel="icon"]').get_attribute("href")
    assert (icon or "").startswith("data:image/svg+xml")
    await inbox.page.get_by_role("button", name="You and your settings").click()
    await inbox.page.get_by_label("Play a sound").check()
    await expect(inbox.page.get_by_label("Play a sound")).to_be_checked()
    await found.look(inbox, "the choices of alerts")
    await shot(inbox, "alert-choices")
    assert (await company.dana.get("/v1/me/alerts"))["sound"] is True

    await lead.page.goto(f"{url}/console#trail/{here}")
    await lead.page.reload()
    await expect(lead.page.locator(".alarms")).to_have_count(0)
    await lead.page.get_by_text("1 alert").click()
    await expect(lead.page.get_by_role("main")).to_contain_text("in the inbox: shown")
    await shot(lead, "alerts-in-the-trail")
    assert lead.complaints == customer.complaints == inbox.complaints == []
    await context.close()
    await other.close()


async def shot(tab: Any, name: str) -> None:
    if SHOTS:
        await tab.page.screenshot(path=Path(SHOTS) / f"{name}.png")
