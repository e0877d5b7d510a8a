"""A customer who can't be answered now goes on by a call or a ticket, leaves, and comes back on another device."""

from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from browsing import Found
from playwright.async_api import expect
from serving import Api

pytestmark = pytest.mark.anyio

People = Any
Told = Callable[[str], Awaitable[list[str]]]
DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


@pytest.fixture
async def closed(admin: Api) -> AsyncIterator[None]:
    """The team is closed until the day after tomorrow, and calls back."""
    day = DAYS[(datetime.now(UTC) + timedelta(days=2)).weekday()]
    before = (await admin.get("/v1/policy"))["source"]
    source = f"""
policy: Harbour
tickets: {{prefix: HP}}
queues:
  support:
    owner: Ines
    hours: {{timezone: Europe/London, {day}: ["09:00-17:00"]}}
    modes: [live, queued, ticket, callback]
    target_s: 3600
rules:
  - {{id: asks-for-person, when: asks_for_person, then: handoff}}
"""
    await admin.ask("PUT", "/v1/policy", {"source": source}, expect=200)
    yield
    await admin.ask("PUT", "/v1/policy", {"source": before}, expect=200)


async def test_closed_with_a_ticket_then_a_call_that_is_booked_and_moved(
    people: People, closed: None, admin: Api, found: Found
) -> None:
    customer = await people.customer(timezone_id="Asia/Tokyo")
    await customer.opens_the_widget()
    await customer.says("I want to talk to a person, please")
    notice = await customer.hears("HP-")
    await expect(notice).to_contain_text("due")
    await expect(notice).to_contain_text("(your time)")
    await expect(customer.foot).to_contain_text("Get the answer later, here")
    here = (await customer.ticket())["id"]
    reference = (await admin.get(f"/v1/conversations/{here}"))["handoff"]["reference"]
    await expect(customer.foot).to_contain_text(reference)

    await customer.foot.get_by_role("button", name="Choose another way").click()
    sheet = customer.widget.get_by_role("dialog")
    await expect(sheet).to_contain_text("How would you like to go on?")
    await found.look_and_resize(customer, "the ways", 390, 760)
    await sheet.get_by_role("button", name="Get a call back").click()
    confirm = sheet.get_by_role("button", name="Confirm")
    await expect(confirm).to_be_disabled()
    await sheet.locator(".hours button").nth(2).click()
    await found.look(customer, "the times, on a phone")
    await sheet.get_by_label("Your phone number").fill("12")
    await confirm.click()
    await expect(sheet.get_by_role("alert")).to_contain_text("not a complete phone number")
    await sheet.get_by_label("Your phone number").fill("12 345 678")
    await confirm.click()
    await expect(sheet.get_by_role("alert")).to_contain_text("country's code")
    await sheet.get_by_label("Your phone number").fill("+44 20 7946 0958")
    await confirm.click()
    await expect(sheet).to_have_count(0)
    await expect(await customer.hears("A person will call")).to_contain_text("+44 20 7946 0958")
    await expect(customer.foot).to_contain_text("Get a call back")
    first = (await admin.get(f"/v1/conversations/{here}"))["handoff"]["slot"]["start"]

    await customer.foot.get_by_role("button", name="Choose another time").click()
    await sheet.get_by_role("button", name="Get a call back").click()
    await sheet.locator(".hours button").nth(4).click()
    await customer.page.set_viewport_size({"width": 1280, "height": 800})
    await found.look(customer, "other times")
    await sheet.get_by_label("Your phone number").fill("+44 20 7946 0958")
    await confirm.click()
    await expect(sheet).to_have_count(0)
    moved = (await admin.get(f"/v1/conversations/{here}"))["handoff"]
    assert moved["slot"]["start"] > first
    assert moved["reference"] == reference

    await customer.foot.get_by_role("button", name="Cancel and go back to the bot").click()
    await customer.hears("back with the bot")
    customer.forgive("422")


async def test_a_customer_leaves_with_a_link_and_goes_on_elsewhere(
    people: People, closed: None, admin: Api, told: Told
) -> None:
    customer = await people.customer(permissions=["clipboard-read", "clipboard-write"])
    await customer.opens_the_widget()
    await customer.says("I want to talk to a person about my sofa")
    await customer.hears("HP-")
    here = (await customer.ticket())["id"]
    made = await admin.post(f"/v1/conversations/{here}/returns", expect=201)

    elsewhere = await people.customer()
    await elsewhere.page.goto(made["url"])
    log = elsewhere.page.get_by_role("log")
    await expect(log).to_contain_text("about my sofa")
    await expect(elsewhere.page.locator(".holder")).to_contain_text("Get the answer later, here")
    assert "#" not in elsewhere.page.url
    await elsewhere.page.locator("#text").fill("It is the blue one.")
    await elsewhere.page.locator("#text").press("Enter")
    await customer.log.get_by_text("It is the blue one.").wait_for()
    assert (await told(here)).count("It is the blue one.") == 1

    stale = await people.customer()
    await stale.page.goto(f"{made['url'][:-4]}AAAA")
    await expect(stale.page.locator("#offline")).to_contain_text("too old")
    stale.forgive("401")


async def test_the_team_sees_what_is_due_and_ends_it(people: People, closed: None, admin: Api, told: Told) -> None:
    customer = await people.customer()
    await customer.opens_the_widget()
    await customer.says("I want to talk to a person about my lamp")
    await customer.hears("HP-")
    here = (await customer.ticket())["id"]
    reference = (await admin.get(f"/v1/conversations/{here}"))["handoff"]["reference"]

    dana = await people.member("Dana")
    await dana.opens(here, view="Due")
    await expect(dana.row(here)).to_contain_text(reference)
    await dana.presses("Claim")
    await dana.presses("Done")
    await dana.confirms("Done", Answer="The lamp is on its way.")
    await customer.hears("The lamp is on its way.")
    assert (await admin.get(f"/v1/conversations/{here}"))["handoff"]["followup"] is None
