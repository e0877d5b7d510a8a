"""The baton changes hands: through the store, against real PostgreSQL."""

import asyncio

import pytest
from stage import Stage

from baton.core.errors import Conflict, Forbidden, NotFound
from baton.core.transitions import State
from baton.services.conversations import replies, resolution
from baton.services.conversations.conversations import Claims, open_conversation
from baton.services.handoffs import handoff, opening
from baton.services.policy import policies
from baton.services.policy.policies import default_source

pytestmark = pytest.mark.anyio


async def test_asking_for_a_person_queues_the_conversation_with_packet_and_notice(stage: Stage):
    conversation = await stage.waiting(name="Ann")
    assert conversation.state is State.QUEUED
    packet = await stage.desk.store.handoffs.packet(stage.tenant.id, conversation.id)
    assert packet is not None
    assert packet.data["reason"]["code"] == "customer_request"
    assert packet.data["customer"]["name"] == "Ann"
    assert (await stage.kinds(conversation))[-3:] == ["decision_made", "handoff_opened", "notice_sent"]


async def test_of_ten_who_claim_at_once_one_wins_and_nine_are_told_who(stage: Stage):
    callers = [stage.dana, stage.sam] * 5
    for _ in range(20):
        conversation = await stage.waiting()
        results = await asyncio.gather(
            *(handoff.claim(stage.desk, caller, conversation.id) for caller in callers), return_exceptions=True
        )
        won = [result for result in results if not isinstance(result, BaseException)]
        lost = [result for result in results if isinstance(result, Conflict)]
        assert len(won) == 1
        assert len(lost) == 9
        assert {refused.extra["by"] for refused in lost} == {won[0].owner_name}
        assert {refused.code for refused in lost} == {"already_claimed"}
        assert (await stage.kinds(conversation)).count("handoff_claimed") == 1


async def test_a_reply_of_one_who_was_taken_over_from_is_refused_and_names_who_has_it(stage: Stage):
    conversation = await stage.waiting()
    held = await handoff.claim(stage.desk, stage.dana, conversation.id)
    await opening.barge_in(stage.desk, stage.sam, conversation.id, reason="Dana is at lunch")
    with pytest.raises(Conflict) as refused:
        await replies.reply(stage.desk, stage.dana, conversation.id, text="Hello", version=held.version)
    assert refused.value.extra["owner"]["name"] == "Sam"
    assert "Hello" not in await stage.transcript(conversation)


async def test_a_reply_and_a_takeover_at_once_never_leave_a_reply_after_the_takeover(stage: Stage):
    for _ in range(20):
        conversation = await stage.waiting()
        held = await handoff.claim(stage.desk, stage.dana, conversation.id)
        await asyncio.gather(
            replies.reply(stage.desk, stage.dana, conversation.id, text="Mine", version=held.version),
            opening.barge_in(stage.desk, stage.sam, conversation.id),
            return_exceptions=True,
        )
        kinds = await stage.kinds(conversation)
        assert "taken_over" in kinds
        assert "reply_sent" not in kinds[kinds.index("taken_over") :]


async def test_a_whole_walk_leaves_every_step_in_the_log(stage: Stage):
    conversation = await stage.waiting()
    await handoff.claim(stage.desk, stage.dana, conversation.id)
    await handoff.let_go(stage.desk, stage.dana, conversation.id, reason="end of shift")
    await handoff.claim(stage.desk, stage.sam, conversation.id)
    await handoff.pass_to_queue(stage.desk, stage.sam, conversation.id, queue="billing", reason="a refund")
    await handoff.claim(stage.desk, stage.sam, conversation.id)
    operator = stage.dana.actor.id or ""
    await handoff.pass_to_operator(stage.desk, stage.sam, conversation.id, operator_id=operator, reason="knows them")
    await handoff.give_back(stage.desk, stage.dana, conversation.id, told={"decided": "refunded"})
    await resolution.end(stage.desk, stage.dana, conversation.id)
    moves = [kind for kind in await stage.kinds(conversation) if kind != "notice_sent"]
    assert moves[-8:] == [
        "handoff_claimed",
        "released",
        "handoff_claimed",
        "transferred",
        "handoff_claimed",
        "transferred",
        "handed_back",
        "resolved",
    ]


async def test_a_customer_who_asks_twice_waits_once(stage: Stage):
    conversation = await stage.begin()
    caller = stage.customer(conversation)
    first = await opening.ask_for_person(stage.desk, caller, conversation.id)
    second = await opening.ask_for_person(stage.desk, caller, conversation.id)
    assert (first.version, second.version) == (2, 2)
    assert (await stage.kinds(conversation)).count("handoff_opened") == 1


