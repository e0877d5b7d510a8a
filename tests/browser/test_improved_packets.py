"""A packet that a model improves: whoever only looks gets it, who holds the conversation keeps what stands there."""

from typing import Any

import pytest
from browsing import Found
from playwright.async_api import expect
from serving import Company

from baton.core.packet.draft import PacketDraft
from baton.services.handoffs.improving import due, improve
from baton.services.ports.improvements import PacketRequest, PacketWords

pytestmark = pytest.mark.anyio

DRAFT = PacketDraft(
    wish="Wants the money back for the broken lamp of order 4521.",
    goal="Money back for the broken lamp.",
    reply="Hello Ann, you wrote that your lamp of order 4521 came broken.",
)


class Writer:
    async def write_packet(self, request: PacketRequest) -> PacketWords:
        return PacketWords(DRAFT, "small", "packet-1", 10)


async def handed_over(company: Company) -> str:
    """A conversation that waits, with its packet."""
    customer, path = await company.customer(name="Ann", language="en")
    for text in ("My lamp, order 4521, came broken. Money back.", "I want to talk to a person"):
        await customer.post(f"{path}/messages?wait=30", {"text": text}, expect=201)
    return path.rpartition("/")[2]


async def improved(company: Company, id: str) -> None:
    """Have the model write about the packet now."""
    desk = company.served.desk
    (one,) = [one for one in await due(desk, 500) if one.conversation_id == id]
    assert await improve(desk, Writer(), one)


async def test_the_holder_keeps_the_reply_before_them_until_they_ask_for_the_newer(
    company: Company, crowd: Any
) -> None:
    id = await handed_over(company)
    dana = await crowd.dana()
    await dana.opens(id)
    await expect(dana.packet).to_contain_text("4521")
    await dana.presses("Claim")
    suggestion = dana.page.locator(".suggestion-text")
    await expect(suggestion).to_be_visible()
    before = await suggestion.inner_text()
    await dana.field.focus()

    await improved(company, id)
    newer = dana.packet.get_by_role("button", name="Show the newer version")
    await expect(newer).to_be_visible()
    await expect(suggestion).to_have_text(before)
    await expect(dana.field).to_be_focused()
    await expect(dana.transcript).not_to_contain_text("Packet improved")
    await dana.shot("packet-newer")

    await newer.click()
    await expect(dana.packet).to_contain_text("Wants the money back for the broken lamp of order 4521.")
    await expect(dana.packet).to_contain_text("Partly written by a language model")
    await expect(suggestion).to_have_text(DRAFT.reply)
    await dana.shot("packet-improved")
    assert await dana.barriers() == []
    await dana.packet.get_by_role("button", name="Yes").click()
    await expect(dana.packet).to_contain_text("Thank you. Noted.")
    (said,) = (await company.admin.get("/v1/reports/packets"))["items"]
    assert said["version"] == 2

    await dana.packet.get_by_role("button", name="Show the first version").click()
    await expect(suggestion).to_have_text(before)


async def test_who_only_looks_gets_it_at_once(company: Company, crowd: Any, found: Found) -> None:
    id = await handed_over(company)
    dana = await crowd.dana()
    await dana.opens(id)
    await expect(dana.packet).to_contain_text("4521")
    await improved(company, id)
    await expect(dana.packet).to_contain_text("Partly written by a language model")
    await found.look(dana, "an improved packet")
    await dana.shot("packet-improved-dark")
    await dana.page.emulate_media(color_scheme="light")
    await dana.page.evaluate("document.documentElement.dir = 'rtl'")
    await dana.shot("packet-improved-rtl")
    await dana.page.evaluate("document.documentElement.dir = 'ltr'")
    await dana.page.set_viewport_size({"width": 390, "height": 844})
    await dana.shot("packet-improved-phone")
    assert await dana.page.evaluate("document.documentElement.scrollWidth") <= 390
