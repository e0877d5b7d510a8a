"""A proposed policy is tried on the past: which decisions would have been others."""

from dataclasses import replace
from datetime import timedelta

import pytest
from fakes import grounded
from replays import ANY, AT_ONCE, DEFAULT, MONEY_BACK, NO_TOPICS, STRICT, handoffs, stretch, talk, told, tried
from stage import Stage

from baton.core.answers.grounding import Grounding
from baton.core.ids import SourceId
from baton.core.policy.parse.whole import parse
from baton.core.replaying.first import Proposal, walk
from baton.core.replaying.tally import counts_view
from baton.core.sources.freshness import Dates
from baton.knowledge.examples import Taught
from baton.services.conversations import resolution
from baton.services.conversations.replies import reply
from baton.services.handoffs import handoff, opening
from baton.services.policy import policies

pytestmark = pytest.mark.anyio


async def test_under_the_policy_in_force_everything_comes_out_as_it_was(stage: Stage):
    stage.sources.known["deliver"] = grounded("Delivery takes three days.")
    await talk(stage, "When do you deliver?", "Where is the moon?", "And Mars?", language="en")
    await talk(stage, MONEY_BACK)
    await talk(stage, "hello", "thanks", "That didn't help")
    await talk(stage, "hello", tags=("vip",), external_id="u1")
    portion = await tried(stage, DEFAULT)
    assert (portion.differences, portion.next) == ((), None)
    totals = portion.tally.totals
    assert (totals["conversations"], totals["compared"], totals["not_the_same"]) == (4, 8, 0)
    was, would = handoffs(portion)
    assert was == would > 0


async def test_a_handoff_that_would_come_earlier_moves_and_is_not_counted_twice(stage: Stage):
    await talk(stage, "Where is the moon?", "And where is Mars?")
    portion = await tried(stage, AT_ONCE)
    assert told(portion) == [("Where is the moon?", "earlier", "no_source", "no_source")]
    assert portion.tally.totals["not_comparable"] == 1
    assert handoffs(portion) == (1, 1)


async def test_a_customer_who_pressed_the_button_would_have_been_handed_over_earlier(stage: Stage):
    conversation = await talk(stage, "Where is the moon?")
    await opening.ask_for_person(stage.desk, stage.customer(conversation), conversation.id)
    portion = await tried(stage, AT_ONCE)
    assert told(portion) == [("Where is the moon?", "earlier", "no_source", "no_source")]
    reasons = counts_view(portion.tally)["handoffs"]["reasons"]
    assert reasons == {"customer_request": {"was": 1, "would_be": 0}, "no_source": {"would_be": 1}}


async def test_a_handoff_appears_where_there_was_none(stage: Stage):
    await talk(stage, "Wo ist der Mond?", language="de")
    portion = await tried(stage, AT_ONCE)
    view = counts_view(portion.tally)
    assert view["changes"]["appears"] == {
        "count": 1,
        "reasons": {"no_source": 1},
        "queues": {"support": 1},
        "languages": {"de": 1},
    }
    assert view["becomes"] == {"offer": {"handoff": 1}}
    assert list(view["load"]["days"]["support"].values()) == [{"would_be": 1}]


async def test_a_handoff_vanishes_and_the_sources_are_asked_as_they_are_today(stage: Stage):
    await talk(stage, MONEY_BACK)
    stage.sources.known["money back"] = grounded("Refunds take three days.")
    portion = await tried(stage, NO_TOPICS)
    assert told(portion) == [(MONEY_BACK, "vanishes", "policy_topic", "grounded")]
    assert portion.tally.totals["by_sources_of_today"] == 1
    assert handoffs(portion) == (1, 0)


async def test_what_the_customer_wrote_while_waiting_may_bring_the_handoff_later(stage: Stage):
    conversation = await talk(stage, MONEY_BACK)
    await stage.says(conversation, "can somebody call me please")
    stage.sources.known["money back"] = grounded("Refunds take three days.")
    portion = await tried(stage, NO_TOPICS)
    assert told(portion) == [(MONEY_BACK, "later", "policy_topic", "grounded")]
    assert handoffs(portion) == (1, 1)
    reasons = counts_view(portion.tally)["handoffs"]["reasons"]
    assert reasons["customer_request"] == {"would_be": 1}


async def test_what_is_written_to_a_person_brings_no_handoff(stage: Stage):
    conversation = await talk(stage, MONEY_BACK)
    await handoff.claim(stage.desk, stage.dana, conversation.id)
    await reply(stage.desk, stage.dana, conversation.id, text="Here I am.")
    await stage.says(conversation, "Are you a person? I want a person")
    stage.sources.known["money back"] = grounded("Refunds take three days.")
    assert told(await tried(stage, NO_TOPICS)) == [(MONEY_BACK, "vanishes", "policy_topic", "grounded")]


async def test_a_higher_threshold_turns_answers_into_offers_by_the_confidence_of_then(stage: Stage):
    stage.sources.known["deliver"] = grounded("Delivery takes three days.", confidence=0.9)
    await talk(stage, "When do you deliver?")
    stage.sources.known["deliver"] = grounded("Delivery takes three days.", confidence=0.99)
    portion = await tried(stage, STRICT)
    assert told(portion) == [("When do you deliver?", "becomes", "grounded", "low_confidence")]
    assert portion.tally.totals["by_sources_of_today"] == 0


