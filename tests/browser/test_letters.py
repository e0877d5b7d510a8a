"""A customer who can't stay chooses e-mail in the chat, and the talk goes on by mail in one thread."""

import email
import email.policy
import re
from collections.abc import AsyncIterator
from typing import Any

import anyio
import pytest
from browsing import Customer, Found
from channels.email.conftest import Post, post  # noqa: F401 - a fixture
from channels.email.letters import mail
from playwright.async_api import expect
from serving import Company, Served, company_of, serve

from baton.channels.email.accounts import Account, Accounts, Server
from baton.db.store import Store
from baton.services.mail.mailing import mail_on
from baton.services.mail.outbox import send_due

pytestmark = pytest.mark.anyio

Crowd = Any

POLICY = """
queues:
  support: {name: Support, owner: Lead, default: true, modes: [live, queued, ticket, email], target_s: 3600}
rules:
  - {id: asks, when: asks_for_person, then: handoff}
"""


@pytest.fixture
async def company(store: Store, tables: dict[str, Any], post: tuple[Post, int]) -> AsyncIterator[Company]:  # noqa: F811
    """A company with a mailbox, on a server of its own."""
    name = f"Harbour Letters {post[1]}"
    account = Account(
        company=name, address="support@harbour.example", name=name, smtp=Server("127.0.0.1", post[1], "plain")
    )
    async for served in serve(store, tables, Accounts([account])):
        async with company_of(served, name) as made:
            await made.admin.ask("PUT", "/v1/policy", {"source": POLICY}, expect=200)
            yield made


async def goes_out(served: Served, post: Post) -> Any:  # noqa: F811
    """The last letter that the mail server got. The node's own loop may be sending it at the same moment."""
    with anyio.fail_after(60):
        while not post.received:
            await mail_on(served.desk, thorough=True)
            await send_due(served.desk, served.opened.node)
            await anyio.sleep(0.05)
    return email.message_from_bytes(bytes(post.received[-1].content or b""), policy=email.policy.default)


async def chooses_email(customer: Customer, address: str) -> None:
    await customer.foot.get_by_role("button", name="Choose another way").click()
    sheet = customer.widget.get_by_role("dialog")
    await sheet.get_by_role("button", name="Get the answer by e-mail").click()
    await sheet.get_by_label("Your e-mail address").fill(address)
    await sheet.get_by_role("button", name="Confirm").click()
    await expect(sheet).to_have_count(0)


async def test_an_answer_goes_out_by_mail_and_what_the_customer_mails_back_is_in_the_same_thread(
    company: Company,
    crowd: Crowd,
    later: Any,
    post: tuple[Post, int],  # noqa: F811
) -> None:
    served, (box, _) = company.served, post
    customer = await crowd.customer()
    await customer.says("I want to talk to a person about my lamp")
    await customer.hears("handing you over")
    here = (await customer.ticket())["id"]
    await chooses_email(customer, "ann@example.com")
    await expect(await customer.hears("ann@example.com")).to_be_visible()
    await expect(customer.foot).to_contain_text("Get the answer by e-mail")
    await customer.shot("email-chosen")

    dana = await crowd.dana()
    await dana.opens(here, view="Due")
    await dana.presses("Claim")
    await dana.writes("The lamp ships on Monday.")
    await customer.hears("The lamp ships on Monday.")
    later(minutes=1)
    letter = await goes_out(served, box)
    assert letter["To"] == "ann@example.com"
    assert "The lamp ships on Monday." in letter.get_body(("plain",)).get_content()

    answer = mail("Thank you, Monday is fine.", From="ann@example.com", To=str(letter["Reply-To"]))
    sent = await company.admin.http.post(
        "/v1/inbound/email", content=answer, headers={"content-type": "message/rfc822"}
    )
    assert sent.json() == {"outcome": "taken", "conversation_id": here}
    await expect(dana.transcript).to_contain_text("Thank you, Monday is fine.")
    await expect(customer.log).to_contain_text("Thank you, Monday is fine.")


async def test_a_customer_takes_one_along_begins_another_and_finds_the_first_again_by_keyboard(
    company: Company,
    crowd: Crowd,
    post: tuple[Post, int],  # noqa: F811
    found: Found,
) -> None:
    served, (box, _) = company.served, post
    customer = await crowd.customer(viewport={"width": 360, "height": 640})
    listed = customer.widget.get_by_role("button", name="Your conversations")
    await expect(listed).to_be_hidden()
    await customer.says("I want to talk to a person about my lamp")
    await customer.hears("handing you over")
    first = (await customer.ticket())["id"]

    await listed.press("Enter")
    sheet = customer.widget.get_by_role("dialog")
    await sheet.get_by_role("button", name="Get this conversation by e-mail").press("Enter")
    await expect(sheet.get_by_label("Your e-mail address")).to_be_focused()
    await customer.page.keyboard.type("ann@example")
    await customer.page.keyboard.press("Enter")
    await expect(sheet).to_contain_text("ann@example")
    await customer.page.keyboard.press("Escape")
    letter = await goes_out(served, box)
    assert letter["Subject"] == "Your conversation with us"
    assert "about my lamp" in letter.get_body(("html",)).get_content()

    await listed.press("Enter")
    await sheet.get_by_role("button", name="Start a new conversation").press("Enter")
    await expect(customer.field).to_be_focused()
    await expect(customer.widget.get_by_role("button", name="Talk to a person")).to_be_visible()
    await customer.says("And one about a table")
    await customer.hears("talk to a person")
    await expect(customer.log.locator("article.from-customer")).to_have_count(1)
    assert (await customer.ticket())["id"] != first
    await company.dana.post(f"/v1/conversations/{first}/claim", expect=200)
    await company.dana.post(f"/v1/conversations/{first}/messages", {"text": "It ships on Monday."}, expect=201)
    await customer.page.evaluate("Baton('close')")
    await customer.page.reload()
    await expect(customer.launcher).to_have_attribute("aria-label", re.compile(r"\((1|2)\)"))
    await customer.opens_the_widget()
    await customer.widget.get_by_role("button", name="Your conversations (1)").press("Enter")
    row = sheet.get_by_role("button", name="It ships on Monday.")
    await expect(row).to_contain_text("New messages")
    await found.look(customer, "the list of conversations")
    await customer.shot("past")
    await row.press("Enter")
    await expect(customer.log).to_contain_text("about my lamp")
    await expect(customer.log).to_contain_text("It ships on Monday.")
    await expect(customer.log).not_to_contain_text("about a table")
    await expect(customer.widget.get_by_role("button", name="Your conversations", exact=True)).to_be_visible()
    await customer.says("Thank you, Monday is fine.")
    await expect(customer.log.locator(".is-sending")).to_have_count(0)
    said = await company.dana.get(f"/v1/conversations/{first}/messages")
    assert said["items"][-1]["text"] == "Thank you, Monday is fine."
