"""A canned reply from the console's room to the customer's window, with the keyboard alone."""

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
    options = dana.page.get_by_role("listbox", name="Canned replies").get_by_role("option")
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
