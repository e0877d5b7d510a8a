"""A reply falls due in the moment in which somebody else acts: it is said before, or not at all, and never twice."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from stage import Stage

from baton.core.conversation import Conversation
from baton.core.events import EventKind
from baton.core.ids import ConversationId
from baton.db.store import Store
from baton.services.conversations import replies
from baton.services.desk import Desk
from baton.services.handoffs import handoff, opening
from baton.services.inbox import scheduled_replies as scheduled
from baton.services.inbox.speaking_due import speak_due

pytestmark = [pytest.mark.anyio, pytest.mark.slow]

TRIALS = 100
APART = 0.002
"""Seconds between the moments that are tried: ten of them, so that either may be first."""

LATER = "The part has arrived"


async def due(stage: Stage) -> Conversation:
    """A conversation of Dana's in which a reply is due within the next moment that a timer looks at."""
    waiting = await stage.waiting()
    held = await handoff.claim(stage.desk, stage.dana, waiting.id)
    _, held = await replies.reply(stage.desk, stage.dana, held.id, text="On it")
    await scheduled.write(
        stage.desk, stage.dana, held.id, text=LATER, due=stage.clock() + timedelta(minutes=1), version=held.version
    )
    stage.clock.advance(minutes=1, seconds=1)
    return held


def other_node(desk: Desk) -> Desk:
    """A second node on the same database."""
    store: Any = desk.store
    return replace(desk, store=Store(store.database, epoch=store.epoch, secret=store.secret))


async def log(stage: Stage, id: ConversationId) -> list[Any]:
    logged = await stage.desk.store.events.of_conversation(stage.tenant.id, id, after=0, limit=200, team=True)
    return [one.event for one in logged]


Act = Callable[[Stage, Conversation], Awaitable[Any]]
ACTS: dict[str, Act] = {
    "taken_over": lambda s, c: opening.barge_in(s.desk, s.sam, c.id, reason="Mine"),
    "transferred": lambda s, c: handoff.pass_to_operator(
        s.desk, s.dana, c.id, operator_id=s.sam.actor.id or "", reason="x"
    ),
    "handed_back": lambda s, c: handoff.give_back(s.desk, s.dana, c.id, told={"decided": "yes"}),
    "message_received": lambda s, c: s.says(c, "Never mind"),
}


@pytest.mark.parametrize("act", ACTS)
async def test_it_is_said_before_somebody_acts_or_held_back_a_hundred_times(stage: Stage, act: str):
    node, said = other_node(stage.desk), 0
    for n in range(TRIALS):
        conversation = await due(stage)

        async def acts(held: Conversation = conversation, wait: int = n) -> None:
            await asyncio.sleep(wait % 10 * APART)
            await ACTS[act](stage, held)

        await asyncio.gather(speak_due(stage.desk), speak_due(node), acts())
        await speak_due(stage.desk)
        events = await log(stage, conversation.id)
        kinds = [event.kind for event in events]
        ours = [place for place, event in enumerate(events) if event.message and event.message.text == LATER]
        acted = max(place for place, kind in enumerate(kinds) if kind == EventKind(act))
        assert len(ours) + kinds.count(EventKind.REPLY_HELD_BACK) == 1
        assert all(place < acted for place in ours)
        said += len(ours)
    assert 0 <= said <= TRIALS


async def test_of_two_nodes_one_says_it_a_hundred_times(stage: Stage):
    node = other_node(stage.desk)
    for _ in range(TRIALS):
        conversation = await due(stage)
        ended = await asyncio.gather(*(speak_due(desk) for desk in (stage.desk, node, stage.desk, node)))
        assert sum(ended) == 1
        assert (await stage.transcript(conversation)).count(LATER) == 1


async def test_its_author_who_takes_it_back_in_that_moment_has_it_or_it_was_said(stage: Stage):
    for n in range(TRIALS):
        conversation = await due(stage)
        [one] = (await scheduled.listed(stage.desk, stage.dana, conversation.id, zone=None)).replies

        async def takes_back(held: Conversation = conversation, id: Any = one.id, wait: int = n) -> bool:
            await asyncio.sleep(wait % 10 * APART)
            try:
                await scheduled.drop(stage.desk, stage.dana, held.id, id)
            except Exception:  # noqa: BLE001 - it was said before
                return False
            return True

        _, is_back = await asyncio.gather(speak_due(stage.desk), takes_back())
        assert is_back is (LATER not in await stage.transcript(conversation))


async def test_a_node_that_falls_between_the_message_and_its_end_leaves_neither(stage: Stage, monkeypatch: Any):
    conversation = await due(stage)
    with monkeypatch.context() as broken:
        broken.setattr("baton.db.conversations.SPOKEN", "SELECT 1 / 0, $1::text, $2::text, $3::text, $4::timestamptz")
        assert await speak_due(stage.desk) == 0
    assert LATER not in await stage.transcript(conversation)
    assert await speak_due(stage.desk) == 1
    assert (await stage.transcript(conversation)).count(LATER) == 1
