"""A call at a booked time: who gets which, what it needs, and what comes of a call that reaches nobody."""

import asyncio
from datetime import timedelta
from typing import Any

import pytest
from services.followups.test_followups import PHONE, booked, choose, followup, policy, refused, slots
from stage import Stage

from baton.core.conversation import Conversation
from baton.core.errors import Conflict
from baton.core.followups.modes import Mode
from baton.core.transitions import State
from baton.services.followups import followups
from baton.services.handoffs import handoff

pytestmark = pytest.mark.anyio


async def test_a_callback_is_booked_keeps_the_place_and_is_offered_to_nobody_before_its_time(stage: Stage):
    await policy(stage)
    before = await stage.waiting()
    start = (await slots(stage, before))[3]
    after = await stage.now(
        await choose(stage, before, "callback", slot=start, phone="+44 (0)20 7946 0958", zone="Europe/London")
    )
    assert followup(after).phone == "+442079460958"
    assert followup(after).zone == "Europe/London"
    assert after.not_before == start
    assert after.waiting_since == before.waiting_since
    told = (await stage.transcript(after))[-1]
    assert "your time" in told
    assert PHONE in told


async def test_of_many_who_book_the_last_place_at_once_each_gets_one_or_a_refusal(stage: Stage):
    await policy(stage, rules="{minutes: 15, at_once: 3}")
    waiting = [await stage.waiting() for _ in range(8)]
    start = (await slots(stage, waiting[0]))[0]
    results = await asyncio.gather(
        *(choose(stage, one, "callback", slot=start, phone=PHONE) for one in waiting), return_exceptions=True
    )
    won = [followup(one) for one in results if isinstance(one, Conversation)]
    lost = [one for one in results if isinstance(one, Conflict) and one.code == "slot_taken"]
    assert sorted(one.seat or 0 for one in won) == [1, 2, 3]
    assert len(lost) == 5
    assert start not in await slots(stage, waiting[0])


async def test_a_slot_that_was_given_back_can_be_booked_again(stage: Stage):
    await policy(stage)
    first = await booked(stage)
    start = followup(first).slot.start  # type: ignore[union-attr]
    second = await stage.waiting()
    assert await refused(choose(stage, second, "callback", slot=start, phone=PHONE)) == "slot_taken"
    await handoff.cancel_wait(stage.desk, stage.customer(first), first.id)
    assert followup(await choose(stage, second, "callback", slot=start, phone=PHONE)).seat == 1


@pytest.mark.parametrize(
    ("details", "code"),
    [
        ({"phone": PHONE}, "slot_needed"),
        ({"slot": "first"}, "phone_needed"),
        ({"slot": "first", "phone": "12"}, "bad_phone"),
        ({"slot": "past", "phone": PHONE}, "slot_in_the_past"),
    ],
)
async def test_a_callback_that_cannot_be_made_is_refused_with_what_is_missing(
    stage: Stage, details: dict[str, Any], code: str
):
    await policy(stage)
    conversation = await stage.waiting()
    times = {"first": (await slots(stage, conversation))[0], "past": stage.clock() - timedelta(hours=1)}
    given = details | ({"slot": times[details["slot"]]} if "slot" in details else {})
    assert await refused(choose(stage, conversation, "callback", **given)) == code
    assert (await stage.now(conversation)).handoff.mode is Mode.QUEUED  # type: ignore[union-attr]


async def test_a_call_that_reached_nobody_is_booked_again_and_after_the_last_try_becomes_a_ticket(stage: Stage):
    await policy(stage, rules="{minutes: 15, tries: 2, retry_minutes: 60}")
    conversation = await booked(stage)
    reference = followup(conversation).reference
    await handoff.claim(stage.desk, stage.dana, conversation.id)
    again = await followups.not_reached(stage.desk, stage.dana, conversation.id)
    assert again.state is State.QUEUED
    assert (followup(again).mode, followup(again).tries) == (Mode.CALLBACK, 1)
    assert again.not_before is not None
    assert again.not_before >= stage.clock() + timedelta(minutes=59)
    said = (await stage.transcript(conversation))[-1]
    assert "could not reach you. A person will call" in said
    assert "another call" not in said, "it is booked already"
    await handoff.claim(stage.desk, stage.sam, conversation.id)
    last = await followups.not_reached(stage.desk, stage.sam, conversation.id)
    assert (followup(last).mode, followup(last).tries, last.not_before) == (Mode.TICKET, 2, None)
    said = (await stage.transcript(conversation))[-1]
    assert reference in said
    assert said.endswith("Write here if you would like another call.")


async def test_the_team_is_told_once_shortly_before_a_call(stage: Stage):
    await policy(stage)
    conversation = await booked(stage)
    await followups.announce_due(stage.desk)
    assert "followup_due" not in await stage.kinds(conversation)
    stage.clock.advance(minutes=60)
    await asyncio.gather(*(followups.announce_due(stage.desk) for _ in range(4)))
    await followups.announce_due(stage.desk)
    assert (await stage.kinds(conversation)).count("followup_due") == 1
