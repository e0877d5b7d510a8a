"""Slack and the inbox at the same moment: one owner, and never a word of somebody who does not hold the baton."""

import asyncio

import pytest
from slacked import DANA, slacked
from stage import Stage

from baton.core.errors import DeskError
from baton.core.events import EventKind
from baton.core.transitions import State
from baton.services.handoffs import handoff, opening

pytestmark = [pytest.mark.anyio, pytest.mark.slow]

TRIALS = 100
APART = 0.004
"""Seconds between the moments that are tried: ten of them, so that either may be first."""


async def test_of_a_claim_in_slack_and_one_in_the_inbox_one_wins_a_hundred_times(stage: Stage):
    async with slacked(stage) as team:
        desk, sam = team.stage.desk, team.stage.sam
        won = {"Dana": 0, "Sam": 0}
        for n in range(TRIALS):
            conversation, thread = await team.waiting()
            before = len(team.slack.whispers)

            async def in_the_inbox(id=conversation.id, wait=n) -> str:
                await asyncio.sleep(wait % 10 * APART)
                try:
                    await handoff.claim(desk, sam, id)
                except DeskError as refused:
                    return refused.code
                return "won"

            _, inbox = await asyncio.gather(team.press(DANA, thread, "claim"), in_the_inbox())
            now = await team.stage.now(conversation)
            assert now.state is State.HUMAN
            assert (await team.stage.kinds(conversation)).count("handoff_claimed") == 1
            [(_, told)] = team.slack.whispers[before:]
            assert (inbox == "won") is (now.owner.name == "Sam")
            assert told.startswith("It is yours" if now.owner.name == "Dana" else "Sam has already claimed")
            won[now.owner.name or ""] += 1
        assert sum(won.values()) == TRIALS


async def test_a_reply_in_the_thread_while_a_colleague_takes_over_is_never_a_non_owners(stage: Stage):
    async with slacked(stage) as team:
        desk, sent = team.stage.desk, 0
        for n in range(TRIALS):
            conversation, thread = await team.waiting()
            await team.press(DANA, thread, "claim")

            async def takes_over(id=conversation.id, wait=n) -> None:
                await asyncio.sleep(wait % 10 * APART)
                await opening.barge_in(desk, team.stage.sam, id, reason="Mine")

            await asyncio.gather(team.writes(DANA, thread, "Mine to say"), takes_over())
            logged = await desk.store.events.of_conversation(
                team.stage.tenant.id, conversation.id, after=0, limit=100, team=True
            )
            owner = None
            for one in (each.event for each in logged):
                if one.kind in (EventKind.HANDOFF_CLAIMED, EventKind.TAKEN_OVER):
                    owner = one.actor.id
                if one.kind is EventKind.REPLY_SENT:
                    assert one.actor.id == owner
                    sent += 1
            assert owner == team.stage.sam.actor.id
        assert 0 <= sent <= TRIALS
