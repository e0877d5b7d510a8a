"""A lead tries a changed policy on the past, in the console."""

from typing import Any

import pytest
from playwright.async_api import expect

pytestmark = pytest.mark.anyio


async def wrote(company: Any, text: str) -> str:
    customer, path = await company.customer(language="en")
    await customer.post(f"{path}/messages?wait=30", {"text": text}, expect=201)
    return path.rpartition("/")[2]


async def test_a_lead_sees_which_handoffs_a_changed_policy_would_take_away(
    company: Any, crowd: Any, found: Any
) -> None:
    money = await wrote(company, "I want my money back")
    await wrote(company, "Where is the moon?")
    lead = await crowd.lead()
    page = lead.page
    await page.get_by_role("link", name="Policy", exact=True).click()
    past = page.locator("section").filter(has=page.get_by_role("heading", name="Try a policy on the past"))
    await past.get_by_role("button", name="Replay").click()
    await expect(past.get_by_text("0 conversations of 2 (0%) would have gone otherwise.")).to_be_visible()

    draft = past.get_by_label("Policy to try")
    text = await draft.input_value()
    await draft.fill("\n".join(line for line in text.split("\n") if "id: policy-topic" not in line))
    await past.get_by_role("button", name="Replay").click()
    await expect(past.get_by_text("1 conversation of 2 (50%) would have gone otherwise.")).to_be_visible()
    await expect(past.get_by_role("link", name="I want my money back")).to_have_attribute("href", f"/inbox#{money}/2")
    await expect(past.get_by_role("region", name="Handoffs by reason")).to_contain_text("Policy topic")
    await expect(past.get_by_role("region", name="Handoffs a day by queue")).to_contain_text("billing")
    await past.get_by_text("By half hour of the day").click()
    await found.look(lead, "a policy that was tried on the past")
    await lead.shot("policy-replay")
    await page.set_viewport_size({"width": 360, "height": 740})
    assert await page.evaluate("document.documentElement.scrollWidth") <= 360

    await draft.fill("policy: [")
    await past.get_by_role("button", name="Replay").click()
    await expect(past.get_by_role("alert")).to_contain_text("Line 1")
    lead.forgive("422")
    await past.get_by_role("button", name="Back to the file in force").click()
    await expect(draft).to_have_value(text)

    await draft.fill(text.replace("  answer: 0.8\n", "  answer: 0.7\n"))
    await expect(past.get_by_role("button", name="Put this file in force")).to_be_hidden()
    await past.get_by_role("button", name="Replay").click()
    await past.get_by_role("button", name="Put this file in force").click()
    await past.get_by_role("button", name="Yes, put it in force").click()
    await expect(page.get_by_text("version 1, since")).to_be_visible()
    await wrote(company, "I want my money back")
    await page.get_by_text("What was foretold, and what came").click()
    came = page.get_by_role("region", name="Foretold of version 1, and what came")
    await expect(came.get_by_role("row").filter(has_text="Policy topic")).to_contain_text("As foretold")
    await found.look(lead, "what was foretold of a policy, and what came")
    assert await page.evaluate("document.documentElement.scrollWidth") <= 360
    await lead.shot("policy-foretold")

    await page.goto(f"{page.url.split('/console')[0]}/inbox#{money}/2")
    await expect(page.locator("#m-2")).to_be_focused()
    await expect(page.locator("#m-2")).to_contain_text("I want my money back")
