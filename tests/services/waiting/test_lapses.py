"""What nothing has settled in time is ended by a sweep: once, with a word to the customer where it was broken."""

import asyncio
from datetime import timedelta
from typing import Any

import pytest
from services.waiting.test_promises import ledger, promised
from stage import Stage, is_here

from baton.core.policy.queue import MAX_CREDIT
from baton.core.promises import PATIENCE, PromiseKind, PromiseState
from baton.core.transitions import State
from baton.db.store import Store
from baton.services.conversations import replies
from baton.services.handoffs import handoff
from baton.services.waiting.lapses import end_lapsed

pytestmark = pytest.mark.anyio


@pytest.fixture(scope="module")
def store(own_store: Store) -> Store:
    """What is looked at here is every company's."""
    return own_store


async def sweep(stage: Stage, nodes: int = 1) -> None:
    """Every node looks at the same moment, until nothing of other tests' desks is left before ours."""
    while any(await asyncio.gather(*(end_lapsed(stage.desk) for _ in range(nodes)))):
        pass


async def test_a_promise_that_is_due_is_not_broken_before_its_minute_is_over(stage: Stage):
    conversation = await promised(stage, PromiseKind.TICKET_BY, 10)
    stage.clock.advance(minutes=10, seconds=50)
    await sweep(stage)
    assert (await ledger(stage, conversation))[PromiseKind.TICKET_BY].state is PromiseState.OPEN
    stage.clock.advance(seconds=15)
    await sweep(stage)
    assert (await ledger(stage, conversation))[PromiseKind.TICKET_BY].state is PromiseState.BROKEN


async def test_many_nodes_break_a_promise_once_and_apologise_once(stage: Stage):
    conversation = await promised(stage, PromiseKind.FIRST_REPLY_BY, 10)
    before = len(await stage.transcript(conversation))
    stage.clock.advance(minutes=12)
    await sweep(stage, nodes=8)
    await sweep(stage, nodes=8)
    assert (await stage.kinds(conversation)).count("promise_broken") == 1
    said = (await stage.transcript(conversation))[before:]
    assert len(said) == 1
    assert "sorry" in said[0].lower()


async def test_a_broken_promise_puts_the_customer_ahead_of_those_who_came_within_the_bound(stage: Stage):
    conversation = await promised(stage, PromiseKind.FIRST_REPLY_BY, 10)
    stage.clock.advance(minutes=12)
    await sweep(stage)
    held = (await stage.now(conversation)).handoff
    assert held is not None
    assert held.rank == held.opened_at - timedelta(seconds=MAX_CREDIT)


async def test_promises_that_break_together_are_apologised_for_together(stage: Stage):
    conversation = await promised(stage, PromiseKind.FIRST_REPLY_BY, 10)
    before = len(await stage.transcript(conversation))
    stage.clock.advance(seconds=PATIENCE.total_seconds() + 60)
    await sweep(stage)
    assert (await stage.kinds(conversation)).count("promise_broken") == 2
    assert len(await stage.transcript(conversation)) == before + 1


async def test_an_answer_that_is_still_owed_is_promised_anew_once_and_then_left_to_the_team(stage: Stage):
    conversation = await stage.waiting()
    for _ in range(4):
        stage.clock.advance(seconds=PATIENCE.total_seconds() + 60)
        await sweep(stage)
    found = await stage.desk.store.promises.of_conversation(stage.tenant.id, conversation.id)
    assert [(one.kind, one.state) for one in found] == [(PromiseKind.ANSWER_HERE, PromiseState.BROKEN)] * 2
    assert [one.renews for one in found] == [None, found[0].id]


async def test_a_customer_who_writes_while_the_sweep_looks_is_not_written_over(stage: Stage, monkeypatch: Any):
    conversation = await promised(stage, PromiseKind.TICKET_BY, 10)
    stage.clock.advance(minutes=12)
    read = type(stage.desk.store.promises).of_conversation

    async def then_the_customer_writes(self: Any, *which: Any) -> Any:
        found = await read(self, *which)
        await stage.says(conversation, "Are you there?")
        return found

    with monkeypatch.context() as patched:
        patched.setattr(type(stage.desk.store.promises), "of_conversation", then_the_customer_writes)
        await sweep(stage)
    assert "promise_broken" not in await stage.kinds(conversation)
    await sweep(stage)
    assert "promise_broken" in await stage.kinds(conversation)


async def test_a_queue_that_opened_as_it_was_told_kept_its_word(stage: Stage):
    conversation = await promised(stage, PromiseKind.OPENS_AT, 10)
    stage.clock.advance(minutes=26)
    await is_here(stage, stage.dana)
    before = len(await stage.transcript(conversation))
    await sweep(stage)
    assert (await ledger(stage, conversation))[PromiseKind.OPENS_AT].state is PromiseState.KEPT
    assert (await stage.kinds(conversation))[-1] == "promise_kept"
    assert len(await stage.transcript(conversation)) == before


async def test_a_colleague_who_holds_it_and_has_not_answered_breaks_it_too(stage: Stage):
    conversation = await promised(stage, PromiseKind.FIRST_REPLY_BY, 10)
    await handoff.claim(stage.desk, stage.dana, conversation.id)
    stage.clock.advance(minutes=12)
    await sweep(stage)
    assert (await ledger(stage, conversation))[PromiseKind.FIRST_REPLY_BY].state is PromiseState.BROKEN
    assert (await stage.now(conversation)).state is State.HUMAN
    await replies.reply(stage.desk, stage.dana, conversation.id, text="Here I am.")
    assert (await ledger(stage, conversation))[PromiseKind.ANSWER_HERE].state is PromiseState.KEPT


async def test_one_conversation_that_cannot_be_written_keeps_no_other_promise_open(stage: Stage, monkeypatch: Any):
    first = await promised(stage, PromiseKind.TICKET_BY, 10)
    second = await promised(stage, PromiseKind.TICKET_BY, 10)
    stage.clock.advance(minutes=12)
    load = type(stage.desk.store.conversations).load

    async def fails_for_the_first(self: Any, tenant: Any, id: Any) -> Any:
        if id == first.id:
            raise RuntimeError("planted")
        return await load(self, tenant, id)

    with monkeypatch.context() as patched:
        patched.setattr(type(stage.desk.store.conversations), "load", fails_for_the_first)
        await sweep(stage)
    assert (await ledger(stage, second))[PromiseKind.TICKET_BY].state is PromiseState.BROKEN
    await sweep(stage)
    assert (await ledger(stage, first))[PromiseKind.TICKET_BY].state is PromiseState.BROKEN
