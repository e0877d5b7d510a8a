"""The console's room of webhooks, beside a receiver that is told by the desk as it runs."""

from typing import Any

import pytest
from browsing import Found
from hooked import signed_by
from playwright.async_api import expect
from receivers import receiving

pytestmark = pytest.mark.anyio

People = Any


async def test_a_lead_adds_one_tries_it_and_sees_what_is_told(people: People, found: Found) -> None:
    room = await people.room()
    page = room.page
    dialog = page.get_by_role("dialog")
    async with receiving() as receiver:
        await room.enters("Webhooks")
        await expect(page.get_by_text("No webhooks yet")).to_be_visible()
        await page.get_by_role("button", name="Add a webhook").click()
        await dialog.get_by_label("Address").fill("http://10.0.0.1:9000/a b")
        await dialog.get_by_role("button", name="Add").click()
        await expect(dialog.get_by_role("alert")).to_contain_text("no web address")
        await dialog.get_by_label("Address").fill(f"{receiver.url}/hook")
        await dialog.get_by_label("Label").fill("Our CRM")
        await dialog.get_by_label("What it is told").select_option("own")
        await found.look(room, "the form of a webhook")
        await dialog.get_by_label("What it is told").select_option("said")
        await dialog.get_by_role("button", name="Add").click()
        secret = await dialog.locator(".secret").inner_text()
        await dialog.get_by_role("button", name="Done").click()

        await expect(page.get_by_role("heading", name="Our CRM")).to_be_visible()
        await page.get_by_role("button", name="Send a test event").click()
        await expect(page.locator(".toast").filter(has_text="It arrived: answered 204")).to_be_visible()
        assert receiver.got[0].headers["webhook-signature"] == signed_by(secret, receiver.got[0])

        receiver.answers = lambda _: b"HTTP/1.1 500 Broken\r\ncontent-length: 5\r\n\r\noops!"
        customer = await people.customer()
        await customer.opens_the_widget()
        await customer.says("Can I return a sofa?")
        await receiver.has(2)
        assert receiver.got[1].event["message"]["text"] == "Can I return a sofa?"
        await room.enters("Overview")
        await expect(page.get_by_text("The webhook Our CRM is failing.")).to_be_visible()
        await page.get_by_role("link", name="Our CRM").click()
        await expect(page.get_by_role("row").filter(has_text="It answered 500.").first).to_be_visible()
        await page.get_by_text("What it answered").first.click()
        await expect(page.get_by_text("oops!").first).to_be_visible()
        await found.look(room, "what was tried")

        receiver.answers = lambda _: "200 OK"
        await page.get_by_role("button", name="Send again: Message received").first.click()
        await expect(page.locator(".toast").filter(has_text="It arrived: answered 200")).to_be_visible()
        await page.get_by_role("button", name="Switch off").click()
        await page.get_by_role("button", name="Switch on").click()
        await found.look(room, "switching it on")
        await dialog.get_by_role("button", name="Where it stopped").click()
        await expect(page.get_by_role("button", name="Switch off")).to_be_visible()
        await page.set_viewport_size({"width": 360, "height": 740})
        assert await page.evaluate("document.documentElement.scrollWidth") <= 360
        await page.set_viewport_size({"width": 1280, "height": 800})
        await page.get_by_role("button", name="Remove").click()
        await dialog.get_by_role("button", name="Remove").click()
        await expect(page.get_by_text("No webhooks yet")).to_be_visible()
    room.forgive("422")
