"""Key facts that a customer has typed: numbers, amounts, dates, contacts, errors, quoted names. Each with its receipt.

Plain patterns, linear in the text, over a bounded part of it. A fact's value is the customer's own characters, so a
fact that is not in the transcript can't come out. A correction ("sorry, I meant 4521") replaces what it corrects.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from baton.core.actors import ActorKind
from baton.core.fact_words import (
    AMOUNT,
    ASKED_FOR,
    CODE,
    CORRECTION,
    DATE,
    EMAIL,
    ERROR_CODE,
    ERROR_WORD,
    MEASURE,
    NEGATION,
    NOUNS,
    PHONE,
    QUOTED,
    REFERENCE,
    URL,
)
from baton.core.messages import Message, MessageKind
from baton.core.redaction import mask

MAX_MESSAGES = 200
MAX_CHARACTERS = 4000
"""Characters read of one message: longer ones are pasted logs, whose first lines say what matters."""

NEAR = 48
"""How many characters before a number its noun may stand."""

CLOSE = 24
"""How many characters before a short number its noun, or the word that corrects it, may stand."""

ORDER = ("Order", "Reservation", "Invoice", "Ticket", "Account", "User ID", "Customer number", "Error")


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact: its plain label, the customer's own characters, and the `seq` of the message it stands in."""

    label: str
    value: str
    seq: int


def extract(messages: Iterable[Message]) -> tuple[Fact, ...]:
    """The facts of a conversation, most useful first, each once, as last corrected."""
    facts: list[Fact] = []
    asked = ""
    for message in tuple(messages)[-MAX_MESSAGES:]:
        if message.author.kind is ActorKind.CUSTOMER:
            text = mask(message.text[:MAX_CHARACTERS])
            facts = _fold(facts, text, message.seq, asked)
        elif message.kind is not MessageKind.NOTE:
            asked = message.text[-MAX_CHARACTERS:]
    ranks = {label: rank for rank, label in enumerate(ORDER)}
    return tuple(sorted(facts, key=lambda fact: ranks.get(fact.label, len(ranks))))


def _fold(facts: list[Fact], text: str, seq: int, asked: str) -> list[Fact]:
    """The facts so far and those of one message: what it corrects or denies goes, what it repeats stays once."""
    corrects = CORRECTION.search(text)
    for label, value, start in _found(text, asked, terse=corrects is not None):
        if NEGATION.search(text[max(0, start - 16) : start]):
            continue
        if corrects:
            label, facts = _corrected(facts, label, value, seq)
        known = any(_same(fact.value) == _same(value) for fact in facts)
        facts = facts if known else [*facts, Fact(label, value, seq)]
    return [fact for fact in facts if not _is_denied(fact.value, text)]


def _is_denied(value: str, text: str) -> bool:
    """Whether the text says that it is not this one."""
    place = text.find(value)
    return place >= 0 and NEGATION.search(text[max(0, place - 16) : place]) is not None


def _corrected(facts: list[Fact], label: str, value: str, seq: int) -> tuple[str, list[Fact]]:
    """Drop the latest earlier fact that the new value replaces: one of its label, or for a bare number any number."""
    bare = label == "Reference"
    for fact in reversed(facts):
        alike = fact.label == label or (bare and _is_number(fact) and _shape(fact.value) == _shape(value))
        if alike and fact.seq < seq:
            return fact.label, [other for other in facts if other is not fact]
    return label, facts


def _is_number(fact: Fact) -> bool:
    return fact.label in ("Reference", "Postcode") or fact.label in {label for label, _ in NOUNS}


def _shape(value: str) -> tuple[bool, bool]:
    """Whether it has letters and whether it has digits."""
    return any(c.isalpha() for c in value), any(c.isdigit() for c in value)


def _same(value: str) -> str:
    return re.sub(r"[\s#]+", "", value).casefold().strip(".,:;")


