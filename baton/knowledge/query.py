"""A query as the index asks it: words with what each is worth, for the parts of a long message too, and letters."""

import math
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from baton.core.reading.clauses import clauses, is_long
from baton.core.reading.spelling import SHORTEST, meant
from baton.core.reading.synonyms import kinds, synonyms
from baton.core.reading.tokens import letters, tokens, words
from baton.core.reading.vocabulary import Vocabulary
from baton.core.reading.wording import commonness, reworded

MAX_LANGUAGES = 4
"""Languages of a tenant's sources, most used first, in whose forms a query's words are looked for."""

SYNONYM_BOOST = 0.4
"""What a synonym in a passage is worth beside the customer's own word."""

LETTERS_BOOST = 0.2
"""What a run of letters is worth beside a word."""

OF_A_PART = 100
"""Passages that each part of a long message may bring up."""

MAX_CLAUSES = 40
"""Clauses of a long message that are searched one by one."""

SHORT_MESSAGE = 40
"""Words up to which a query's letters are compared: more of them are alike to everything."""


@dataclass(frozen=True, slots=True)
class Query:
    """What a text asks of the index. `words` and each of `parts` are stem -> worth; `letters` are runs of three."""

    vocabulary: Vocabulary
    words: Mapping[str, float]
    others: frozenset[str] = frozenset()
    letters: frozenset[str] = frozenset()
    parts: tuple[Mapping[str, float], ...] = field(default=())


@lru_cache(maxsize=64)
def stems_of(text: str, language: str | None, codes: tuple[str, ...]) -> Mapping[str, str]:
    """The words of `text` as each language of the sources would write them, and as they were written: stem -> word.

    All of them, for sources rarely say their languages alike. Remembered for a moment: the words are looked up, then
    searched for.
    """
    return {
        stem: written
        for code in reversed(codes[:MAX_LANGUAGES] or (language or "",))
        for written in words(reworded(text, code or language))
        for stem in tokens(written, code or language or "en")
    }


def query_of(text: str, vocabulary: Vocabulary, language: str | None, codes: tuple[str, ...]) -> Query:
    """The query that `text` makes to sources in the languages `codes`, its words looked up in `vocabulary`."""
    parts = [_worth(part, language, codes) for part in clauses(text)[:MAX_CLAUSES]] if is_long(text) else []
    whole = _summed(parts) if parts else _worth(text, language, codes)
    whole |= dict.fromkeys(vocabulary.meant.values(), 1.0)
    known = [_known(part, vocabulary) for part in parts]
    is_short = len(text.split()) <= SHORT_MESSAGE
    return Query(
        vocabulary=vocabulary,
        words=_known(whole, vocabulary),
        others=frozenset(_others(vocabulary.found, codes)).union(*vocabulary.same.values()),
        letters=frozenset(letters(text)) if is_short else frozenset(),
        parts=tuple(part for part in known if len(part) > 1),
    )


def _known(worth: Mapping[str, float], vocabulary: Vocabulary) -> dict[str, float]:
    return {stem: value for stem, value in worth.items() if vocabulary.found.get(stem)}


def _worth(text: str, language: str | None, codes: tuple[str, ...]) -> dict[str, float]:
    return {stem: commonness(written, "en") for stem, written in stems_of(text, language, codes).items()}


def _summed(parts: Iterable[Mapping[str, float]]) -> dict[str, float]:
    """What is said again weighs more, less each time."""
    total: dict[str, float] = {}
    for part in parts:
        for stem, worth in part.items():
            total[stem] = total.get(stem, 0.0) + worth
    return {stem: math.log1p(worth) for stem, worth in total.items()}


def _others(found: Iterable[str], codes: tuple[str, ...]) -> Iterable[str]:
    return (other for word in found for code in codes for other in (*synonyms(word, code), *kinds(word, code)))


def slip_of(stem: str, written: str, code: str, spellings: Mapping[str, Collection[str]]) -> str | None:
    """The stem of the sources' own word for one that they do not have; `spellings` are theirs, by first letter."""
    if synonyms(stem, code) or len(written) < SHORTEST:
        return None
    other = meant(written, spellings.get(written[0], ()))
    return next(iter(tokens(other, code)), None) if other else None
