"""A text cut into the pieces of a vocabulary, the likeliest way: what a sentence encoder reads in the place of words.

Each piece has a score, the logarithm of how often it occurs; of all ways to cut a text the one with the highest sum is
taken (a unigram language model: Kudo 2018, "Subword Regularization").
"""

import unicodedata
from collections.abc import Mapping, Sequence

SPACE = "▁"
"""What stands for a space, and before the first word."""

UNKNOWN = 0
"""The number of a letter that no piece has; several in a row are one."""

NO_PIECE = -30.0
"""What a letter scores that no piece has: less than any piece."""

LONGEST = 600
"""Letters of a text that are looked at."""


class Pieces:
    """A vocabulary: the number and the score of each piece."""

    def __init__(self, scores: Mapping[str, tuple[int, float]]) -> None:
        self._scores = scores
        self._most = max(map(len, scores), default=1)

    def of(self, text: str) -> list[int]:
        """The numbers of the pieces of `text`, in order; none for an empty text."""
        letters = SPACE + unicodedata.normalize("NFKC", text.strip())[:LONGEST].replace(" ", SPACE)
        return self._cut(letters) if letters != SPACE else []

    def _cut(self, letters: str) -> list[int]:
        """The best way to the end of each beginning of `letters`, then back along it (Viterbi)."""
        best = [0.0]
        ways: list[tuple[int, int]] = [(0, UNKNOWN)]
        for end in range(1, len(letters) + 1):
            score, way = best[end - 1] + NO_PIECE, (end - 1, UNKNOWN)
            for start in range(max(0, end - self._most), end):
                known = self._scores.get(letters[start:end])
                if known and best[start] + known[1] > score:
                    score, way = best[start] + known[1], (start, known[0])
            best.append(score)
            ways.append(way)
        return _back(ways)


def _back(ways: Sequence[tuple[int, int]]) -> list[int]:
    found: list[int] = []
    end = len(ways) - 1
    while end:
        end, number = ways[end]
        if number != UNKNOWN or found[-1:] != [UNKNOWN]:
            found.append(number)
    return found[::-1]
