"""A lead connects Chatwoot in the console; the desk, as it runs, answers and hands over there."""

from typing import Any

import httpx2
import pytest
from browsing import Found
from chatwoots import SECRET, TOKEN, Fake, signed
from playwright.async_api import expect
from receivers import receiving

pytestmark = pytest.mark.anyio

People = Any


async def deliver(address: str, payload: dict[str, Any]) -> int:
    """A delivery of Chatwoot's, over HTTP. The status of the answer."""
    made = signed(payload)
    headers = {"x-chatwoot-signature": made.signature, "x-chatwoot-timestamp": made.timestamp}
    async with httpx2.AsyncClient() as http:
        return (await http.post(address, content=made.body, headers=headers)).status_code


async def test_a_lead_connects_it_and_people_there_get_what_the_bot_hands_over(
    people: People, admin: Any, found: Found
) -> None:
    room, fake = await people.room(), Fake()
    page = room.page
    dialog = page.get_by_role("dialog")
    fake.begin(77)
    async with receiving() as receiver:
        receiver.answers = fake.answers
        await room.enters("Chatwoot")
        await expect(page.get_by_text("Not connected")).to_be_visible()
        await found.look(room, "no Chatwoot yet")
        await page.get_by_role("button", name="Connect").click()
        await dialog.get_by_label("Address").fill("http://10.0.0.1/a b")
        await dialog.get_by_label("Account").fill("1")
        await dialog.get_by_label("Access token of the bot").fill("wrong")
        await dialog.get_by_label("Webhook secret of the bot").fill(SECRET)
        await dialog.get_by_role("button", name="Connect").click()
        await expect(dialog.get_by_role("alert")).to_contain_text("no address of a Chatwoot")
        await dialog.get_by_label("Address").fill(receiver.url)
        await dialog.get_by_text("Where handoffs go, by queue").click()
        await dialog.get_by_role("group", name="Support").get_by_label("Labels").fill("from-baton, vip")
        await found.look(room, "the form of a connection")
        await room.shot("chatwoot-form")
        await dialog.get_by_role("button", name="Connect").click()
        address = await page.locator(".snippet").inner_text()

        await page.get_by_role("button", name="Test the connection").click()
        await expect(page.locator(".over").filter(has_text="does not know this access token")).to_be_visible()
        await room.shot("chatwoot-refused")
        await room.enters("Overview")
        await expect(page.get_by_text("is switched off. Chatwoot does not know this access token")).to_be_visible()
        await room.enters("Chatwoot")
        await page.get_by_role("button", name="Change", exact=True).click()
        await dialog.get_by_label("Access token of the bot").fill(TOKEN)
        await dialog.get_by_role("button", name="Save").click()
        await page.get_by_role("button", name="Test the connection").click()
        await expect(page.locator(".toast").filter(has_text="address, account and token are right")).to_be_visible()

        assert await deliver(address, fake.customer(77, "Can I return a sofa?")) == 200
        async with receiver.came:
            await receiver.came.wait_for(lambda: any(one.endswith("/messages") for one in fake.asked))
        assert await deliver(address, fake.customer(77, "I want to talk to a person")) == 200
        async with receiver.came:
            await receiver.came.wait_for(lambda: fake.statuses[77] == "open")
        assert len(fake.said()) == 2
        assert len(fake.notes()) == 1
        assert fake.labels[77] == ["from-baton", "vip"]

        listed = (await admin.get("/v1/conversations?channel=chatwoot"))["items"]
        member = await people.member("Dana")
        await member.opens(listed[0]["id"], "All")
        await expect(member.page.get_by_text("Waiting for a person in Chatwoot")).to_be_visible()
        await expect(member.page.get_by_role("button", name="Claim", exact=True)).to_have_count(0)
        await member.shot("chatwoot-inbox")
        assert await deliver(address, fake.agent(77, "Hello Ann, this is Maya.")) == 200
        await expect(member.page.get_by_text("Maya Okafor (Chatwoot) holds it")).to_be_visible()
        await found.look(member, "what is answered in Chatwoot")

        await page.reload()
        await expect(page.get_by_text("Chatwoot was last heard")).to_be_visible()
        await found.look(room, "a connection")
        await page.emulate_media(color_scheme="light")
        await room.shot("chatwoot-light")
        await page.emulate_media(color_scheme="dark")
        await room.shot("chatwoot-dark")
        await page.set_viewport_size({"width": 360, "height": 740})
        assert await page.evaluate("document.documentElement.scrollWidth") <= 360
        await room.shot("chatwoot-phone")
        await page.set_viewport_size({"width": 1280, "height": 800})
        await page.get_by_role("button", name="Remove").click()
        await dialog.get_by_role("button", name="Remove").click()
        await expect(page.get_by_text("Not connected")).to_be_visible()
        await expect(member.page.get_by_text("Resolved since")).to_be_visible()
    room.forgive("422")
