"""An admin hands out and erases what is kept of a customer, from the pane beside the conversation."""

import json
from typing import Any

import pytest
from playwright.async_api import expect

pytestmark = pytest.mark.anyio


async def test_an_admin_exports_a_customer_and_erases_them_with_the_others_of_their_address(
    company: Any, crowd: Any, found: Any
) -> None:
    ann = {"name": "Ann Reed", "email": "ann@example.com"}
    (_, path), (_, earlier) = [await company.customer(**ann) for _ in range(2)]
    for one, text in ((earlier, "Where is my lamp?"), (path, "It came broken.")):
        await company.admin.post(f"{one}/notes", {"text": text}, expect=201)
    await company.admin.post(f"{earlier}/resolution", {}, expect=200)
    lead = await crowd.lead()
    page = lead.page
    await page.goto(f"{company.served.url}/inbox#{path.rpartition('/')[2]}")
    pane = page.get_by_role("region", name="Customer and trail")
    await expect(pane.locator(".others a")).to_have_attribute("href", f"#{earlier.rpartition('/')[2]}")
    await expect(pane.locator(".others a")).to_contain_text("same address")
    await found.look(lead, "the customer's pane")

    await pane.get_by_role("button", name="Export").click()
    dialog = page.get_by_role("dialog")
    await dialog.get_by_label("Also 1 other profile").check()
    await found.look(lead, "the form of an export")
    async with page.expect_download() as arrives:
        await dialog.get_by_role("link", name="Download").click()
    told = json.loads((await (await arrives.value).path()).read_text(encoding="utf-8"))
    assert {one["id"] for one in told["conversations"]} == {one.rpartition("/")[2] for one in (path, earlier)}
    await expect(dialog).to_have_count(0)

    await pane.get_by_role("button", name="Erase").click()
    await dialog.get_by_label("Also 1 other profile").check()
    await dialog.get_by_role("button", name="Erase for good").click()
    # The reason stands in the modal, where it can be read and heard, not below it.
    await expect(dialog.locator(".toast")).to_contain_text("Resolve it first")
    await dialog.get_by_role("button", name="Dismiss").click()
    await expect(page.locator(".toast")).to_have_count(0)
    await company.admin.post(f"{path}/resolution", {}, expect=200)
    await dialog.get_by_role("button", name="Erase for good").click()
    await lead.page.locator(".toast").filter(has_text="Erased: 2 conversations.").wait_for()
    await expect(page.get_by_text("Open a conversation")).to_be_visible()
    await company.admin.get(path, expect=404)
    lead.forgive("409", "404")
    assert not lead.complaints


async def test_an_operator_sees_the_history_and_can_neither_export_nor_erase(company: Any, crowd: Any) -> None:
    _, path = await company.waiting()
    dana = await crowd.dana()
    await dana.opens(path.rpartition("/")[2])
    pane = dana.page.get_by_role("region", name="Customer and trail")
    await expect(pane).to_contain_text("None that we know of.")
    await expect(pane.get_by_role("button", name="Erase")).to_have_count(0)
