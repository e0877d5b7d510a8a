"""A company's own wordings as one edits them: each sentence as it stands, what is wrong with a text, how it reads."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from baton.core.copy.catalogues import FALLBACK, Catalogue, catalogue
from baton.core.copy.liquid import template
from baton.core.copy.own import MAY_BE_LEFT_OUT, MOST_SAID, OwnWording, flaws, keys

_EXAMPLES: Mapping[str, str] = MappingProxyType(
    {
        "name": "Dana",
        "to": "Sam",
        "reference": "HP-104233",
        "phone": "+49 431 5550199",
        "email": "maria@example.com",
        "position": "3",
        "n": "10",
        "low": "5",
        "high": "10",
        "days": "7",
        "day": "24",
        "city": "Berlin",
        "zone": "Berlin",
        "time": "9:00",
        "start": "9:00",
        "end": "10:00",
        "file": "invoice.pdf",
        "a": "A",
        "b": "B",
        "matter": "4521",
    }
)
"""What stands for a placeholder in a preview. The others are clauses, and are shown in the language itself."""

_CLAUSES: Mapping[str, str] = MappingProxyType(
    {
        "when": "day_tomorrow",
        "slot": "day_tomorrow",
        "date": "day_tomorrow",
        "weekday": "weekday_1",
        "queue": "team_word",
        "range": "minutes_between",
        "connect": "connect_person",
        "because": "because_customer_request",
    }
)
"""Sentences of the catalogue that stand for a placeholder."""

_NAMED = re.compile(r"\{\{-?\s*(\w+)[^{}]*\}\}")


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence in a language: the desk's own text in Liquid, the company's where it has one, and how it reads.

    `required` are the placeholders that a wording must keep.
    """

    key: str
    built_in: str
    own: str | None
    reads: str
    placeholders: tuple[str, ...]
    required: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Strange:
    """A placeholder that the sentence does not have, with its place in the text: from and up to which character."""

    name: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Looked:
    """What is wrong with a text, a sentence each, and how the customer would read it; None where it can't be said."""

    flaws: tuple[str, ...]
    strange: tuple[Strange, ...]
    missing: tuple[str, ...]
    reads: str | None


def sentences(language: str, own: Iterable[OwnWording]) -> tuple[Sentence, ...]:
    """Every sentence that can be worded, as it stands in a language on the shelf."""
    words = catalogue(language)
    worded = {one.key: one.text for one in own if catalogue(one.language).code == words.code}
    return tuple(_sentence(key, known, words, worded.get(key)) for key, known in keys().items())


def look(language: str, key: str, text: str) -> Looked:
    """Look at a wording of a known sentence while it is being written."""
    known, words = keys()[key], catalogue(language)
    one = OwnWording(language, key, text)
    strange = tuple(
        Strange(found[1], found.start(), found.end()) for found in _NAMED.finditer(text) if found[1] not in known
    )
    ready = template(text, MOST_SAID)
    missing = known - ready.used - MAY_BE_LEFT_OUT if ready else frozenset[str]()
    reads = None if ready is None or strange else ready.say(_values(known, words))
    return Looked(tuple(flaws(one)), strange, tuple(sorted(missing)), reads)


def _sentence(key: str, known: frozenset[str], words: Catalogue, own: str | None) -> Sentence:
    built_in = _built_in(key, words)
    values = _values(known, words)
    ready = template(own, MOST_SAID) if own is not None else None
    said = ready.say(values) if ready else None
    return Sentence(
        key=key,
        built_in=re.sub(r"\{(\w+)\}", r"{{ \1 }}", built_in),
        own=own,
        reads=said or built_in.format(**values),
        placeholders=tuple(sorted(known)),
        required=tuple(sorted(known - MAY_BE_LEFT_OUT)),
    )


def _built_in(key: str, words: Catalogue) -> str:
    """The desk's own text; of a sentence with a number, that of ten."""
    if forms := words.plurals.get(key) or catalogue(FALLBACK).plurals.get(key):
        return forms[min(words.form(10), len(forms) - 1)]
    return words.texts.get(key) or catalogue(FALLBACK).texts[key]


def _values(known: Iterable[str], words: Catalogue) -> dict[str, str]:
    return {name: _value(name, words) for name in known}


def _value(name: str, words: Catalogue) -> str:
    if name in _EXAMPLES:
        return words.isolated(_EXAMPLES[name])
    return _built_in(_CLAUSES[name], words).format(**_EXAMPLES)
