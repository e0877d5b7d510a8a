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
