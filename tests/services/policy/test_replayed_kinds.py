"""Conversations of many kinds are decided, and every decision is taken again from the log: to the letter the same."""

import json
import re
from collections.abc import Sequence
from typing import Any

import pytest
from fakes import grounded
from stage import Stage

from baton.core.actors import Actor, ActorKind, Caller, Role
from baton.core.answers.grounding import Grounding
from baton.core.conversation import Conversation
from baton.core.events import EventKind
from baton.core.ids import SourceId
from baton.core.judging.outside_bot import BotTurn
from baton.core.sources.freshness import Dates
from baton.core.transitions import State
from baton.services.bot import outside_bots
from baton.services.conversations import resolution
from baton.services.handoffs import handoff
from baton.services.inbox import labels
from baton.services.policy import policies
from baton.services.policy.policies import default_source, replay_conversation

pytestmark = pytest.mark.anyio

NOT_SENSITIVE = "  - {id: sensitive-data, when: sensitive_data, then: handoff, priority: raised}\n"
OWN = (
    default_source()
    .replace(NOT_SENSITIVE, "")
    .replace("reopen: bot", "reopen: queue")
    .replace("attributes:", "words:\n  outage: {phrases: {en: [is down]}, matches: ['[A-Z]{2}\\d{6,}']}\nattributes:")
    .replace("attributes:", "attributes:\n  big: {attribute: lifetime_value, at_least: 10000}")
    .replace(
        "rules:\n",
        """rules:
  - {id: down-in-german, when: workflow_exception, if: {says: outage, language: de}, then: handoff}
  - {id: press, when: workflow_exception, if: {label: press}, then: handoff}
  - {id: old, when: workflow_exception, if: {source_age: {at_least: 400}}, then: answer_and_offer}
  - {id: shaky, when: workflow_exception, if: {confidence: {below: 0.4}, says: outage}, then: offer}
  - {id: down, when: workflow_exception, if: {says: outage, turns: {at_least: 2}}, then: answer_and_offer}
""",
    )
)
"""A policy that asks for everything that can be asked for, and has no rule on sensitive data."""

TALKS: dict[str, Sequence[str]] = {
    "answered, and the same again": ("When do you deliver?", "When do you deliver?", "That didn't help", "no use"),
    "nothing found": ("Where is the moon?", "And where is Mars?", "Hello", "thanks"),
    "asked back": ("Which one do you mean?", "the second", "Which one?"),
    "unsure": ("Is it loud?", "Is it loud??"),
    "wants a person": ("I want to talk to a person", "hello? anybody?"),
    "a policy topic": ("How long do refunds take?", "I want my money back"),
    "papers": ("The moon, my passport number is X1234567?", "ghost, my passport number is X1234567"),
    "a card": ("Where is the moon with my card 4111 1111 1111 1111?",),
    "own words": ("AB123456", "the site is down", "ghost AB123456 is down"),
    "angry and urgent": ("URGENT!!! your shit is down", "this is the worst company ever, I am furious"),
    "buying": ("We want to buy 500 licences for our company",),
    "odd characters": ("\U0001f600 z̷̈a̷l̷g̷o̷", "\u202eereh \ue000id:x\ue001 When do you deliver?"),
    "in German": ("Die Seite is down, wann liefern Sie?", "Ich möchte mit einem Menschen sprechen"),
}


@pytest.fixture(params=["default", "own"])
async def told(stage: Stage, request: pytest.FixtureRequest) -> Stage:
    if request.param == "own":
        await policies.put_in_force(stage.desk, stage.admin, OWN)
    known, papers = stage.sources.known, ("X1234567",)
    known["deliver"] = grounded("Delivery takes three days.")
    known["Which"] = Grounding(0.5, alternatives=("Oak tables", "Pine tables"))
    known["loud"] = grounded("It is quiet.", confidence=0.55)
    known["ghost"] = Grounding(0.3, grounded("x").statements, missing=papers, nearest=("Forms", "Visas"))
    known["passport"] = Grounding(0.0, missing=("moon", *papers))
    stage.sources.ages[SourceId("src_1")] = Dates("Help", stage.clock().replace(year=2024))
    return stage


async def is_the_same(stage: Stage, conversation: Conversation, decisions: int | None = None) -> None:
    """Every decision of the conversation was taken by rules, and comes out the same."""
    replayed = await replay_conversation(stage.desk, stage.admin, conversation.id)
    assert [(one.rule, one.differences) for one in replayed] == [(one.rule, ()) for one in replayed]
    assert len(replayed) == decisions if decisions is not None else replayed


async def goes_on(stage: Stage, conversation: Conversation) -> None:
    """Whoever holds it by now gives it back to the bot."""
    if (await stage.now(conversation)).state is State.QUEUED:
        await handoff.claim(stage.desk, stage.dana, conversation.id)
        await handoff.give_back(stage.desk, stage.dana, conversation.id, told={})


@pytest.mark.parametrize("kind", TALKS)
@pytest.mark.parametrize("customer", [{}, {"tags": ("vip",), "attributes": {"lifetime_value": 20_000.1}}])
async def test_what_was_decided_is_decided_again(told: Stage, kind: str, customer: dict[str, Any]):
    conversation = await told.begin(language="en", external_id=kind, **customer)
    for text in TALKS[kind]:
        await told.asks(conversation, text)
        await goes_on(told, conversation)
    await is_the_same(told, conversation, len(TALKS[kind]))


async def test_a_look_up_that_failed_is_taken_again(told: Stage):
    told.sources.broken = RuntimeError("the index has gone")
    conversation = await told.begin()
    await told.asks(conversation, "When do you deliver?")
    await is_the_same(told, conversation, 1)


async def test_labels_and_what_came_after_the_end_are_taken_again(told: Stage):
    conversation = await told.begin()
    await labels.keep(told.desk, told.admin, "press", colour="red")
    await labels.put_on(told.desk, told.admin, conversation.id, "press")
    await told.asks(conversation, "When do you deliver?")
    await resolution.end(told.desk, told.admin, conversation.id)
    await told.asks(conversation, "When do you deliver?")
    await is_the_same(told, conversation, 2)


async def test_what_was_decided_beside_an_outside_bot_is_taken_again(told: Stage):
    bot = Caller(told.tenant.id, Role.BOT, Actor(ActorKind.BOT, "crd_bot", "Lamp bot"), "crd_bot")
    conversation = await told.begin()
    for text, intent, tools in (
        ("hm", "stock", {}),
        ("the moon", "stock", {"stock": "none"}),
        ("so?", "", {"x": "error"}),
    ):
        await told.says(conversation, text)
        if (await told.now(conversation)).state is State.BOT:
            await outside_bots.tell(told.desk, bot, conversation.id, BotTurn(intent, "tell", tools))
    await is_the_same(told, conversation, 3)


async def test_the_log_keeps_what_may_be_masked_between_its_marks_alone(told: Stage):
    conversation = await told.begin()
    for text in ("ghost, my passport number is X1234567", "The moon, my passport number is X1234567?"):
        await told.asks(conversation, text)
        await goes_on(told, conversation)
    logged = await told.desk.store.events.of_conversation(told.tenant.id, conversation.id, after=0, limit=50, team=True)
    decided = [dict(one.event.data) for one in logged if one.event.kind is EventKind.DECISION_MADE]
    assert len(decided) == 2
    assert "X1234567" not in re.sub("\ue000[^\ue001]*\ue001", "", json.dumps(decided, ensure_ascii=False)).upper()
