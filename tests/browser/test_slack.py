"""The console's room of Slack, beside a Slack on loopback that the desk as it runs tells of handoffs."""

import json
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urlencode

import httpx2
import pytest
from browsing import Found
from playwright.async_api import expect
from receivers import receiving
from slacked import CHANNEL, SECRET, FakeSlack, account

from baton.channels.slack.signing import signed

pytestmark = pytest.mark.anyio

People = Any
MAYA = "U0MAYA"


async def presses(url: str, body: bytes) -> httpx2.Response:
    """Slack posts what somebody has pressed."""
    at = str(int(datetime.now(UTC).timestamp()))
    headers = {"x-slack-request-timestamp": at, "x-slack-signature": signed(SECRET, at=at, body=body)}
    headers["content-type"] = "application/x-www-form-urlencoded"
    async with httpx2.AsyncClient() as http:
        return await http.post(url, content=body, headers=headers)


async def test_a_lead_connects_slack_and_a_handoff_is_claimed_there(
    people: People, found: Found, desk: Any, slack_port: int
) -> None:
    fake = FakeSlack(lambda: datetime.now(UTC))
    fake.users[MAYA] = account(MAYA, "nobody@example.com", profile={"real_name": "Maya in Slack", "email": "m@x.com"})
    room = await people.room()
    page, dialog = room.page, room.page.get_by_role("dialog")
    async with receiving(port=slack_port) as receiver:
        receiver.answers = fake.answers
        await room.enters("Slack")
        await expect(page.get_by_role("heading", name="1. Make the app")).to_be_visible()
        await page.get_by_text("See it").click()
        manifest = json.loads(await page.get_by_role("region", name="Manifest").inner_text())
        await found.look(room, "setting Slack up")
        await room.shot("slack-setup")
        await page.get_by_role("button", name="Connect Slack").click()
        await dialog.get_by_label("Bot token").fill("xoxp-not-a-bot")
        await dialog.get_by_label("Signing secret").fill(SECRET)
        await dialog.get_by_label("Channel", exact=True).fill(CHANNEL)
        await dialog.get_by_role("button", name="Connect").click()
        await expect(dialog.get_by_role("alert")).to_contain_text("begins with xoxb-")
        fake.fails["auth.test"] = ["invalid_auth"]
        await dialog.get_by_label("Bot token").fill("xoxb-1-2-three")
        await dialog.get_by_role("button", name="Connect").click()
        await expect(dialog.get_by_role("alert")).to_contain_text("does not know this bot token")
        await found.look(room, "the form of Slack")
        await room.shot("slack-form")
        await dialog.get_by_role("button", name="Connect").click()
        await expect(page.get_by_text("Connected to Acme")).to_be_visible()
        fake.fails["chat.postMessage"] = ["not_in_channel"]
        await page.get_by_role("button", name="Test it").click()
        await expect(page.locator(".toast").filter(has_text="The app is not in this channel.")).to_be_visible()

        customer = await people.customer()
        await customer.opens_the_widget()
        await customer.says("I want to talk to a person")
        await receiver.has(4)
        head = next(one for one in fake.heads if "blocks" in one)
        assert "asked for a person" in json.dumps(head).lower()
        place = {"channel_id": CHANNEL, "message_ts": fake.given[-1]}
        payload = {"type": "block_actions", "user": {"id": MAYA}, "trigger_id": "1.1", "container": place}
        payload["actions"] = [{"action_id": "baton_claim"}]
        url = manifest["settings"]["interactivity"]["request_url"]
        body = urlencode({"payload": json.dumps(payload)}).encode()
        assert (await presses(url, body)).status_code == 200
        await receiver.has(6)
        assert "does not know you here" in fake.whispers[-1][1]
        await page.reload()
        await expect(page.get_by_label("Who Maya in Slack is")).to_be_visible()
        await page.get_by_label("Who Maya in Slack is").select_option(index=1)
        await expect(page.locator(".toast").filter(has_text="Maya in Slack is ")).to_be_visible()
        await found.look(room, "Slack, connected")
        await page.emulate_media(color_scheme="light")
        await room.shot("slack-light")
        await page.emulate_media(color_scheme="dark")
        await room.shot("slack-dark")
        await page.set_viewport_size({"width": 360, "height": 740})
        assert await page.evaluate("document.documentElement.scrollWidth") <= 360
        await room.shot("slack-phone")
        await page.set_viewport_size({"width": 1280, "height": 800})
        await page.get_by_role("button", name="Disconnect").click()
        await dialog.get_by_role("button", name="Disconnect").click()
        await expect(page.get_by_role("heading", name="1. Make the app")).to_be_visible()
    room.forgive("422")
