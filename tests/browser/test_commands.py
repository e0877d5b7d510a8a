"""The inbox without a mouse: the command list, the key map, and single keys switched off."""

from typing import Any

import pytest
from browsing import Found
from playwright.async_api import expect
from serving import Api

pytestmark = pytest.mark.anyio

People = Any


async def test_a_conversation_is_claimed_noted_and_resolved_by_the_command_list(people: People, found: Found) -> None:
    customer = await people.customer()
    await customer.opens_the_widget()
    await customer.says("I want to talk to a person about a chair")
    await customer.hears("I'm handing you over")
    dana = await people.member("Dana")
    await dana.opens((await customer.ticket())["id"])
    commands = dana.page.get_by_role("listbox", name="Commands")

    async def does(name: str) -> None:
        await dana.page.keyboard.press("Control+k")
        await dana.page.keyboard.type(name)
        await expect(commands.get_by_role("option", selected=True)).to_contain_text(name, ignore_case=True)
        await dana.page.keyboard.press("Enter")

    await dana.page.keyboard.press("Control+k")
    await expect(commands.get_by_role("option", name="Claim")).to_be_visible()
    await expect(commands.get_by_role("option", name="Resolve")).to_have_count(0)
    await found.look(dana, "the command list")
    await dana.page.keyboard.type("resolve")
    await expect(dana.dialog).to_contain_text("Nothing by that name can be done now")
    await found.look(dana, "a command that can't be given now")
    await dana.page.keyboard.press("Escape")
    await expect(dana.dialog).to_have_count(0)

    await does("claim")
    await expect(dana.lock).to_contain_text("You hold the baton")
    await does("write a note")
    await expect(dana.page.get_by_label("Note for the team")).to_be_focused()
    await dana.page.keyboard.type("By keys alone.")
    await does("resolve")
    await dana.confirms("Resolve")
    await expect(dana.lock).to_contain_text("Resolved")


async def test_the_key_map_names_every_key_and_single_keys_can_be_switched_off(people: People, found: Found) -> None:
    dana = await people.member("Dana")
    views = dana.page.get_by_role("navigation", name="Views")
    await dana.page.keyboard.press("5")
    await expect(views.get_by_role("button", name="All")).to_have_attribute("aria-current", "true")
    await dana.page.keyboard.press("?")
    for what in ("Show all", "Accept the offer, else: Transfer", "Reopen", "Do anything by its name"):
        await expect(dana.dialog.get_by_text(what)).to_be_visible()
    await found.look(dana, "the key map")
    await dana.dialog.get_by_label("Single-key shortcuts").uncheck()
    await expect(dana.dialog.get_by_text("Show all")).to_have_count(0)
    await dana.dialog.get_by_role("button", name="Close").click()
    await dana.page.keyboard.press("2")
    await dana.page.keyboard.press("?")
    await expect(dana.dialog).to_have_count(0)
    await expect(views.get_by_role("button", name="All")).to_have_attribute("aria-current", "true")
    await dana.page.keyboard.press("Control+k")
    await expect(dana.dialog).to_be_visible()


async def test_a_conversation_is_labelled_and_snoozed_by_keys_and_a_key_that_is_refused_says_why(
    people: People, admin: Any, found: Found
) -> None:
    await admin.ask("PUT", "/v1/labels/refund", {"colour": "red"}, expect=200)
    await admin.ask("PUT", "/v1/labels/late-delivery", {"colour": "blue"}, expect=200)
    await admin.ask("PUT", "/v1/canned-replies/on-its-way", {"text": "Your table is on its way."}, expect=200)
    steps = [
        {"do": "label", "what": "late-delivery"},
        {"do": "reply", "what": "on-its-way"},
        {"do": "resolve", "what": "solved"},
    ]
    await admin.ask("PUT", "/v1/macros/sent-late", {"steps": steps}, expect=200)
    customer = await people.customer()
    await customer.opens_the_widget()
    await customer.says("I want to talk to a person about a table")
    await customer.hears("I'm handing you over")
    dana = await people.member("Dana")
    keyboard, notices = dana.page.keyboard, dana.page.get_by_role("region", name="Notices")
    await keyboard.press("z")
    await expect(notices).to_contain_text("Open a conversation first.")
    await dana.opens((await customer.ticket())["id"])
    await keyboard.press("z")
    await expect(notices).to_contain_text("Nobody holds it yet. Claim it first (C).")

    await keyboard.press("l")
    await keyboard.type("ref")
    await expect(dana.dialog.get_by_role("option")).to_have_count(1)
    await keyboard.press("Enter")
    await expect(dana.dialog.get_by_role("option", name="refund")).to_have_attribute("aria-selected", "true")
    await found.look(dana, "the labels")
    await keyboard.press("Escape")
    await expect(dana.lock).to_contain_text("refund")
    await keyboard.press("i")
    await dana.dialog.get_by_label("Priority").select_option("high")
    await dana.confirms("Set")
    await expect(dana.lock).to_contain_text("High")

    await keyboard.press("c")
    await expect(dana.lock).to_contain_text("You hold the baton")
    await dana.page.get_by_role("heading", level=2).first.click()
    await keyboard.press("z")
    await expect(dana.dialog.get_by_role("button", name="Tomorrow morning")).to_be_visible()
    await found.look(dana, "the snooze")
    await dana.dialog.get_by_role("button", name="Tomorrow morning").click()
    await expect(dana.lock).to_contain_text("Snoozed until")
    await dana.page.get_by_role("navigation", name="Views").get_by_role("button", name="Mine").click()
    await dana.page.get_by_role("button", name="Show", exact=True).click()
    await expect(dana.page.locator(".row")).to_have_count(1)
    await found.look(dana, "what is snoozed")
    await customer.says("Are you there?")
    await expect(dana.lock).not_to_contain_text("Snoozed until")
    await expect(dana.lock).to_contain_text("Back: the customer wrote")

    await keyboard.press("Control+k")
    await keyboard.type("sent")
    await keyboard.press("Enter")
    await expect(dana.dialog).to_contain_text("Your table is on its way.")
    await found.look(dana, "what a macro would do")
    await dana.confirms("Run")
    await expect(dana.lock).to_contain_text("Resolved")
    await expect(dana.lock).to_contain_text("late-delivery")
    await customer.hears("Your table is on its way.")

    ann = {"customer": {"external_id": "u-merge", "name": "Ann Roche"}}
    first, second = [await admin.post("/v1/conversations", ann, expect=201) for _ in range(2)]
    say = "Where is my table?"
    theirs = Api(str(admin.http.base_url), second["customer_token"])
    await theirs.post(f"/v1/conversations/{second['id']}/messages", {"text": say}, expect=201)
    await theirs.http.aclose()
    await dana.page.evaluate("id => (location.hash = id)", first["id"])
    await expect(dana.lock).to_contain_text("The bot has it")
    await keyboard.press("g")
    await expect(dana.dialog.get_by_label("It goes on in")).to_contain_text("With the bot")
    await found.look(dana, "a merge")
    await dana.confirms("Merge")
    await expect(dana.page.get_by_text("Another conversation of this customer goes on here")).to_be_visible()
    await dana.page.get_by_role("link", name="Open it").click()
    await expect(dana.lock).to_contain_text("Goes on in another conversation")
    await expect(dana.page.get_by_role("button", name="Reopen")).to_have_count(0)
    await found.look(dana, "what was merged")
    await dana.lock.get_by_role("link", name="Open where it goes on").click()
    await expect(dana.lock).to_contain_text("The bot has it")
