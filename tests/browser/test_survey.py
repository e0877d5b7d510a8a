"""The survey after a conversation, as a customer gives it and the team reads it."""

import os
from typing import Any

import pytest
from browsing import Found
from playwright.async_api import expect

pytestmark = [pytest.mark.anyio]


async def test_a_customer_rates_it_with_the_keyboard_and_the_team_reads_it(
    people: Any, admin: Any, found: Found
) -> None:
    customer = await people.customer()
    await customer.opens_the_widget()
    await customer.says("How long does delivery take?")
    await customer.hears("working days")
    here = (await customer.ticket())["id"]
    await expect(customer.widget.locator(".survey")).to_have_count(0)
    await admin.post(f"/v1/conversations/{here}/resolution", {}, expect=200)
    await customer.widget.get_by_role("button", name="Good", exact=True).focus()
    await found.look_and_resize(customer, "the five faces", 320, 640)
    await customer.page.keyboard.press("Enter")
    words = customer.widget.get_by_role("textbox", name="Anything you want to add?")
    await expect(words).to_be_focused()
    await words.fill("Quick, thank you")
    await found.look_and_resize(customer, "a comment", 1280, 800)
    if folder := os.environ.get("BATON_PICTURES"):
        await customer.page.screenshot(path=f"{folder}/survey.png")
    await customer.widget.locator(".survey form button").click()
    await expect(customer.widget.locator(".survey")).to_contain_text("Thank you for telling us.")
    room = await people.room()
    await room.page.goto(room.page.url.partition("#")[0] + "#ratings")
    await expect(room.page.get_by_text("Quick, thank you").first).to_be_visible()
    if folder := os.environ.get("BATON_PICTURES"):
        await room.page.screenshot(path=f"{folder}/ratings.png")
    await found.look(room, "the ratings")
    await customer.says("One more thing: do you deliver to Cork?")
    await expect(customer.widget.locator(".survey")).to_be_hidden()
