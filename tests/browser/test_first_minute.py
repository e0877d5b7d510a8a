"""What somebody meets in the first minute: the page's own suggestions, the launcher, the keyboard."""

from typing import Any

import pytest
from playwright.async_api import expect

pytestmark = pytest.mark.anyio

People = Any


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("How long does delivery take?", "2 to 4 working days"),
        ("Can I return a sofa?", "within 45 days"),
        ("What does the guarantee cover?", "Faults in material and workmanship"),
    ],
)
async def test_a_suggested_question_is_one_press_away_and_answered_to_the_point(
    people: People, question: str, words: str
) -> None:
    customer = await people.customer()
    await customer.opens_the_widget()
    await customer.widget.get_by_role("button", name=question).click()
    answer = await customer.hears(words)
    await expect(answer.locator("button.chip").first).to_be_visible()


async def test_all_of_it_goes_by_keyboard(people: People) -> None:
    customer = await people.customer()
    await customer.launcher.press("Enter")
    await expect(customer.field).to_be_focused()
    await customer.page.keyboard.type("How long does delivery take?")
    await customer.page.keyboard.press("Enter")
    await customer.hears("working days")
    await expect(customer.field).to_be_focused()
    await customer.page.keyboard.press("Escape")
    await expect(customer.field).not_to_be_visible()
    await expect(customer.launcher).to_be_focused()
