"""Macros against the desk: shown before, taken in order, stopped at the first refusal."""

from typing import Any

import pytest
from stage import Stage

from baton.core.errors import Conflict, Forbidden, Invalid, NotFound
from baton.core.inbox.macros import Do, Step
from baton.services.handoffs import handoff, opening
from baton.services.inbox import canned, labels, macros

pytestmark = pytest.mark.anyio


async def set_up(stage: Stage) -> None:
    await labels.keep(stage.desk, stage.admin, "refund", "red")
    await canned.keep(stage.desk, stage.admin, "refunded", "Dear {{ first_name }}, your money is on its way.")
    steps = (Step(Do.LABEL, "refund"), Step(Do.REPLY, "refunded"), Step(Do.RESOLVE, "solved"))
    await macros.keep(stage.desk, stage.admin, "Refund done", steps)


async def test_a_macro_is_shown_with_its_words_and_then_taken(stage: Stage):
    await set_up(stage)
    conversation = await stage.waiting(name="Ann Roche")
    await handoff.claim(stage.desk, stage.dana, conversation.id)
    shown = await macros.preview(stage.desk, stage.dana, conversation.id, "refund-done")
    assert [one.text for one in shown] == [None, "Dear Ann, your money is on its way.", None]
    ran = await macros.run(stage.desk, stage.dana, conversation.id, "refund-done")
    assert ([step.do for step in ran.done], ran.refusal) == ([Do.LABEL, Do.REPLY, Do.RESOLVE], None)
    assert (ran.conversation.state, ran.conversation.labels) == ("resolved", ("refund",))
    assert "Dear Ann, your money is on its way." in await stage.transcript(conversation)


async def test_it_stops_at_the_first_refusal_and_says_what_was_done(stage: Stage):
    await set_up(stage)
    nameless = await stage.waiting()
    await handoff.claim(stage.desk, stage.dana, nameless.id)
    ran = await macros.run(stage.desk, stage.dana, nameless.id, "refund-done")
    assert ([step.do for step in ran.done], ran.stopped_at) == ([Do.LABEL], Step(Do.REPLY, "refunded"))
    assert ran.refusal is not None
    assert "first_name" in ran.refusal.detail
    assert ran.conversation.state == "human"


async def test_a_macro_looked_at_before_the_baton_moved_sends_nothing(stage: Stage):
    await set_up(stage)
    conversation = await stage.waiting(name="Ann")
    seen = await handoff.claim(stage.desk, stage.dana, conversation.id)
    await opening.barge_in(stage.desk, stage.sam, conversation.id)
    ran = await macros.run(stage.desk, stage.dana, conversation.id, "refund-done", version=seen.version)
    assert ran.refusal is not None
    assert ran.refusal.code in {"not_owner", "stale_version"}
    assert "your money" not in str(await stage.transcript(conversation))


async def test_a_macro_that_resolves_takes_no_step_over_a_customers_newer_word(stage: Stage):
    await set_up(stage)
    conversation = await stage.waiting(name="Ann")
    seen = await handoff.claim(stage.desk, stage.dana, conversation.id)
    await stage.says(conversation, "Wait, it arrived broken")
    with pytest.raises(Conflict) as refused:
        await macros.run(stage.desk, stage.dana, conversation.id, "refund-done", seen=seen.seq)
    assert refused.value.code == "customer_wrote"
    assert "your money" not in str(await stage.transcript(conversation))
    read = await stage.now_by(conversation.id)
    ran = await macros.run(stage.desk, stage.dana, conversation.id, "refund-done", seen=read.seq)
    assert ran.conversation.state == "resolved"


async def test_a_word_that_comes_between_the_steps_keeps_the_conversation_open(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
):
    await set_up(stage)
    conversation = await stage.waiting(name="Ann")
    seen = await handoff.claim(stage.desk, stage.dana, conversation.id)
    replied = macros.replies.reply

    async def reply(*given: Any, **named: Any) -> Any:
        await stage.says(conversation, "Wait")
        return await replied(*given, **named)

    monkeypatch.setattr(macros.replies, "reply", reply)
    ran = await macros.run(stage.desk, stage.dana, conversation.id, "refund-done", seen=seen.seq)
    assert ran.refusal is not None
    assert (ran.refusal.code, ran.stopped_at) == ("customer_wrote", Step(Do.RESOLVE, "solved"))
    assert ran.conversation.state == "human"


async def test_only_admins_write_macros_and_only_of_what_there_is(stage: Stage):
    with pytest.raises(Forbidden):
        await macros.keep(stage.desk, stage.dana, "x", (Step(Do.RESOLVE, "solved"),))
    with pytest.raises(Invalid, match="no canned reply /nothing"):
        await macros.keep(stage.desk, stage.admin, "x", (Step(Do.REPLY, "nothing"),))
    with pytest.raises(NotFound):
        await macros.drop(stage.desk, stage.admin, "x")
