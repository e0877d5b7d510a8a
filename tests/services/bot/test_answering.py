"""The bot's turn, in the words of the documents."""

import asyncio
from dataclasses import replace

import pytest
from fakes import grounded
from stage import Stage

from baton.core.copy import labels, languages
from baton.core.decision import DecisionKind, Reason
from baton.core.messages import MessageKind
from baton.core.transitions import State
from baton.knowledge.examples import Taught
from baton.services.bot.answering import answer
from baton.services.bot.turn import Turn
from baton.services.conversations import resolution
from baton.services.handoffs import opening
from baton.services.policy.policies import default_source, put_in_force
from baton.services.sweeps import finish_turns

pytestmark = pytest.mark.anyio


async def test_a_question_that_the_sources_answer_is_answered_with_its_citation(stage: Stage):
    stage.sources.known["deliver"] = grounded("Delivery takes three working days.")
    outcome = await stage.asks(await stage.begin(), "How long does it take to deliver?")
    assert outcome.decision.kind is DecisionKind.ANSWER
    assert outcome.reply is not None
    assert outcome.reply.text == "Delivery takes three working days."
    assert outcome.reply.citations[0].title == "Delivery"
    assert outcome.reply.statements[0].citations == (1,)


async def test_without_a_source_the_bot_offers_a_person_and_then_hands_off(stage: Stage):
    conversation = await stage.begin()
    first = await stage.asks(conversation, "Do you sell submarines?")
    second = await stage.asks(conversation, "And what about helicopters?")
    assert (first.decision.kind, first.decision.reason) == (DecisionKind.OFFER, Reason.NO_SOURCE)
    assert first.reply is not None
    assert not first.reply.citations
    assert (second.decision.kind, second.decision.reason) == (DecisionKind.HANDOFF, Reason.NO_SOURCE)
    assert second.conversation.state is State.QUEUED


async def test_broken_sources_lead_to_a_person_and_not_to_an_error(stage: Stage):
    stage.sources.broken = RuntimeError("the index is gone")
    outcome = await stage.asks(await stage.begin(), "How long does delivery take?")
    assert (outcome.decision.kind, outcome.decision.reason) == (DecisionKind.HANDOFF, Reason.KNOWLEDGE_FAILED)


async def test_a_vip_goes_to_a_person_before_anything_is_looked_up(stage: Stage):
    stage.sources.broken = RuntimeError("must not be asked")
    outcome = await stage.asks(await stage.begin(tags=("vip",)), "How long does delivery take?")
    assert (outcome.decision.kind, outcome.decision.reason) == (DecisionKind.HANDOFF, Reason.CUSTOMER_ATTRIBUTE)


async def test_somebody_in_danger_is_told_whom_to_call_before_anything_else(stage: Stage):
    outcome = await stage.asks(await stage.begin(), "I smell gas in the hallway")
    assert (outcome.decision.topic, outcome.decision.priority) == ("danger", 3)
    told = (await stage.transcript(outcome.conversation))[-1]
    assert "If anyone is in danger, get to safety and call" in str(told)


async def test_a_clarifying_question_offers_its_choices_and_the_answer_to_it_is_read_with_the_question(stage: Stage):
    both = replace(grounded("Fees depend on the account."), alternatives=("Blue account", "Silver account"))
    stage.sources.known["fee Blue"] = grounded("The Blue account costs nothing.")
    stage.sources.known["fee"] = both
    conversation = await stage.begin()
    asked = await stage.asks(conversation, "What is the fee")
    assert asked.reply is not None
    assert asked.reply.kind is MessageKind.CLARIFY
    assert asked.reply.choices == ("Blue account", "Silver account")
    then = await stage.asks(conversation, "Blue account")
    assert then.reply is not None
    assert then.reply.text == "The Blue account costs nothing."


async def test_every_decision_stands_in_the_log_with_rule_evidence_and_policy_version(stage: Stage):
    conversation = await stage.waiting()
    logged = await stage.desk.store.events.of_conversation(
        stage.tenant.id, conversation.id, after=0, limit=50, team=True
    )
    decision = next(one.event.data for one in logged if one.event.kind.value == "decision_made")
    assert decision["reason"] == "customer_request"
    assert decision["evidence"]
    assert decision["rule"] in decision["tried"]
    assert decision["policy_version"] == 0


async def test_the_same_message_is_decided_once_whoever_takes_it_up(stage: Stage):
    conversation = await stage.begin()
    heard = await stage.says(conversation, "Hello")
    turn = Turn(heard.conversation, heard.customer, heard.message)
    outcomes = await asyncio.gather(*(answer(stage.desk, turn) for _ in range(5)))
    assert sum(outcome.reply is not None for outcome in outcomes) == 1
    assert (await stage.kinds(conversation)).count("answer_sent") == 1


async def test_a_turn_that_a_fallen_process_left_behind_is_finished(stage: Stage):
    from datetime import timedelta

    conversation = await stage.begin()
    await stage.says(conversation, "Hello")
    stage.clock.advance(minutes=1)

    async def start(turn: Turn) -> None:
        if turn.conversation.id == conversation.id:
            await answer(stage.desk, turn)

    await finish_turns(stage.desk, start, began=stage.clock() - timedelta(hours=1))
    assert (await stage.kinds(conversation))[-1] == "answer_sent"


