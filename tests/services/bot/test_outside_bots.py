"""Somebody else's bot, live: what it tells decides as it does in `baton evaluate`."""

import json
from typing import Any

import pytest
from stage import Stage

from baton.core.actors import Actor, ActorKind, Caller, Role
from baton.core.conversation import Conversation
from baton.core.decision import DecisionKind, Reason
from baton.core.errors import Conflict, Invalid
from baton.core.judging.outside_bot import BotTurn
from baton.core.policy.parse.whole import parse
from baton.core.transitions import State
from baton.services.bot import outside_bots
from baton.services.evaluation.items import read_item
from baton.services.evaluation.judged import Judged, Setting, judged
from baton.services.policy import policies

pytestmark = pytest.mark.anyio

OUTSIDE = policies.default_source().replace("answers: built_in", "answers: outside", 1)
LATE_TOOL = OUTSIDE.replace(
    "rules:\n", "rules:\n  - {id: no-stock, when: stuck, then: handoff, if: {tools: {stock: [none]}}}\n", 1
)

COURSES: dict[str, list[dict[str, Any]]] = {
    "asks_by_intent": [
        {"role": "customer", "text": "hm, well", "intent": "speak_to_human"},
        {"role": "bot", "text": "Let me see."},
    ],
    "no_text_at_all": [
        {"role": "customer", "intent": "schedule"},
        *[
            {"role": role, "intent": intent}
            for _ in range(4)
            for role, intent in (
                ("bot", "propose_date"),
                ("customer", "negate"),
                ("bot", "time_asked_unavailable_propose_new"),
                ("customer", "negate"),
            )
        ],
    ],
    "bot_does_not_understand": [
        {"role": "customer", "text": "Where is the blue wardrobe that I bought?", "intent": "order_status"},
        {"role": "bot", "text": "Sorry?", "intent": "did_not_understand"},
        {"role": "customer", "text": "The wardrobe, when does it come?", "intent": "order_status"},
        {"role": "bot", "text": "I beg your pardon?", "intent": "did_not_understand"},
        {"role": "customer", "text": "The one with two doors"},
    ],
    "tool_fails": [
        {"role": "customer", "text": "Where is my parcel?", "intent": "order_status"},
        {"role": "bot", "text": "One moment.", "tools": {"order_status": "timeout"}},
    ],
    "tool_between_turns": [
        {"role": "customer", "text": "Where is my parcel?"},
        {"role": "tool", "tools": {"order_status": "found", "carrier": "Error 503"}},
        {"role": "bot", "text": "It is on its way."},
    ],
    "condition_on_an_older_tool_result": [
        {"role": "customer", "text": "Is the oak table in stock?", "intent": "stock"},
        {"role": "bot", "text": "I am not sure.", "tools": {"stock": "none"}},
        {"role": "customer", "text": "Is the oak table in stock?", "intent": "stock"},
    ],
    "all_is_well": [
        {"role": "customer", "text": "Do you deliver to Cork?", "intent": "delivery"},
        {"role": "bot", "text": "Yes, in three days.", "intent": "tell", "tools": {"zones": "found"}},
        {"role": "customer", "text": "thanks"},
    ],
}


def _bot(stage: Stage) -> Caller:
    return Caller(stage.tenant.id, Role.BOT, Actor(ActorKind.BOT, "crd_bot", "Lamp bot"), "crd_bot")


def _in_evaluation(turns: list[dict[str, Any]], source: str) -> tuple[Any, ...] | None:
    item = read_item(json.dumps({"id": 1, "turns": turns}), number=1)
    steps = judged(item, Setting.of(parse(source), None, lambda: 0.0))
    handed = (one for one in steps if isinstance(one, Judged) and one.decision.kind is DecisionKind.HANDOFF)
    return next(((d.reason, d.rule, d.evidence) for d in (one.decision for one in handed)), None)


async def _live(stage: Stage, conversation: Conversation, turns: list[dict[str, Any]]) -> tuple[Any, ...] | None:
    bot = _bot(stage)
    for turn in turns:
        text, intent, tools = turn.get("text", ""), turn.get("intent", ""), turn.get("tools", {})
        of_customer = turn["role"] == "customer"
        told = BotTurn(intent, tools=tools) if of_customer else BotTurn("", intent, tools)
        version, decision = (await stage.now(conversation)).version, None
        if of_customer and text:
            decision = (await stage.asks(conversation, text)).decision
            if decision.kind is DecisionKind.HANDOFF:
                return decision.reason, decision.rule, decision.evidence
        if not of_customer and text:
            taken = await outside_bots.say(stage.desk, bot, conversation.id, text=text, told=told, version=version)
        elif told.is_empty:
            continue
        else:
            taken = await outside_bots.tell(stage.desk, bot, conversation.id, told, version=version)
        decision = taken.decision
        if decision is not None and decision.kind is DecisionKind.HANDOFF:
            assert taken.message is None
            return decision.reason, decision.rule, decision.evidence
    return None


