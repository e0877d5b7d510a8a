"""A picture and a bill from the customer's window to the inbox, and a file back."""

import re
from typing import Any

import pytest
from browsing import Found
from playwright.async_api import expect
from sample_files import PDF, png

pytestmark = pytest.mark.anyio

People = Any
PICTURE = {"name": "broken lamp.png", "mimeType": "image/png", "buffer": png(400, 300)}
BILL = {"name": "Rechnung.pdf", "mimeType": "application/pdf", "buffer": PDF + b"x" * 300_000}
DRAWING = {"name": "photo.png", "mimeType": "image/png", "buffer": b"<svg onload=alert(1)>"}


async def test_files_go_both_ways_and_what_is_refused_says_why(people: People, found: Found) -> None:
    customer = await people.customer()
    await customer.opens_the_widget()
    frame = customer.widget
    async with customer.page.expect_file_chooser() as asked:
        await frame.get_by_role("button", name="Attach a file").click()
    await (await asked.value).set_files([PICTURE, DRAWING])
    await expect(frame.get_by_role("alert")).to_have_text("Please send a picture, a PDF, plain text or CSV.")
    await found.look(customer, "a file that is refused")
    customer.forgive("422")
    await frame.get_by_role("button", name=re.compile("Remove.*photo")).click()
    await frame.get_by_role("button", name="Send").click()
    await customer.hears("I can't look into files. I have kept yours for the team.")
    picture = frame.get_by_role("img", name="broken lamp.png")
    await expect(picture).to_be_visible()
    await customer.says("I want to talk to a person")
    await customer.hears("I'm handing you over")

    dana = await people.member("Dana")
    await dana.opens((await customer.ticket())["id"])
    await expect(dana.page.get_by_role("img", name="Picture broken lamp.png")).to_be_visible()
    await dana.presses("Claim")
    async with dana.page.expect_file_chooser() as asked:
        await dana.page.get_by_role("button", name="Attach files").click()
    await (await asked.value).set_files([BILL])
    await expect(dana.page.get_by_role("list", name="Files to send")).to_contain_text("Rechnung.pdf")
    await dana.field.fill("Here is the bill.")
    await dana.shot("files-composer")
    await found.look(dana, "a file to send")
    await dana.field.press("Enter")
    await expect(dana.page.get_by_role("link", name="Rechnung.pdf")).to_be_visible()
    await dana.shot("files-inbox")
    await found.look(dana, "files in the transcript")
    async with customer.page.expect_download() as saved:
        await frame.get_by_role("button", name="Rechnung.pdf").click()
    assert (await saved.value).suggested_filename == "Rechnung.pdf"
    await customer.shot("files-widget")
    await found.look(customer, "files in the log")
