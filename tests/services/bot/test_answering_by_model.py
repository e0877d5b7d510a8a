"""The bot's turn with a model that words the answer: late, failing, unsound, and as it is written."""

import asyncio
from dataclasses import replace

import msgspec
import pytest
from fakes import SlowModel, grounded
from stage import Stage

from baton.core.decision import DecisionKind, Reason
from baton.core.transitions import State
from baton.services.bot.answering import answer
from baton.services.bot.turn import Turn
from baton.services.handoffs import opening
from baton.services.policy.policies import default_source, model_tokens, put_in_force

pytestmark = pytest.mark.anyio


async def test_a_draft_that_is_ready_after_a_takeover_is_discarded_a_hundred_times_of_a_hundred(stage: Stage):
    stage.sources.known["deliver"] = grounded("Delivery takes three working days.")

    async def trial() -> None:
        model = SlowModel()
        slow = stage.with_model(model)
        conversation = await slow.begin()
        heard = await slow.says(conversation, "When do you deliver?")
        turn = asyncio.ensure_future(answer(slow.desk, Turn(heard.conversation, heard.customer, heard.message)))
        await model.asked.wait()
        await opening.barge_in(slow.desk, slow.dana, conversation.id)
        model.may_go.set()
        outcome = await turn
        kinds = await slow.kinds(conversation)
        assert outcome.reply is None
        assert "answer_sent" not in kinds
        assert kinds[-1] == "answer_discarded"
        assert "Delivery takes three working days." not in await slow.transcript(conversation)

    for _ in range(10):
        await asyncio.gather(*(trial() for _ in range(10)))


async def test_a_stop_rule_is_not_kept_waiting_by_a_slow_draft(stage: Stage):
    stage.sources.known["deliver"] = grounded("Delivery takes three working days.")
    model = SlowModel()
    slow = stage.with_model(model)
    conversation = await slow.begin()
    heard = await slow.says(conversation, "When do you deliver?")
    turn = asyncio.ensure_future(answer(slow.desk, Turn(heard.conversation, heard.customer, heard.message)))
    await model.asked.wait()
    stopped = await slow.asks(conversation, "Never mind, give me a human")
    model.may_go.set()
    assert stopped.conversation.state is State.QUEUED
    assert (await turn).reply is None


async def test_a_statement_of_the_model_that_no_source_supports_is_not_sent(stage: Stage):
    class Inventive:
        async def draft(self, request, hear=None):
            from baton.services.records import Draft

            return Draft((("Delivery takes three working days.", (1,)), ("It is free above 900 euros.", (1,))))

    stage.sources.known["deliver"] = grounded("Delivery takes three working days.")
    outcome = await stage.with_model(Inventive()).asks(await stage.begin(), "When do you deliver?")
    assert outcome.reply is not None
    assert outcome.reply.text == "Delivery takes three working days."


@pytest.mark.parametrize("fault", ["raises", "says nothing supported"])
async def test_a_model_that_fails_is_a_signal_whose_answer_is_a_person(stage: Stage, fault: str):
    class Failing:
        async def draft(self, request, hear=None):
            from baton.services.records import Draft

            if fault == "raises":
                raise ConnectionError("no such server")
            return Draft((("We give you 900 euros.", (1,)),))

    stage.sources.known["deliver"] = grounded("Delivery takes three working days.")
    outcome = await stage.with_model(Failing()).asks(await stage.begin(), "When do you deliver?")
    assert outcome.decision.reason is Reason.MODEL_FAILED
    assert outcome.conversation.state is State.QUEUED


class Streaming:
    """A model that says one sound sentence, one unsound, and then ends as it is told to."""

    asked = 0

    def __init__(self, ending: str = "well") -> None:
        self.ending = ending

    async def draft(self, request, hear=None):
        from baton.services.records import Draft

        self.asked += 1
        said = (("Delivery takes three working days.", (1,)), ("It takes 93 days.", (1,)))
        for one in said if hear else ():
            hear(one)
        if self.ending == "breaks":
            raise ConnectionError("gone in mid-answer")
        return Draft(said, "small", "answer-9", 120)


