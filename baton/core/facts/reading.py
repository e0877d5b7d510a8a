"""The facts of a conversation: what one message corrects or denies, what it repeats, what is shown first.

A fact's value is the customer's own characters at a place in their message, so a fact that is not in the transcript
can't come out. A correction ("sorry, I meant 4521") replaces what it corrects.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from baton.core.actors import ActorKind
from baton.core.facts.fact import NUMBERED, Fact, FactKind
from baton.core.facts.finding import Known, corrects, find
from baton.core.facts.own import OwnFact
from baton.core.facts.products import one_of
from baton.core.facts.words import CORRECTED, CORRECTION, NEGATION
from baton.core.messages import Message, MessageKind
from baton.core.redaction import blank

MAX_MESSAGES = 200
MAX_CHARACTERS = 4000
"""Characters read of one message: longer ones are pasted logs, whose first lines say what matters."""

_DENIES_BEFORE = 16
"""Characters before a value in which a "not" is about it."""

_RANK = {kind: rank for rank, kind in enumerate(FactKind)}
_BARE = frozenset({FactKind.REFERENCE})


def extract(
    messages: Iterable[Message], *, own: Sequence[OwnFact] = (), products: Sequence[str] = ()
) -> tuple[Fact, ...]:
    """The facts of a conversation, most useful first, each once, as last corrected.

    `own` are the tenant's patterns, `products` the names that its documents give to what it sells.
    """
    facts: list[Fact] = []
    known = Known(own=own, products=one_of(products))
    for message in tuple(messages)[-MAX_MESSAGES:]:
        if message.author.kind is ActorKind.CUSTOMER:
            facts = _fold(facts, message, known)
        elif message.kind is not MessageKind.NOTE:
            known = replace(known, asked=message.text[-MAX_CHARACTERS:])
    return tuple(sorted(facts, key=lambda fact: _RANK[fact.kind]))


def _fold(facts: list[Fact], message: Message, known: Known) -> list[Fact]:
    """The facts so far and those of one message: what it corrects or denies goes, what it repeats stays once."""
    text = blank(message.text[:MAX_CHARACTERS])
    said = CORRECTION.search(text)
    terse = said is not None or CORRECTED.search(text) is not None
    for place in find(text, known, terse=terse):
        if NEGATION.search(text[max(0, place.start - _DENIES_BEFORE) : place.start]):
            continue
        fact = Fact(place.kind, place.value, message.seq, place.start, place.name)
        if terse and ((said and said.start() <= place.start) or corrects(place.value, place.start, text)):
            fact, facts = _corrected(facts, fact)
        facts = _added(facts, fact)
    return [fact for fact in facts if not _is_denied(fact.value, text)]


def _added(facts: list[Fact], fact: Fact) -> list[Fact]:
    """With one more, unless it is there: what is first called a bare number and then by its name keeps the name."""
    same = next((one for one in facts if one.normal == fact.normal), None)
    if same is None:
        return [*facts, fact]
    if same.kind in _BARE and fact.kind in NUMBERED:
        return [replace(one, kind=fact.kind) if one is same else one for one in facts]
    return facts


def _is_denied(value: str, text: str) -> bool:
    """Whether the text says that it is not this one."""
    place = text.find(value)
    return place >= 0 and NEGATION.search(text[max(0, place - _DENIES_BEFORE) : place]) is not None


def _corrected(facts: list[Fact], new: Fact) -> tuple[Fact, list[Fact]]:
    """Drop the latest earlier fact that the new one replaces: one of its kind, or for a bare number any number."""
    bare = new.kind in _BARE
    for fact in reversed(facts):
        alike = fact.kind is new.kind or (bare and fact.kind in NUMBERED and _shape(fact.value) == _shape(new.value))
        if alike and (fact.seq, fact.start) < (new.seq, new.start) and fact.name == new.name:
            return replace(new, kind=fact.kind), [other for other in facts if other is not fact]
    return new, facts


def _shape(value: str) -> tuple[bool, bool]:
    """Whether it has letters and whether it has digits."""
    return any(c.isalpha() for c in value), any(c.isdigit() for c in value)
