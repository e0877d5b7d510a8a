"""Before a launch the console says what is missing, and leads to where it is mended."""

from typing import Any

import pytest
from playwright.async_api import expect

pytestmark = pytest.mark.anyio


async def test_a_lead_plays_a_bad_day_and_reads_what_a_customer_would(crowd: Any, found: Any) -> None:
    lead = await crowd.lead()
    page = lead.page
    await page.get_by_role("link", name="Before launch").click()
    await page.get_by_role("button", name="Play it").click()
    await expect(page.get_by_text("No scene failed.")).to_be_visible(timeout=60_000)
    furious = page.get_by_role("listitem").filter(has_text="Furious, in English")
    await expect(furious).to_contain_text("A person is called.")
    await furious.get_by_text("What is said").click()
    await expect(furious.get_by_text("I am furious!")).to_be_visible()
    await found.look(lead, "the rehearsal")
    await page.set_viewport_size({"width": 360, "height": 740})
    assert await page.evaluate("document.documentElement.scrollWidth") <= 360


async def test_a_lead_sees_what_keeps_the_desk_from_going_live_and_mends_it(crowd: Any, found: Any) -> None:
    lead = await crowd.lead()
    page = lead.page
    await page.get_by_role("link", name="Before launch").click()
    await expect(page.get_by_role("status").filter(has_text="Not yet:")).to_be_visible()
    line = page.get_by_role("listitem").filter(has_text="Any site may embed the widget.")
    await expect(line).to_contain_text("Refuses")
    await found.look(lead, "the launch check")
    await page.set_viewport_size({"width": 360, "height": 740})
    assert await page.evaluate("document.documentElement.scrollWidth") <= 360
    async with page.expect_download() as started:
        await page.get_by_role("link", name="Scope brief").click()
    assert (await started.value).suggested_filename == "scope-brief.html"
    await line.get_by_role("link", name="Mend it").click()
    await expect(page.get_by_role("heading", name="Widget", level=1)).to_be_visible()
