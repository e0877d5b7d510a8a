"""axe-core on every page in every state that a person meets, light and dark."""

import hashlib
from pathlib import Path
from typing import Any

import pytest
from browsing import ROOMS, Found
from playwright.async_api import expect

pytestmark = [pytest.mark.anyio]

People = Any

VENDOR = Path(__file__).parent / "vendor"


def test_axe_is_as_it_was_published() -> None:
    listed = dict(line.split()[::-1] for line in (VENDOR / "checksums.sha256").read_text().splitlines())
    assert {"axe.min.js": hashlib.sha256((VENDOR / "axe.min.js").read_bytes()).hexdigest()} == listed


async def test_a_planted_barrier_is_found(people: People) -> None:
    customer = await people.customer()
    await customer.page.evaluate("document.querySelector('main, body').append(document.createElement('button'))")
    assert [one for one in await customer.barriers() if one.startswith("button-name")]


async def test_a_planted_barrier_is_found_in_a_modal(people: People) -> None:
    customer = await people.customer()
    await customer.page.evaluate("""() => {
        document.body.insertAdjacentHTML('beforeend', '<dialog aria-label="Planted"><p>Pale</p><button></button>');
        const planted = document.querySelector('dialog[aria-label=Planted]');
        Object.assign(planted.querySelector('p').style, { color: '#ccc', background: '#fff' });
        planted.showModal();
    }""")
    assert {one.partition(":")[0] for one in await customer.barriers()} >= {"button-name", "color-contrast"}
    assert [one.partition(":")[0] for one in await customer.barriers(of_colours=True)] == ["color-contrast"]


async def test_the_customer_s_page_and_every_state_of_the_widget(people: People, found: Found) -> None:
    customer = await people.customer()
    await found.look(customer, "the page")
    await customer.opens_the_widget()
    await expect(customer.widget.locator(".suggestions")).to_be_visible()
    await found.look(customer, "the empty widget")
    await customer.says("How long does delivery take?")
    answer = await customer.hears("working days")
    await found.look(customer, "an answer")
    await answer.locator("button.chip").first.click()
    await expect(customer.widget.locator("mark")).to_be_visible()
    await found.look(customer, "a passage")
    await customer.widget.get_by_role("button", name="Close", exact=True).click()
    await customer.says("I want to talk to a person")
    await customer.hears("I'm handing you over")
    await expect(customer.foot).to_contain_text("in line")
    await found.look(customer, "waiting")
    await customer.foot.get_by_role("button", name="Show what was passed on").click()
    await expect(customer.widget.get_by_role("dialog")).to_contain_text("Summary")
    await found.look(customer, "what was passed on")


async def test_the_inbox_its_conversation_and_its_dialogs(people: People, found: Found) -> None:
    customer = await people.customer()
    await customer.opens_the_widget()
    await customer.says("How long does delivery take?")
    await customer.hears("working days")
    await customer.says("My order is HP-204711. Let me talk to a person")
    await customer.hears("I'm handing you over")
    here = (await customer.ticket())["id"]
    dana = await people.member("Dana")
    await expect(dana.row(here)).to_be_visible()
    await found.look(dana, "the list")
    await dana.opens(here)
    await expect(dana.packet).to_be_visible()
    await found.look(dana, "a waiting conversation")
    await dana.presses("Claim")
    await expect(dana.page.locator(".suggestion")).to_be_visible()
    await found.look(dana, "a conversation of one's own")
    await found.look(customer, "with a person")
    await dana.page.get_by_role("button", name="Note", exact=True).click()
    await dana.writes("Only for us.")
    await expect(dana.transcript).to_contain_text("Only for us.")
    await found.look(dana, "a note")
    for verb in ("Hand back", "Resolve"):
        await dana.presses(verb)
        await expect(dana.dialog).to_be_visible()
        await found.look(dana, f"the dialog {verb}")
        await dana.dialog.get_by_role("button", name="Cancel").click()
    for verb in ("Transfer…", "Release to the queue…"):
        await dana.lock.get_by_role("button", name="More verbs").click()
        await dana.page.get_by_role("button", name=verb).click()
        await expect(dana.dialog.get_by_label("Reason")).to_be_visible()
        await found.look(dana, f"the dialog {verb}")
        await dana.dialog.get_by_role("button", name="Cancel").click()
    await dana.presses("Resolve")
    await dana.confirms("Resolve")
    await expect(dana.lock).to_contain_text("Resolved")
    await found.look(dana, "a resolved conversation")
    await expect(customer.foot).to_contain_text("closed")
    await found.look(customer, "a closed conversation")


async def test_every_room_of_the_console(people: People, found: Found) -> None:
    customer = await people.customer()
    await customer.opens_the_widget()
    await customer.says("Can I return a sofa?")
    await customer.hears("within 45 days")
    here = (await customer.ticket())["id"]
    room = await people.room()
    for name in ROOMS:
        await room.enters(name)
        await expect(room.page.locator(".card-skeleton")).to_have_count(0)
        await found.look(room, name)
    await room.enters("Test bench")
    await room.page.get_by_label("Question").fill("How long does delivery take?")
    await room.page.get_by_role("button", name="Ask").click()
    await expect(room.page.locator(".answer")).to_be_visible()
    await found.look(room, "an asked question")
    await room.page.goto(f"{room.page.url.split('#')[0]}#trail/{here}")
    await expect(room.page.get_by_text(here)).to_be_visible()
    await found.look(room, "a trail")


async def test_a_phone_and_a_language_from_right_to_left(people: People, found: Found) -> None:
    phone = {"viewport": {"width": 390, "height": 844}, "has_touch": True}
    customer = await people.customer(locale="ar", **phone)
    await customer.opens_the_widget()
    await customer.says("أريد التحدث إلى شخص")
    await expect(customer.foot.get_by_role("button").nth(1)).to_be_visible()
    assert await customer.widget.locator("html").get_attribute("dir") == "rtl"
    await found.look(customer, "the widget in Arabic on a phone")
    noor = await people.member("Noor", **phone)
    await noor.opens((await customer.ticket())["id"])
    await found.look(noor, "the inbox on a phone")


async def test_the_signed_out_page(people: People, found: Found, desk: Any) -> None:
    customer = await people.customer()
    await customer.page.goto(f"{desk.url}/inbox")
    await expect(customer.page.get_by_role("heading", name="You are signed out")).to_be_visible()
    await found.look(customer, "signed out")
    customer.forgive("401")