async def test_words_of_ones_own_are_read_in_what_was_written(stage: Stage):
    stage.sources.known["lamp"] = grounded("It is a lamp.")
    await talk(stage, "My lamp sparkles blue")
    await talk(stage, "Which lamp is it?")
    recall = DEFAULT.replace(
        "topics:\n  danger", "topics:\n  recall: {when: always, phrases: {en: [sparkles]}}\n  danger"
    )
    assert told(await tried(stage, recall)) == [("My lamp sparkles blue", "appears", "grounded", "policy_topic")]


async def test_only_whom_a_server_vouched_for_then_counts_as_important(stage: Stage):
    stage.sources.known["lamp"] = grounded("It is a lamp.")
    await talk(stage, "Which lamp is it?", tags=("gold",), external_id="u1")
    gold = DEFAULT.replace("vip: {tag: vip}", "vip: {tag: gold}")
    assert told(await tried(stage, gold)) == [("Which lamp is it?", "appears", "grounded", "customer_attribute")]


@pytest.mark.parametrize(
    ("before", "after", "change"),
    [
        ("topics: [refund, billing", "topics: [billing", "other_queue"),
        ("{id: policy-topic, when", "{id: topic, when", "other_rule"),
        ("policy_topic, then: handoff}", "policy_topic, then: handoff, priority: high}", "other_priority"),
        ("rules:\n", ANY, "other_reason"),
    ],
)
async def test_a_handoff_of_the_same_turn_may_go_elsewhere_or_have_another_reason(
    stage: Stage, before: str, after: str, change: str
):
    await talk(stage, MONEY_BACK)
    portion = await tried(stage, DEFAULT.replace(before, after))
    assert [one.change for _, one in portion.differences] == [change]
    assert handoffs(portion) == (1, 1)


async def test_old_sources_are_weighed_by_the_proposed_policy(stage: Stage):
    known = grounded("Delivery takes three days.", confidence=0.9)
    stage.sources.known["deliver"] = known
    stage.sources.ages[SourceId("src_1")] = Dates("Help", stage.clock() - timedelta(days=100))
    await talk(stage, "When do you deliver?")
    fresh = DEFAULT.replace("stale_after_days: 365", "stale_after_days: 30")
    assert told(await tried(stage, fresh)) == [("When do you deliver?", "becomes", "grounded", "low_confidence")]


async def test_a_decision_that_comes_out_otherwise_under_the_policy_of_then_is_not_compared(stage: Stage):
    conversation = await talk(stage, "Where is the moon?")
    [recorded] = await stage.desk.store.replays.recorded(stage.tenant.id, stretch(stage), after="", limit=9)
    [one] = recorded.decisions
    changed = replace(one, data={**one.data, "reason": "stuck"})
    proposal = Proposal(parse(AT_ONCE), lambda _: parse(DEFAULT, version=0))
    walked = walk(replace(recorded, decisions=(changed,)), proposal)
    assert (walked.not_the_same, walked.compared, walked.difference) == (1, 0, None)
    assert conversation.id == recorded.id


async def test_each_decision_is_held_against_the_policy_of_its_own_day(stage: Stage):
    stage.sources.known["money back"] = grounded("Refunds take three days.")
    await talk(stage, MONEY_BACK)
    await policies.put_in_force(stage.desk, stage.admin, NO_TOPICS)
    await talk(stage, MONEY_BACK)
    portion = await tried(stage, DEFAULT)
    assert told(portion) == [(MONEY_BACK, "appears", "grounded", "policy_topic")]
    assert portion.tally.totals["not_the_same"] == 0


async def test_a_conversation_that_went_on_after_its_end_is_read_anew_where_it_would_have_been_the_bots(stage: Stage):
    await policies.put_in_force(stage.desk, stage.admin, DEFAULT.replace("reopen: bot", "reopen: queue"))
    conversation = await talk(stage, "hello")
    await resolution.end(stage.desk, stage.admin, conversation.id)
    await stage.asks(conversation, MONEY_BACK)
    assert told(await tried(stage, DEFAULT)) == [(MONEY_BACK, "other_queue", "reopened", "policy_topic")]


async def test_readings_to_choose_from_are_those_of_then(stage: Stage):
    stage.sources.known["Which"] = Grounding(0.5, alternatives=("Oak tables", "Pine tables"))
    await talk(stage, "Which one?")
    never = DEFAULT.replace("clarifications: 1 ", "clarifications: 0 ")
    assert [one.change for _, one in (await tried(stage, never)).differences] == ["becomes"]


async def test_examples_are_learnt_and_heard_in_what_was_written(stage: Stage):
    stage.desk = replace(stage.desk, examples=Taught())
    stage.sources.known["lamp"] = grounded("It is a lamp.")
    await talk(stage, "the lamp flickers and buzzes all night", language="en")
    await talk(stage, "is the lamp dimmable", language="en")
    broken = '["my lamp flickers", "the lamp buzzes at night", "it flickers and buzzes", "the bulb buzzes loudly"]'
    other = '["is it dimmable", "how bright is it", "which colours are there", "how tall is it"]'
    source = DEFAULT.replace(
        "topics:\n  danger", f"topics:\n  fault: {{when: always, examples: {broken}}}\n  danger"
    ).replace(
        "topics: [complaint, vip, high_value]", f"topics: [fault, complaint, vip, high_value]\n    examples: {other}"
    )
    found = told(await tried(stage, source))
    assert found == [("the lamp flickers and buzzes all night", "appears", "grounded", "policy_topic")]