async def test_after_the_end_a_new_message_begins_again_with_the_bot(stage: Stage):
    conversation = await stage.begin()
    await resolution.end(stage.desk, stage.dana, conversation.id)
    outcome = await stage.asks(conversation, "Hello")
    assert outcome.reply is not None
    assert (await stage.now(conversation)).state is State.BOT


async def test_while_a_person_has_it_the_bot_is_not_asked(stage: Stage):
    conversation = await stage.begin()
    await opening.barge_in(stage.desk, stage.dana, conversation.id)
    heard = await stage.says(conversation, "Hello")
    assert not heard.is_for_the_bot


async def test_where_the_policy_says_so_a_reopened_conversation_goes_to_people(stage: Stage):
    from baton.services.policy.policies import default_source, put_in_force

    source = default_source()
    assert "reopen: bot" in source
    await put_in_force(stage.desk, stage.admin, source.replace("reopen: bot", "reopen: queue"))
    conversation = await stage.begin()
    await resolution.end(stage.desk, stage.dana, conversation.id)
    outcome = await stage.asks(conversation, "It broke again")
    assert (outcome.decision.kind, outcome.decision.reason) == (DecisionKind.HANDOFF, Reason.REOPENED)


@pytest.mark.parametrize("language", languages())
async def test_the_offer_of_a_person_is_one_click_in_every_language(stage: Stage, language: str):
    conversation = await stage.begin(language=language)
    offered = await stage.asks(conversation, "Xyzzy plugh qwrtp")
    assert offered.reply is not None
    assert offered.reply.offers_person
    taken = await stage.asks(conversation, labels(language)["talk_to_person"])
    assert (taken.decision.kind, taken.decision.reason) == (DecisionKind.HANDOFF, Reason.CUSTOMER_REQUEST)


async def test_a_turn_of_another_node_that_just_began_is_left_to_it(stage: Stage):
    conversation = await stage.begin()
    await stage.says(conversation, "Hello")
    taken: list[str] = []

    async def start(turn: Turn) -> None:
        taken.append(turn.conversation.id)

    await finish_turns(stage.desk, start, began=stage.clock())
    assert conversation.id not in taken


async def test_a_fault_of_the_bot_itself_ends_with_a_person(stage: Stage, monkeypatch):
    from baton.core.judging import judgement as judging

    def broken(*_args, **_more):
        raise ZeroDivisionError

    monkeypatch.setattr(judging, "read", broken)
    outcome = await stage.asks(await stage.begin(), "How long does delivery take?")
    assert outcome.decision.reason is Reason.BOT_FAILED
    assert outcome.conversation.state is State.QUEUED


async def test_a_stored_policy_that_can_no_longer_be_read_gives_way_to_the_default(stage: Stage):
    await stage.desk.store.policies.add(stage.tenant.id, "nonsense: [", "x", "Admin", stage.clock())
    outcome = await stage.asks(await stage.begin(), "I want a person")
    assert outcome.decision.reason is Reason.CUSTOMER_REQUEST


async def test_where_the_bot_answers_outside_baton_keeps_the_stop_rules_and_is_silent_else(stage: Stage):
    from baton.services.policy.policies import default_source, put_in_force

    source = default_source().replace("answers: built_in", "answers: outside")
    await put_in_force(stage.desk, stage.admin, source)
    stage.sources.known["deliver"] = grounded("Delivery takes three working days.")
    conversation = await stage.begin()
    left = await stage.asks(conversation, "When do you deliver?")
    assert (left.decision.reason, left.reply) == (Reason.OUTSIDE_BOT, None)
    assert await stage.transcript(conversation) == ["When do you deliver?"]
    assert (await stage.now(conversation)).decided_seq == (await stage.now(conversation)).asked_seq
    stopped = await stage.asks(conversation, "A human please")
    assert stopped.conversation.state is State.QUEUED


async def test_the_bot_speaks_under_the_name_that_the_policy_gives_it(stage: Stage):
    outcome = await stage.asks(await stage.begin(), "Hello")
    assert outcome.reply is not None
    assert (outcome.reply.author.kind, outcome.reply.author.name) == ("bot", "Baton")


async def test_a_policys_examples_say_which_queue_a_handoff_goes_to(stage: Stage):
    source = default_source().replace(
        "  sales:\n",
        "  parcels:\n    owner: Cy\n    examples: [where is my parcel, the courier left it next door]\n"
        "  letters:\n    owner: Di\n    examples: [my letter was opened, the stamp fell off]\n  sales:\n",
        1,
    )
    desk = replace(stage.desk, examples=Taught())
    await put_in_force(desk, stage.admin, source)
    stage = replace(stage, desk=desk)
    stage.sources.broken = RuntimeError("the index is gone")
    outcome = await stage.asks(await stage.begin(), "is there a courier for parcels")
    assert (outcome.decision.reason, outcome.decision.queue) == (Reason.KNOWLEDGE_FAILED, "parcels")
    asked = await stage.asks(await stage.begin(), "a human please")
    assert asked.decision.queue == "support"
