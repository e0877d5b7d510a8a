"""What those who wait in line are told, and whose line it is."""

from datetime import timedelta

import pytest
from stage import Stage, is_here

from baton.core.conversation import Conversation
from baton.core.errors import Conflict
from baton.core.promises import PromiseKind, PromiseState
from baton.services.conversations import resolution
from baton.services.handoffs import handoff, opening
from baton.services.policy import policies
from baton.services.policy.policies import put_in_force
from baton.services.team.colleagues import set_availability

pytestmark = pytest.mark.anyio


async def test_the_notice_says_that_nobody_is_there_when_nobody_is(stage: Stage):
    conversation = await stage.waiting()
    absent = (await stage.transcript(conversation))[-1]
    await is_here(stage, stage.dana)
    present = (await stage.transcript(await stage.waiting()))[-1]
    assert absent != present


async def test_the_position_counts_those_who_wait_before(stage: Stage):
    first, second = await stage.waiting(), await stage.waiting()
    assert first.handoff is not None
    assert second.handoff is not None
    assert (first.handoff.position, second.handoff.position) == (1, 2)


async def test_the_position_falls_as_those_before_are_served(stage: Stage):
    from baton.services.conversations.conversations import look

    first, second = await stage.waiting(), await stage.waiting()
    await handoff.claim(stage.desk, stage.dana, first.id)
    now, _ = await look(stage.desk, stage.customer(second), second.id)
    assert now.handoff is not None
    assert now.handoff.position == 1


async def test_what_waits_can_be_sent_to_another_queue_and_keeps_its_wait(stage: Stage):
    conversation = await stage.waiting()
    after = await handoff.pass_to_queue(stage.desk, stage.dana, conversation.id, queue="billing", reason="a refund")
    stored = await stage.now(conversation)
    assert (after.queue, stored.queue) == ("billing", "billing")
    assert stored.handoff is not None
    assert stored.handoff.queue_name == "Billing"
    assert stored.waiting_since == conversation.waiting_since
    assert (await stage.kinds(conversation))[-2:] == ["handoff_requeued", "notice_sent"]


async def test_whoever_is_put_into_the_line_of_a_closed_team_is_told_so_and_when_it_opens(stage: Stage):
    opens = (stage.clock() + timedelta(days=2)).replace(hour=9, minute=0, second=0, microsecond=0)
    hours = f'{{timezone: UTC, except: {{{opens:%Y-%m-%d}: ["09:00-17:00"]}}}}'
    source = f"""
queues:
  support: {{owner: Dana, default: true}}
  night: {{owner: Sam, hours: {hours}}}
rules: [{{id: asks, when: asks_for_person, then: handoff, queue: night}}]
"""
    await put_in_force(stage.desk, stage.admin, source.replace(f", hours: {hours}", ""))
    conversation, ended = await stage.waiting(attributes={"timezone": "Asia/Tokyo"}), await stage.begin()
    await handoff.claim(stage.desk, stage.dana, conversation.id)
    await put_in_force(stage.desk, stage.admin, source)

    async def is_told(one: Conversation) -> bool:
        last = (await stage.transcript(one))[-1]
        promised = await stage.desk.store.promises.of_conversation(stage.tenant.id, one.id)
        binds = [p.due_at for p in promised if p.kind is PromiseKind.OPENS_AT and p.state is PromiseState.OPEN]
        return "The team is closed now and opens" in last and binds == [opens]

    await handoff.let_go(stage.desk, stage.dana, conversation.id)
    assert await is_told(conversation)
    assert "6:00 PM (your time)" in (await stage.transcript(conversation))[-1]
    await handoff.pass_to_queue(stage.desk, stage.dana, conversation.id, queue="support", reason="they are here")
    assert not await is_told(conversation)
    await handoff.claim(stage.desk, stage.dana, conversation.id)
    await handoff.pass_to_queue(stage.desk, stage.dana, conversation.id, queue="night", reason="a night matter")
    assert await is_told(conversation)
    await put_in_force(stage.desk, stage.admin, source.replace("default: true", f"default: true, hours: {hours}"))
    await resolution.end(stage.desk, stage.dana, ended.id)
    await resolution.begin_again(stage.desk, stage.dana, ended.id, to="queue")
    assert await is_told(ended)


async def test_whoever_is_offline_takes_nothing_because_it_would_go_straight_back(stage: Stage):
    waits, bots, ended = await stage.waiting(), await stage.begin(), await stage.begin()
    await resolution.end(stage.desk, stage.dana, ended.id)
    await set_availability(stage.desk, stage.dana, "offline")
    for taking in (
        handoff.claim(stage.desk, stage.dana, waits.id),
        opening.barge_in(stage.desk, stage.dana, bots.id),
        resolution.begin_again(stage.desk, stage.dana, ended.id, to="me"),
    ):
        with pytest.raises(Conflict, match="You are offline") as refused:
            await taking
        assert refused.value.code == "you_are_offline"
    await set_availability(stage.desk, stage.dana, "away")
    assert (await handoff.claim(stage.desk, stage.dana, waits.id)).owner_name == "Dana"


async def test_a_queue_that_is_asked_for_by_name_stands_though_a_narrower_one_serves_the_customer(stage: Stage):
    source = """
queues:
  wide: {owner: Sam, default: true}
  spanish: {owner: Ana, default: true, languages: [es]}
rules: [{id: asks, when: asks_for_person, then: handoff}]
"""
    await policies.put_in_force(stage.desk, stage.admin, source)
    named, unnamed, ended = [await stage.begin(language="es") for _ in range(3)]
    await resolution.end(stage.desk, stage.admin, ended.id)
    for conversation in (named, ended):
        sent = await opening.ask_for_person(stage.desk, stage.dana, conversation.id, queue="wide")
        assert sent.queue == "wide"
    assert (await opening.ask_for_person(stage.desk, stage.dana, unnamed.id)).queue == "spanish"
