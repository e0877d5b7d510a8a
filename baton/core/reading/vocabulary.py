"""How telling each word is in a company's sources, so that proof of an answer weighs "warranty" above "order"."""

import math
from collections.abc import Mapping
from dataclasses import field

from baton.core.values import value


@value
class Vocabulary:
    """In how many of `passages` each of a question's words occurs. A word that is not in `found` occurs in none.

    `meant` has, for words that no passage has, the one that was probably meant; `same`, for some words, those that the
    company says may stand for them.
    """

    passages: int = 0
    found: Mapping[str, int] = field(default_factory=dict[str, int])
    meant: Mapping[str, str] = field(default_factory=dict[str, str])
    same: Mapping[str, frozenset[str]] = field(default_factory=dict[str, frozenset[str]])

    def weight(self, word: str) -> float:
        """The word's inverse document frequency on a scale of 0..1: 1 for a word that almost no passage has."""
        total = max(self.passages, 20)
        count = min(self.found.get(self.meant.get(word, word), 0), total)
        return math.log((total + 1) / (count + 0.5)) / math.log((total + 1) / 0.5)

    def knows(self, word: str) -> bool:
        """Whether any passage has the word."""
        return self.found.get(self.meant.get(word, word), 0) > 0


UNWEIGHTED = Vocabulary()
"""Where nothing is known of the sources: every word counts the same."""
