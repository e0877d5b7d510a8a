"""Proof that a language is whole: every sentence, every placeholder, and an answer to every question at a handoff."""

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta
from string import Formatter
from typing import Any
from zoneinfo import ZoneInfo

from baton.core.copy.catalogues import FALLBACK, catalogue
from baton.core.copy.notice import HandoffFacts, Question, handoff_notice
from baton.core.decision import Reason

MAX_WORDS = {"notice": 70, "brief": 55}
"""Words of the English notice, at most: it is read on a phone by somebody who is waiting."""

_SHOUTS = frozenset("!！¡")
_NOW = datetime(2026, 11, 20, 19, 0, tzinfo=UTC)
_OPENS = (_NOW + timedelta(days=12)).astimezone(ZoneInfo("Europe/Berlin"))

SITUATIONS: dict[str, dict[str, Any]] = {
    "someone is there": {"is_open": True, "operators_here": 2, "position": 3},
    "next in line": {"is_open": True, "operators_here": 1, "position": 1},
    "position unknown": {"is_open": True, "operators_here": 1, "position": None},
    "open, nobody there": {"is_open": True, "operators_here": 0, "position": 1},
    "closed": {"is_open": False, "operators_here": 0, "next_open": _OPENS},
    "closed, customer elsewhere": {
        "is_open": False,
        "operators_here": 0,
        "next_open": _OPENS,
        "customer_timezone": "America/New_York",
    },
    "closed for good": {"is_open": False, "operators_here": 0},
}
"""Everything that can be true of a queue when a handoff opens."""


def lint(language: str) -> list[str]:
    """What is wrong with a language's catalogue, a sentence each; empty where it is whole."""
    words, base = catalogue(language), catalogue(FALLBACK)
    found = [*_compare("text", words.texts, base.texts), *_compare("label", words.labels, base.labels)]
    if len(words.weekdays) != 7 or len(words.months) != 12 or not all(words.weekdays + words.months):
        found.append("It needs seven weekdays and twelve months.")
    return found or [*_notices(language)]


def _compare(kind: str, ours: Mapping[str, str], base: Mapping[str, str]) -> Iterator[str]:
    for key in sorted(base.keys() - ours.keys()):
        yield f"The {kind} {key} is missing."
    for key in sorted(ours.keys() - base.keys()):
        if not key.startswith("because_topic_"):
            yield f"The {kind} {key} is not one that the desk uses."
    for key in sorted(ours.keys() & base.keys()):
        expected, given = placeholders(base[key]), placeholders(ours[key])
        if key != "clock" and expected != given:
            yield f"The {kind} {key} has the placeholders {sorted(given)}, not {sorted(expected)}."
        if not ours[key].strip() and key != "joint":
            yield f"The {kind} {key} is empty."
        if _SHOUTS & set(ours[key]):
            yield f"The {kind} {key} shouts. Leave the exclamation mark out."


def placeholders(template: str) -> frozenset[str]:
    """The names in braces. A positional `{}` counts as the empty name."""
    return frozenset(name for _, name, _, _ in Formatter().parse(template) if name is not None)


def _notices(language: str) -> Iterator[str]:
    for reason in Reason:
        for situation, facts in SITUATIONS.items():
            for brief in (False, True):
                where = f"{situation}, {reason.value}{', brief' if brief else ''}"
                handoff = HandoffFacts(
                    reason=reason, queue="billing", queue_name="Billing", now=_NOW, brief=brief, **facts
                )
                yield from (f"In the notice ({where}): {flaw}" for flaw in _flaws(handoff, language))


def _flaws(facts: HandoffFacts, language: str) -> Iterator[str]:
    notice = handoff_notice(facts, language)
    for question in Question:
        answer = notice.answers.get(question, "").strip()
        if not answer or answer not in notice.text:
            yield f"nothing answers {question.value}."
    if "{" in notice.text or "}" in notice.text:
        yield "a placeholder was not filled."
    limit = MAX_WORDS["brief" if facts.brief else "notice"]
    if language == FALLBACK and len(notice.text.split()) > limit:
        yield f"it has more than {limit} words."
    for promise in notice.promises:
        if promise.says not in notice.text:
            yield f"the promise {promise.kind.value} is not what the customer reads."
