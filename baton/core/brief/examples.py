"""What a customer writes when a rule fires, for those who read rules for the first time."""

from collections.abc import Mapping

from baton.core.policy.lint.rules import topics_of
from baton.core.policy.model import Policy
from baton.core.policy.rule import Rule
from baton.core.signals import SignalKind

MOST = 3
"""Examples that are told of one rule."""

SAID: Mapping[SignalKind, str] = {
    SignalKind.ASKS_FOR_PERSON: "Can I talk to somebody?",
    SignalKind.DISTRESS: "This is so frustrating",
    SignalKind.URGENCY: "This can't wait, I need it today",
    SignalKind.BUYING_INTENT: "We would like a quote for 300 licences",
}
"""Of signals that words show. The others are told by what happens, and need no example."""

STRONGLY = {SignalKind.DISTRESS: "I am furious, this is a disgrace"}
"""The same, where a rule asks for strength."""

STRONG = 0.8

ABOUT: Mapping[str, str] = {
    "danger": "I smell gas",
    "refund": "I want my money back",
    "complaint": "I want to make a complaint",
    "legal": "My lawyer will be in touch",
    "medical": "Can I take it together with my heart medication?",
    "billing_dispute": "I was charged twice",
    "cancellation": "Please cancel my subscription",
    "discount": "Can you give me a discount?",
    "account_ownership": "Please transfer the account to my name",
    "privacy": "Delete all my personal data",
    "security": "My account was hacked",
    "card_number": "My card is 4111 1111 1111 1111",
    "bank_account": "My IBAN is DE89 3704 0044 0532 0130 00",
    "password": "My password is hunter2",
    "account_access": "I am locked out of my account",
}
"""Of topics and data that Baton knows."""


def examples(rule: Rule, policy: Policy) -> tuple[str, ...]:
    """What would make the rule fire, the company's own examples and phrases first; empty where no words do."""
    if rule.when in SAID:
        strongly = STRONGLY.get(rule.when) if rule.at_least >= STRONG else None
        return (strongly or SAID[rule.when],)
    if rule.when not in (SignalKind.POLICY_TOPIC, SignalKind.SENSITIVE_DATA):
        return ()
    known = topics_of(policy, rule.when)
    above = {one for other in policy.in_order() if other.when is rule.when for one in other.topics}
    topics = rule.topics or tuple(one for one in (*_named(policy), *ABOUT) if one in known - above)
    found = (_of_topic(policy, one) for one in dict.fromkeys(topics))
    return tuple(one for one in found if one)[:MOST]


def _named(policy: Policy) -> tuple[str, ...]:
    return tuple(topic.key for topic in policy.topics)


def _of_topic(policy: Policy, key: str) -> str:
    topic = policy.topic(key)
    if topic and topic.examples:
        return topic.examples[0]
    own = [text for language, text in topic.phrases if language == policy.language] if topic else []
    return own[0] if own and key not in ABOUT else ABOUT.get(key, "")
