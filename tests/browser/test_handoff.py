"""The main job from end to end, as a customer and two operators live it."""

from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from playwright.async_api import expect
from serving import Api

pytestmark = pytest.mark.anyio

People = Any
Told = Callable[[str], Awaitable[list[str]]]


async def test_from_the_bot_to_a_person_and_back(people: People, admin: Api, told: Told) -> None:
    dana, sam = await people.member("Dana"), await people.member("Sam")
    customer = await people.customer()
    await customer.opens_the_widget()

    await customer.says("How long does delivery take?")
    answer = await customer.hears("working days")
    await answer.locator("button.chip").first.click()
    sheet = customer.widget.get_by_role("dialog")
    await expect(sheet.locator("mark")).to_contain_text("working days")
    await sheet.get_by_role("button", name="Close").click()

    await customer.says("My order is HP-204711. I want to talk to a person, please")
    notice = await customer.hears("I'm handing you over")
    await expect(notice).to_contain_text("as you asked")
    await expect(notice).to_contain_text("the answer will wait for you in this conversation")
    await expect(customer.foot).to_contain_text("Waiting for a person")
    await expect(customer.foot).to_contain_text("in line")
    await customer.foot.get_by_role("button", name="Show what was passed on").click()
    await expect(sheet).to_contain_text("HP-204711")
    await sheet.get_by_role("button", name="Close").click()
    here = (await customer.ticket())["id"]

    await expect(dana.row(here)).to_be_visible()
    await dana.opens(here)
    await sam.opens(here)
    await expect(dana.packet).to_contain_text("HP-204711")
    await expect(dana.packet).to_contain_text("I want to talk to a person")

    # Sam pressed his button in the moment before his page could hear that Dana was first.
    await sam.page.route("**/v1/conversations/*/claim", lambda route: dana_first(route))

    async def dana_first(route: Any) -> None:
        await dana.presses("Claim")
        await expect(dana.lock).to_contain_text("You hold the baton")
        await route.continue_()

    await sam.presses("Claim")
    await sam.is_told("Dana Whitfield was first and holds the baton now.")
    sam.forgive("409")
    await expect(sam.lock).to_contain_text("Dana Whitfield holds it")
    await customer.hears("Dana Whitfield has joined and has your details.")
    await expect(customer.foot).to_contain_text("You are talking to \u2068Dana Whitfield\u2069")

    suggested = await dana.page.locator(".suggestion-text").inner_text()
    await dana.page.get_by_role("button", name="Use", exact=True).click()
    await expect(dana.field).to_have_value(suggested)
    await dana.field.press("Enter")
    await customer.hears(" ".join(suggested.split())[:40])
    await dana.page.get_by_role("button", name="Note", exact=True).click()
    await dana.writes("Waited long already. Be quick.")
    await expect(dana.transcript).to_contain_text("Be quick")

    await dana.presses("Hand back")
    await dana.confirms("Hand back", Decided="The chair is sent again.", Promised="It arrives by Friday.")
    await customer.hears("Dana Whitfield has handed the conversation back.")
    await customer.says("Can I return a sofa?")
    await customer.hears("within 45 days")
    await expect(dana.transcript).to_contain_text("The chair is sent again.")

    await dana.presses("Take over")
    await dana.confirms("Take over", Reason="To close it.")
    await dana.presses("Resolve")
    await dana.confirms("Resolve")
    await customer.hears("Dana Whitfield has closed this conversation.")
    await expect(customer.foot).to_contain_text("This conversation is closed")

    await customer.says("What does the guarantee cover?")
    await customer.hears("Faults in material and workmanship")
    await expect(dana.lock).to_contain_text("The bot has it")
    assert (await admin.get(f"/v1/conversations/{here}"))["state"] == "bot"

    stored = await told(here)
    assert "Be quick" not in " ".join(await customer.lines())
    assert len(await customer.lines()) == len(stored)
