"""The support lead's queues: looked at, changed, given a day off, and asked when they open."""

from typing import Any

import pytest
from playwright.async_api import expect
from serving import Api

pytestmark = pytest.mark.anyio

People = Any


async def test_a_queue_gets_hours_and_a_day_off_and_says_when_it_opens(people: People, admin: Api) -> None:
    before = (await admin.get("/v1/policy"))["source"]
    try:
        room = await people.room()
        await room.enters("Queues")
        await room.page.get_by_role("link", name="Billing").click()
        await expect(room.page.get_by_role("heading", name="If nobody claims")).to_be_visible()
        await expect(room.page.locator(".chain")).to_contain_text("a ticket is opened")

        await room.page.get_by_role("button", name="Change this queue").click()
        form = room.page.get_by_role("form", name="Change this queue")
        await form.get_by_label("First reply within").fill("5")
        await form.get_by_label("Open", exact=True).select_option("Opening hours")
        await form.get_by_label("Time zone").fill("Europe/Berln")
        for day in ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday"):
            await form.get_by_label(day).fill("09:00-17:00")
        await form.get_by_label("Closed on holidays of").fill("DE-BY")
        await form.get_by_role("button", name="Look at the change").click()
        review = room.page.get_by_role("dialog", name="Before it is put in force")
        await expect(review).to_contain_text("Did you mean Europe/Berlin?")
        await expect(review.get_by_role("button", name="Put in force")).to_be_disabled()
        await review.get_by_role("button", name="Back").click()

        await form.get_by_label("Time zone").fill("Europe/Berlin")
        await form.get_by_role("button", name="Look at the change").click()
        await expect(review.get_by_role("region", name="Changed lines of the file")).to_contain_text("holidays: DE-BY")
        await review.get_by_role("button", name="Put in force").click()
        await expect(room.page.locator(".week")).to_contain_text("09:00-17:00")
        await expect(room.page.get_by_text("First reply within 5 minutes").first).to_be_visible()

        day = await a_weekday_ahead(admin)
        await room.page.get_by_label("Date", exact=True).fill(day)
        await room.page.get_by_label("On that day").select_option("Closed from")
        await room.page.get_by_label("From", exact=True).fill("14:00")
        await room.page.get_by_role("button", name="Add the day").click()
        await review.get_by_role("button", name="Put in force").click()
        await expect(room.page.locator(".dates")).to_contain_text("09:00-14:00")

        await room.page.get_by_label("Moment, in the customer").fill(f"{day}T15:00")
        await room.page.get_by_label("The customer’s time zone").fill("Europe/Berlin")
        await room.page.get_by_role("button", name="Look", exact=True).click()
        await expect(room.page.get_by_text("It is closed then. The customer is told that it opens")).to_be_visible()
        assert (await admin.get("/v1/policy"))["source"].count("#") == before.count("#")

        await room.enters("Queues")
        await room.page.get_by_role("link", name="Add a queue").click()
        form = room.page.get_by_role("form", name="A new queue")
        await form.get_by_label("Id", exact=True).fill("german")
        await form.get_by_label("Owner").fill("Lee")
        await form.get_by_label("Languages it serves").fill("de")
        await form.get_by_label("A call back").check()
        await form.get_by_role("button", name="Add a step of relaxing").click()
        await form.get_by_role("button", name="Look at the change").click()
        await expect(review.get_by_role("region", name="Changed lines of the file")).to_contain_text("drop: language")
        await review.get_by_role("button", name="Put in force").click()
        await expect(room.page.get_by_role("heading", name="german")).to_be_visible()

        await room.page.get_by_role("button", name="Take this queue out").click()
        await review.get_by_role("button", name="Put in force").click()
        await expect(room.page.get_by_role("link", name="Add a queue")).to_be_visible()
        await expect(room.page.get_by_role("link", name="german")).to_have_count(0)
    finally:
        await admin.ask("PUT", "/v1/policy", {"source": before}, expect=200)


async def a_weekday_ahead(admin: Api) -> str:
    """A Tuesday, Wednesday or Thursday of the next weeks that is like any other."""
    from datetime import UTC, datetime, timedelta

    queue = await admin.get("/v1/queues/billing")
    differ = {one["date"] for one in queue["dates"]}
    days = (datetime.now(UTC).date() + timedelta(days=ahead) for ahead in range(3, 40))
    return str(next(day for day in days if day.weekday() in (1, 2, 3) and str(day) not in differ))