class Watching:
    def __init__(self) -> None:
        self.drafts: list[str] = []

    def tell(self, frame: bytes) -> None:
        frame = msgspec.json.decode(frame)
        if frame["type"] == "draft":
            self.drafts.append(frame["text"])


async def test_checked_sentences_are_shown_while_the_rest_is_written_and_the_unsound_never_are(stage: Stage):
    stage.sources.known["deliver"] = grounded("Delivery takes three working days.")
    conversation, watching = await stage.begin(), Watching()
    stage.desk.live.subscribe((conversation.tenant_id, conversation.id, "customer"), watching)
    outcome = await stage.with_model(Streaming()).asks(conversation, "When do you deliver?")
    assert outcome.reply is not None
    assert watching.drafts == [outcome.reply.text] == ["Delivery takes three working days."]


async def test_what_was_shown_is_withdrawn_where_the_model_breaks_off(stage: Stage):
    stage.sources.known["deliver"] = grounded("Delivery takes three working days.")
    conversation, watching = await stage.begin(), Watching()
    stage.desk.live.subscribe((conversation.tenant_id, conversation.id, "customer"), watching)
    outcome = await stage.with_model(Streaming("breaks")).asks(conversation, "When do you deliver?")
    assert outcome.decision.reason is Reason.MODEL_FAILED
    assert watching.drafts == ["Delivery takes three working days.", ""]


async def test_nothing_is_shown_before_the_answer_where_the_documents_alone_would_not_do(stage: Stage):
    stage.sources.known["deliver"] = grounded("Delivery takes three working days.", confidence=0.1)
    conversation, watching = await stage.begin(), Watching()
    stage.desk.live.subscribe((conversation.tenant_id, conversation.id, "customer"), watching)
    await stage.with_model(Streaming()).asks(conversation, "When do you deliver?")
    assert watching.drafts == []


async def test_the_trail_says_which_model_on_which_prompt_and_what_was_cut(stage: Stage):
    stage.sources.known["deliver"] = grounded("Delivery takes three working days.")
    conversation = await stage.begin()
    await stage.with_model(Streaming()).asks(conversation, "When do you deliver?")
    logged = await stage.desk.store.events.of_conversation(
        conversation.tenant_id, conversation.id, after=0, limit=50, team=True
    )
    (decision,) = (one.event for one in logged if one.event.kind.value == "decision_made")
    assert decision.data["model"] == {
        "name": "small",
        "prompt": "answer-9",
        "tokens": 120,
        "declined": "",
        "cut": [{"text": "It takes 93 days.", "why": "a figure that the passages do not have: 93 days"}],
    }


async def test_once_the_days_tokens_are_used_up_the_documents_own_words_are_sent(stage: Stage):
    stage.sources.known["deliver"] = grounded("Delivery takes three working days, we said.")
    source = default_source() + "\nmodel: {daily_tokens: 100}\n"
    await put_in_force(stage.desk, stage.admin, source)
    model = Streaming()
    first = await stage.with_model(model).asks(await stage.begin(), "When do you deliver?")
    second = await stage.with_model(model).asks(await stage.begin(), "When do you deliver?")
    assert model.asked == 1
    assert first.wording is not None
    assert first.wording.tokens == 120
    assert second.decision.kind is DecisionKind.ANSWER
    assert second.reply is not None
    assert second.reply.text == "Delivery takes three working days, we said."
    assert second.wording is not None
    assert "used up" in second.wording.declined
    assert await model_tokens(stage.desk, stage.admin) == 120


async def test_a_model_that_is_too_slow_leads_to_a_person(stage: Stage):
    stage.sources.known["deliver"] = grounded("Delivery takes three working days.")
    slow = stage.with_model(SlowModel())
    hurried = replace(slow, desk=replace(slow.desk, limits=replace(slow.desk.limits, answer_seconds=0.05)))
    outcome = await hurried.asks(await stage.begin(), "When do you deliver?")
    assert outcome.decision.reason is Reason.MODEL_FAILED
    assert outcome.conversation.state is State.QUEUED
