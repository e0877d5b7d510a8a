"""All patterns of all languages in one index, found in one walk through the message."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from baton.core.triggers.patterns import Found, Pattern, Step, end_of, is_loose
from baton.core.triggers.text import Run, Words

MOST_REMEMBERED = 20_000
LONGEST_REMEMBERED = 32
"""Words, and their letters, whose patterns are remembered. Ordinary talk in all languages stays far below."""


BLOCK = 64
"""Words over which it is told apart which steps can be taken at all. No pattern reaches over two blocks."""

MOST_TIMES = 64
"""How often one pattern is found in a message. Nobody means more by the hundredth time; pastes stay cheap."""

_Filed = tuple[Pattern, frozenset[int]]
"""A pattern, and the numbers of the later steps that it can't do without."""


class _Near(NamedTuple):
    """What a word may begin: patterns, those that also ask for a certain next word, and steps by their numbers."""

    patterns: tuple[_Filed, ...]
    pairs: Mapping[str, list[_Filed]]
    steps: frozenset[int]


_NO_STEPS = frozenset[int]()
_NO_PAIRS: Mapping[str, list[_Filed]] = {}


class Index:
    """Patterns filed under their first word or two, so that a message only meets those that can begin where it is.

    Of those, most need a later word that the message doesn't have at all; they are passed over by one comparison of
    sets. What a word may begin is remembered, for most words of a language come up again and again.
    """

    __slots__ = ("_by_pair", "_by_prefix", "_by_word", "_near", "_steps", "keys", "vocabulary")

    def __init__(self, patterns: Iterable[Pattern], *, keys: frozenset[str] = frozenset()) -> None:
        self._by_word: dict[str, list[_Filed]] = {}
        self._by_pair: dict[str, dict[str, list[_Filed]]] = {}
        self._by_prefix: dict[str, dict[str, list[_Filed]]] = {}
        self._steps = _StepShelf()
        self._near: dict[str, _Near] = {}
        lists: dict[int, tuple[Run, ...]] = {}
        for pattern in dict.fromkeys(patterns):
            self._file(pattern)
            lists.update((id(step.runs), step.runs) for step in pattern.steps)
        self.vocabulary = {atom for runs in lists.values() for run in runs for atom in run}
        self.keys = _one_letter_short(keys)

    def _file(self, pattern: Pattern) -> None:
        first, *later = pattern.steps
        needs = frozenset(self._steps.number(step) for step in later if step.runs and not step.optional)
        filed = (pattern, needs or _NO_STEPS)
        for head, runs in first.by_head.items():
            if any(len(run) == 1 or is_loose(run[1]) for run in runs):
                self._by_word.setdefault(head, []).append(filed)
            else:
                pairs = self._by_pair.setdefault(head, {})
                for second in dict.fromkeys(run[1] for run in runs):
                    pairs.setdefault(second, []).append(filed)
        for head in dict.fromkeys(run[0] for run in first.loose):
            if head == "#":
                self._by_word.setdefault(head, []).append(filed)
            else:
                self._by_prefix.setdefault(head[:2], {}).setdefault(head[:-1], []).append(filed)

    def find(self, text: Words) -> list[Found]:
        """Every pattern that the message shows, in the order of the message."""
        words, corrected = self._corrected(text.words)
        near = [self._near.get(word) or self._look(word) for word in words]
        here = _steps_by_block(near)
        times: dict[int, int] = {}
        found: list[Found] = []
        for at, (begins, after) in enumerate(zip(near, (*words[1:], ""), strict=False)):
            paired = begins.pairs.get(after)
            for pattern, needs in (*begins.patterns, *paired) if paired else begins.patterns:
                if needs <= here[at // BLOCK] and times.get(id(pattern), 0) < MOST_TIMES:
                    end = end_of(pattern.steps, words, at)
                    if end >= 0:
                        times[id(pattern)] = times.get(id(pattern), 0) + 1
                        mended = bool(corrected) and any(at <= place < end for place in corrected)
                        found.append(Found(pattern.label, pattern.language, at, end, mended))
        return found

    def _look(self, word: str) -> _Near:
        """What the word may begin, and remember it."""
        whole = [filed for one in _heads(word) for filed in self._by_word.get(one, ())]
        near = self._by_prefix.get(word[:2], {})
        begun = (filed for prefix, some in near.items() if word.startswith(prefix) for filed in some)
        looked = _Near((*whole, *begun), self._by_pair.get(word, _NO_PAIRS), self._steps.begun_by(word))
        if len(word) <= LONGEST_REMEMBERED:
            if len(self._near) >= MOST_REMEMBERED:
                self._near.clear()
            self._near[word] = looked
        return looked

    def _corrected(self, words: tuple[str, ...]) -> tuple[tuple[str, ...], set[int]]:
        mended: dict[int, str] = {}
        for at, word in enumerate(words):
            if 4 <= len(word) <= 16 and word.isascii() and word not in self.vocabulary:
                key = self._meant(word)
                if key:
                    mended[at] = key
        if not mended:
            return words, set()
        return tuple(mended.get(at, word) for at, word in enumerate(words)), set(mended)

    def _meant(self, word: str) -> str | None:
        """The key word one slip away (a letter too many, too few, wrong, or two swapped), or None."""
        for short in (word, *(word[:i] + word[i + 1 :] for i in range(len(word)))):
            for key in self.keys.get(short, ()):
                if _one_slip(word, key):
                    return key
        return None


def _steps_by_block(near: list[_Near]) -> list[frozenset[int]]:
    """For each block, the steps that it and the next one hold."""
    blocks = [
        frozenset[int]().union(*{id(one): one.steps for one in near[at : at + BLOCK]}.values())
        for at in range(0, len(near), BLOCK)
    ]
    return [one | other for one, other in zip(blocks, (*blocks[1:], _NO_STEPS), strict=False)]


class _StepShelf:
    """The steps of patterns, numbered, and filed under the words that they may begin with."""

    __slots__ = ("_by_prefix", "_by_word", "_numbers")

    def __init__(self) -> None:
        self._numbers: dict[tuple[Run, ...], int] = {}
        self._by_word: dict[str, set[int]] = {}
        self._by_prefix: dict[str, dict[str, set[int]]] = {}

    def number(self, step: Step) -> int:
        """The step's number; steps of the same words share one."""
        number = self._numbers.get(step.runs)
        if number is None:
            number = self._numbers[step.runs] = len(self._numbers)
            for run in step.runs:
                head = run[0]
                if head.endswith("*"):
                    self._by_prefix.setdefault(head[:-1][:2], {}).setdefault(head[:-1], set()).add(number)
                else:
                    self._by_word.setdefault(head, set()).add(number)
        return number

    def begun_by(self, word: str) -> frozenset[int]:
        """The numbers of the steps that may begin with this word."""
        found: set[int] = set()
        for whole in _heads(word):
            found.update(self._by_word.get(whole, ()))
        for short in (word[:1], word[:2]):
            for prefix, some in self._by_prefix.get(short, {}).items():
                if word.startswith(prefix):
                    found |= some
        return frozenset(found)


def _heads(word: str) -> tuple[str, ...]:
    return (word, "#") if word.isdecimal() else (word,)


def _one_letter_short(keys: frozenset[str]) -> dict[str, tuple[str, ...]]:
    shelf: dict[str, list[str]] = {}
    for key in sorted(keys):
        for short in {key, *(key[:i] + key[i + 1 :] for i in range(len(key)))}:
            shelf.setdefault(short, []).append(key)
    return {short: tuple(found) for short, found in shelf.items()}


def _one_slip(word: str, key: str) -> bool:
    head = 0
    while head < min(len(word), len(key)) and word[head] == key[head]:
        head += 1
    a, b = word[head:], key[head:]
    swapped = len(a) > 1 and len(b) > 1 and a[0] == b[1] and a[1] == b[0] and a[2:] == b[2:]
    return a[1:] == b[1:] or a[1:] == b or a == b[1:] or swapped
