"""A message that is sent again with `wait` gets the bot's reply and decision, as the first time."""

import asyncio

import pytest
from fakes import grounded

pytestmark = pytest.mark.anyio

ASKED = {"text": "How long is the trial?", "client_id": "one"}


@pytest.mark.parametrize("text", [ASKED["text"], "I want to talk to a person", "What is the moon made of?"])
async def test_a_message_sent_again_is_told_what_the_bot_decided(company, text):
    company.served.sources.known["trial"] = grounded("The trial lasts 100 nights.")
    customer, path = await company.customer()
    body = {**ASKED, "text": text}
    first = await customer.post(f"{path}/messages?wait=10", body, expect=201)
    again = await customer.post(f"{path}/messages?wait=10", body, expect=200)
    assert first["decision"] is not None
    assert again == first


async def test_a_message_sent_again_before_the_bot_has_decided_waits_for_it(company, monkeypatch):
    held, asked = asyncio.Event(), asyncio.Event()

    async def ground(*_, **__):
        asked.set()
        await held.wait()
        return grounded("The trial lasts 100 nights.")

    monkeypatch.setattr(company.served.sources, "ground", ground)
    customer, path = await company.customer()
    await customer.post(f"{path}/messages", ASKED, expect=201)
    await asked.wait()
    again = asyncio.create_task(customer.post(f"{path}/messages?wait=10", ASKED, expect=200))
    held.set()
    assert (await again)["reply"]["text"] == "The trial lasts 100 nights."


async def test_a_message_sent_again_to_a_person_waits_for_nobody(company):
    customer, path = await company.customer()
    await customer.post(f"{path}/messages?wait=10", {"text": "I want to talk to a person"}, expect=201)
    await customer.post(f"{path}/messages", ASKED, expect=201)
    again = await customer.post(f"{path}/messages?wait=30", ASKED, expect=200)
    assert (again["reply"], again["decision"]) == (None, None)
