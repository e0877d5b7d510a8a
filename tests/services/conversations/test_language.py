"""A conversation goes on in the language that the customer writes in, whatever the browser said."""

from dataclasses import replace

import pytest
from fakes import grounded
from stage import Stage

pytestmark = pytest.mark.anyio


async def test_a_customer_who_writes_german_is_answered_in_german(stage: Stage):
    conversation = await stage.begin(language="en")
    outcome = await stage.asks(conversation, "Guten Tag, wie lange dauert die Lieferung?")
    assert outcome.reply is not None
    assert "mit einem Menschen" in outcome.reply.text
    assert (await stage.now(conversation)).language == "de"


async def test_the_language_stays_until_another_shows_plainly(stage: Stage):
    stage.sources.known["parcel"] = grounded("Parcels take three days.")
    conversation = await stage.begin(language="en")
    await stage.asks(conversation, "Guten Tag, wie lange dauert die Lieferung?")
    await stage.asks(await stage.now(conversation), "parcel 4521")
    assert (await stage.now(conversation)).language == "de"
    await stage.asks(await stage.now(conversation), "sorry, do you speak English? my parcel is still not here")
    assert (await stage.now(conversation)).language == "en"


async def test_a_handoff_is_told_and_routed_in_the_language_of_its_message(stage: Stage):
    conversation = await stage.begin(language="en")
    outcome = await stage.asks(conversation, "Je voudrais parler à une vraie personne, s'il vous plaît")
    assert outcome.reply is not None
    assert "vous" in outcome.reply.text
    waiting = await stage.now(conversation)
    assert waiting.language == "fr"
    assert waiting.handoff is not None


async def test_yes_to_a_question_back_is_no_request_for_a_person(stage: Stage):
    stage.sources.known["broken"] = replace(grounded("Send us a picture."), alternatives=("Lamps", "Sofas"))
    conversation = await stage.begin()
    assert (await stage.asks(conversation, "it is broken")).decision.kind.value == "clarify"
    again = await stage.asks(await stage.now(conversation), "yes")
    assert again.decision.reason.value != "customer_request"


async def test_yes_to_an_offer_is_one_also_where_it_said_that_it_is_a_bot(stage: Stage):
    for text in ("What is the airspeed of a swallow?", "are you a bot?"):
        conversation = await stage.begin()
        first = await stage.asks(conversation, text)
        assert first.reply is not None
        assert "person" in first.reply.text
        again = await stage.asks(await stage.now(conversation), "yes please")
        assert again.decision.reason.value == "customer_request"
