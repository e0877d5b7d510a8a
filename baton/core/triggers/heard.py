"""One message, listened to once: every phrase of every language that it holds."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from importlib import import_module

from baton.core.lexicon.anger import MILD, STRONG
from baton.core.lexicon.danger import DANGER, DANGER_GRAMMAR
from baton.core.lexicon.everyday import EVERYDAY
from baton.core.lexicon.everyday_grammar import EVERYDAY_GRAMMAR, EVERYDAY_GROUPS
from baton.core.lexicon.grammar import GRAMMAR
from baton.core.lexicon.no_help import NO_HELP
from baton.core.lexicon.shape import Lexicon
from baton.core.triggers.index import Index
from baton.core.triggers.patterns import Found, Pattern, Steps, compile_lines, phrase
from baton.core.triggers.text import Words, cut, fold

LANGUAGES = (
    *("en", "de", "es", "fr", "it", "pt", "nl", "pl", "sv", "da", "no", "fi", "cs", "ro", "hu", "el", "bg", "sr", "sk"),
    *("sl", "lt", "lv", "et", "ca", "eu", "gl", "af", "mt", "is", "ga", "sq", "mk", "ru", "uk", "be", "ru-Latn"),
    *("tr", "az", "kk", "uz", "ka", "hy", "ar", "ar-Latn", "aeb", "he", "fa", "am", "ha", "yo", "so", "sw", "zu"),
    *("hi", "ur", "bn", "ta", "te", "kn", "ml", "mr", "gu", "pa", "ne", "si"),
    *("ja", "ko", "zh", "zh-Latn", "th", "km", "my", "vi", "id", "ms", "tl", "mfe", "ht"),
)
"""The languages with a file in `baton/core/lexicon/`. `-Latn`: in Latin letters, of a language with its own script."""

LONGEST_REMEMBERED = 1_000
"""Characters of a message that is remembered once it was listened to."""

Phrases = tuple[tuple[str, str, str], ...]
"""A tenant's own phrases: (label, language, phrase)."""


@dataclass(frozen=True, slots=True)
class Heard:
    """A message and what was found in it, by label, in the order of the message.

    `sentences` has the number of the sentence that each word stands in; `firsts` where in each sentence a label is
    first found. Both keep the reading of a long message in proportion to its length.
    """

    text: Words
    found: Mapping[str, tuple[Found, ...]]
    sentences: tuple[int, ...]
    firsts: Mapping[str, Mapping[int, int]]

    def all(self, *labels: str) -> tuple[Found, ...]:
        """Everything found under these labels."""
        return tuple(found for label in labels for found in self.found.get(label, ()))

    def quote(self, found: Found) -> str:
        """The customer's own words for it."""
        return self.text.quote(found.start, found.end)

    def quotes(self, found: Iterable[Found], most: int = 3) -> tuple[str, ...]:
        """The customer's own words for several, each once."""
        said: dict[tuple[str, ...], Found] = {}
        for one in found:
            said.setdefault(self.text.words[one.start : one.end], one)
        return tuple(dict.fromkeys(self.quote(one) for one in list(said.values())[:most]))

    def covered(self, *labels: str) -> set[int]:
        """The places of all words that belong to any of these."""
        return {at for found in self.all(*labels) for at in range(found.start, found.end)}

    def only(self, *labels: str) -> bool:
        """Whether the whole message is made of nothing but these, and of at least one of the first."""
        if not self.found.get(labels[0]):
            return False
        covered = self.covered(*labels)
        return all(at in covered or word in (".", "?") for at, word in enumerate(self.text.words))

    def first_beside(self, found: Found, label: str) -> int | None:
        """Where in the sentence around it the label is first found, or None."""
        firsts = self.firsts.get(label)
        return firsts.get(self.sentences[found.start]) if firsts else None


def listen(text: str, *, phrases: Phrases = ()) -> Heard:
    """Find every phrase that the lexicons, and the tenant's own `phrases`, know in a message.

    What was listened to a moment ago is remembered: a handoff's packet asks again what each message of its
    conversation says.
    """
    return _lately(text, phrases) if len(text) <= LONGEST_REMEMBERED else _listened(text, phrases)


def _listened(text: str, phrases: Phrases) -> Heard:
    words = cut(text)
    sentences = _sentences(words.words)
    found: dict[str, list[Found]] = {}
    firsts: dict[str, dict[int, int]] = {}
    own = _own_index(phrases).find(words) if phrases else []
    for one in (*index().find(words), *own):
        found.setdefault(one.label, []).append(one)
        firsts.setdefault(one.label, {}).setdefault(sentences[one.start], one.start)
    return Heard(words, {label: tuple(some) for label, some in found.items()}, sentences, firsts)


_lately = lru_cache(maxsize=1_000)(_listened)


def _sentences(words: tuple[str, ...]) -> tuple[int, ...]:
    number = 0
    numbers: list[int] = []
    for word in words:
        numbers.append(number)
        number += word in (".", "?")
    return tuple(numbers)


@cache
def index() -> Index:
    """Every language's patterns, compiled when first needed and kept."""
    patterns: list[Pattern] = []
    keys: set[str] = set()
    known: set[str] = set()
    for language in LANGUAGES:
        lexicon: Lexicon = import_module(f"baton.core.lexicon.{language.lower().replace('-', '_')}").LEXICON
        for spelt in _spellings(lexicon):
            steps = Steps({"human": spelt.groups["person"], **spelt.groups, **EVERYDAY_GROUPS.get(language, {})})
            everyday = (*EVERYDAY_GRAMMAR.items(), *EVERYDAY.get(language, {}).items())
            for label, lines in (*GRAMMAR.items(), *spelt.phrases.items(), *(everyday if spelt is lexicon else ())):
                patterns += compile_lines(label, language, lines, steps=steps)
        keys.update(fold(lexicon.keys))
        known.update(fold(lexicon.known))
    for label, said in (("stuck", NO_HELP), ("distress:strong", STRONG), ("distress:mild", MILD)):
        for language, lines in said.items():
            patterns += compile_lines(label, language, lines, steps=Steps({}))
    patterns += _dangers()
    built = Index(patterns, keys=frozenset(keys))
    built.vocabulary.update(known)
    return built


def _dangers() -> Iterator[Pattern]:
    """How each language says that somebody is in danger."""
    for language, groups in DANGER.items():
        steps = Steps(groups)
        said = (("action:danger", groups["said"]), ("no_danger", groups.get("calm", "")))
        for label, lines in (*DANGER_GRAMMAR.items(), *said):
            yield from compile_lines(label, language, lines, steps=steps)


def _spellings(lexicon: Lexicon) -> Iterator[Lexicon]:
    """The lexicon as it is written, and in its other spelling where it has one."""
    yield lexicon
    if lexicon.spellings:
        groups = {name: _respelt(lines, lexicon) for name, lines in lexicon.groups.items()}
        phrases = {label: _respelt(lines, lexicon) for label, lines in lexicon.phrases.items()}
        yield replace(lexicon, groups=groups, phrases=phrases)


def _respelt(lines: str, lexicon: Lexicon) -> str:
    """The lines in the other spelling; names of groups stay as they are."""
    parts = _NAME.split(lines)
    for one, other in lexicon.spellings:
        parts[::2] = (part.replace(one, other) for part in parts[::2])
    return "".join(parts)


_NAME = re.compile(r"(<\w+>)")


@lru_cache(maxsize=256)
def _own_index(phrases: Phrases) -> Index:
    made = (phrase(label, language, text) for label, language, text in phrases)
    return Index(pattern for pattern in made if pattern is not None)
