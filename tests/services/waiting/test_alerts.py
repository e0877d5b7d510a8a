"""A customer who waits without anybody having been shown it is an alarm."""

import asyncio
from dataclasses import replace

import pytest
from services.mail.test_outbox import Post
from stage import Stage

from baton.core.errors import Forbidden, Invalid
from baton.db.store import Store
from baton.services.handoffs import handoff
from baton.services.mail.outbox import send_due
from baton.services.policy.policies import put_in_force
from baton.services.waiting.alerts import raise_alarms, shown

pytestmark = pytest.mark.anyio


@pytest.fixture(scope="module")
def store(own_store: Store) -> Store:
    """What is looked at here is every company's."""
    return own_store


async def sweep(stage: Stage, nodes: int = 1) -> None:
    await asyncio.gather(*(raise_alarms(stage.desk) for _ in range(nodes)))


async def test_a_wait_that_nobody_was_shown_is_told_of_once_and_not_before_its_minute(stage: Stage):
    conversation = await stage.waiting()
    stage.clock.advance(seconds=50)
    await sweep(stage)
    assert "nobody_alerted" not in await stage.kinds(conversation)
    stage.clock.advance(seconds=20)
    await sweep(stage, nodes=8)
    await sweep(stage)
    assert (await stage.kinds(conversation)).count("nobody_alerted") == 1


async def test_a_wait_that_an_operator_was_shown_is_no_alarm(stage: Stage):
    conversation = await stage.waiting()
    assert await shown(stage.desk, stage.dana, [conversation.id], "inbox") == 1
    assert await shown(stage.desk, stage.dana, [conversation.id], "inbox") == 0
    stage.clock.advance(seconds=70)
    await sweep(stage)
    assert "nobody_alerted" not in await stage.kinds(conversation)


async def test_what_a_person_holds_is_no_alarm(stage: Stage):
    conversation = await stage.waiting()
    await handoff.claim(stage.desk, stage.dana, conversation.id)
    stage.clock.advance(seconds=70)
    await sweep(stage)
    assert "nobody_alerted" not in await stage.kinds(conversation)


async def test_what_comes_back_to_the_queue_waits_anew_and_who_saw_it_before_is_shown_it_again(stage: Stage):
    conversation = await stage.waiting()
    await shown(stage.desk, stage.dana, [conversation.id], "inbox")
    await handoff.claim(stage.desk, stage.dana, conversation.id)
    stage.clock.advance(seconds=5)
    assert await shown(stage.desk, stage.sam, [conversation.id], "inbox") == 0, "nobody waits there"
    await handoff.let_go(stage.desk, stage.dana, conversation.id)
    stage.clock.advance(seconds=70)
    await sweep(stage)
    assert (await stage.kinds(conversation)).count("nobody_alerted") == 1
    assert len(await stage.desk.store.alerts.alarms(stage.tenant.id, 10)) == 1
    assert await shown(stage.desk, stage.dana, [conversation.id], "inbox") == 1
    assert not await stage.desk.store.alerts.alarms(stage.tenant.id, 10)
    assert len(await stage.desk.store.alerts.of_conversation(stage.tenant.id, conversation.id)) == 2


async def test_only_a_person_is_shown_something_and_only_on_a_channel_that_there_is(stage: Stage):
    conversation = await stage.waiting()
    with pytest.raises(Forbidden):
        await shown(stage.desk, stage.admin, [conversation.id], "inbox")
    with pytest.raises(Invalid, match="inbox, desktop"):
        await shown(stage.desk, stage.dana, [conversation.id], "pigeon")


async def test_the_letter_to_the_queues_owner_carries_the_packet_masked_as_the_queue_asks(stage: Stage):
    post = Post(stage.tenant.id)
    stage = replace(stage, desk=replace(stage.desk, carriers={"email": post}))
    source = "queues: {support: {owner: lead@example.com, default: true, redact: [health, id]}}\n"
    rules = "rules: [{id: asks-for-person, when: asks_for_person, then: handoff}]\n"
    await put_in_force(stage.desk, stage.admin, source + rules)
    conversation = await stage.begin(name="Ann <b>")
    await stage.says(conversation, "I am pregnant. My passport number is X1234567 and order 4521 is late.")
    await stage.asks(conversation, "I want to talk to a person")
    stage.clock.advance(seconds=61)
    await sweep(stage)
    await send_due(stage.desk, "node")
    (sent,) = post.sent
    assert sent.to == "lead@example.com"
    for told in (sent.text, sent.html or ""):
        assert "4521" in told
        assert "[identity number]" in told
        assert not any(secret in told for secret in ("X1234567", "pregnant"))
    assert "Ann &lt;b&gt;" in (sent.html or "")


async def test_a_letter_to_a_queues_owner_is_in_the_teams_language_also_around_the_packet(stage: Stage):
    post = Post(stage.tenant.id)
    stage = replace(stage, desk=replace(stage.desk, carriers={"email": post}))
    source = "language: de\nqueues: {support: {owner: lead@example.com, default: true}}\n"
    rules = "rules: [{id: asks-for-person, when: asks_for_person, then: handoff}]\n"
    await put_in_force(stage.desk, stage.admin, source + rules)
    await stage.waiting()
    stage.clock.advance(seconds=61)
    await sweep(stage)
    await send_due(stage.desk, "node")
    (sent,) = post.sent
    assert sent.subject == "Niemand weiß, dass ein Kunde wartet"
    assert "In Support wartet jemand" in sent.text or "In support wartet jemand" in sent.text
    assert "Kunde" in sent.text
