"""A customer who can't stay chooses e-mail in the chat, and the talk goes on by mail in one thread."""

import email
import email.policy
from collections.abc import AsyncIterator
from typing import Any

import pytest
from browsing import Customer
from channels.email.conftest import Post, post  # noqa: F401 - a fixture
from channels.email.letters import mail
from playwright.async_api import expect
from serving import Company, Served, company_of, serve

from baton.channels.email.accounts import Account, Accounts, Server
from baton.db.store import Store
from baton.services.mailing import mail_on
from baton.services.outbox import send_due

pytestmark = pytest.mark.anyio

Crowd = Any

NAME = "Harbour Letters"
POLICY = """
queues:
  support: {name: Support, owner: Lead, default: true, modes: [live, queued, ticket, email], target_s: 3600}
rules:
  - {id: asks, when: asks_for_person, then: handoff}
"""


@pytest.fixture
async def company(store: Store, tables: dict[str, Any], post: tuple[Post, int]) -> AsyncIterator[Company]:  # noqa: F811
    """A company with a mailbox, on a server of its own."""
    account = Account(
        company=NAME, address="support@harbour.example", name=NAME, smtp=Server("127.0.0.1", post[1], "plain")
    )
    async for served in serve(store, tables, Accounts([account])):
        async with company_of(served, NAME) as made:
            await made.admin.ask("PUT", "/v1/policy", {"source": POLICY}, expect=200)
            yield made


async def goes_out(served: Served, post: Post) -> Any:  # noqa: F811
    """The last letter that the mail server got, once everything that is due is sent."""
    await mail_on(served.desk, thorough=True)
    await send_due(served.desk, served.opened.node)
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
