"""Ending conversations with the words of the company."""

import pytest
from stage import Stage

from baton.core.errors import Invalid
from baton.core.inbox.macros import Do, Step
from baton.services.conversations import resolution
from baton.services.handoffs import handoff
from baton.services.inbox import macros
from baton.services.policy.policies import default_source, put_in_force

pytestmark = pytest.mark.anyio

OWN = "\ndispositions: {paid: {name: Paid back}, spam: {name: Junk, retired: true}}\n"


async def held(stage: Stage):
    conversation = await stage.waiting()
    return await handoff.claim(stage.desk, stage.dana, conversation.id)


async def test_a_conversation_ends_with_a_word_of_the_policy_in_force_and_with_no_other(stage: Stage):
    conversation = await held(stage)
    await put_in_force(stage.desk, stage.admin, default_source() + OWN)
    for word in ("solved", "spam", "paid "):
        with pytest.raises(Invalid) as refused:
            await resolution.end(stage.desk, stage.dana, conversation.id, disposition=word)
        assert (refused.value.code, refused.value.extra["known"]) == ("unknown_disposition", ["paid"])
    assert (await stage.now(conversation)).state == "human"
    ended = await resolution.end(stage.desk, stage.dana, conversation.id, disposition="paid")
    assert ended.disposition == "paid"


async def test_one_that_is_retired_later_stays_on_its_conversations_and_keeps_its_name(stage: Stage):
    conversation = await held(stage)
    await resolution.end(stage.desk, stage.dana, conversation.id, disposition="spam")
    await put_in_force(stage.desk, stage.admin, default_source() + OWN)
    assert (await stage.now(conversation)).disposition == "spam"
    listed = await resolution.dispositions(stage.desk, stage.dana)
    assert {one.id: one.name for one in listed}["spam"] == "Junk"


async def test_a_macro_whose_outcome_was_retired_since_stops_there_and_says_why(stage: Stage):
    conversation = await held(stage)
    await macros.keep(stage.desk, stage.admin, "junk", (Step(Do.NOTE, "Junk again"), Step(Do.RESOLVE, "spam")))
    await put_in_force(stage.desk, stage.admin, default_source() + OWN)
    ran = await macros.run(stage.desk, stage.dana, conversation.id, "junk")
    assert ([step.do for step in ran.done], ran.refusal and ran.refusal.code) == ([Do.NOTE], "unknown_disposition")


async def test_ending_without_a_word_asks_for_none(stage: Stage):
    conversation = await held(stage)
    assert (await resolution.end(stage.desk, stage.dana, conversation.id)).disposition is None
