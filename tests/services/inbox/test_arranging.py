"""Labels, priority and snoozes against the store: who wins, what comes back, and what nobody's reply is refused for."""

import asyncio
from datetime import timedelta

import pytest
from stage import Stage

from baton.core.conversation import Conversation
from baton.core.errors import Conflict, Forbidden, NotFound
from baton.services.conversations import replies
from baton.services.handoffs import handoff
from baton.services.inbox import arranging, labels, snoozing

pytestmark = pytest.mark.anyio

HOUR = timedelta(hours=1)


async def held(stage: Stage) -> Conversation:
    """A conversation that Dana holds and has answered, so that no promise is open."""
    conversation = await stage.waiting()
    await handoff.claim(stage.desk, stage.dana, conversation.id)
    _, conversation = await replies.reply(stage.desk, stage.dana, conversation.id, text="I am looking into it")
    return conversation


async def test_labels_that_two_people_put_on_at_once_are_both_kept(stage: Stage):
    conversation = await stage.begin()
    for name in ("refund", "vip", "late"):
        await labels.keep(stage.desk, stage.admin, name, "red")
    await asyncio.gather(
        *(
            labels.put_on(stage.desk, who, conversation.id, name)
            for who, name in ((stage.dana, "refund"), (stage.sam, "vip"), (stage.dana, "late"))
        )
    )
    now = await stage.now(conversation)
    assert now.labels == ("late", "refund", "vip")
    assert now.version == conversation.version
    assert (await stage.kinds(conversation)).count("labelled") == 3


async def test_a_word_that_is_not_on_the_list_is_refused_and_the_same_again_is_not(stage: Stage):
    conversation = await stage.begin()
    with pytest.raises(NotFound, match="in the console"):
        await labels.put_on(stage.desk, stage.dana, conversation.id, "refnud")
    await labels.keep(stage.desk, stage.admin, "Late Delivery", "red")
    await labels.put_on(stage.desk, stage.dana, conversation.id, "late delivery")
    await labels.put_on(stage.desk, stage.dana, conversation.id, "late-delivery")
    assert (await stage.kinds(conversation)).count("labelled") == 1
    with pytest.raises(Forbidden):
        await labels.keep(stage.desk, stage.dana, "mine", "red")


async def test_a_priority_changes_who_is_first_in_line(stage: Stage):
    first, second = await stage.waiting(), await stage.waiting()
    changed = await arranging.set_priority(stage.desk, stage.dana, second.id, "urgent")
    assert changed.handoff is not None
    stored, other = await stage.now(second), await stage.now(first)
    assert stored.handoff is not None
    assert other.handoff is not None
    assert stored.handoff.priority == stored.priority == 3
    assert stored.handoff.rank < other.handoff.rank
    assert changed.seq == stored.seq


async def test_a_reply_written_while_somebody_arranges_is_not_refused(stage: Stage):
    conversation = await held(stage)
    await labels.keep(stage.desk, stage.admin, "refund", "red")
    await labels.put_on(stage.desk, stage.sam, conversation.id, "refund")
    await replies.reply(stage.desk, stage.dana, conversation.id, text="Done", version=conversation.version)


async def test_a_snooze_comes_back_at_its_time_and_one_of_two_nodes_does_it(stage: Stage):
    conversation = await held(stage)
    until = stage.clock() + 3 * HOUR
    asleep = await snoozing.put_away(stage.desk, stage.dana, conversation.id, until=until)
    assert asleep.snooze is not None
    await snoozing.wake_due(stage.desk)
    assert (await stage.now(conversation)).snooze is not None
    counts = await stage.desk.store.lists.counts(stage.tenant.id, asleep.owner_id, stage.clock())
    assert (counts["mine"], counts["snoozed"]) == (0, 1)
    stage.clock.advance(hours=3)
    await asyncio.gather(snoozing.wake_due(stage.desk), snoozing.wake_due(stage.desk))
    back = await stage.now(conversation)
    assert (back.slept, back.woken) == (None, "time")
    assert back.updated_at is not None
    assert back.updated_at >= until
    assert (await stage.desk.store.lists.counts(stage.tenant.id, back.owner_id, stage.clock()))["mine"] == 1
    assert (await stage.kinds(conversation)).count("woken") == 1


async def test_it_is_back_the_moment_the_customer_writes_and_the_sweep_says_so(stage: Stage):
    conversation = await held(stage)
    await snoozing.put_away(stage.desk, stage.dana, conversation.id, preset="until_reply")
    heard = await stage.says(conversation, "Any news?")
    assert heard.conversation.snooze is None
    await snoozing.wake_due(stage.desk)
    assert (await stage.now(conversation)).woken == "reply"
    assert (await stage.kinds(conversation))[-1] == "woken"
    await replies.reply(stage.desk, stage.dana, conversation.id, text="Here is the news")
    assert (await stage.now(conversation)).woken is None


async def test_nobody_but_its_holder_snoozes_and_anybody_ends_it(stage: Stage):
    conversation = await held(stage)
    with pytest.raises(Conflict):
        await snoozing.put_away(stage.desk, stage.sam, conversation.id, preset="until_reply")
    await snoozing.put_away(stage.desk, stage.dana, conversation.id, preset="until_reply")
    assert (await snoozing.bring_back(stage.desk, stage.sam, conversation.id)).woken == "operator"


async def test_an_open_promise_ends_a_snooze_in_time(stage: Stage):
    conversation = await stage.waiting()
    await handoff.claim(stage.desk, stage.dana, conversation.id)
    chosen = await snoozing.choices(stage.desk, stage.dana, conversation.id, zone="Europe/London")
    if chosen.promised is None:
        pytest.fail("the notice of a handoff promises an answer")
    asleep = await snoozing.put_away(stage.desk, stage.dana, conversation.id, until=chosen.promised + HOUR)
    assert asleep.snooze is not None
    assert asleep.snooze.until is not None
    assert asleep.snooze.until < chosen.promised
