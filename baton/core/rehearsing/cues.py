"""What makes each rule that must stop the bot fire, and what asks about its topic and no more."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from baton.core.brief.examples import ABOUT, SAID, STRONG
from baton.core.customer import Customer
from baton.core.ids import CustomerId
from baton.core.policy.condition import Fact, OneOf, comparisons
from baton.core.policy.lint.rules import topics_of
from baton.core.policy.model import Attribute, Policy
from baton.core.policy.rule import Action, Rule
from baton.core.signals import SignalKind

ASKING_ABOUT: Mapping[str, str] = {
    "danger": "Are your products fire tested?",
    "refund": "What is your refund policy?",
    "complaint": "Where do I send a complaint?",
    "legal": "Where can I find your terms and conditions?",
    "medical": "Are your products suitable for people with allergies?",
    "billing_dispute": "Which payment methods do you accept?",
    "cancellation": "What is your cancellation policy?",
    "discount": "Do you offer student discounts?",
    "account_ownership": "Can an account be shared by two people?",
    "privacy": "What is your privacy policy?",
    "security": "Is it safe to pay on your website?",
}
"""Questions about topics that Baton knows, which ask for no decision."""

FURIOUS = "I am furious"
"""Strong, and no complaint: that is a topic, and would be decided on before."""

PLAIN = "When will my parcel arrive?"
"""What a customer writes where who they are is what counts."""

_SAYING = (SignalKind.POLICY_TOPIC, SignalKind.SENSITIVE_DATA)
_BY_WORDS = (*SAID, *_SAYING, SignalKind.CUSTOMER_ATTRIBUTE, SignalKind.WORKFLOW_EXCEPTION)


@dataclass(frozen=True, slots=True)
class Cue:
    """A message that should make a rule fire, written by `customer` in `language`; "" where none can be made."""

    rule: Rule
    text: str
    topic: str = ""
    language: str = "en"
    customer: Customer | None = None


def cues(policy: Policy) -> Iterator[Cue]:
    """A message for each rule that hands over and is told by words or by who writes: one for each of its topics, and
    for each language in which the company has phrases of its own for it.
    """
    named: set[tuple[SignalKind, str]] = set()
    for rule in policy.in_order():
        if rule.then is not Action.HANDOFF or rule.when not in _BY_WORDS or rule.times > 1:
            continue
        found = list(_cues_of(policy, rule, frozenset(topic for kind, topic in named if kind is rule.when)))
        yield from found or [Cue(rule, "")]
        named |= {(rule.when, topic) for topic in rule.topics}


def questions_about(policy: Policy) -> Iterator[tuple[str, str]]:
    """Of each of the policy's topics that Baton knows, (topic, a question about it)."""
    yield from ((one.key, ASKING_ABOUT[one.key]) for one in policy.topics if one.key in ASKING_ABOUT)


def _cues_of(policy: Policy, rule: Rule, above: frozenset[str]) -> Iterator[Cue]:
    if rule.along_with is not None and rule.along_with not in SAID:
        return
    beside = f" {SAID[rule.along_with]}" if rule.along_with else ""
    if rule.when in SAID:
        is_strong = rule.when is SignalKind.DISTRESS and rule.at_least >= STRONG
        yield Cue(rule, (FURIOUS if is_strong else SAID[rule.when]) + beside)
    elif rule.when is SignalKind.CUSTOMER_ATTRIBUTE:
        known = (one for one in policy.attributes if not rule.topics or one.key in rule.topics)
        yield from (Cue(rule, PLAIN, one.key, customer=_who(one)) for one in known)
    elif rule.when is SignalKind.WORKFLOW_EXCEPTION:
        yield from _in_own_words(policy, rule)
    else:
        topics = rule.topics or tuple(sorted(topics_of(policy, rule.when) - above))
        for topic in topics:
            yield from (Cue(rule, text + beside, topic, language) for language, text in _said_of(policy, topic))


def _said_of(policy: Policy, key: str) -> Iterator[tuple[str, str]]:
    """(language, message): the company's first example, its first phrase of each language, else what is known."""
    topic = policy.topic(key)
    own = _firsts(topic.phrases if topic else ())
    if topic and topic.examples:
        yield policy.language, topic.examples[0]
    elif key in ABOUT:
        yield "en", ABOUT[key]
    yield from own.items()


def _firsts(phrases: Sequence[tuple[str, str]]) -> Mapping[str, str]:
    """The first phrase of each language, in the file's order."""
    found: dict[str, str] = {}
    for language, text in phrases:
        found.setdefault(language, text)
    return found


def _in_own_words(policy: Policy, rule: Rule) -> Iterator[Cue]:
    wanted = [
        value
        for one in comparisons(rule.only_if)
        if isinstance(one, OneOf) and one.fact is Fact.SAYS
        for value in one.values
    ]
    for words in policy.words:
        if words.key in wanted:
            for language, text in _firsts(words.phrases).items():
                yield Cue(rule, text, words.key, language)


def _who(attribute: Attribute) -> Customer:
    """A customer whom a server vouched for, and who has the attribute."""
    worth = attribute.at_least if attribute.at_least is not None else attribute.equals
    return Customer(
        CustomerId("rehearsal"),
        tags=(attribute.tag,) if attribute.tag else (),
        attributes={attribute.attribute: worth} if attribute.attribute else {},
        verified=True,
    )
