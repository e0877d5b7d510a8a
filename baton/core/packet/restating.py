"""What had to be said again after a person took over: a question for what was written, and what the customer repeats.

Both are what a packet is there to prevent, so both are counted. A question is told by the noun of what it asks for; a
repetition by a fact whose normalised value stood in the conversation before.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from baton.core.actors import ActorKind
from baton.core.facts import Fact, FactKind, extract
from baton.core.facts.words import ASKED_FOR, NOUNS
from baton.core.messages import Message, MessageKind

_CONTACT = (
    (FactKind.EMAIL, re.compile(r"\be-?mail|correo|courriel|posta elettronica|メール", re.IGNORECASE)),
    (FactKind.PHONE, re.compile(r"\b(?:phone|telephone|mobile|telefon\w*|teléfono|téléphone)|電話", re.IGNORECASE)),
    (
        FactKind.ADDRESS,
        re.compile(r"(?<!mail )\b(?:postal|street|delivery|home) address|\blieferadresse", re.IGNORECASE),
    ),
    (FactKind.ERROR, re.compile(r"\berror|fehler|erreur|エラー", re.IGNORECASE)),
    (FactKind.DEVICE, re.compile(r"\b(?:device|which phone|gerät|appareil|dispositivo)", re.IGNORECASE)),
    (FactKind.BROWSER, re.compile(r"\bbrowser|navigateur|navegador", re.IGNORECASE)),
)


@dataclass(frozen=True, slots=True)
class Restated:
    """One thing said again: by whom it was asked or repeated, in which message, and the fact that had been there."""

    by: ActorKind
    seq: int
    fact: Fact


def restated(messages: Sequence[Message], *, taken_at: int) -> tuple[Restated, ...]:
    """What was asked for or repeated after the message number `taken_at`, though it stood before it."""
    before = [message for message in messages if message.seq <= taken_at]
    known = extract(before)
    found: list[Restated] = []
    told: set[str] = set()
    for message in (one for one in messages if one.seq > taken_at and one.kind is not MessageKind.NOTE):
        if message.author.kind is ActorKind.OPERATOR:
            asked = [fact for fact in known if fact.kind in _asked_for(message.text)]
            found += [Restated(ActorKind.OPERATOR, message.seq, fact) for fact in _one_a_kind(asked)]
        elif message.author.kind is ActorKind.CUSTOMER:
            said = {fact.normal for fact in extract([message])} - told
            found += [Restated(ActorKind.CUSTOMER, message.seq, fact) for fact in known if fact.normal in said]
            told |= said
    return tuple(found)


def _asked_for(text: str) -> set[FactKind]:
    """The kinds of facts that a message asks for, sentence by sentence."""
    asks = [part for part in re.split(r"(?<=[.!?？。])\s*|\n", text) if ASKED_FOR.search(part)]
    kinds = {kind for part in asks for kind, noun in (*NOUNS, *_CONTACT) if noun.search(part)}
    return kinds - {FactKind.REFERENCE}


def _one_a_kind(facts: Sequence[Fact]) -> list[Fact]:
    """The first of each kind: one question asks for one thing, however many were written."""
    return list({fact.kind: fact for fact in reversed(facts)}.values())[::-1]
