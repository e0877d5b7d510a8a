"""What a message's words have in common with those of other languages: "money", "twice", "somebody", "cancel"."""

from collections.abc import Iterator
from functools import cache, lru_cache
from importlib import import_module

from baton.core.triggers.text import fold

LANGUAGES = ("en", "de", "es", "fr", "it", "pt", "nl", "pl", "ru", "tr", "ar", "hi", "zh", "ja")
"""The languages with a file in `baton/core/lexicon/ideas/`."""

_SHORTEST = 2
"""Letters of the shortest beginning of a word that stands for an idea."""

_Run = tuple[tuple[str, ...], str]
"""The words that have to follow, and the idea."""


def ideas(words: tuple[str, ...], start: int, end: int) -> Iterator[tuple[int, str]]:
    """(place, idea) for each idea that begins at a word from `start` up to `end`."""
    for at in range(start, end):
        for rest, idea in _begun(words[at]):
            if not rest or words[at + 1 : min(end, at + 1 + len(rest))] == rest:
                yield at, idea


@lru_cache(maxsize=20_000)
def _begun(word: str) -> tuple[_Run, ...]:
    """What a word may begin. Remembered, for most words of a language come up again and again."""
    if len(word) > 32:
        return ()
    runs, beginnings = _shelves()
    cut = (beginnings.get(word[:length], ()) for length in range(_SHORTEST, len(word) + 1))
    return (*runs.get(word, ()), *(run for some in cut for run in some))


@cache
def _shelves() -> tuple[dict[str, tuple[_Run, ...]], dict[str, tuple[_Run, ...]]]:
    """All languages' ideas by their first word, and those of words that only begin so."""
    runs: dict[str, tuple[_Run, ...]] = {}
    beginnings: dict[str, tuple[_Run, ...]] = {}
    for language in LANGUAGES:
        said: dict[str, str] = import_module(f"baton.core.lexicon.ideas.{language}").IDEAS
        for idea, entry in ((idea, entry) for idea, entries in said.items() for entry in entries.split()):
            first, *rest = fold(entry.rstrip("*").replace("_", " "))
            shelf = beginnings if entry.endswith("*") else runs
            run = (tuple(rest), idea)
            if run not in shelf.get(first, ()):
                shelf[first] = (*shelf.get(first, ()), run)
    return runs, beginnings
