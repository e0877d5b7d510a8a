"""A tenant's own words: what its sources call a thing, and what customers call it.

Where a question has a customer's word that the sources don't have, it is asked with the sources' word instead. Where
they have both, each may stand for the other, in this question alone.
"""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import lru_cache

from baton.core.reading.stopwords import STOP_WORDS
from baton.core.reading.tokens import tokens, words
from baton.core.reading.wording import commonness

MOST = 300
"""Words of a tenant. All of them are looked for in every question."""

MOST_OTHERS = 20
LONGEST = 60
"""Characters of a word or phrase; a sentence is no word."""

_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


@dataclass(frozen=True, slots=True)
class OwnWord:
    """What the sources call a thing, and the other words for it."""

    word: str
    others: tuple[str, ...]
    updated_at: datetime | None = None
    updated_by: str | None = None


@dataclass(frozen=True, slots=True)
class Read:
    """A question in the sources' words, and the stems that may stand for each other in it."""

    text: str
    same: Mapping[str, frozenset[str]] = field(default_factory=dict[str, frozenset[str]])


class OwnWords:
    """The words of one tenant, ready to be looked for."""

    def __init__(self, given: Iterable[OwnWord] = ()) -> None:
        self._groups = [(one.word, *one.others) for one in given]
        self._group_of = {folded(name): group for group in self._groups for name in group}
        names = sorted(self._group_of, key=len, reverse=True)
        self._pattern = re.compile("|".join(map(_pattern, names)), re.IGNORECASE) if names else None

    def __bool__(self) -> bool:
        return self._pattern is not None

    def read(self, text: str, language: str | None, has: Callable[[Collection[str]], bool]) -> Read:
        """The question as the sources would put it. `has` says whether a passage has all of these stems."""
        if self._pattern is None:
            return Read(text)
        same: dict[str, frozenset[str]] = {}

        def instead(found: re.Match[str]) -> str:
            said = found[0]
            group = self._group_of.get(folded(said)) or self._group_of.get(folded(said[:-1]), ())
            known = [name for name in group if has(_stems(name, language))]
            mine = _stems(said, language)
            if known and not has(mine):
                said, mine = known[0], _stems(known[0], language)
            for other in known:
                _join(same, mine, _stems(other, language))
            return said

        return Read(self._pattern.sub(instead, text), same)

    def plainly(self, text: str) -> str:
        """`text` with the company's word for each thing that it calls by another one, whatever the sources have."""
        if self._pattern is None:
            return text

        def word(found: re.Match[str]) -> str:
            return (self._group_of.get(folded(found[0])) or self._group_of.get(folded(found[0][:-1]), (found[0],)))[0]

        return self._pattern.sub(word, text)

    def called(self, names: Iterable[str]) -> tuple[str, ...]:
        """What customers call the things that go by these names."""
        groups = {folded(name): self._group_of.get(folded(name), ()) for name in names}
        return tuple(other for name, group in groups.items() for other in group if folded(other) != name)


NO_WORDS = OwnWords()
"""Of a company that has said none."""


def folded(name: str) -> str:
    """A word as it is compared: capitals, blanks and hyphens make no difference."""
    return " ".join(name.casefold().replace("-", " ").split())


def flaws(one: OwnWord, others: Sequence[OwnWord]) -> Iterator[str]:
    """What is wrong with a word, each in a sentence; `others` are those that the tenant has beside it."""
    if not one.others:
        yield f"Say what customers call “{one.word}”: at least one other word."
    if len(one.others) > MOST_OTHERS:
        yield f"“{one.word}” has {len(one.others)} other words. {MOST_OTHERS} is the most."
    names = (one.word, *one.others)
    for name in names:
        yield from _flaws_of(name)
    for name in one.others:
        if all(commonness(word, "en") < 1.0 for word in words(name)):
            yield f"“{name}” is too common: questions about anything have it. Add the word that makes it yours."
    if len({folded(name) for name in names}) < len(names):
        yield f"“{one.word}” has the same word twice. Capitals, blanks and hyphens make no difference."
    taken = {folded(name): other.word for other in others for name in (other.word, *other.others)}
    for name in names:
        if folded(name) in taken:
            yield f"“{name}” belongs to “{taken[folded(name)]}” already. A word can stand for one thing only."


def _flaws_of(name: str) -> Iterator[str]:
    said = words(name)
    if not said or len(folded(name).replace(" ", "")) < 2:
        yield f"“{name}” is too short: a word has two letters or more."
    elif len(name) > LONGEST:
        yield f"“{name[:LONGEST]}…” is too long: a word or phrase has up to {LONGEST} characters."
    elif all(any(word in stops for stops in STOP_WORDS.values()) for word in said):
        yield f"“{name}” is a word that nearly every sentence has, so it would be found everywhere."


def _join(same: dict[str, frozenset[str]], mine: frozenset[str], theirs: frozenset[str]) -> None:
    for stem in mine - theirs:
        same[stem] = same.get(stem, frozenset()) | (theirs - mine)


@lru_cache(maxsize=4_096)
def _stems(name: str, language: str | None) -> frozenset[str]:
    return frozenset(tokens(name, language or "en"))


def _pattern(name: str) -> str:
    """The words in any writing: blanks or hyphens between them, and an English plural at the end."""
    inner = r"[\s-]+".join(map(re.escape, name.split()))
    return inner if _UNSPACED.search(name) else rf"(?<!\w){inner}s?(?!\w)"
