"""What was promised is in the ledger with the sentence, and what happens settles it."""

import asyncio
from datetime import timedelta

import pytest
from stage import Stage

from baton.core.conversation import Change, Conversation
from baton.core.errors import Invalid
from baton.core.events import Event, EventKind
from baton.core.promises import PromiseKind, PromiseState, by
from baton.observe import metrics
from baton.services.conversations import replies, resolution
from baton.services.desk import commit
from baton.services.handoffs import handoff
from baton.services.moves import notice
from baton.services.ports.promises import Promised
from baton.services.waiting import promises

pytestmark = pytest.mark.anyio


async def ledger(stage: Stage, conversation: Conversation) -> dict[PromiseKind, Promised]:
    found = await stage.desk.store.promises.of_conversation(stage.tenant.id, conversation.id)
    return {one.kind: one for one in found}


async def promised(stage: Stage, kind: PromiseKind, minutes: float) -> Conversation:
    """A waiting customer to whom something is promised within minutes."""
    conversation = await stage.waiting()
    now = stage.clock()
    told = notice(stage.desk, "By then.", now)
    event = Event(EventKind.NOTICE_SENT, told.author, now, message=told)
    made = by(kind, told.text, now + timedelta(minutes=minutes), now=now, basis="a test")
    assert await commit(stage.desk, Change(conversation, (event,), conversation.version), promises=(made,))
    return await stage.now(conversation)


async def test_a_reply_in_time_keeps_what_was_promised(stage: Stage):
    conversation = await promised(stage, PromiseKind.FIRST_REPLY_BY, 10)
    claimed = await handoff.claim(stage.desk, stage.dana, conversation.id)
    assert {one.state for one in (await ledger(stage, conversation)).values()} == {PromiseState.OPEN}
    await replies.reply(stage.desk, stage.dana, conversation.id, text="Hello.", version=claimed.version)
    after = await ledger(stage, conversation)
    assert {kind: one.state for kind, one in after.items()} == {
        PromiseKind.ANSWER_HERE: PromiseState.KEPT,
        PromiseKind.FIRST_REPLY_BY: PromiseState.KEPT,
    }
    assert {one.why for one in after.values()} == {"person_replied"}


async def test_a_reply_that_comes_too_late_keeps_nothing(stage: Stage):
    conversation = await promised(stage, PromiseKind.FIRST_REPLY_BY, 10)
    stage.clock.advance(minutes=11, seconds=1)
    await handoff.claim(stage.desk, stage.dana, conversation.id)
    await replies.reply(stage.desk, stage.dana, conversation.id, text="Hello.")
    after = await ledger(stage, conversation)
    assert after[PromiseKind.FIRST_REPLY_BY].state is PromiseState.BROKEN
    assert after[PromiseKind.ANSWER_HERE].state is PromiseState.KEPT


@pytest.mark.parametrize("end", ["cancelled", "resolved"])
async def test_what_the_customer_ends_is_withdrawn(stage: Stage, end: str):
    conversation = await promised(stage, PromiseKind.TICKET_BY, 10)
    customer = stage.customer(conversation)
    if end == "cancelled":
        await handoff.cancel_wait(stage.desk, customer, conversation.id)
    else:
        await resolution.end(stage.desk, customer, conversation.id)
    after = await ledger(stage, conversation)
    assert {(one.state, one.why) for one in after.values()} == {(PromiseState.WITHDRAWN, end)}


async def test_a_refused_change_settles_nothing_and_promises_nothing(stage: Stage):
    conversation = await stage.waiting()
    now = stage.clock()
    told = notice(stage.desk, "By then.", now)
    made = by(PromiseKind.TICKET_BY, told.text, now + timedelta(hours=1), now=now, basis="")
    event = Event(EventKind.REPLY_SENT, stage.dana.actor, now, message=told)
    assert await commit(stage.desk, Change(conversation, (event,), conversation.version - 1), promises=(made,)) is None
    after = await ledger(stage, conversation)
    assert [one.state for one in after.values()] == [PromiseState.OPEN]


async def test_of_two_sweeps_that_saw_the_same_quiet_log_one_writes(stage: Stage):
    conversation = await stage.waiting()
    now = stage.clock()

    def change() -> Change:
        told = notice(stage.desk, "We are sorry.", now)
        event = Event(EventKind.NOTICE_SENT, told.author, now, message=told)
        return Change(conversation, (event,), conversation.version, quiet_since=conversation.seq)

    saved = await asyncio.gather(*(commit(stage.desk, change()) for _ in range(8)))
    assert sum(one is not None for one in saved) == 1


async def test_the_report_counts_what_was_settled_in_its_days_by_queue(stage: Stage):
    for minutes in (5, 5, 60):
        conversation = await promised(stage, PromiseKind.FIRST_REPLY_BY, minutes)
        stage.clock.advance(minutes=10)
        await handoff.claim(stage.desk, stage.dana, conversation.id)
        await replies.reply(stage.desk, stage.dana, conversation.id, text="Hello.")
    found = await promises.report(stage.desk, stage.admin, days=1)
    firsts = found.total.by_kind[PromiseKind.FIRST_REPLY_BY]
    assert (firsts.kept, firsts.broken, firsts.kept_rate) == (1, 2, 1 / 3)
    queue = next(one for one in found.queues if one.queue == conversation.queue)
    assert queue.by_kind[PromiseKind.FIRST_REPLY_BY].kept_rate == 1 / 3
    broken = await promises.listed(stage.desk, stage.admin, state="broken", days=1)
    assert [one.kind for one in broken.items] == [PromiseKind.FIRST_REPLY_BY] * 2
    stage.clock.advance(days=2)
    assert (await promises.report(stage.desk, stage.admin, days=1)).total.kept_rate is None


async def test_a_list_goes_on_where_its_page_ended(stage: Stage):
    for _ in range(3):
        await stage.waiting()
    first = await promises.listed(stage.desk, stage.admin, limit=2)
    rest = await promises.listed(stage.desk, stage.admin, limit=2, after=int(first.next or 0))
    assert (len(first.items), len(rest.items), rest.next) == (2, 1, None)


async def test_a_state_that_there_is_not_is_refused(stage: Stage):
    with pytest.raises(Invalid, match="open, kept, broken, withdrawn"):
        await promises.listed(stage.desk, stage.admin, state="forgotten")


async def test_the_metrics_tell_the_ledger_of_the_whole_install(stage: Stage):
    await stage.waiting()
    metrics.tell_promises(await promises.totals(stage.desk))
    assert b'baton_promises{queue="support",state="open"}' in metrics.exposition()
