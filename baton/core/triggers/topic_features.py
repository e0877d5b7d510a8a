"""What the model of policy topics looks at: ideas, words and their neighbours, letters, what the lexicons found.

Ideas and the lexicons' finds are the same in every language: what is learned of "twice" beside "money" in one holds
in all.
"""

from collections.abc import Iterator
from functools import lru_cache

from baton.core.triggers.heard import Heard
from baton.core.triggers.ideas import ideas

LONGEST_PIECE = 40
"""Words that are judged together. A longer message is judged piece by piece, so that no paste can drown a request."""

LONGEST_WORD = 40
"""Letters of a word that are looked at. No language's words are longer."""

_BEGINNING = 3
"""Words in which a message shows what it is going to be: a question, a wish, a tale."""

_WAYS = ("action:", "subject:")
_CUES = ("about", "may", "mine", "how_to", "declined")


def pieces(heard: Heard, *, most: int) -> list[tuple[int, int]]:
    """Where the message is cut to be judged: where sentences end if possible, the first `most` pieces."""
    words = heard.text.words
    cuts: list[tuple[int, int]] = []
    at = 0
    while at < len(words) and len(cuts) < most:
        end = min(len(words), at + LONGEST_PIECE)
        if end < len(words):
            end = next((i + 1 for i in range(end - 1, at + LONGEST_PIECE // 2, -1) if words[i] in (".", "?")), end)
        cuts.append((at, end))
        at = end
    return cuts


def features(heard: Heard, start: int, end: int) -> set[str]:
    """The features of the words from `start` up to `end`."""
    return {*spelt(heard.text.words[start:end]), *_meanings(heard, start, end)}


def spelt(words: tuple[str, ...]) -> Iterator[str]:
    """The words, each with the one before it, and the letters of longer ones; some may come twice."""
    before = "^"
    for at, word in enumerate(words):
        if word == ".":
            continue
        yield word
        yield f"{before} {word}"
        if len(word) == 1 and not word.isascii():
            yield "3" + "".join(words[at : at + 3])
        elif len(word) > 4:
            yield from _letters(word)
        before = word


@lru_cache(maxsize=10_000)
def _letters(word: str) -> tuple[str, ...]:
    return tuple(f"4{word[place : place + 4]}" for place in range(min(len(word), LONGEST_WORD) - 3))


def _meanings(heard: Heard, start: int, end: int) -> Iterator[str]:
    """Ideas and finds, alone and two by two."""
    seen: dict[str, int] = {}
    for at, idea in ideas(heard.text.words, start, end):
        seen.setdefault(idea, at)
    for label in (*_CUES, *(label for label in heard.found if label.startswith(_WAYS))):
        at = next((found.start for found in heard.found.get(label, ()) if start <= found.start < end), None)
        if at is not None:
            seen[label] = at
    labels = sorted(seen)
    for place, one in enumerate(labels):
        yield f"={one}"
        if seen[one] < start + _BEGINNING:
            yield f"^={one}"
        yield from (f"={one}+{other}" for other in labels[place + 1 :])
