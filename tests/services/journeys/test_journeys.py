"""Journeys: what the log tells of each conversation, told of whoever asks."""

from typing import Any

import pytest
from fakes import grounded
from stage import Stage

from baton.core.ids import ConversationId
from baton.core.journeys.journey import DeadEnd, Journey
from baton.services.conversations import inbound, replies, resolution
from baton.services.handoffs import handoff
from baton.services.journeys import surveys
from baton.services.journeys.journeys import report

pytestmark = pytest.mark.anyio

UNKNOWN = "Do you engrave brass nameplates?"


async def journeys(stage: Stage) -> list[Journey]:
    now = stage.clock()
    return list(await stage.desk.store.journeys.between(stage.tenant.id, now.replace(year=2000), now, limit=100))


async def journey(stage: Stage, id: ConversationId) -> Journey:
    return next(one for one in await journeys(stage) if one.id == id)


async def taken(stage: Stage, *said: str, **claims: Any) -> ConversationId:
    """A conversation that Dana took, with what she wrote."""
    id = (await stage.waiting(**claims)).id
    await handoff.claim(stage.desk, stage.dana, id)
    for text in said:
        await replies.reply(stage.desk, stage.dana, id, text=text)
    return id


async def closed(stage: Stage, id: ConversationId) -> None:
    await resolution.end(stage.desk, stage.dana, id)


async def test_what_came_of_a_handoff_is_read_whole(stage: Stage) -> None:
    id = await taken(stage, "One moment.", "It came back on Friday, and the refund of 20 pounds is on its way.")
    await closed(stage, id)
    await surveys.rate(stage.desk, stage.customer(await stage.now_by(id)), id, score=2, comment=None)
    await surveys.rate(stage.desk, stage.customer(await stage.now_by(id)), id, score=4, comment=None)
    found = await journey(stage, id)
    assert found.passed
    assert (found.passed.reason, found.passed.queue, found.passed.closed_how) == (
        "customer_request",
        "support",
        "resolved",
    )
    assert next(one.text for one in found.passed.replies) == "One moment."
    assert (found.passed.written, found.passed.asked, found.score) == (2, 0, 4)
    assert (found.is_resolved, found.is_heard, found.dead_end(stage.clock())) == (True, True, None)


async def test_a_handoff_after_two_messages_without_an_answer_looks_late(stage: Stage) -> None:
    stage.sources.known["deliver"] = grounded("Delivery takes three working days.")
    conversation = await stage.begin()
    for text in (UNKNOWN, "When do you deliver?", "And do you paint doors in Prussian blue?"):
        await stage.asks(await stage.now(conversation), text)
    await stage.asks(await stage.now(conversation), "I want to talk to a person")
    found = await journey(stage, conversation.id)
    assert found.passed
    assert (found.passed.failed, found.passed.sourceless, found.passed.looks_late) == (2, 2, True)
    assert found.passed.lacked_a_source


async def test_the_message_that_was_handed_over_is_not_one_before(stage: Stage) -> None:
    found = await journey(stage, (await stage.waiting()).id)
    assert found.passed
    assert (found.passed.asked, found.passed.looks_late) == (0, False)


async def test_what_was_taken_and_given_back_without_a_word_looks_false(stage: Stage) -> None:
    id = await taken(stage)
    await handoff.give_back(stage.desk, stage.dana, id, told={})
    found = await journey(stage, id)
    assert found.passed
    assert (found.passed.closed_how, found.passed.looks_false) == ("handed_back", True)


async def test_what_the_bot_answered_is_resolved_and_what_it_only_greeted_or_offered_is_not(stage: Stage) -> None:
    stage.sources.known["deliver"] = grounded("Delivery takes three working days.")
    resolved = {}
    for text in ("When do you deliver?", "Thank you", UNKNOWN):
        conversation = await stage.begin()
        await stage.asks(conversation, text)
        await resolution.end(stage.desk, stage.admin, conversation.id)
        resolved[text] = (await journey(stage, conversation.id)).is_resolved
    assert resolved == {"When do you deliver?": True, "Thank you": False, UNKNOWN: False}


async def test_an_offer_that_nobody_took_up_is_a_dead_end_a_day_later(stage: Stage) -> None:
    conversation = await stage.begin()
    await stage.asks(conversation, UNKNOWN)
    assert (await journey(stage, conversation.id)).dead_end(stage.clock()) is None
    stage.clock.advance(hours=25)
    assert (await journey(stage, conversation.id)).dead_end(stage.clock()) is DeadEnd.OFFER_IGNORED


async def test_who_was_closed_before_anybody_wrote_was_left_unanswered(stage: Stage) -> None:
    id = (await stage.waiting()).id
    await resolution.end(stage.desk, stage.admin, id)
    assert (await journey(stage, id)).dead_end(stage.clock()) is DeadEnd.UNANSWERED


async def test_a_customer_comes_back_here_or_in_another_conversation(stage: Stage) -> None:
    here, there, elsewhere, late = [
        await taken(stage, "Here you are, it is five days.", email=f"{name}@example.com")
        for name in ("here", "there", "elsewhere", "late")
    ]
    # What was under way beside it is no return.
    await stage.asks(await stage.begin(email="elsewhere@example.com"), "And what about the other one?")
    for id in (here, there, elsewhere, late):
        await closed(stage, id)
    await inbound.hear(stage.desk, stage.customer(await stage.now_by(here)), here, text="It broke again")
    await stage.asks(await stage.begin(email="THERE@example.com"), "It broke again")
    await stage.begin(email="elsewhere@example.com")
    stage.clock.advance(days=8)
    await stage.asks(await stage.begin(email="late@example.com"), "Something else")
    back = {one.id for one in await journeys(stage) if one.came_back}
    assert {id for id in (here, there, elsewhere, late) if id in back} == {here, there}


async def test_a_conversation_of_another_company_is_no_journey_of_this_one(company: Any, other_company: Any) -> None:
    await company.waiting()
    await other_company.waiting()
    told = await company.dana.get("/v1/reports/journeys?days=7")
    assert (told["is_whole"], told["whole"]["conversations"], told["whole"]["handed_over"]) == (True, 1, 1)
    assert [(one["reason"], one["handed_over"]) for one in told["reasons"]] == [("customer_request", 1)]
    assert [(one["queue"], one["name"]) for one in told["queues"]] == [("support", "Support")]
    assert len(told["weeks"]) == 1


async def test_a_desk_with_too_many_says_that_it_left_some_out(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("baton.services.journeys.journeys.MOST", 2)
    for _ in range(3):
        await stage.waiting()
    found = await report(stage.desk, stage.dana, days=7, zone="UTC")
    assert (found.is_whole, found.measured.whole.conversations) == (False, 2)