async def test_two_requests_for_a_person_at_once_open_one_handoff(stage: Stage):
    conversation = await stage.begin()
    caller = stage.customer(conversation)
    await asyncio.gather(*(opening.ask_for_person(stage.desk, caller, conversation.id) for _ in range(6)))
    assert (await stage.kinds(conversation)).count("handoff_opened") == 1


async def test_a_customer_who_cancels_the_wait_is_back_with_the_bot(stage: Stage):
    conversation = await stage.waiting()
    after = await handoff.cancel_wait(stage.desk, stage.customer(conversation), conversation.id)
    assert after.state is State.BOT
    assert after.handoff is None


async def test_a_customer_may_not_claim_and_an_admin_key_is_no_person(stage: Stage):
    conversation = await stage.waiting()
    for caller in (stage.customer(conversation), stage.admin):
        with pytest.raises(Forbidden):
            await handoff.claim(stage.desk, caller, conversation.id)


async def test_another_tenants_conversation_does_not_exist(stage: Stage, store):
    from stage import set_up

    other = await set_up(stage.desk, stage.clock, stage.sources)
    conversation = await other.waiting()
    with pytest.raises(NotFound):
        await handoff.claim(stage.desk, stage.dana, conversation.id)


async def test_a_customers_token_opens_no_other_conversation(stage: Stage):
    mine, other = await stage.begin(), await stage.begin()
    with pytest.raises(NotFound):
        await opening.ask_for_person(stage.desk, stage.customer(mine), other.id)


async def test_a_reopened_conversation_belongs_to_whom_it_was_reopened_for(stage: Stage):
    for to, state in (("bot", State.BOT), ("queue", State.QUEUED), ("me", State.HUMAN)):
        conversation = await stage.begin()
        await resolution.end(stage.desk, stage.dana, conversation.id)
        after = await resolution.begin_again(stage.desk, stage.dana, conversation.id, to=to)
        stored = await stage.now(conversation)
        assert after.state is stored.state is state
        assert (stored.handoff is not None) == (state is not State.BOT)


async def test_a_customer_known_by_a_server_key_is_known_again(stage: Stage):
    one, _ = await open_conversation(stage.desk, stage.admin, Claims(external_id="u1", name="Ann"), channel="api")
    two, customer = await open_conversation(stage.desk, stage.admin, Claims(external_id="u1"), channel="api")
    assert one.customer_id == two.customer_id
    assert customer.name == "Ann"


async def test_a_customer_may_ask_for_a_person_after_the_end(stage: Stage):
    conversation = await stage.begin()
    await resolution.end(stage.desk, stage.dana, conversation.id)
    after = await opening.ask_for_person(stage.desk, stage.customer(conversation), conversation.id)
    assert after.state is State.QUEUED
    assert (await stage.kinds(conversation))[-2:] == ["reopened", "notice_sent"]
    claimed = await handoff.claim(stage.desk, stage.dana, conversation.id)
    assert claimed.owner_name == "Dana"


async def test_a_takeover_from_the_bot_stands_in_the_log_with_its_reason(stage: Stage):
    conversation = await stage.begin()
    await opening.barge_in(stage.desk, stage.dana, conversation.id, reason="I know her")
    logged = await stage.desk.store.events.of_conversation(
        stage.tenant.id, conversation.id, after=0, limit=9, team=True
    )
    data = next(one.event.data for one in logged if one.event.kind.value == "taken_over")
    assert (data["reason"], data["rule"], data["why"]) == ("operator_takeover", "taken-over", "I know her")


async def test_a_company_that_words_a_sentence_itself_is_heard_in_every_notice(stage: Stage):
    own = "copy:\n  en:\n    sent: All of it is with them.\n    joined: '{{ name }} is with you.'\nattributes:"
    await policies.put_in_force(stage.desk, stage.admin, default_source().replace("attributes:", own, 1))
    conversation = await stage.waiting()
    assert "All of it is with them." in (await stage.transcript(conversation))[-1]
    await handoff.claim(stage.desk, stage.dana, conversation.id)
    assert (await stage.transcript(conversation))[-1] == f"{stage.dana.actor.name} is with you."


async def test_the_bridge_shows_that_the_details_arrived(stage: Stage):
    conversation = await stage.begin()
    await stage.asks(conversation, "My order is HP-204711. I want to talk to a person")
    await handoff.claim(stage.desk, stage.dana, conversation.id)
    assert "Dana has joined and has your details. Key facts: HP-204711." in (await stage.transcript(conversation))[-1]
