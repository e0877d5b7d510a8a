"""The console opens with how the desk does."""

from typing import Any

import pytest
from playwright.async_api import expect

pytestmark = pytest.mark.anyio


async def test_a_lead_sees_first_how_many_began_and_how_they_ended(company: Any, crowd: Any, found: Any) -> None:
    lead = await crowd.lead()
    page = lead.page
    await expect(page.get_by_role("heading", name="Overview", level=1)).to_be_visible()
    await expect(page.get_by_text("Nobody has written in the last 28 days")).to_be_visible()
    await found.look(lead, "an overview of nothing")

    await company.waiting()
    _, path = await company.waiting()
    await company.dana.post(f"{path}/claim", expect=200)
    await company.dana.post(f"{path}/messages", {"text": "Here I am."}, expect=201)
    await company.dana.post(f"{path}/resolution", {}, expect=200)
    await page.get_by_label("Begun in the last").select_option("7 days")
    await expect(page.locator(".figure").filter(has_text="Handed to a person")).to_contain_text("100%")
    await expect(page.locator(".figure").filter(has_text="first words")).to_contain_text("in the median of 1")
    await expect(page.get_by_role("row").filter(has_text="Closed by a person")).to_contain_text("50%")
    why = page.get_by_role("region", name="Why the bot stopped")
    await expect(why.get_by_role("row").filter(has_text="Asked for a person")).to_contain_text("100%")
    await expect(page.locator(".figure").filter(has_text="Resolved")).to_contain_text("50%")
    await expect(
        page.get_by_role("region", name="How handoffs went").get_by_role("row").filter(has_text="Looks late")
    ).to_contain_text("0%")
    await page.get_by_label("Apart by").select_option("By queue")
    await expect(page.get_by_role("region", name="Apart").get_by_role("row").last).to_contain_text("Support")
    await page.get_by_text("As a table").click()
    await expect(page.locator(".day-bars li")).to_contain_text("2 began, 2 handed over")
    await found.look(lead, "an overview")
    await page.set_viewport_size({"width": 360, "height": 740})
    assert await page.evaluate("document.documentElement.scrollWidth") <= 360
    await page.get_by_role("link", name="1 customer waiting").click()
    await expect(page.get_by_role("heading", name="Inbox", level=1)).to_be_attached()
