"""Nobody gets more than they have room for, whoever gives it to them and however many do at once."""

import asyncio

import pytest
from stage import Stage, is_here

from baton.core.errors import Conflict
from baton.core.ids import OperatorId
from baton.core.transitions import State
from baton.services.conversations import resolution
from baton.services.handoffs import handoff, opening
from baton.services.inbox import snoozing
from baton.services.sweeps import keep_leases
from baton.services.team.colleagues import PersonChange, change_operator, set_availability
from baton.services.waiting import presence

pytestmark = pytest.mark.anyio


async def holds(stage: Stage, operator) -> int:
    found = await stage.desk.store.people.operator(stage.tenant.id, OperatorId(operator.actor.id or ""))
    assert found is not None
    return found.load


async def room_for(stage: Stage, operator, points: int) -> None:
    await change_operator(stage.desk, stage.admin, operator.actor.id or "", PersonChange(capacity=points))


async def test_of_ten_claims_at_once_an_operator_gets_as_many_as_they_have_room_for(stage: Stage):
    await room_for(stage, stage.dana, 3)
    waiting = [await stage.waiting() for _ in range(10)]
    results = await asyncio.gather(
        *(handoff.claim(stage.desk, stage.dana, one.id) for one in waiting), return_exceptions=True
    )
    refused = [one for one in results if isinstance(one, Conflict)]
    assert len(refused) == 7
    assert {one.code for one in refused} == {"at_capacity"}
    assert "3 of 3 points taken" in refused[-1].detail
    assert await holds(stage, stage.dana) == 3


async def test_what_sleeps_takes_no_room_and_takes_it_again_once_the_customer_writes(stage: Stage):
    await room_for(stage, stage.dana, 2)
    waiting = [await stage.waiting() for _ in range(8)]
    asleep, *_ = [await handoff.claim(stage.desk, stage.dana, one.id) for one in waiting[:2]]
    for one in waiting[:2]:
        await snoozing.put_away(stage.desk, stage.dana, one.id, preset="until_reply")
    assert await holds(stage, stage.dana) == 0
    results = await asyncio.gather(
        *(handoff.claim(stage.desk, stage.dana, one.id) for one in waiting[2:]), return_exceptions=True
    )
    assert [one.code for one in results if isinstance(one, Conflict)] == ["at_capacity"] * 4
    assert await holds(stage, stage.dana) == 2
    await stage.says(asleep, "Are you still there?")
    assert await holds(stage, stage.dana) == 3


async def test_a_snooze_that_was_ended_takes_room_at_once(stage: Stage):
    await room_for(stage, stage.dana, 1)
    one, two = await stage.waiting(), await stage.waiting()
    await handoff.claim(stage.desk, stage.dana, one.id)
    await snoozing.put_away(stage.desk, stage.dana, one.id, preset="until_reply")
    await snoozing.bring_back(stage.desk, stage.dana, one.id)
    with pytest.raises(Conflict, match="1 of 1 points taken"):
        await handoff.claim(stage.desk, stage.dana, two.id)


async def test_what_is_finished_makes_room_again(stage: Stage):
    await room_for(stage, stage.dana, 1)
    one, two = await stage.waiting(), await stage.waiting()
    await handoff.claim(stage.desk, stage.dana, one.id)
    with pytest.raises(Conflict, match="You have no room"):
        await handoff.claim(stage.desk, stage.dana, two.id)
    await resolution.end(stage.desk, stage.dana, one.id)
    assert (await handoff.claim(stage.desk, stage.dana, two.id)).owner_name == "Dana"


async def test_a_colleague_without_room_is_not_given_more_and_whoever_gives_is_told(stage: Stage):
    await room_for(stage, stage.sam, 0)
    conversation = await stage.waiting()
    await handoff.claim(stage.desk, stage.dana, conversation.id)
    to = stage.sam.actor.id or ""
    with pytest.raises(Conflict, match=r"Sam has no room .* Choose somebody else") as refused:
        await handoff.pass_to_operator(stage.desk, stage.dana, conversation.id, operator_id=to, reason="yours")
    assert refused.value.code == "at_capacity"
    assert (await stage.now(conversation)).owner_name == "Dana"


async def test_taking_over_goes_beyond_the_capacity_on_purpose(stage: Stage):
    await room_for(stage, stage.dana, 0)
    conversation = await stage.begin()
    taken = await opening.barge_in(stage.desk, stage.dana, conversation.id, reason="I know this one")
    assert taken.state is State.HUMAN
    assert await holds(stage, stage.dana) == 1


async def test_whoever_goes_offline_keeps_what_they_hold_for_the_grace_and_then_it_waits_in_its_old_place(stage: Stage):
    first, second = await stage.waiting(), await stage.waiting()
    await is_here(stage, stage.dana)
    await handoff.claim(stage.desk, stage.dana, first.id)
    await set_availability(stage.desk, stage.dana, "offline", reason="Power cut")
    await presence.return_lost(stage.desk)
    assert (await stage.now(first)).state is State.HUMAN, "within the grace nothing moves"
    stage.clock.advance(seconds=61)
    await asyncio.gather(*(presence.return_lost(stage.desk) for _ in range(4)))
    back = await stage.now(first)
    assert back.state is State.QUEUED
    assert back.handoff is not None
    assert first.handoff is not None
    assert back.handoff.rank == first.handoff.rank
    assert (await stage.kinds(first)).count("released") == 1
    assert (await stage.transcript(first))[-1].startswith("Dana had to step away.")
    ahead = await stage.desk.store.waits.ahead(stage.tenant.id, back.handoff.rank, back.id)
    assert not ahead.get(back.handoff.queue), "before the second, who came later"
    assert (await stage.now(second)).state is State.QUEUED


async def test_whoever_is_back_in_time_keeps_what_they_hold(stage: Stage):
    conversation = await stage.waiting()
    people, dana = stage.desk.store.people, OperatorId(stage.dana.actor.id or "")
    await people.keep_here(stage.tenant.id, [dana], stage.clock())
    await handoff.claim(stage.desk, stage.dana, conversation.id)
    stage.clock.advance(seconds=50)
    await presence.return_lost(stage.desk)
    await is_here(stage, stage.dana)
    stage.clock.advance(seconds=50)
    await presence.return_lost(stage.desk)
    assert (await stage.now(conversation)).state is State.HUMAN


async def test_a_lost_browser_ends_the_lease_and_so_the_hold(stage: Stage):
    conversation = await stage.waiting()
    dana = OperatorId(stage.dana.actor.id or "")
    await stage.desk.store.people.keep_here(stage.tenant.id, [dana], stage.clock())
    await handoff.claim(stage.desk, stage.dana, conversation.id)
    stage.clock.advance(seconds=61)
    await presence.return_lost(stage.desk)
    assert (await stage.now(conversation)).state is State.QUEUED
    assert (await stage.transcript(conversation))[-1].startswith("Dana has lost the connection.")


async def test_whoever_works_by_key_alone_is_never_lost_and_a_request_extends_a_lease(stage: Stage):
    conversation = await stage.waiting()
    await handoff.claim(stage.desk, stage.sam, conversation.id)
    stage.clock.advance(days=2)
    await presence.return_lost(stage.desk)
    assert (await stage.now(conversation)).state is State.HUMAN
    sam = OperatorId(stage.sam.actor.id or "")
    stage.desk.live.heard(stage.tenant.id, sam)
    await keep_leases(stage.desk)
    found = await stage.desk.store.people.operator(stage.tenant.id, sam)
    assert found is not None
    assert found.here_until is None, "a program that asks begins no lease"
