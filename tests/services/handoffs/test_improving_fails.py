"""A packet that is not improved, late or by one of two: the first version stays, and the trail says why."""

import asyncio
from dataclasses import replace

import pytest
from services.handoffs.test_improving import GOOD, Writer, handed_over, improved, last_event, packet_of
from stage import Stage

from baton.core.packet.draft import PacketDraft
from baton.services.handoffs.improving import ATTEMPTS, Improved, Outcome, due, improve
from baton.services.policy.policies import default_source, model_tokens, put_in_force

pytestmark = pytest.mark.anyio


async def test_two_nodes_ask_once(stage: Stage) -> None:
    conversation, writer = await handed_over(stage), Writer()
    (one,) = [one for one in await due(stage.desk, 500) if one.conversation_id == conversation.id]
    done = await asyncio.gather(*(improve(stage.desk, writer, one) for _ in range(5)))
    assert [one.outcome for one in done if one] == [Outcome.IMPROVED]
    assert len(writer.asked) == 1
    assert (await stage.kinds(conversation)).count("packet_improved") == 1


async def test_what_a_fallen_node_left_is_taken_up_when_its_lease_is_over_and_not_for_ever(stage: Stage) -> None:
    conversation = await handed_over(stage)
    for _ in range(ATTEMPTS):
        hung = Writer(may_go=asyncio.Event())
        fallen = asyncio.ensure_future(improved(stage, conversation, hung))
        await hung.begun.wait()
        assert not [one for one in await due(stage.desk, 500) if one.conversation_id == conversation.id]
        fallen.cancel()
        await asyncio.gather(fallen, return_exceptions=True)
        stage.clock.advance(seconds=91)
    assert not [one for one in await due(stage.desk, 500) if one.conversation_id == conversation.id]


async def test_one_who_lost_the_lease_meanwhile_keeps_nothing(stage: Stage) -> None:
    conversation, slow = await handed_over(stage), Writer(may_go=asyncio.Event())
    late = asyncio.ensure_future(improved(stage, conversation, slow))
    await slow.begun.wait()
    stage.clock.advance(seconds=91)
    assert await improved(stage, conversation, Writer(replace(GOOD, goal="")))
    assert slow.may_go is not None
    slow.may_go.set()
    assert await late == Improved(Outcome.MOVED_ON, 120, 0)
    assert (await packet_of(stage, conversation))["by_model"] == ["wish", "tried", "suggested_reply"]
    assert (await stage.kinds(conversation)).count("packet_improved") == 1


@pytest.mark.parametrize(
    ("writer", "outcome", "why"),
    [
        (Writer(broken=RuntimeError("no")), Outcome.FAILED, "could not be asked"),
        (Writer(None), Outcome.NONSENSE, "another form"),
        (Writer(PacketDraft()), Outcome.UNSUPPORTED, "nothing"),
        (Writer(PacketDraft(reply="I will refund you 50 EUR today.")), Outcome.UNSUPPORTED, "nothing"),
    ],
    ids=["failed", "nonsense", "empty", "unsupported"],
)
async def test_whatever_the_model_does_the_packet_stays_and_the_trail_says_why(
    stage: Stage, writer: Writer, outcome: Outcome, why: str
) -> None:
    conversation = await handed_over(stage)
    before = await packet_of(stage, conversation)
    done = await improved(stage, conversation, writer)
    assert done is not None
    assert done.outcome is outcome
    assert await packet_of(stage, conversation) == before
    event = await last_event(stage, conversation)
    assert event.kind.value == "improvement_failed"
    assert why in event.data["why"]
    assert not [one for one in await due(stage.desk, 500) if one.conversation_id == conversation.id], "asked once"


async def test_a_model_that_is_too_slow_is_given_up(stage: Stage) -> None:
    conversation = await handed_over(stage)
    hurried = replace(stage, desk=replace(stage.desk, limits=replace(stage.desk.limits, packet_seconds=0.05)))
    done = await improved(hurried, conversation, Writer(may_go=asyncio.Event()))
    assert done is not None
    assert done.outcome is Outcome.FAILED


async def test_it_counts_in_the_days_tokens_and_stops_where_they_are_used_up(stage: Stage) -> None:
    await put_in_force(stage.desk, stage.admin, default_source() + "\nmodel: {daily_tokens: 100}\n")
    first, second, writer = await handed_over(stage), await handed_over(stage), Writer(None)
    assert await improved(stage, first, writer)
    assert await model_tokens(stage.desk, stage.admin) == 120, "also what came back as nonsense was paid for"
    done = await improved(stage, second, writer)
    assert done is not None
    assert done.outcome is Outcome.USED_UP
    assert len(writer.asked) == 1
    assert "used up" in (await last_event(stage, second)).data["why"]


async def test_a_company_can_switch_it_off(stage: Stage) -> None:
    await put_in_force(stage.desk, stage.admin, default_source() + "\nmodel: {packets: false}\n")
    conversation, writer = await handed_over(stage), Writer()
    done = await improved(stage, conversation, writer)
    assert done is not None
    assert (done.outcome, writer.asked) == (Outcome.SWITCHED_OFF, [])
    assert not [one for one in await due(stage.desk, 500) if one.conversation_id == conversation.id]
    assert (await stage.kinds(conversation))[-1] != "improvement_failed"


async def test_a_handoff_of_an_hour_ago_is_left_as_it_is(stage: Stage) -> None:
    conversation = await handed_over(stage)
    stage.clock.advance(hours=1)
    assert not [one for one in await due(stage.desk, 500) if one.conversation_id == conversation.id]
