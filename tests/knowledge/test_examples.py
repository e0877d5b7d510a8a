"""Queues and topics that a policy tells by examples."""

import pytest

from baton.core.answers.grounding import NOTHING
from baton.core.judging.judgement import Asked, after_looking, before_looking
from baton.core.policy.model import Policy
from baton.core.policy.parse.whole import parse
from baton.core.signals import SignalKind
from baton.core.track import FRESH
from baton.knowledge import examples
from baton.knowledge.examples import Taught, learn

POLICY = """\
queues:
  support: {owner: Ann, default: true}
  billing:
    owner: Bo
    topics: [warranty]
    examples:
      - there is a second charge on my statement
      - the invoice shows the wrong amount
      - where do I find my invoice
      - my card was declined at the checkout
      - how do I change the card that you bill
  shipping:
    owner: Cy
    examples:
      - where is my parcel
      - the courier left it at a neighbour's
      - tracking has not moved for a week
      - my delivery is late
      - can you send it to another address
topics:
  warranty:
    examples:
      - the blender broke after two months
      - the motor stopped working, it is not a year old
      - it fell apart although I hardly used it
      - the hinge of the lamp snapped off by itself
      - the screen went black after three weeks of use
rules:
  - {id: asks, when: asks_for_person, then: handoff}
  - {id: topics, when: policy_topic, then: handoff}
  - {id: none, when: no_source, then: handoff}
"""


def _policy() -> Policy:
    return parse(POLICY)


def _decided(text: str, policy: Policy | None = None) -> tuple[str, str | None, str | None]:
    """Reason, queue and topic of the decision where no source says anything."""
    policy = policy or _policy()
    taught = learn(policy)
    asked = Asked(text, None, FRESH)
    signals, decision = before_looking(asked, policy, taught.alike(text) if taught else ())
    decision = decision or after_looking(policy, signals, asked, NOTHING)
    return decision.reason.value, decision.queue, decision.topic


@pytest.mark.parametrize(
    ("text", "queue"),
    [("how do I change my card", "billing"), ("the parcel has not moved for days", "shipping")],
)
def test_a_message_like_a_queues_examples_goes_there(text: str, queue: str) -> None:
    assert _decided(text) == ("no_source", queue, None)


def test_a_message_like_no_example_goes_to_the_default_queue() -> None:
    assert _decided("who painted the ceiling of that chapel")[1] == "support"


def test_a_message_like_a_topics_examples_is_about_the_topic_and_goes_to_its_queue() -> None:
    assert _decided("my blender stopped working after a month") == ("policy_topic", "billing", "warranty")


def test_a_queue_that_a_rule_names_comes_before_a_likeness() -> None:
    named = parse(POLICY.replace("when: no_source, then: handoff", "when: no_source, then: handoff, queue: billing"))
    assert _decided("the parcel has not moved for days", named)[1] == "billing"


def test_a_request_for_a_person_goes_where_the_words_before_it_belong() -> None:
    taught = learn(_policy())
    assert taught
    assert [one.topic for one in taught.alike("human please", before="parcel tracking not moved")] == ["shipping"]
    assert taught.alike("human please") == ()


def test_the_likeness_is_a_signal_that_says_of_what() -> None:
    taught = learn(_policy())
    assert taught
    (signal,) = taught.alike("where is the parcel")
    assert (signal.kind, signal.topic) == (SignalKind.LOOKS_LIKE, "shipping")
    assert signal.evidence == ("like the examples of shipping",)
    assert 0.15 < signal.score <= 1


def test_a_single_queue_with_examples_teaches_nothing() -> None:
    alone = POLICY.partition("  shipping:")[0] + "rules:" + POLICY.partition("rules:")[2]
    assert learn(parse(alone.replace("    topics: [warranty]\n", ""))) is None


@pytest.mark.anyio
async def test_the_same_examples_are_learnt_once(monkeypatch: pytest.MonkeyPatch) -> None:
    learnt: list[str] = []

    def counted(policy: Policy) -> examples.Examples | None:
        learnt.append(policy.ready.examples_digest)
        return learn(policy)

    monkeypatch.setattr(examples, "learn", counted)
    taught = Taught()
    renamed = parse("policy: Other\n" + POLICY)
    assert await taught.alike(_policy(), "where is my parcel") == await taught.alike(renamed, "where is my parcel")
    assert len(learnt) == 1
    await taught.learn(parse(POLICY.replace("where is my parcel", "where is the parcel now")))
    assert len(set(learnt)) == 2
    bare = parse("queues: {a: {owner: Ann}}\nrules: [{id: asks, when: asks_for_person, then: handoff}]")
    assert await taught.alike(bare, "where is my parcel") == ()
    assert len(learnt) == 2