def _found(text: str, asked: str, *, terse: bool) -> Iterator[tuple[str, str, int]]:
    """Label, value and place of everything in one message. What one pattern has taken, the next ones don't see."""
    left = text
    for label, pattern in (("E-mail", EMAIL), ("Link", URL), ("Error", ERROR_CODE), ("Date", DATE), ("Amount", AMOUNT)):
        for match in pattern.finditer(left):
            # A group that caught something is the value; otherwise the whole match is.
            value, start = (match[1], match.start(1)) if match.lastindex else (match[0], match.start())
            left = left[:start] + " " * len(value) + left[start + len(value) :]
            yield label, value.strip(".,;: "), start
    for match in QUOTED.finditer(left):
        value = next(group for group in match.groups() if group)
        label = "Error" if ERROR_WORD.search(left[max(0, match.start() - NEAR) : match.start()]) else "Quoted"
        if not REFERENCE.fullmatch(value.strip()):
            left = left[: match.start()] + " " * len(match[0]) + left[match.end() :]
            yield label, value.strip(), match.start()
    for match in PHONE.finditer(left):
        left = left[: match.start()] + " " * len(match[0]) + left[match.end() :]
        yield "Phone", match[0].strip(), match.start()
    yield from _references(left, asked, terse=terse)


def _references(text: str, asked: str, *, terse: bool) -> Iterator[tuple[str, str, int]]:
    """Numbers and codes, named by the noun before them, else by their look, else by what was asked for."""
    shouted = text.isupper() and len(text.split()) > 3
    for match in REFERENCE.finditer(text):
        value = match[0].strip(".,-_/")
        if not (value.isupper() or any(map(str.isdigit, value))):
            continue
        noun, gap = _noun_before(text, match.start())
        if CODE.fullmatch(value) and any(c.isdigit() for c in value):
            yield "User ID", value, match.start()
        elif _speaks_for_itself(value) or (noun and _is_numbered(value, gap, shouted=shouted)):
            yield noun or _noun_asked_for(asked) or "Reference", value, match.start()
        elif terse and _has_number(value) and CORRECTION.search(text[max(0, match.start() - CLOSE) : match.start()]):
            yield noun or "Reference", value, match.start()
        elif not shouted and _could_answer(value, text):
            label = _noun_asked_for(asked)
            if label:
                yield label, value, match.start()


def _noun_before(text: str, start: int) -> tuple[str | None, int]:
    """The label of the nearest noun in the same sentence before a number, and how far before it stands."""
    before = re.split(r"[.!?\n]\s", text[max(0, start - NEAR) : start])[-1]
    places = [(found.end(), label) for label, noun in NOUNS for found in noun.finditer(before)]
    if not places:
        return None, NEAR
    named = [place for place in places if place[1] != "Reference"] or places
    return max(named)[1], len(before) - max(places)[0]


def _is_numbered(value: str, gap: int, *, shouted: bool) -> bool:
    """Whether a noun makes it a reference: a short number right behind it, or a code in capitals near it."""
    if _has_number(value):
        return gap <= CLOSE
    return value.isupper() and 5 <= len(value) <= 8 and not shouted


def _has_number(value: str) -> bool:
    return sum(c.isdigit() for c in value) >= 3 and not MEASURE.fullmatch(value)


def _noun_asked_for(asked: str) -> str | None:
    """The label of what the last question asked for, where it asked for one thing only."""
    if not ASKED_FOR.search(asked):
        return None
    labels = {label for label, noun in NOUNS if noun.search(asked)}
    labels = labels - {"Reference"} or labels
    return labels.pop() if len(labels) == 1 else None


def _speaks_for_itself(value: str) -> bool:
    """Whether it looks like a reference without any noun: a # before it, capitals with digits, or five digits."""
    letters, digits = (sum(map(kind, value)) for kind in (str.isalpha, str.isdigit))
    if MEASURE.fullmatch(value):
        return False
    if value.startswith("#"):
        return digits > 0
    return (letters > 0 and digits > 0 and len(value) >= 5 and value == value.upper()) or (letters == 0 and digits >= 5)


def _could_answer(value: str, text: str) -> bool:
    """Whether a short answer is hardly more than the code itself."""
    return len(text.split()) <= 4 and len(value) >= 4 and (_has_number(value) or value.isupper())
