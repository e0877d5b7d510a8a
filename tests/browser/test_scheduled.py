"""A reply is scheduled, stands in the conversation, is taken back, and is held back where a colleague takes over."""

from typing import Any

import pytest
from browsing import Found
from playwright.async_api import expect

pytestmark = pytest.mark.anyio

LATER = "The part has arrived. We send it today."


async def test_it_is_scheduled_taken_back_and_not_sent_over_a_colleague(people: Any, found: Found) -> None:
    customer = await people.customer()
    await customer.opens_the_widget()
    await customer.says("I want to talk to a person about a part")
    await customer.hears("I'm handing you over")
    id = (await customer.ticket())["id"]
    dana = await people.member("Dana")
    await dana.opens(id)
    await dana.presses("Claim")
    await dana.writes("I am looking into it")
    later = dana.page.get_by_role("article", name="Scheduled reply")

    await dana.field.fill(LATER)
    await dana.field.press("Escape")
    await dana.page.keyboard.press("s")
    await expect(dana.dialog.get_by_role("button", name="Tomorrow morning")).to_be_visible()
    await found.look(dana, "choosing when it is sent")
    await dana.dialog.get_by_role("button", name="Tomorrow morning").click()
    await expect(later).to_contain_text("Sends tomorrow, 09:00, unless the customer writes")
    await expect(dana.field).to_have_value("")
    await expect(dana.page.locator(".lockbar, .arranged").get_by_text("Sends tomorrow").first).to_be_visible()
    await found.look(dana, "a reply waits")
    await customer.page.reload()
    await expect(customer.page.get_by_text(LATER)).to_have_count(0)

    await later.get_by_role("button", name="Edit").click()
    await expect(later).to_have_count(0)
    await expect(dana.field).to_have_value(LATER)
    await dana.page.get_by_role("button", name="Send later").click()
    await dana.dialog.get_by_label("Send it even if the customer writes first").check()
    await dana.dialog.get_by_role("button", name="Send then").click()
    await expect(later).to_contain_text("Sends")

    sam = await people.member("Sam")
    await sam.opens(id, view="All")
    await sam.presses("Take over")
    await sam.confirms("Take over", Reason="Mine")
    held = dana.page.get_by_role("article", name="Reply that was not sent")
    await expect(held).to_contain_text("Not sent. Sam")
    await expect(held).to_contain_text(LATER)
    await expect(dana.page.get_by_text("1 reply of yours was not sent")).to_be_visible()
    await found.look_and_resize(dana, "a reply was not sent", 390, 844)
    taken = sam.page.get_by_role("article", name="Reply that was not sent")
    await taken.get_by_role("button", name="Take into the composer").click()
    await expect(sam.field).to_have_value(LATER)
    await expect(held).to_have_count(0)


async def test_it_is_sent_at_once_from_a_phone_that_reads_right_to_left(people: Any, found: Found) -> None:
    customer = await people.customer()
    await customer.opens_the_widget()
    await customer.says("I want to talk to a person about a lamp")
    await customer.hears("I'm handing you over")
    id = (await customer.ticket())["id"]
    dana = await people.member("Dana", viewport={"width": 390, "height": 844})
    await dana.opens(id)
    await dana.presses("Claim")
    await dana.page.evaluate("document.documentElement.dir = 'rtl'")
    await dana.field.fill("وصلت القطعة اليوم")
    await dana.page.get_by_role("button", name="Send later").click()
    await found.look(dana, "choosing on a phone")
    await dana.dialog.get_by_role("button", name="In an hour").click()
    later = dana.page.get_by_role("article", name="Scheduled reply")
    await expect(later).to_contain_text("Sends")
    await found.look(dana, "a reply waits on a phone")
    await later.get_by_role("button", name="Send now").click()
    await expect(later).to_have_count(0)
    await expect(dana.transcript.get_by_text("وصلت القطعة اليوم")).to_be_visible()
    await customer.hears("وصلت القطعة اليوم")
