"""Each kind that a notice promises is really stored, and ends kept, broken or withdrawn by what really happens."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import Any

import pytest
from services.followups.test_followups import booked, choose, closed_now, policy
from services.mail.test_outbox import Post
from services.waiting.test_promises import ledger
from services.waiting.test_telling import TRUSTED, errands, knows
from stage import Stage, is_here

from baton.core.conversation import Conversation
from baton.core.promises import PromiseKind, PromiseState
from baton.core.waiting import Lesson
from baton.services.conversations import replies
from baton.services.followups import followups
from baton.services.handoffs import handoff
from baton.services.policy import policies
from baton.services.team.colleagues import PersonChange, change_operator
from baton.services.waiting.lapses import end_lapsed

pytestmark = pytest.mark.anyio

Begins = Callable[[Stage], Awaitable[Conversation]]


async def told_a_range(stage: Stage) -> Conversation:
    """Dana is here with her hands full, and the desk knows its waits."""
    await is_here(stage, stage.dana)
    await change_operator(stage.desk, stage.admin, stage.dana.actor.id or "", PersonChange(capacity=1))
    held = await stage.waiting()
    await handoff.claim(stage.desk, stage.dana, held.id)
    knows(stage, Lesson(service_s=600.0, busy=TRUSTED, free=TRUSTED))
    waiting = await stage.waiting()
    await errands(stage)
    return waiting


async def told_the_target(stage: Stage) -> Conversation:
    await policy(stage, more=", target_s: 600")
    await is_here(stage, stage.dana)
    return await stage.waiting()


async def given_a_ticket(stage: Stage) -> Conversation:
    await policy(stage, hours=closed_now(stage), more=", target_s: 1800")
    return await stage.waiting()


async def answered_by_email(stage: Stage) -> Conversation:
    stage.desk = replace(stage.desk, carriers={"email": Post(stage.tenant.id)})
    source = f"""
policy: Harbour
queues:
  support: {{owner: Ines, hours: {closed_now(stage)}, modes: [email, ticket], target_s: 1800}}
rules:
  - {{id: asks-for-person, when: asks_for_person, then: handoff}}
"""
    await policies.put_in_force(stage.desk, stage.admin, source)
    return await stage.waiting(email="maria@example.com")


async def booked_a_call(stage: Stage) -> Conversation:
    await policy(stage, hours=closed_now(stage))
    return await booked(stage)


BEGINS: dict[PromiseKind, Begins] = {
    PromiseKind.WAIT_WITHIN: told_a_range,
    PromiseKind.FIRST_REPLY_BY: told_the_target,
    PromiseKind.TICKET_BY: given_a_ticket,
    PromiseKind.EMAIL_BY: answered_by_email,
    PromiseKind.CALLBACK_AT: booked_a_call,
}


async def state(stage: Stage, conversation: Conversation, kind: PromiseKind) -> PromiseState:
    return (await ledger(stage, conversation))[kind].state


@pytest.mark.parametrize("kind", BEGINS)
async def test_the_sentence_that_the_customer_read_is_in_the_ledger_with_its_time(stage: Stage, kind: PromiseKind):
    conversation = await BEGINS[kind](stage)
    made = (await ledger(stage, conversation))[kind]
    assert made.state is PromiseState.OPEN
    assert made.due_at is not None
    assert made.says in " ".join(await stage.transcript(conversation))


@pytest.mark.parametrize("kind", BEGINS)
async def test_it_is_kept_by_a_person_in_time(stage: Stage, kind: PromiseKind):
    conversation = await BEGINS[kind](stage)
    await handoff.claim(stage.desk, stage.sam, conversation.id)
    if kind is PromiseKind.CALLBACK_AT:
        await followups.finish(stage.desk, stage.sam, conversation.id)
    elif kind is not PromiseKind.WAIT_WITHIN:
        assert await state(stage, conversation, kind) is PromiseState.OPEN
        await replies.reply(stage.desk, stage.sam, conversation.id, text="Hello.")
    assert await state(stage, conversation, kind) is PromiseState.KEPT


@pytest.mark.parametrize("kind", BEGINS)
async def test_it_is_broken_by_silence_and_the_customer_told(stage: Stage, kind: PromiseKind):
    conversation = await BEGINS[kind](stage)
    lapses = (await ledger(stage, conversation))[kind].lapses_at
    stage.clock.advance(seconds=(lapses - stage.clock()).total_seconds() + 1)
    await end_lapsed(stage.desk)
    assert await state(stage, conversation, kind) is PromiseState.BROKEN
    assert "sorry" in (await stage.transcript(conversation))[-1]


@pytest.mark.parametrize("kind", BEGINS)
async def test_it_is_withdrawn_when_the_customer_goes_back_to_the_bot(stage: Stage, kind: PromiseKind):
    conversation = await BEGINS[kind](stage)
    await handoff.cancel_wait(stage.desk, stage.customer(conversation), conversation.id)
    assert await state(stage, conversation, kind) is PromiseState.WITHDRAWN


async def test_a_target_is_not_promised_where_nobody_is_there_to_keep_it(stage: Stage):
    await policy(stage, more=", target_s: 600")
    assert PromiseKind.FIRST_REPLY_BY not in await ledger(stage, await stage.waiting())


async def test_choosing_a_ticket_instead_withdraws_the_promised_reply(stage: Stage):
    conversation = await told_the_target(stage)
    await choose(stage, conversation, "ticket")
    after = await ledger(stage, conversation)
    assert after[PromiseKind.FIRST_REPLY_BY].state is PromiseState.WITHDRAWN
    assert after[PromiseKind.TICKET_BY].state is PromiseState.OPEN


async def test_an_apology_names_a_new_time_where_the_wait_is_known_and_only_once(stage: Stage):
    conversation = await told_a_range(stage)

    async def silence() -> Any:
        made = (await ledger(stage, conversation))[kind]
        stage.clock.advance(seconds=(made.lapses_at - stage.clock()).total_seconds() + 1)
        stage.desk.waits.reading(stage.tenant.id, stage.clock())
        await end_lapsed(stage.desk)
        return (await stage.transcript(conversation))[-1]

    kind = PromiseKind.WAIT_WITHIN
    broken = (await ledger(stage, conversation))[kind]
    said = await silence()
    kind = PromiseKind.FIRST_REPLY_BY
    anew = (await ledger(stage, conversation))[kind]
    assert "The answer is due " in said
    assert (anew.says, anew.renews, anew.state) == (said, broken.id, PromiseState.OPEN)
    assert "is due" not in await silence()
    assert await state(stage, conversation, kind) is PromiseState.BROKEN
