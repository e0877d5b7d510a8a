"""Whether one rule takes another's place, and whether a rule can fire at all."""

from collections.abc import Iterable

from baton.core.policy.condition import Condition, Every, Fact, IsSo, Not, Number, OneOf
from baton.core.policy.model import Policy
from baton.core.policy.rule import Action, Rule
from baton.core.signals import SignalKind
from baton.core.triggers.sensitive import KINDS
from baton.core.triggers.topics import TOPICS

_ONE_VALUE = frozenset({Fact.CHANNEL})
"""Facts that have one value at a time, so that two different ones can't both hold."""


def covers(wide: Rule, narrow: Rule) -> bool:
    """Whether `wide` fires whenever `narrow` does. Clarifying never covers anything: it is used up in time."""
    return (
        wide.when is narrow.when
        and wide.then is not Action.CLARIFY
        and (not wide.topics or (bool(narrow.topics) and set(narrow.topics) <= set(wide.topics)))
        and wide.at_least <= narrow.at_least
        and wide.times <= narrow.times
        and wide.along_with in (None, narrow.along_with)
        and set(conjuncts(wide.only_if)) <= set(conjuncts(narrow.only_if))
    )


def conjuncts(condition: Condition | None) -> tuple[Condition, ...]:
    """The parts that must all hold, out of what joins them."""
    if condition is None:
        return ()
    if isinstance(condition, Every):
        return tuple(part for one in condition.parts for part in conjuncts(one))
    return (condition,)


def topics_of(policy: Policy, kind: SignalKind) -> frozenset[str]:
    """Every topic that signals of a kind can have."""
    if kind is SignalKind.POLICY_TOPIC:
        return frozenset({*TOPICS, *(topic.key for topic in policy.topics)})
    if kind is SignalKind.SENSITIVE_DATA:
        return frozenset(KINDS)
    if kind is SignalKind.CUSTOMER_ATTRIBUTE:
        return frozenset(attribute.key for attribute in policy.attributes)
    return frozenset({"sales"}) if kind is SignalKind.BUYING_INTENT else frozenset()


def never_fires(policy: Policy, rule: Rule) -> str | None:
    """Why the rule can never fire, None where it can."""
    if rule.then is Action.CLARIFY and policy.limits.clarifications == 0:
        return "`limits` allows no question back"
    if rule.when is SignalKind.CUSTOMER_ATTRIBUTE and not policy.attributes:
        return "the policy has no attributes"
    known = topics_of(policy, rule.when)
    if rule.topics and not known & set(rule.topics):
        named = " or ".join(rule.topics)
        return f"{rule.when.value} is never about {named}"
    return None


def contradiction(rule: Rule) -> str | None:
    """What in the rule's condition can't hold together, None where all of it can."""
    parts = conjuncts(rule.only_if)
    for part in parts:
        if isinstance(part, Not) and part.part in parts:
            return "its `if` asks for something and for its opposite"
        if isinstance(part, IsSo) and IsSo(part.fact, not part.value) in parts:
            return f"its `if` asks for {part.fact.value} to be true and false"
    for fact in Fact:
        if why := _clash(fact, parts):
            return why
    return None


def _clash(fact: Fact, parts: Iterable[Condition]) -> str | None:
    numbers = [one for one in parts if isinstance(one, Number) and one.fact is fact]
    least = max((one.at_least for one in numbers if one.at_least is not None), default=0)
    below = min((one.below for one in numbers if one.below is not None), default=None)
    if below is not None and (below <= least or (fact is Fact.TURNS and below <= 1)):
        return f"no number of {fact.value} is at least {least:g} and below {below:g}"
    named = [set(map(str.casefold, one.values)) for one in parts if isinstance(one, OneOf) and one.fact is fact]
    if fact in _ONE_VALUE and len(named) > 1 and not set[str].intersection(*named):
        return f"its `if` asks for two different values of {fact.value}"
    return None
