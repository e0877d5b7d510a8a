"""Conditions in words: as a rule says them, and why one does not hold."""

from collections.abc import Mapping

from baton.core.case import Case
from baton.core.hours.words import describe_hours
from baton.core.policy.condition import (
    Condition,
    Every,
    Fact,
    IsSo,
    Not,
    Number,
    OneOf,
    Some,
    ToolSaid,
    Within,
    actual,
    comparisons,
    failing,
    holds,
    seen,
)
from baton.core.signals import Signal

_ONE_OF: Mapping[Fact, str] = {
    Fact.CHANNEL: "the channel is {}",
    Fact.LANGUAGE: "the language is {}",
    Fact.CUSTOMER: "the customer is marked {}",
    Fact.LABEL: "the conversation has the label {}",
    Fact.SAYS: "the customer says {}",
    Fact.TOPIC: "it is about {}",
    Fact.SIGNAL: "{} is noticed",
}
_IS_SO: Mapping[Fact, tuple[str, str]] = {
    Fact.VERIFIED: ("the customer is verified", "the customer isn't verified"),
    Fact.RETURNED: ("the bot got the conversation back", "nobody has given the conversation back to the bot"),
    Fact.REOPENED: ("the conversation was resolved before", "the conversation was not resolved before"),
    Fact.STALE: ("a source is past its review", "no source is past its review"),
}
_NUMBER: Mapping[Fact, str] = {
    Fact.TURNS: "the number of the customer's messages",
    Fact.UNANSWERED: "the number of messages before without an answer",
    Fact.CLARIFIED: "the number of questions back before",
    Fact.FAILURES: "the number of answers before that did not help",
    Fact.CONFIDENCE: "the confidence",
    Fact.SOURCES: "the number of sources",
    Fact.SOURCE_AGE: "the age of the oldest source in days",
}


def describe_condition(condition: Condition) -> str:
    """The condition in words, fit to stand behind "and"."""
    if isinstance(condition, Every):
        return " and ".join(_grouped(part) for part in condition.parts)
    if isinstance(condition, Some):
        return "either " + " or ".join(_grouped(part) for part in condition.parts)
    if isinstance(condition, Not):
        return f"not ({describe_condition(condition.part)})"
    if isinstance(condition, OneOf):
        return _ONE_OF[condition.fact].format(" or ".join(value.replace("_", " ") for value in condition.values))
    if isinstance(condition, IsSo):
        return _IS_SO[condition.fact][0 if condition.value else 1]
    if isinstance(condition, Number):
        return f"{_NUMBER[condition.fact]} is {_bounds(condition)}"
    if isinstance(condition, Within):
        return f"{condition.queue} is open" if condition.queue else f"it is within {describe_hours(condition.hours)}"
    return f"the tool {condition.tool} said {' or '.join(condition.values)}"


def why_not(condition: Condition, case: Case, signals: tuple[Signal, ...]) -> str:
    """Why the condition does not hold: what was asked for, and what is."""
    part = failing(condition, case, signals) or condition
    asked = f"only if {describe_condition(part)}"
    if isinstance(part, Number) or (isinstance(part, OneOf) and part.fact in (Fact.CHANNEL, Fact.LANGUAGE)):
        value = actual(part.fact, case)
        return f"{asked}; it is {'not known' if value is None else _plain(value)}"
    if isinstance(part, OneOf) and part.fact is Fact.LABEL:
        return f"{asked}; it has {', '.join(case.situation.labels) or 'none'}"
    if isinstance(part, ToolSaid):
        return f"{asked}; it said {case.situation.tools.get(part.tool, 'nothing')}"
    return asked


def shown_by(condition: Condition, case: Case, signals: tuple[Signal, ...]) -> tuple[str, ...]:
    """What makes the condition hold: the customer's words where there are any, else the facts in words."""
    said: list[str] = []
    for one in comparisons(condition):
        if not holds(one, case, signals):
            continue
        if isinstance(one, OneOf) and one.fact in (Fact.SAYS, Fact.TOPIC, Fact.SIGNAL):
            shown = (signal for value, signal in seen(one.fact, signals) if value in one.values)
            said += [words for signal in shown for words in signal.evidence] or [describe_condition(one)]
        else:
            said.append(describe_condition(one))
    return tuple(dict.fromkeys(said)) or (describe_condition(condition),)


def _grouped(part: Condition) -> str:
    return f"({describe_condition(part)})" if isinstance(part, Every | Some) else describe_condition(part)


def _bounds(number: Number) -> str:
    least, below = number.at_least, number.below
    if least is not None and below is not None:
        return f"{least:g}" if below == least + 1 else f"at least {least:g} and below {below:g}"
    return f"at least {least:g}" if least is not None else f"below {below:g}"


def _plain(value: str | bool | float) -> str:
    return value if isinstance(value, str) else f"{value:.3g}"
