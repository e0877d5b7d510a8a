"""What customers leave with the bot is closed after a time: once, and never over somebody who is owed a word."""

import asyncio
from datetime import timedelta
from typing import Any

import pytest
from fakes import grounded
from stage import Stage

from baton.core.actors import SYSTEM, ActorKind
from baton.core.conversation import Change, Conversation
from baton.core.events import Event, EventKind
from baton.core.promises import PromiseKind, by
from baton.core.transitions import State
from baton.services.conversations import replies, resolution
from baton.services.conversations.closing import close_left
from baton.services.desk import commit
from baton.services.handoffs import handoff
from baton.services.mail.mailing import worth_mailing
from baton.services.moves import notice
from baton.services.policy.policies import default_source, put_in_force

pytestmark = pytest.mark.anyio


async def answered(stage: Stage, **claims: Any) -> Conversation:
    """A conversation whose customer has an answer of the bot."""
    stage.sources.known["deliver"] = grounded("Delivery takes three working days.")
    conversation = await stage.begin(**claims)
    outcome = await stage.asks(conversation, "When do you deliver?")
    assert outcome.reply is not None
    return outcome.conversation


async def look(stage: Stage, nodes: int = 1) -> int:
    """Every node looks at the same moment."""
    return sum(await asyncio.gather(*(close_left(stage.desk) for _ in range(nodes))))


async def close_after(stage: Stage, hours: int) -> None:
    source = default_source().replace("close_after_hours: 24", f"close_after_hours: {hours}")
    await put_in_force(stage.desk, stage.admin, source)


async def test_what_the_bot_answered_is_closed_after_a_day_by_one_node_with_its_notice(stage: Stage):
    conversation = await answered(stage)
    stage.clock.advance(hours=23.9)
    await look(stage)
    assert (await stage.now(conversation)).state is State.BOT
    stage.clock.advance(hours=0.2)
    await look(stage, nodes=8)
    closed = await stage.now(conversation)
    assert (closed.state, closed.disposition) == (State.RESOLVED, "no_reply")
    assert (await stage.kinds(conversation))[-2:] == ["resolved", "notice_sent"]
    assert (await stage.kinds(conversation)).count("resolved") == 1
    assert (await stage.transcript(conversation))[-1].startswith("This conversation is closed.")


async def events_of(stage: Stage, conversation: Conversation) -> list[Event]:
    logged = await stage.desk.store.events.of_conversation(
        stage.tenant.id, conversation.id, after=0, limit=200, team=True
    )
    return [one.event for one in logged]


async def test_the_trail_says_that_the_desk_closed_it_and_nobody_is_mailed_for_their_silence(stage: Stage):
    left, ended = await answered(stage), await answered(stage)
    await resolution.end(stage.desk, stage.dana, ended.id, disposition="solved")
    stage.clock.advance(hours=25)
    await look(stage)
    told = [event for event in await events_of(stage, left) if event.kind is EventKind.RESOLVED]
    assert [(one.actor.kind, one.data) for one in told] == [(SYSTEM.kind, {"disposition": "no_reply"})]
    worth = [worth_mailing(await events_of(stage, one))[-1].text for one in (left, ended)]
    assert [text.startswith(start) for text, start in zip(worth, ("Delivery takes", "Dana"), strict=True)] == [True] * 2


async def test_the_customers_next_word_opens_it_again(stage: Stage):
    conversation = await answered(stage)
    stage.clock.advance(hours=25)
    await look(stage)
    outcome = await stage.asks(conversation, "When do you deliver to Ireland?")
    assert outcome.reply is not None
    again = await stage.now(conversation)
    assert (again.state, again.disposition) == (State.BOT, None)
    await look(stage)
    assert (await stage.now(conversation)).state is State.BOT


async def test_the_policy_says_how_long_and_whether_at_all(stage: Stage):
    conversation = await answered(stage)
    await close_after(stage, 0)
    stage.clock.advance(days=100)
    await look(stage)
    assert (await stage.now(conversation)).state is State.BOT
    await close_after(stage, 720)
    await look(stage)
    assert (await stage.now(conversation)).state is State.RESOLVED


async def test_a_customer_who_writes_while_a_node_looks_is_heard_and_nothing_is_closed(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
):
    conversation = await answered(stage)
    stage.clock.advance(hours=25)
    load = type(stage.desk.store.conversations).load

    async def then_the_customer_writes(self: Any, *which: Any) -> Any:
        found = await load(self, *which)
        if which[1] == conversation.id:
            monkeypatch.undo()
            await stage.says(conversation, "And at the weekend?")
        return found

    monkeypatch.setattr(type(stage.desk.store.conversations), "load", then_the_customer_writes)
    await look(stage)
    assert (await stage.now(conversation)).state is State.BOT
    assert "resolved" not in await stage.kinds(conversation)


async def test_whoever_is_owed_a_word_is_not_closed_upon(stage: Stage):
    empty = await stage.begin()
    unanswered = await stage.begin()
    await stage.says(unanswered, "When do you deliver?")
    waiting = await stage.waiting()
    held = await stage.waiting()
    await handoff.claim(stage.desk, stage.dana, held.id)
    stage.clock.advance(days=3)
    await look(stage)
    states = [(await stage.now(one)).state for one in (empty, unanswered, waiting, held)]
    assert states == [State.BOT, State.BOT, State.QUEUED, State.HUMAN]


async def test_what_an_outside_bot_never_answered_stays_open(stage: Stage):
    await put_in_force(stage.desk, stage.admin, default_source().replace("answers: built_in", "answers: outside"))
    conversation = await stage.begin()
    await stage.asks(conversation, "When do you deliver?")
    left = await stage.now(conversation)
    assert (left.decided_seq, left.last_author) == (left.asked_seq, ActorKind.CUSTOMER)
    stage.clock.advance(days=3)
    await look(stage)
    assert (await stage.now(conversation)).state is State.BOT


async def test_an_open_promise_keeps_it_open(stage: Stage):
    conversation = await answered(stage)
    now = stage.clock()
    told = notice(stage.desk, "By Friday.", now)
    made = by(PromiseKind.TICKET_BY, told.text, now + timedelta(days=5), now=now, basis="a test")
    event = Event(EventKind.NOTICE_SENT, told.author, now, message=told)
    assert await commit(stage.desk, Change(conversation, (event,), conversation.version), promises=(made,))
    stage.clock.advance(days=3)
    await look(stage)
    assert (await stage.now(conversation)).state is State.BOT


async def test_what_a_person_answered_and_handed_back_is_closed_too(stage: Stage):
    conversation = await stage.waiting()
    claimed = await handoff.claim(stage.desk, stage.dana, conversation.id)
    await replies.reply(stage.desk, stage.dana, conversation.id, text="Done.", version=claimed.version)
    await handoff.give_back(stage.desk, stage.dana, conversation.id, told={"decided": "All done."})
    stage.clock.advance(hours=25)
    await look(stage)
    assert (await stage.now(conversation)).disposition == "no_reply"


async def test_one_conversation_that_cannot_be_written_keeps_no_other_open(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
):
    first, second = await answered(stage), await answered(stage)
    stage.clock.advance(hours=25)
    load = type(stage.desk.store.conversations).load

    async def fails_for_the_first(self: Any, tenant: Any, id: Any) -> Any:
        if id == first.id:
            raise RuntimeError("planted")
        return await load(self, tenant, id)

    with monkeypatch.context() as patched:
        patched.setattr(type(stage.desk.store.conversations), "load", fails_for_the_first)
        await look(stage)
    assert (await stage.now(first)).state is State.BOT
    assert (await stage.now(second)).state is State.RESOLVED
