"""What is noticed of a message as a whole, where one thing that is noticed bears on another."""

import pytest

from baton.core.policy.parse.whole import parse
from baton.core.signals import SignalKind
from baton.core.track import FRESH
from baton.core.triggers.read import read
from baton.services.policy.policies import default_source

POLICY = parse(default_source())


def topics(text: str) -> set[str | None]:
    signals = read(text, customer=None, track=FRESH, policy=POLICY)
    assert signals[0].kind is SignalKind.ASKS_FOR_PERSON
    return {signal.topic for signal in signals if signal.kind is SignalKind.POLICY_TOPIC}


@pytest.mark.parametrize(
    "text",
    ["Could somebody call me about an order for 40 desks for our office?", "can someone call me about my order"],
)
def test_a_request_for_a_person_is_no_topic_by_itself(text: str):
    assert topics(text) == set()


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("I want to talk to a person about a refund", "refund"),
        ("let me speak to a manager about my bill", "billing_dispute"),
        ("connect me with an agent, my account was hacked", "security"),
        ("I want a real person to delete my data", "privacy"),
        ("Ich möchte mit einem Menschen über meine Rückerstattung sprechen", "refund"),
    ],
)
def test_a_topic_that_is_told_beside_it_says_which_queue(text: str, topic: str):
    assert topics(text) == {topic}
