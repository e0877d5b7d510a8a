"""One message, listened to once: every phrase of every language that it holds."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import import_module

from baton.core.lexicon.grammar import GRAMMAR
from baton.core.lexicon.shape import Lexicon
from baton.core.triggers.patterns import Found, Index, Pattern, compile_lines, phrase
from baton.core.triggers.text import Words, cut, fold

LANGUAGES = ("en", "de", "es")
"""The languages with a file in `baton/core/lexicon/`."""

Phrases = tuple[tuple[str, str, str], ...]
"""A tenant's own phrases: (label, language, phrase)."""


@dataclass(frozen=True, slots=True)
class Heard:
    """A message and what was found in it, by label, in the order of the message."""

    text: Words
    found: Mapping[str, tuple[Found, ...]]

    def all(self, *labels: str) -> tuple[Found, ...]:
        """Everything found under these labels."""
        return tuple(found for label in labels for found in self.found.get(label, ()))

    def quote(self, found: Found) -> str:
        """The customer's own words for it."""
        return self.text.quote(found.start, found.end)

    def only(self, *labels: str) -> bool:
        """Whether the whole message is made of nothing but these, and of at least one of the first."""
        if not self.found.get(labels[0]):
            return False
        covered = {at for found in self.all(*labels) for at in range(found.start, found.end)}
        return all(at in covered or word in (".", "?") for at, word in enumerate(self.text.words))

    def sentence(self, found: Found) -> tuple[int, int]:
        """The first and the last-but-one word of the sentence that it stands in."""
        words = self.text.words
        start, end = found.start, found.end
        while start > 0 and words[start - 1] not in (".", "?"):
            start -= 1
        while end < len(words) and words[end] not in (".", "?"):
            end += 1
        return start, end


def listen(text: str, *, phrases: Phrases = ()) -> Heard:
    """Find every phrase that the lexicons, and the tenant's own `phrases`, know in a message."""
    words = cut(text)
    found: dict[str, list[Found]] = {}
    for one in index().find(words):
        found.setdefault(one.label, []).append(one)
    if phrases:
        for one in _own_index(phrases).find(words):
            found.setdefault(one.label, []).append(one)
    return Heard(words, {label: tuple(some) for label, some in found.items()})


def overlaps(one: Found, others: Iterable[Found]) -> bool:
    """Whether it shares a word with any of the others."""
    return any(one.start < other.end and other.start < one.end for other in others)


@cache
def index() -> Index:
    """Every language's patterns, compiled when first needed and kept."""
    patterns: list[Pattern] = []
    keys: set[str] = set()
    known: set[str] = set()
    for language in LANGUAGES:
        lexicon: Lexicon = import_module(f"baton.core.lexicon.{language}").LEXICON
        for label, lines in (*GRAMMAR.items(), *lexicon.phrases.items()):
            patterns += compile_lines(label, language, lines, groups=lexicon.groups)
        keys.update(fold(lexicon.keys))
        known.update(fold(lexicon.known))
    built = Index(patterns, keys=frozenset(keys))
    built.vocabulary.update(known)
    return built


@lru_cache(maxsize=256)
def _own_index(phrases: Phrases) -> Index:
    made = (phrase(label, language, text) for label, language, text in phrases)
    return Index(pattern for pattern in made if pattern is not None)
