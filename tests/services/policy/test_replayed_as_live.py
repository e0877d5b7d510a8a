"""What a replay says of a proposed policy is what happens where the same customers write the same under it."""

from collections.abc import Sequence
from datetime import UTC, timedelta

import pytest
from fakes import grounded
from stage import Stage

from baton.core.answers.grounding import Grounding
from baton.core.decision import Decision
from baton.core.transitions import State
from baton.services.policy import policies
from baton.services.policy.policies import default_source
from baton.services.policy.replaying import replay
from baton.services.ports.replays import Stretch

pytestmark = pytest.mark.anyio

DEFAULT = default_source()


def without(rule: str) -> str:
    return "\n".join(line for line in DEFAULT.split("\n") if f"{{id: {rule}," not in line)


TALKS: Sequence[tuple[str, ...]] = (
    ("When do you deliver?", "When do you deliver?", "That didn't help", "no use, useless"),
    ("Where is the moon?", "And where is Mars?", "Hello"),
    ("Which one do you mean?", "the second", "Which one?", "I want to talk to a person"),
    ("Is it loud?", "Is it loud??", "hm"),
    ("How long do refunds take?", "I want my money back"),
    ("hello", "my passport number is X1234567", "thanks"),
    ("URGENT!!! your shit is down", "When do you deliver?"),
    ("We want to buy 500 licences for our company",),
    ("The site is down", "is down again", "When do you deliver?"),
    ("Wann liefern Sie denn?", "Ich möchte mit einem Menschen sprechen"),
    ("When do you deliver, this is shit", "When do you fucking deliver, you idiots?"),
    ("Do you deliver and is it loud?", "and the moon?", "is it really loud?", "so?"),
)
DEFAULT_TOPICS = "topics: [complaint, vip"
PROPOSALS = {
    "stricter": DEFAULT.replace("  answer: 0.8\n", "  answer: 0.95\n").replace(
        "policy_answer: 0.85", "policy_answer: 0.95"
    ),
    "laxer": DEFAULT.replace("  answer: 0.8\n", "  answer: 0.4\n"),
    "patient": DEFAULT.replace("times: 2", "times: 3"),
    "own words": DEFAULT.replace(
        "attributes:\n", "words:\n  outage: {phrases: {en: [is down]}}\nattributes:\n"
    ).replace(
        "rules:\n",
        "rules:\n  - {id: down, when: workflow_exception, if: {says: outage, turns: {at_least: 2}}, then: handoff}\n",
    ),
    "own topic": DEFAULT.replace(
        "topics:\n  danger", "topics:\n  noise: {when: always, phrases: {en: [loud]}}\n  danger"
    ).replace(DEFAULT_TOPICS, "topics: [noise, complaint, vip"),
    "another queue": DEFAULT.replace("[refund, billing", "[billing").replace(
        DEFAULT_TOPICS, "topics: [refund, complaint, vip"
    ),
    "always": DEFAULT.replace("  refund: needs_judgement", "  refund: always"),
    **{
        f"without {rule}": without(rule)
        for rule in ("policy-topic", "sensitive-data", "ambiguous", "strong-distress", "unsure")
    },
}


def knows(stage: Stage) -> None:
    known = stage.sources.known
    known["deliver"] = known["liefern"] = grounded("Delivery takes three days.", confidence=0.9)
    known["Which"] = Grounding(0.5, alternatives=("Oak tables", "Pine tables"))
    known["loud"] = grounded("It is quiet.", confidence=0.55, passage="psg_2")
    known["refunds"] = grounded("Refunds take three days.", confidence=0.88, passage="psg_3")
    known["passport"] = Grounding(0.0, missing=("passport", "X1234567"))


async def talked(stage: Stage, texts: Sequence[str]) -> tuple[str, list[Decision]]:
    """A customer who writes on for as long as the bot answers."""
    conversation = await stage.begin(language="en")
    decisions = list[Decision]()
    for text in texts:
        if (await stage.now(conversation)).state is State.BOT:
            decisions.append((await stage.asks(conversation, text)).decision)
    return conversation.id, decisions


def gist(one: Decision) -> tuple[object, ...]:
    queue, priority = (one.queue, one.priority) if one.kind == "handoff" else (None, 0)
    return one.kind, one.reason.value, one.rule, queue, priority, one.offers_person


@pytest.mark.parametrize("name", PROPOSALS)
async def test_the_first_difference_is_the_one_that_would_have_been(stage: Stage, name: str):
    knows(stage)
    was = [await talked(stage, texts) for texts in TALKS]
    now = stage.clock()
    portion = await replay(
        stage.desk,
        stage.admin,
        PROPOSALS[name],
        Stretch(now - timedelta(days=1), now + timedelta(days=1)),
        zone=UTC,
    )
    told = [(one.conversation, one.asked.text, one.now) for _, one in portion.differences]
    foreseen = {
        id: (text, (now.kind, now.reason, now.rule, now.queue, now.priority, now.offers_person))
        for id, text, now in told
    }
    await policies.put_in_force(stage.desk, stage.admin, PROPOSALS[name])
    came = dict[str, tuple[str, tuple[object, ...]]]()
    for texts, (id, before) in zip(TALKS, was, strict=True):
        _, after = await talked(stage, texts)
        for text, one, other in zip(texts, before, after, strict=False):
            if gist(one) != gist(other):
                came[id] = (text, gist(other))
                break
    assert foreseen == came
    assert came
