"""The `if` of a rule: small comparisons of known facts, joined by all, any and not. Nothing is computed.

Evaluation always ends: a condition is a finite tree of comparisons. A fact that isn't known makes its comparison
false, and so its `not` true.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from baton.core.case import Case
from baton.core.hours.hours import Hours
from baton.core.ids import QueueId
from baton.core.signals import Signal, SignalKind


class Fact(StrEnum):
    """What a condition can compare, by its key in the file."""

    CHANNEL = "channel"
    LANGUAGE = "language"
    VERIFIED = "verified"
    CUSTOMER = "customer"
    LABEL = "label"
    SAYS = "says"
    TOPIC = "topic"
    SIGNAL = "signal"
    TURNS = "turns"
    UNANSWERED = "unanswered"
    CLARIFIED = "clarified"
    FAILURES = "failures"
    RETURNED = "returned"
    REOPENED = "reopened"
    CONFIDENCE = "confidence"
    SOURCES = "sources"
    SOURCE_AGE = "source_age"
    STALE = "stale"


@dataclass(frozen=True, slots=True)
class OneOf:
    """A fact is one of these values, or has one of them."""

    fact: Fact
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class IsSo:
    """A fact is true, or false."""

    fact: Fact
    value: bool


@dataclass(frozen=True, slots=True)
class Number:
    """A number is `at_least` the one and `below` the other; None is no bound."""

    fact: Fact
    at_least: float | None = None
    below: float | None = None


@dataclass(frozen=True, slots=True)
class Within:
    """The moment lies within these hours. `queue` is set where they are the opening hours of a queue."""

    hours: Hours
    queue: QueueId | None = None


@dataclass(frozen=True, slots=True)
class ToolSaid:
    """A tool's last result is one of these."""

    tool: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Not:
    """The part does not hold."""

    part: "Condition"


@dataclass(frozen=True, slots=True)
class Every:
    """All parts hold."""

    parts: tuple["Condition", ...]


@dataclass(frozen=True, slots=True)
class Some:
    """At least one part holds."""

    parts: tuple["Condition", ...]


Comparison = OneOf | IsSo | Number | Within | ToolSaid
Condition = Comparison | Not | Every | Some

FROM_SOURCES = frozenset({Fact.CONFIDENCE, Fact.SOURCES, Fact.SOURCE_AGE, Fact.STALE})
"""Facts that are known only once the sources have been asked."""

CIRCUMSTANCES = frozenset({Fact.CHANNEL, Fact.LANGUAGE, Fact.VERIFIED, Fact.CUSTOMER, Fact.LABEL})
"""Facts that stay the same from one message of a customer to the next."""


def holds(condition: Condition, case: Case, signals: tuple[Signal, ...]) -> bool:
    """Whether the condition holds. `signals` are all that were seen, those of the sources' answer with them."""
    if isinstance(condition, Every):
        return all(holds(part, case, signals) for part in condition.parts)
    if isinstance(condition, Some):
        return any(holds(part, case, signals) for part in condition.parts)
    if isinstance(condition, Not):
        return not holds(condition.part, case, signals)
    return _compare(condition, case, signals)


def failing(condition: Condition, case: Case, signals: tuple[Signal, ...]) -> Condition | None:
    """The first part that keeps the condition from holding, None where it holds."""
    if isinstance(condition, Every):
        parts = (failing(part, case, signals) for part in condition.parts)
        return next((part for part in parts if part is not None), None)
    return None if holds(condition, case, signals) else condition


def comparisons(condition: Condition | None) -> Iterator[Comparison]:
    """Every comparison of a condition, those below a `not` with them."""
    if condition is None:
        return
    if isinstance(condition, Every | Some):
        for part in condition.parts:
            yield from comparisons(part)
    elif isinstance(condition, Not):
        yield from comparisons(condition.part)
    else:
        yield condition


def asks_sources(condition: Condition | None) -> bool:
    """Whether the condition can be judged only once something has been looked up."""
    return any(isinstance(one, OneOf | IsSo | Number) and one.fact in FROM_SOURCES for one in comparisons(condition))


def actual(fact: Fact, case: Case) -> str | bool | float | None:
    """What a fact is in this case, None where it isn't known."""
    return _ACTUAL[fact](case)


def seen(fact: Fact, signals: tuple[Signal, ...]) -> Iterator[tuple[str, Signal]]:
    """The values that a fact about signals has, each with the signal that shows it."""
    for signal in signals:
        if fact is Fact.SIGNAL:
            yield signal.kind.value, signal
        elif signal.topic is not None and (fact is Fact.TOPIC or signal.kind is _NAMED[fact]):
            yield signal.topic, signal


def _compare(one: Comparison, case: Case, signals: tuple[Signal, ...]) -> bool:
    if isinstance(one, OneOf):
        return _is_one_of(one, case, signals)
    if isinstance(one, IsSo):
        return actual(one.fact, case) is one.value
    if isinstance(one, Number):
        value = actual(one.fact, case)
        if value is None or isinstance(value, str):
            return False
        return (one.at_least is None or value >= one.at_least) and (one.below is None or value < one.below)
    if isinstance(one, Within):
        return case.situation.at is not None and one.hours.is_open(case.situation.at)
    return case.situation.tools.get(one.tool) in one.values


def _is_one_of(one: OneOf, case: Case, signals: tuple[Signal, ...]) -> bool:
    if one.fact in _ABOUT_SIGNALS:
        return any(value in one.values for value, _ in seen(one.fact, signals))
    if one.fact is Fact.LABEL:
        return not set(one.values).isdisjoint(case.situation.labels)
    value = actual(one.fact, case)
    if not isinstance(value, str):
        return False
    if one.fact is Fact.LANGUAGE:
        spoken = value.casefold()
        return any(spoken == code.casefold() or spoken.startswith(code.casefold() + "-") for code in one.values)
    return value.casefold() in (other.casefold() for other in one.values)


_ABOUT_SIGNALS = frozenset({Fact.CUSTOMER, Fact.SAYS, Fact.TOPIC, Fact.SIGNAL})
_NAMED = {Fact.CUSTOMER: SignalKind.CUSTOMER_ATTRIBUTE, Fact.SAYS: SignalKind.OWN_WORDS}
_ACTUAL: Mapping[Fact, Callable[[Case], str | bool | float | None]] = {
    Fact.CHANNEL: lambda case: case.situation.channel,
    Fact.LANGUAGE: lambda case: case.situation.language,
    Fact.VERIFIED: lambda case: case.situation.verified,
    Fact.TURNS: lambda case: case.track.turns + 1,
    Fact.UNANSWERED: lambda case: case.track.unanswered,
    Fact.CLARIFIED: lambda case: case.track.clarified,
    Fact.FAILURES: lambda case: case.track.failures,
    Fact.RETURNED: lambda case: case.track.returned,
    Fact.REOPENED: lambda case: case.track.reopened,
    Fact.CONFIDENCE: lambda case: case.found.confidence if case.found else None,
    Fact.SOURCES: lambda case: case.found.sources if case.found else None,
    Fact.SOURCE_AGE: lambda case: case.found.age_days if case.found else None,
    Fact.STALE: lambda case: bool(case.found.stale) if case.found else None,
}
