"""An operator's whole shift without a mouse."""

from typing import Any

import pytest
from playwright.async_api import Locator, expect

pytestmark = pytest.mark.anyio


async def waits(company: Any, about: str) -> tuple[Any, str]:
    """A customer who waits for a person, with their conversation's path."""
    customer, path = await company.customer(name=about.title())
    await customer.post(f"{path}/messages?wait=10", {"text": f"I want to talk to a person about {about}"}, expect=201)
    return customer, path


class Keys:
    """Somebody who has only a keyboard."""

    def __init__(self, page: Any) -> None:
        self._page = page
        self.press = page.keyboard.press
        self.type = page.keyboard.type

    async def reaches(self, what: Locator, key: str = "Tab") -> None:
        """Press a key until the focus is on something; it may not take more than a screen's worth."""
        await expect(what).to_be_visible()
        for _ in range(80):
            if await what.evaluate("(element) => element === document.activeElement"):
                return
            await self.press(key)
        raise AssertionError(f"{what} can't be reached by {key}")

    async def chooses(self, what: Locator) -> None:
        """Go to a button and press it."""
        await self.reaches(what)
        await self.press("Enter")


async def test_a_shift_from_the_sign_in_to_going_away(company: Any, crowd: Any) -> None:
    first, about_a_lamp = await waits(company, "a lamp, order 4521")
    dana = await crowd.dana()
    page, keys = dana.page, Keys(dana.page)
    await keys.press("2")
    await expect(page.locator("a.row")).to_have_count(1)
    await keys.press("j")
    await expect(dana.packet).to_contain_text("4521")
    await keys.reaches(dana.packet.get_by_role("button").first)
    await keys.press("c")
    await expect(dana.lock).to_contain_text("You hold the baton")
    await expect(dana.field).to_be_focused()

    await keys.press("Escape")
    await keys.chooses(page.get_by_role("button", name="Use", exact=True))
    await expect(dana.field).to_be_focused()
    suggested = await dana.field.input_value()
    await keys.press("Enter")
    await expect(dana.transcript).to_contain_text(suggested.strip()[:40])
    await keys.press("Escape")
    await keys.press("n")
    await expect(page.get_by_label("Note for the team")).to_be_focused()
    await keys.type("The lamp is out of stock.")
    await keys.press("Enter")
    await expect(dana.transcript).to_contain_text("The lamp is out of stock.")

    await keys.press("Escape")
    await keys.press("a")
    await keys.reaches(dana.dialog.get_by_label("Reason"))
    await keys.type("A colleague knows lamps")
    await keys.chooses(dana.dialog.get_by_role("button", name="Transfer"))
    await expect(dana.dialog).to_have_count(0)
    await expect(dana.lock).not_to_contain_text("You hold the baton")

    second, about_a_chair = await waits(company, "a chair")
    await keys.press("Escape")
    await keys.press("2")
    await keys.reaches(page.locator(f'a.row[href="#{about_a_chair.rpartition("/")[2]}"]'))
    await keys.press("Enter")
    await expect(dana.transcript).to_contain_text("a chair")
    await keys.press("c")
    await expect(dana.lock).to_contain_text("You hold the baton")
    await expect(dana.field).to_be_focused()
    await keys.press("Escape")
    await keys.press("b")
    await keys.reaches(dana.dialog.get_by_label("Decided"))
    await keys.type("The chair is sent again.")
    await keys.chooses(dana.dialog.get_by_role("button", name="Hand back"))
    await expect(dana.dialog).to_have_count(0)
    await expect(dana.lock).to_contain_text("The bot has it")

    await second.post(f"{about_a_chair}/messages?wait=10", {"text": "I want to talk to a person"}, expect=201)
    await expect(dana.lock).to_contain_text("Waiting")
    await keys.press("c")
    await expect(dana.lock).to_contain_text("You hold the baton")
    await expect(dana.field).to_be_focused()
    await keys.press("Escape")
    await keys.press("e")
    await keys.chooses(dana.dialog.get_by_role("button", name="Resolve"))
    await expect(dana.lock).to_contain_text("Resolved")
    await keys.chooses(page.get_by_role("button", name="You are available"))
    await keys.chooses(page.get_by_role("button", name="Away: break"))
    await expect(page.get_by_role("button", name="You are away: break")).to_be_visible()
    assert (await second.get(about_a_chair))["state"] == "resolved"
    assert (await first.get(about_a_lamp))["state"] == "queued"


async def test_a_pasted_log_leaves_the_rest_in_sight_until_it_is_asked_for(company: Any, crowd: Any) -> None:
    customer, path = await waits(company, "a broken lamp")
    log = "\n".join(f"2026-11-22 10:{n % 60:02} lamp {n}: no answer" for n in range(120))
    await customer.post(f"{path}/messages", {"text": f"{log}\nthe end of it"}, expect=201)
    dana = await crowd.dana()
    await dana.page.locator("a.row").first.click()
    bubble = dana.transcript.locator(".bubble").filter(has_text="the end of it")
    folded = await bubble.evaluate("(one) => one.clientHeight < one.scrollHeight / 3")
    assert folded, "its beginning stands there"
    await dana.page.get_by_role("button", name="Show all").press("Enter")
    assert await bubble.evaluate("(one) => one.clientHeight === one.scrollHeight")
    await dana.page.get_by_role("button", name="Show less").press("Enter")
    assert await bubble.evaluate("(one) => one.clientHeight < one.scrollHeight / 3")
