"""A customer takes the conversation along, and nobody's mailbox is filled with it."""

from typing import Any

import pytest

pytestmark = pytest.mark.anyio


class Post:
    """A carrier for one company; letters stay in the outbox."""

    def __init__(self, tenant_id: str) -> None:
        self.tenant_id = tenant_id

    def carries(self, tenant_id: str) -> bool:
        return tenant_id == self.tenant_id

    def tenants(self) -> tuple[str, ...]:
        return ()


@pytest.fixture
def posted(company: Any) -> Any:
    carriers = company.served.desk.carriers
    carriers["email"] = Post(company.tenant.id)
    was = company.served.desk.clock.ahead
    yield company
    company.served.desk.clock.ahead = was
    del carriers["email"]


async def asked(customer: Any, path: str, email: str = "ann@example.com", *, expect: int = 202) -> Any:
    return await customer.post(f"{path}/transcript", {"email": email}, expect=expect)


async def letters(company: Any, path: str) -> Any:
    return await company.served.desk.store.deliveries.of_conversation(company.tenant.id, path.rpartition("/")[2])


async def test_it_goes_out_as_a_letter_in_the_customers_language_and_stands_in_the_trail(posted: Any) -> None:
    customer, path = await posted.customer(name="Ann", language="de")
    await customer.post(f"{path}/messages?wait=10", {"text": "Ich möchte mit einem Menschen sprechen"}, expect=201)
    await posted.dana.post(f"{path}/notes", {"text": "Looks like fraud."}, expect=201)
    await asked(customer, path)
    (kept,) = await letters(posted, path)
    assert (kept.kind, kept.to, kept.subject) == ("transcript", "ann@example.com", "Ihr Gespräch mit uns")
    assert "Ich möchte mit einem Menschen sprechen" in kept.text
    assert "fraud" not in kept.text
    trail = (await posted.dana.get(f"{path}/trail"))["items"]
    assert [one["data"] for one in trail if one["kind"] == "transcript_sent"] == [{"delivery_id": kept.id}]


async def test_a_stranger_fills_nobodys_mailbox(posted: Any) -> None:
    for n in range(3):
        customer, path = await posted.customer()
        await customer.post(f"{path}/messages", {"text": f"Hello {n}"}, expect=201)
        await asked(customer, path, "Victim@example.com" if n else "victim@example.com")
    refused = await asked(customer, path, "victim@example.com", expect=409)
    assert refused["code"] == "too_many_letters"
    for other in ("b@example.com", "c@example.com"):
        await asked(customer, path, other)
    assert (await asked(customer, path, "d@example.com", expect=409))["code"] == "too_many_letters"
    posted.served.desk.clock.advance(hours=24)
    await asked(customer, path, "victim@example.com")
    assert len(await letters(posted, path)) == 4


async def test_what_cannot_be_sent_is_refused_in_words(posted: Any, other_company: Any) -> None:
    customer, path = await posted.customer()
    assert (await asked(customer, path, expect=409))["code"] == "nothing_said"
    assert (await asked(customer, path, "ann", expect=422))["code"] == "invalid_email"
    stranger, _ = await posted.customer()
    assert (await asked(stranger, path, expect=404))["code"] == "not_found"
    theirs, elsewhere = await other_company.customer()
    assert (await asked(theirs, elsewhere, expect=409))["code"] == "no_mailbox"
    assert await letters(posted, path) == ()
