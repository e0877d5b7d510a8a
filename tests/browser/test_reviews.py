"""A lead reviews a week: reads one conversation after the other, marks each by keyboard, and sees what it says."""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.async_api import expect

pytestmark = pytest.mark.anyio


@pytest.fixture
def a_week_later(company: Any) -> Iterator[Any]:
    """Lets the week go by in which everything so far has happened."""
    clock = company.served.desk.clock
    went: list[int] = []

    def go_by() -> None:
        clock.advance(days=7)
        went.append(7)

    yield go_by
    clock.advance(days=-sum(went))


async def test_a_lead_reads_a_week_by_keyboard_and_sees_what_it_says(
    company: Any, crowd: Any, found: Any, a_week_later: Any
) -> None:
    lead = await crowd.lead()
    page = lead.page
    _, path = await company.waiting()
    await company.dana.post(f"{path}/claim", expect=200)
    await company.dana.post(f"{path}/messages", {"text": "It left on Friday, parcel 4711."}, expect=201)
    await company.dana.post(f"{path}/resolution", {}, expect=200)
    customer, kept = await company.customer(name="Mara")
    await customer.post(f"{kept}/messages?wait=30", {"text": "Do you engrave brass nameplates?"}, expect=201)
    a_week_later()

    await page.goto(f"{company.served.url}/console#review")
    await expect(page.get_by_role("heading", name="Review", level=1)).to_be_visible()
    await found.look(lead, "a week to review")
    await page.get_by_role("button", name="Draw the sample").click()
    for place in (1, 2):
        await expect(page.get_by_role("heading", name=f"Conversation {place}", level=1)).to_be_focused()
        await expect(page.get_by_text(f"{place - 1} of 2 marked")).to_be_visible()
        is_handed_over = await page.get_by_role("button", name="Necessary").count()
        await page.keyboard.press("3" if is_handed_over else "2")
        chosen = "Late" if is_handed_over else "Should have stopped"
        await expect(page.get_by_role("button", name=chosen)).to_have_attribute("aria-pressed", "true")
        if is_handed_over:
            await expect(page.get_by_role("region", name="Transcript")).to_contain_text("parcel 4711")
            await expect(page.locator(".reasoning")).to_contain_text("Asked for a person")
            await page.keyboard.press("n")
            await page.keyboard.type("j k 1: the rule was right")
            await page.keyboard.press("Escape")
            await expect(page.get_by_role("button", name=chosen)).to_have_attribute("aria-pressed", "true")
        else:
            await page.keyboard.press("m")
            await expect(page.get_by_text("Its question is among the gaps")).to_be_visible()
        await found.look(lead, f"a conversation to review, {chosen}")
        await page.keyboard.press("j")

    await expect(page.get_by_role("heading", name="Week from", level=1)).to_be_visible()
    shares = page.get_by_role("region", name="Of the whole week")
    await expect(shares.get_by_role("row", name="Late of handoffs")).to_contain_text("100%")
    await expect(shares.get_by_role("row", name="Late of handoffs")).to_contain_text("21% to 100%")
    await found.look(lead, "what a week says")
    async with page.expect_download() as taken:
        await page.get_by_role("link", name="Download").click()
    with open(await (await taken.value).path(), encoding="utf-8-sig") as file:  # noqa: ASYNC230
        assert "j k 1: the rule was right" in file.read()
    await page.get_by_role("link", name="All weeks").click()
    await expect(page.get_by_role("row").last).to_contain_text("2 of 2")
    await page.set_viewport_size({"width": 360, "height": 740})
    await page.get_by_role("link", name="Week from").click()
    await page.get_by_role("link", name="Read again").click()
    await expect(page.get_by_role("group", name="The").get_by_role("button").first).to_be_visible()
    assert await page.evaluate("document.documentElement.scrollWidth") <= 360
    await page.keyboard.press("j")
    await expect(page.get_by_role("heading", name="Conversation 2", level=1)).to_be_focused()
    await page.keyboard.press("k")
    await expect(page.get_by_role("heading", name="Conversation 1", level=1)).to_be_visible()


async def test_an_operator_has_no_room_for_reviews(company: Any, crowd: Any) -> None:
    dana = await crowd.dana()
    await dana.page.goto(f"{company.served.url}/console#review")
    await expect(dana.page.get_by_text("This room is for admins")).to_be_visible()
