"""A search in the inbox finds words that were said or noted long ago, and shows where."""

from typing import Any

import pytest
from browsing import Found
from playwright.async_api import expect

pytestmark = pytest.mark.anyio

People = Any


async def test_words_of_an_old_message_and_of_a_note_are_found(people: People, found: Found) -> None:
    customer = await people.customer()
    await customer.opens_the_widget()
    await customer.says("Somebody stole the <b>kingfisher</b> from my balcony, I want to talk to a person")
    await customer.hears("I'm handing you over")
    await customer.says("Are you there?")
    here = (await customer.ticket())["id"]
    dana = await people.member("Dana")
    await dana.opens(here)
    await dana.page.get_by_role("button", name="Note", exact=True).click()
    await dana.writes("Ask the ornithologist.")
    await expect(dana.transcript).to_contain_text("ornithologist")
    search = dana.page.get_by_role("searchbox")
    await search.fill("Kingfisher")
    await expect(dana.row(here).locator("mark")).to_have_text("kingfisher")
    await expect(dana.row(here)).to_contain_text("the <b>kingfisher</b> from")
    await found.look(dana, "a found message")
    await search.fill("ornithologist")
    await expect(dana.row(here)).to_contain_text("Note:")
    await dana.page.get_by_role("navigation", name="Views").get_by_role("button", name="Mine").click()
    await search.fill("ornithologist")
    await expect(dana.page.get_by_text("Nothing found")).to_be_visible()
    await found.look(dana, "nothing found")
    await dana.page.get_by_role("button", name="Look in all conversations").click()
    await expect(dana.row(here).locator("mark")).to_have_text("ornithologist")
    await search.fill("")
    await expect(dana.row(here).locator("mark")).to_have_count(0)


async def test_a_list_is_narrowed_kept_under_a_name_and_worked_through_at_once(people: People, found: Found) -> None:
    ids: list[str] = []
    for name in ("Ivo", "Jana"):
        customer = await people.customer()
        await customer.opens_the_widget()
        await customer.says(f"{name} here. My parrotfish invoice is wrong, I want to talk to a person")
        await customer.hears("I'm handing you over")
        ids.append((await customer.ticket())["id"])
    dana = await people.member("Dana")
    page = dana.page
    await page.get_by_role("navigation", name="Views").get_by_role("button", name="Waiting").click()
    await page.get_by_role("button", name="Filter", exact=True).click()
    await page.get_by_label("Show only").select_option("Reason")
    await page.get_by_label("Which is").select_option("Asked for a person")
    await found.look(dana, "choosing a filter")
    await page.get_by_role("button", name="Add filter").click()
    chip = page.get_by_role("button", name="Remove the filter Reason: Asked for a person")
    await expect(chip).to_be_focused()
    await page.get_by_role("searchbox").fill("parrotfish")
    for id in ids:
        await expect(dana.row(id)).to_be_visible()
    assert "reason=customer_request" in page.url
    await page.get_by_role("button", name="Save this view").click()
    await dana.confirms("Save", Name="Parrotfish")
    saved = page.get_by_role("navigation", name="Saved views").get_by_role("button", name="Parrotfish 2")
    await expect(saved).to_have_attribute("aria-current", "true")
    await page.reload()
    await expect(saved).to_have_attribute("aria-current", "true")
    await dana.row(ids[0]).click()
    await page.keyboard.press("Escape")
    await dana.row(ids[0]).click(modifiers=["Shift"])
    await dana.row(ids[1]).click(modifiers=["Shift"])
    await expect(page.get_by_text("2 conversations chosen")).to_be_visible()
    await found.look(dana, "conversations chosen")
    await page.get_by_role("region", name="Chosen").get_by_role("button", name="Snooze").click()
    await dana.dialog.get_by_role("button", name="Snooze 2").click()
    await expect(page.get_by_text("were refused and stay chosen")).to_be_visible()
    await found.look(dana, "a bulk action that was refused")
    await dana.shot("bulk")
    dana.forgive("409 (Conflict)")
    await page.get_by_role("region", name="Chosen").get_by_role("button", name="Resolve").click()
    async with customer.page.expect_response(lambda answer: answer.url.endswith("/messages")):
        await customer.says("Wait, it is the other invoice")
    await dana.dialog.get_by_role("button", name="Resolve 2").click()
    await expect(page.get_by_text("Resolved: 1 of 2")).to_be_visible()
    await expect(page.get_by_role("region", name="Chosen")).to_contain_text("The customer has just written")
    dana.forgive("409 (Conflict)")
    await page.get_by_role("region", name="Chosen").get_by_role("button", name="Resolve").click()
    await dana.dialog.get_by_role("button", name="Resolve 1").click()
    await expect(page.get_by_text("Resolved: 1 of 1")).to_be_visible()
    await page.get_by_role("button", name="Undo").click()
    await expect(page.get_by_text("Taken back: 1 of 1")).to_be_visible()
    await page.get_by_role("button", name="The view Parrotfish").click()
    await page.get_by_role("button", name="Remove this view").click()
    await dana.is_told("The view is removed")
