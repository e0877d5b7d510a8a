"""The console shows the seal that is to be kept elsewhere."""

from typing import Any

import pytest
from playwright.async_api import expect

pytestmark = pytest.mark.anyio


async def test_a_lead_reads_the_last_seal_and_takes_the_log_along(company: Any, crowd: Any, found: Any) -> None:
    await company.waiting()
    await company.admin.http.get("/v1/trail")
    sealed = await company.admin.get("/v1/trail/seal")
    lead = await crowd.lead()
    page = lead.page
    await page.get_by_role("link", name="Audit trail").click()
    await expect(page.get_by_text(f"{sealed['number']}:{sealed['hash']}")).to_be_visible()
    await found.look(lead, "the last seal")
    await page.set_viewport_size({"width": 360, "height": 740})
    assert await page.evaluate("document.documentElement.scrollWidth") <= 360
    async with page.expect_download() as started:
        await page.get_by_role("link", name="Export the log").click()
    assert (await started.value).suggested_filename == "trail.jsonl"
