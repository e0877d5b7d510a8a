"""The baton's other ways: the button, barging in, releasing, and taking over from a colleague."""

from typing import Any

import pytest
from playwright.async_api import expect
from serving import Api

pytestmark = pytest.mark.anyio

People = Any


async def test_the_button_asks_for_a_person_and_the_wait_can_be_cancelled(people: People, admin: Api) -> None:
    customer = await people.customer()
    await customer.opens_the_widget()
    await customer.foot.get_by_role("button", name="Talk to a person").click()
    await customer.hears("I'm handing you over")
    await expect(customer.foot).to_contain_text("Waiting for a person")
    here = (await customer.ticket())["id"]
    assert (await admin.get(f"/v1/conversations/{here}"))["state"] == "queued"

    await customer.foot.get_by_role("button", name="Cancel and go back to the bot").click()
    await customer.hears("You are back with the bot.")
    await expect(customer.foot.get_by_role("button", name="Talk to a person")).to_be_visible()
    assert (await admin.get(f"/v1/conversations/{here}"))["handoff"] is None


async def test_an_operator_barges_in_and_releases_and_a_colleague_takes_it_from_there(people: People) -> None:
    dana, sam = await people.member("Dana"), await people.member("Sam")
    customer = await people.customer()
    await customer.opens_the_widget()
    await customer.says("Can I return a sofa?")
    await customer.hears("within 45 days")
    here = (await customer.ticket())["id"]

    await dana.opens(here, view="Bot")
    await dana.presses("Take over")
    await expect(dana.dialog).to_contain_text("The bot stops at once")
    await dana.confirms("Take over", Reason="A sofa is worth a word.")
    await customer.hears("Dana Whitfield has joined and has your details.")
    await customer.says("Hello?")
    await expect(dana.transcript).to_contain_text("Hello?")

    await dana.lock.get_by_role("button", name="More verbs").click()
    await dana.page.get_by_role("button", name="Release to the queue…").click()
    await dana.confirms("Release", Reason="My shift ends.")
    await customer.hears("Dana Whitfield had to step away. You are back in line, with everything you wrote.")
    await expect(customer.foot).to_contain_text("Waiting for a person")
    await expect(dana.page.get_by_text("Nobody holds it. Claim it and the reply is yours to write.")).to_be_visible()

    await sam.opens(here)
    await expect(sam.transcript).to_contain_text("My shift ends.")
    await expect(dana.lock).to_contain_text("Sam Okoye looks at this too")
    await expect(sam.lock).to_contain_text("Dana Whitfield looks at this too")
    await sam.presses("Claim")
    await customer.hears("Sam Okoye has joined and has your details.")

    await dana.presses("Take over")
    await expect(dana.dialog).to_contain_text("Sam Okoye holds it now and may be writing.")
    await sam.field.fill("I was just about to say")
    await expect(dana.dialog).to_contain_text("Sam Okoye holds it now and is writing a reply.")
    await dana.confirms("Take over")
    await expect(sam.lock).to_contain_text("Dana Whitfield holds it")
    await expect(
        sam.page.get_by_text("Dana Whitfield holds the baton. Only one party replies at a time.")
    ).to_be_visible()
    await dana.writes("Back again, Sam had a fire alarm.")
    await customer.hears("Back again")
    assert "I was just about to say" not in " ".join(await customer.lines())


async def test_each_sees_that_the_other_is_typing(people: People) -> None:
    dana, customer = await people.member("Dana"), await people.customer()
    await customer.opens_the_widget()
    await customer.says("I want to talk to a person")
    await customer.hears("I'm handing you over")
    await dana.opens((await customer.ticket())["id"])
    await dana.presses("Claim")
    await customer.hears("has joined")
    await dana.field.press_sequentially("One moment")
    await expect(customer.widget.locator(".typing")).to_contain_text("Dana Whitfield")
    await customer.field.press_sequentially("And also")
    await expect(dana.page.locator(".writing")).to_contain_text("typing")
