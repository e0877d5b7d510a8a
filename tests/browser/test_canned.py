"""What is listed as one types: a canned reply from the console's room to the customer's window, colleagues, emoji."""

import re
from typing import Any

import pytest
from browsing import Found
from playwright.async_api import expect

pytestmark = pytest.mark.anyio

People = Any


async def test_an_admin_writes_it_and_an_operator_sends_it_with_the_keyboard(people: People, found: Found) -> None:
    room = await people.room()
    await room.enters("Canned replies")
    await expect(room.page.get_by_text("No canned replies yet")).to_be_visible()
    dialog = room.page.get_by_role("dialog")
    for shortcut, text in (
        (
            "Return Label",
            'Hello {{ first_name | default: "there" }}, {{ operator }} here. <b>Your label</b> is on its way.',
        ),
        ("bye", "Goodbye."),
    ):
        await room.page.get_by_role("button", name="Write one").click()
        await dialog.get_by_label("Shortcut").fill(shortcut)
        await dialog.get_by_label("Text").fill("{{ card }}")
        await dialog.get_by_role("button", name="Save").click()
        await expect(dialog.get_by_role("alert")).to_contain_text("no value for card")
        await dialog.get_by_text("What can be filled in").click()
        await found.look(room, "the form")
        await dialog.get_by_label("Text").fill(text)
        await dialog.get_by_role("button", name="Save").click()
        await expect(dialog).to_have_count(0)
    await expect(room.page.get_by_role("cell", name="/return-label", exact=True)).to_be_visible()
    await found.look(room, "the room with two")
    room.forgive("422")

    customer = await people.customer()
    await customer.opens_the_widget()
    await customer.says("I want to talk to a person about a label")
    await customer.hears("I'm handing you over")
    dana = await people.member("Dana")
    await dana.opens((await customer.ticket())["id"])
    await dana.presses("Claim")
    await dana.field.fill("")
    await dana.field.press_sequentially("/")
    options = dana.page.get_by_role("listbox", name="Canned replies and macros").get_by_role("option")
    await expect(options).to_have_count(2)
    await found.look(dana, "the list of canned replies")
    await dana.field.press("ArrowDown")
    await dana.field.press("Escape")
    await expect(options).to_have_count(0)
    await dana.field.press_sequentially("ret")
    await expect(options).to_have_count(1)
    await dana.field.press("Enter")
    await expect(dana.field).to_have_value("Hello there, Dana Whitfield here. <b>Your label</b> is on its way.")
    await expect(dana.field).to_be_focused()
    await dana.field.press("Enter")
    await customer.hears("<b>Your label</b> is on its way.")
    await room.page.get_by_role("button", name="Remove /return-label").click()
    await room.page.get_by_role("button", name="Remove /bye").click()
    await expect(room.page.get_by_text("No canned replies yet")).to_be_visible()


async def test_a_colleague_is_mentioned_with_the_keyboard_and_finds_the_note(people: People, found: Found) -> None:
    customer = await people.customer()
    await customer.opens_the_widget()
    await customer.says("I want to talk to a person about a parcel")
    await customer.hears("I'm handing you over")
    id = (await customer.ticket())["id"]
    dana, sam = await people.member("Dana"), await people.member("Sam")
    await dana.opens(id)
    await dana.page.get_by_role("button", name="Note", exact=True).click()
    await dana.field.press_sequentially("Can @sa")
    colleagues = dana.page.get_by_role("listbox", name="Colleagues").get_by_role("option")
    await expect(colleagues).to_have_count(1)
    await found.look(dana, "the list of colleagues")
    await dana.field.press("Enter")
    await dana.field.press_sequentially("look? :thum")
    await expect(dana.page.get_by_role("listbox", name="Emoji").get_by_role("option").first).to_be_visible()
    await dana.field.press("Enter")
    await expect(dana.field).to_have_value(re.compile(r"^Can @Sam .+ look\? 👍 $"))
    await dana.page.reload()
    await dana.page.get_by_role("button", name="Note", exact=True).click()
    await dana.field.press("Enter")
    chip = dana.transcript.locator(".mention")
    await expect(chip).to_have_text(re.compile("^@Sam"))
    await found.look(dana, "a note with a mention")
    await sam.page.get_by_role("button", name="Show", exact=True).click()
    await expect(sam.page).to_have_title(re.compile(r"^\("))
    note = sam.dialog.get_by_role("button", name="Can @Sam")
    await expect(note).to_contain_text("Unread")
    await found.look(sam, "the list of mentions")
    await note.click()
    await expect(sam.transcript.locator(".mention.me")).to_be_visible()
    await expect(sam.page.get_by_text("1 note mentions you")).to_have_count(0)
    await sam.page.keyboard.press("7")
    await expect(sam.dialog.get_by_role("button", name="Can @Sam")).not_to_contain_text("Unread")


async def test_a_draft_waits_for_whoever_wrote_it_and_for_nobody_else(people: People) -> None:
    customer = await people.customer()
    await customer.opens_the_widget()
    await customer.says("I want to talk to a person about a chair")
    await customer.hears("I'm handing you over")
    id = (await customer.ticket())["id"]
    member = await people.member("Dana")
    await member.opens(id)
    await member.page.get_by_role("button", name="Note", exact=True).click()
    async with member.page.expect_response(lambda answer: answer.url.endswith(f"{id}/draft") and answer.ok):
        await member.field.fill("Between us: he has called twice.")
    phone = await people.member("Dana", viewport={"width": 390, "height": 844})
    await phone.page.goto(f"{phone.page.url.partition('#')[0]}#{id}")
    await expect(phone.transcript).to_be_visible()
    await phone.page.get_by_role("button", name="Note", exact=True).click()
    await expect(phone.field).to_have_value("Between us: he has called twice.")
    for name, draft in (("Sam", ""), ("Dana", "Between us: he has called twice.")):
        await people.signs_in(member, name)
        await member.opens(id)
        await member.page.get_by_role("button", name="Note", exact=True).click()
        await expect(member.field).to_have_value(draft)
    await member.field.press("Enter")
    await expect(member.transcript).to_contain_text("Between us: he has called twice.")
    await expect(phone.field).to_have_value("")
