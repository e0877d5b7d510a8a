"""What a customer wrote survives a reload, a cut line and a fallen server, and is there once."""

from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from browsing import NETWORK_LOST
from playwright.async_api import expect

pytestmark = pytest.mark.anyio

People = Any
Told = Callable[[str], Awaitable[list[str]]]


async def test_a_reload_in_mid_conversation_shows_it_as_it_was(people: People, told: Told) -> None:
    customer = await people.customer()
    await customer.opens_the_widget()
    await customer.says("How long does delivery take?")
    await customer.hears("working days")
    await customer.field.fill("half a thought")
    before = await customer.lines()

    await customer.page.reload()
    await expect(customer.field).to_have_value("half a thought")
    await customer.hears("working days")
    assert await customer.lines() == before
    await customer.says("I want to talk to a person")
    await customer.hears("I'm handing you over")

    await customer.page.reload()
    await expect(customer.foot).to_contain_text("Waiting for a person")
    assert len(await told((await customer.ticket())["id"])) == len(await customer.lines())


async def test_what_is_sent_while_the_line_is_cut_arrives_once_and_in_order(people: People, told: Told) -> None:
    dana, customer = await people.member("Dana"), await people.customer()
    await customer.opens_the_widget()
    await customer.says("I want to talk to a person")
    await customer.hears("I'm handing you over")
    here = (await customer.ticket())["id"]
    await dana.opens(here)
    await dana.presses("Claim")
    await customer.hears("has joined")

    await customer.page.context.set_offline(True)
    for words in ("first", "second", "third"):
        await customer.says(f"The {words} thing")
    await expect(customer.widget.locator("#offline")).to_contain_text("You are offline")
    await dana.writes("Are you still there?")
    await expect(dana.transcript).to_contain_text("Are you still there?")
    await customer.page.context.set_offline(False)

    await customer.hears("Are you still there?")
    await expect(dana.transcript).to_contain_text("The third thing")
    await expect(customer.widget.locator("#offline")).to_have_text("")
    stored = await told(here)
    assert [text for text in stored if text.endswith(" thing")] == [
        "The first thing",
        "The second thing",
        "The third thing",
    ]
    assert sorted(await customer.lines()) == sorted(" ".join(text.split()) for text in stored)
    customer.forgive(*NETWORK_LOST)


async def test_a_reply_can_be_undone_and_goes_in_order_once_through_a_lost_line_a_reload_and_a_closed_page(
    people: People, told: Told
) -> None:
    dana, customer = await people.member("Dana"), await people.customer()
    await customer.opens_the_widget()
    await customer.says("I want to talk to a person")
    await customer.hears("I'm handing you over")
    here = (await customer.ticket())["id"]
    await dana.opens(here)
    await dana.presses("Claim")
    await dana.page.evaluate("localStorage['baton.prefs'] = '{\"undo\":10}'")
    await dana.page.reload()

    await dana.writes("Said too soon")
    await expect(dana.transcript.get_by_role("button", name="Undo")).to_be_visible()
    await dana.field.press("Control+z")
    await expect(dana.field).to_have_value("Said too soon")

    await dana.page.route("**/messages", lambda route: route.abort("connectionreset"))
    await dana.writes("The first reply")
    await dana.writes("The second reply")
    await expect(dana.transcript).to_contain_text("Waits for the connection")
    await dana.page.reload()
    await expect(dana.transcript).to_contain_text("The second reply")
    await dana.page.unroute("**/messages")
    await customer.hears("The first reply")
    await customer.hears("The second reply")
    await expect(dana.transcript.locator(".under-way")).to_have_count(0)

    await dana.writes("The last reply")
    await expect(dana.transcript.get_by_role("button", name="Undo")).to_be_visible()
    await dana.page.goto(customer.page.url)
    await customer.hears("The last reply")
    said = await told(here)
    assert [text for text in said if text.endswith("reply")] == [
        "The first reply",
        "The second reply",
        "The last reply",
    ]
    assert "Said too soon" not in said
    dana.forgive(*NETWORK_LOST)


async def test_a_message_whose_answer_was_lost_on_the_way_back_is_stored_once(people: People, told: Told) -> None:
    customer = await people.customer()
    await customer.opens_the_widget()
    await customer.says("How long does delivery take?")
    await customer.hears("working days")
    lost: list[int] = []

    async def lose_the_answer(route: Any) -> None:
        answered = await route.fetch()
        lost.append(answered.status)
        await (route.abort("connectionreset") if len(lost) == 1 else route.fulfill(response=answered))

    await customer.page.route("**/v1/conversations/*/messages", lose_the_answer)
    await customer.says("Can I return a sofa?")
    await customer.hears("within 45 days")
    await expect(customer.log.locator(".from-customer", has_text="Can I return a sofa?")).to_have_count(1)
    stored = await told((await customer.ticket())["id"])
    assert lost[:1] == [201]
    assert stored.count("Can I return a sofa?") == 1
    customer.forgive(*NETWORK_LOST)


async def test_when_the_server_falls_and_comes_back_both_sides_go_on(people: People, desk: Any, told: Told) -> None:
    dana, customer = await people.member("Dana"), await people.customer()
    await customer.opens_the_widget()
    await customer.says("I want to talk to a person")
    await customer.hears("I'm handing you over")
    here = (await customer.ticket())["id"]
    await dana.opens(here)
    await dana.presses("Claim")
    await customer.hears("has joined")
    await expect(dana.lock).to_contain_text("You hold the baton")

    desk.falls()
    await expect(dana.page.get_by_text("Reconnecting. What you see may be out of date")).to_be_visible()
    await customer.says("Said while nobody could hear it")
    desk.comes_back()

    await expect(dana.transcript).to_contain_text("Said while nobody could hear it", timeout=20_000)
    await dana.writes("I can hear you again")
    await customer.hears("I can hear you again")
    await expect(dana.page.get_by_text("Reconnecting.")).to_have_count(0)
    assert (await told(here)).count("Said while nobody could hear it") == 1
    for tab in (dana, customer):
        tab.forgive(*NETWORK_LOST, "WebSocket")
