"""Offers: to one person, with the packet before the answer, and to the next; and what becomes of a lost operator's."""

from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any

import pytest
from browsing import Found
from playwright.async_api import expect
from serving import Api

pytestmark = pytest.mark.anyio

People = Any

PUSH = """
queues:
  offered: {name: Support, owner: Lead, default: true, assign: push, offer_s: 8, skills: {asked: 1}}
routing: {grace_s: 0}
rules:
  - {id: asks, when: asks_for_person, then: handoff}
"""


@pytest.fixture
async def pushing(admin: Api) -> AsyncIterator[Callable[..., Awaitable[None]]]:
    """The company offers what waits to one person after the other; say to whom. Others may still be here from walks
    before. Afterwards its own policy is in force again.
    """
    before = (await admin.get("/v1/policy"))["source"]

    async def to(*names: str) -> None:
        for one in (await admin.get("/v1/operators"))["items"]:
            skills = {"asked": 3} if one["name"].startswith(names) else {}
            await admin.ask("PATCH", f"/v1/operators/{one['id']}", {"skills": skills}, expect=200)
        await admin.ask("PUT", "/v1/policy", {"source": PUSH}, expect=200)

    yield to
    await admin.ask("PUT", "/v1/policy", {"source": before}, expect=200)


async def test_an_offer_that_nobody_answers_goes_to_the_next_who_accepts_it(people: People, pushing: Any) -> None:
    await pushing("Dana", "Sam")
    members = {name: await people.member(name) for name in ("Dana", "Sam")}
    customer = await people.customer()
    await customer.opens_the_widget()
    await customer.says("I want to talk to a person about order 4521")
    cards = {name: one.page.get_by_role("region", name="Offered to you") for name, one in members.items()}
    first = await whoever(cards)
    second = next(name for name in cards if name != first)
    await expect(cards[first]).to_contain_text("Support")
    await expect(cards[first].get_by_role("timer")).to_contain_text(" s")
    await expect(cards[second]).to_have_count(1, timeout=15_000)
    await expect(cards[first]).to_have_count(0)

    winner = members[second]
    await winner.page.keyboard.press("a")
    await expect(winner.lock).to_contain_text("You hold the baton")
    await customer.hears("has joined and has your details.")
    await expect(cards[second]).to_have_count(0)


async def test_a_declined_offer_is_gone_and_why_somebody_waits_is_told(
    people: People, pushing: Any, found: Found
) -> None:
    await pushing("Dana")
    dana = await people.member("Dana")
    customer = await people.customer()
    await customer.opens_the_widget()
    await customer.says("I want to talk to a person")
    card = dana.page.get_by_role("region", name="Offered to you")
    await card.get_by_role("button", name="Decline, with a reason").click()
    await found.look(dana, "an offer and the reasons to decline it")
    await card.get_by_role("button", name="Busy right now").click()
    await expect(card).to_have_count(0)
    here = (await customer.ticket())["id"]
    await dana.opens(here)
    await dana.lock.get_by_role("button", name="Why is it waiting?").click()
    await expect(dana.lock).to_contain_text("Dana Whitfield: declined (busy")
    await found.look(dana, "why somebody waits")
    await dana.page.get_by_role("button", name="You are available").click()
    await found.look(dana, "the availabilities")


async def test_whoever_goes_offline_loses_the_conversation_and_its_customer_is_told(
    people: People, pushing: Any
) -> None:
    await pushing("Dana")
    dana = await people.member("Dana")
    customer = await people.customer()
    await customer.opens_the_widget()
    await customer.says("I want to talk to a person")
    card = dana.page.get_by_role("region", name="Offered to you")
    await card.get_by_role("button", name="Accept").click()
    await customer.hears("Dana Whitfield has joined")
    await dana.page.get_by_role("button", name="You are available").click()
    await dana.page.get_by_role("button", name="Offline: give back what I hold").click()
    await expect(dana.lock).to_contain_text("Waiting in Support", timeout=15_000)
    await expect(customer.foot).to_contain_text("Waiting for a person")
    assert any("Dana Whitfield" in line for line in (await customer.lines())[-1:])
    await dana.page.get_by_role("button", name="You are offline").click()
    await dana.page.get_by_role("button", name="Available", exact=True).click()


async def whoever(cards: dict[str, Any]) -> str:
    """Who is asked first."""
    both = list(cards.items())
    for _ in range(200):
        for name, card in both:
            if await card.count():
                return name
        await both[0][1].page.wait_for_timeout(50)
    raise AssertionError("nobody was asked")
