"""A wording in the features that the classifier of scope learns from: words, pairs, letters and meanings.

Stop words stay: "can I" and "I can't" ask for different things. Pairs of any two words, in any order, bring up what a
sentence is about where customers turn it round; letters bring up words that are nearly so.
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import pairwise

from baton.core.reading.synonyms import kinds, synonyms
from baton.core.reading.tokens import tokens, words
from baton.core.reading.wording import reworded

MOST_WORDS = 60
"""Words of a message that are looked at."""

MOST_PAIRED = 16
"""Distinct words that are paired, the first ones: a long message is about what it begins with, or about too much."""

RUNS = (2, 3, 4, 5)
"""Letters in a run, the spaces around the word among them."""

Features = tuple[list[str], list[str], list[str]]
"""By kind: words with their neighbours, pairs of words and what they mean, runs of letters (repeated ones too)."""


def features(text: str, language: str | None) -> Features:
    """The features of `text` by kind. Those of one kind do not collide with those of another."""
    said = words(text)[:MOST_WORDS]
    stems = [stem for word in said for stem in tokens(word, language or "en") or (word,)]
    about = [*_paired(stems), *_meanings(text, language)]
    return _in_order(stems), about, [run for word in said for run in _runs(word)]


def stems(text: str, language: str | None) -> set[str]:
    """The telling words of `text`."""
    return set(tokens(" ".join(words(text)[:MOST_WORDS]), language or "en"))


def _in_order(stems: list[str]) -> list[str]:
    around = ["^", *stems, "$"]
    return [*dict.fromkeys(stems), *dict.fromkeys(f"{a} {b}" for a, b in pairwise(around))]


def _paired(stems: Iterable[str]) -> list[str]:
    return list(_pairs(sorted(list(dict.fromkeys(stems))[:MOST_PAIRED])))


def _pairs(ordered: list[str]) -> Iterator[str]:
    for at, first in enumerate(ordered):
        for second in ordered[at + 1 :]:
            yield f"{first}+{second}"


def _meanings(text: str, language: str | None) -> list[str]:
    """Telling words, phrases in the words of help pages, and the synonyms of both."""
    code = language or "en"
    own = dict.fromkeys(stem for word in words(reworded(text, code))[:MOST_WORDS] for stem in tokens(word, code))
    meant = own | dict.fromkeys(other for stem in own for other in (*synonyms(stem, code), *kinds(stem, code)))
    return [f"~{stem}" for stem in meant]


@lru_cache(maxsize=20_000)
def _runs(word: str) -> tuple[str, ...]:
    spaced = f" {word[:32]} "
    return tuple(spaced[at : at + n] for n in RUNS for at in range(len(spaced) - n + 1))