@pytest.mark.parametrize("course", COURSES)
async def test_a_course_comes_to_the_same_handoff_live_and_in_evaluation(stage: Stage, course: str):
    await policies.put_in_force(stage.desk, stage.admin, LATE_TOOL)
    conversation = await stage.begin()
    live = await _live(stage, conversation, COURSES[course])
    assert live == _in_evaluation(COURSES[course], LATE_TOOL)
    assert (live is None) is (course == "all_is_well")
    assert (await stage.now(conversation)).state is (State.BOT if live is None else State.QUEUED)
    assert all(
        not one.differences for one in await policies.replay_conversation(stage.desk, stage.admin, conversation.id)
    )


async def test_a_reply_is_dropped_and_the_customer_told_where_what_the_bot_understood_hands_over(stage: Stage):
    await policies.put_in_force(stage.desk, stage.admin, OUTSIDE)
    conversation = await stage.begin()
    await stage.asks(conversation, "hm, well")
    told = BotTurn("speak_to_human", "apologise")
    taken = await outside_bots.say(stage.desk, _bot(stage), conversation.id, text="Sorry.", told=told, version=1)
    assert (taken.message, taken.decision and taken.decision.reason) == (None, Reason.CUSTOMER_REQUEST)
    assert taken.conversation.handoff is not None
    assert (taken.conversation.handoff.rule, taken.conversation.handoff.evidence) == (
        "asks-for-person",
        ("speak_to_human",),
    )
    assert "Sorry." not in await stage.transcript(conversation)
    kinds = await stage.kinds(conversation)
    assert kinds[-4:] == ["turn_reported", "decision_made", "handoff_opened", "notice_sent"]
    with pytest.raises(Conflict) as refused:
        await outside_bots.say(stage.desk, _bot(stage), conversation.id, text="Sorry.", told=told, version=1)
    assert refused.value.code == "stale_version"


async def test_a_bot_that_is_quicker_than_baton_gets_no_reply_past_a_stop_rule(stage: Stage):
    await policies.put_in_force(stage.desk, stage.admin, OUTSIDE)
    conversation = await stage.begin()
    await stage.says(conversation, "I want to talk to a person")
    taken = await outside_bots.say(stage.desk, _bot(stage), conversation.id, text="Why?", version=1)
    assert (taken.message, taken.conversation.state) == (None, State.QUEUED)


async def test_what_the_bot_told_of_one_hold_does_not_hand_over_in_the_next(stage: Stage):
    from baton.services.handoffs.handoff import cancel_wait

    await policies.put_in_force(stage.desk, stage.admin, OUTSIDE)
    conversation = await stage.begin()
    await stage.asks(conversation, "hm, well")
    await outside_bots.tell(stage.desk, _bot(stage), conversation.id, BotTurn("speak_to_human"), version=1)
    back = await cancel_wait(stage.desk, stage.customer(conversation), conversation.id)
    told = BotTurn(intent="greet", tools={"clock": "ok"})
    taken = await outside_bots.say(
        stage.desk, _bot(stage), conversation.id, text="Hi.", told=told, version=back.version
    )
    assert taken.message is not None


async def test_a_reply_that_comes_again_is_stored_and_counted_once(stage: Stage):
    await policies.put_in_force(stage.desk, stage.admin, OUTSIDE)
    conversation = await stage.begin()
    told = BotTurn("order_status", "tell")
    for _ in range(2):
        taken = await outside_bots.say(
            stage.desk, _bot(stage), conversation.id, text="Soon.", told=told, client_id="answer-1"
        )
        assert taken.message is not None
    assert (await stage.now(conversation)).track.course == ("customer:order_status", "bot:tell")


async def test_a_turn_that_tells_nothing_is_refused(stage: Stage):
    conversation = await stage.begin()
    with pytest.raises(Invalid):
        await outside_bots.tell(stage.desk, _bot(stage), conversation.id, BotTurn())
