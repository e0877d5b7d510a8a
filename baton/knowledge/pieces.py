"""A text cut into the pieces of a vocabulary: what a sentence encoder reads in the place of words.

Words are told apart by spaces and marks, written small and without accents; each is cut from its beginning into the
longest pieces that the vocabulary has, and those that go on within a word are marked (WordPiece, as BERT has it:
Devlin et al. 2018).
"""

import re
import unicodedata
from collections.abc import Sequence

GOES_ON = "##"
"""What marks a piece that goes on within a word."""

BEGINS, ENDS, UNKNOWN = "[CLS]", "[SEP]", "[UNK]"
"""Pieces that stand before a text, after it, and for a word that the vocabulary cannot spell."""

LONGEST_WORD = 100
"""Letters of a word that is cut; a longer one is unknown."""

MARK = re.compile(r"[^\w\s]|_")
"""What may stand for itself between words."""

ALONE = re.compile("([\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff])")
"""Letters that are words of their own: Chinese characters."""

UNREAD = ("Mn", "Cf", "Cc")
"""Kinds of letters that are left out: accents, and what is not seen."""


class Pieces:
    """A vocabulary, whose pieces are numbered as they are listed."""

    def __init__(self, listed: Sequence[str]) -> None:
        self._numbers = {piece: at for at, piece in enumerate(listed)}
        self._most = max(map(len, listed), default=1)

    def of(self, text: str, limit: int) -> list[int]:
        """The numbers of the first `limit` pieces of `text`, with those before and after it."""
        found: list[int] = []
        # A piece has a letter at least, so no more of a paste than this can be read.
        for word in _words(text[: limit * LONGEST_WORD]):
            if len(found) >= limit:
                break
            found += self._cut(word)
        return [self._numbers[BEGINS], *found[:limit], self._numbers[ENDS]]

    def _cut(self, word: str) -> list[int]:
        """The longest pieces in turn; a word that they don't spell to its end is unknown as a whole."""
        found: list[int] = []
        start = 0
        while start < len(word) <= LONGEST_WORD:
            mark = GOES_ON if start else ""
            ends = range(min(len(word), start + self._most), start, -1)
            end = next((end for end in ends if mark + word[start:end] in self._numbers), 0)
            if not end:
                break
            found.append(self._numbers[mark + word[start:end]])
            start = end
        return found if start == len(word) else [self._numbers[UNKNOWN]]


def _words(text: str) -> list[str]:
    """The words and marks, written small and without accents."""
    apart = unicodedata.normalize("NFD", " ".join(text.lower().split()))
    plain = "".join(letter for letter in apart if unicodedata.category(letter) not in UNREAD)
    return MARK.sub(_apart, ALONE.sub(r" \1 ", plain)).split()


def _apart(mark: re.Match[str]) -> str:
    """A mark with spaces around it; signs like that of a currency stay with their word, as BERT read them."""
    is_mark = mark[0].isascii() or unicodedata.category(mark[0]).startswith("P")
    return f" {mark[0]} " if is_mark else mark[0]
