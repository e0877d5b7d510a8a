"""Waiting in line as customers see it: the place falls quietly, and whoever is lost gives the place back."""

from typing import Any

import pytest
from browsing import Found
from playwright.async_api import expect
from serving import Company

from baton.core.waiting import Coverage, Lesson
from baton.core.waiting.calibration import Calibration
from baton.services.waiting.presence import return_lost
from baton.services.waiting.telling import look_through_line

pytestmark = pytest.mark.anyio

Crowd = Any

TRUSTED = Calibration(0.2, 2.0, 200, Coverage(100, 0.8))


async def holds_one_of_one(company: Company) -> None:
    """Dana's hands are full."""
    me = (await company.dana.get("/v1/me"))["actor"]["id"]
    _, path = await company.waiting()
    await company.dana.post(f"{path}/claim", expect=200)
    await company.admin.ask("PATCH", f"/v1/operators/{me}", {"capacity": 1}, expect=200)


async def test_the_place_in_line_falls_on_the_card_and_the_chat_stays_quiet(
    company: Company, crowd: Crowd, later: Any, found: Found
) -> None:
    desk, tenant = company.served.desk, company.tenant.id
    await crowd.dana()
    await holds_one_of_one(company)
    desk.waits.keep(tenant, {"support": Lesson(service_s=600.0, busy=TRUSTED, free=TRUSTED)})
    first, second = await crowd.customer(), await crowd.customer()
    await first.says("I want to talk to a person about my sofa")
    card = first.foot.get_by_role("status")
    await expect(card).to_contain_text("next in line")
    await second.says("I want to talk to a person about my lamp")
    card = second.foot.get_by_role("status")
    await expect(card).to_contain_text("Number 2 in line")
    await expect(card).to_contain_text("Wait in line")
    await expect(card).to_contain_text("minutes")
    await second.shot("line-second")
    said = await second.lines()

    await first.foot.get_by_role("button", name="Cancel and go back to the bot").click()
    await first.hears("back with the bot")
    later(seconds=20)
    await look_through_line(desk, tenant)
    await expect(card).to_contain_text("You are next in line")
    assert await second.lines() == said, "what is read out is the card alone"
    await found.look(second, "next in line")


async def test_an_operator_whose_browser_is_gone_is_waited_for_and_then_the_customer_is_back_in_line(
    company: Company, crowd: Crowd, later: Any
) -> None:
    dana, customer = await crowd.dana(), await crowd.customer()
    await customer.says("I want to talk to a person about my sofa")
    await customer.hears("handing you over")
    here = (await customer.ticket())["id"]
    await dana.opens(here)
    await dana.presses("Claim")
    await customer.hears("Dana has joined")
    await dana.page.context.close()
    later(minutes=10)
    await return_lost(company.served.desk)
    await customer.hears("Dana")
    await expect(customer.foot).to_contain_text("Waiting for a person")
    assert "Dana" in (await customer.lines())[-1]
    assert (await company.admin.get(f"/v1/conversations/{here}"))["state"] == "queued"
