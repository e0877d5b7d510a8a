"""Phrases and patterns over folded words.

A pattern is a line of words. `refund*` is any word that begins so, `<person>` any entry of the language's group of
that name, `#` a number of two digits or more, and a `?` behind makes it optional. `~` is a gap of up to four words
that stops at the groups `stop` and `bot`, `~~` one of up to nine for scripts without spaces; `-` one of up to three
words, all of the group `small`. Nothing reaches over the end of a sentence.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from baton.core.triggers.text import Run, fold, fold_entries
from baton.core.values import value

_ENDS = (".", "?")


@dataclass(frozen=True, slots=True)
class Step:
    """One place of a pattern: one of several runs of words, or a gap that passes over up to `reach` words.

    `by_head` files the runs under their first word, `loose` are those that begin with a prefix or a number.
    """

    runs: tuple[Run, ...] = ()
    optional: bool = False
    reach: int = 0
    only: frozenset[str] | None = None
    never: frozenset[str] = frozenset()
    by_head: Mapping[str, tuple[Run, ...]] = field(default_factory=dict[str, tuple[Run, ...]], compare=False)
    loose: tuple[Run, ...] = field(default=(), compare=False)


@dataclass(frozen=True, slots=True)
class Pattern:
    """What a pattern shows (`label`), in which language, and its steps."""

    label: str
    language: str
    steps: tuple[Step, ...]


@value
class Found:
    """A pattern seen from word `start` up to word `end`. `corrected` where a misspelt word had to be read as meant."""

    label: str
    language: str
    start: int
    end: int
    corrected: bool = False


def end_of(steps: tuple[Step, ...], words: tuple[str, ...], at: int, step: int = 0) -> int:
    """Where a pattern ends, from its `step` on, when that begins at word `at`; -1 where it doesn't."""
    if step == len(steps):
        return at
    here = steps[step]
    if here.reach:
        return _end_after_gap(words, at, steps, step)
    if at < len(words):
        runs = here.by_head.get(words[at], ())
        for run in (*runs, *here.loose) if here.loose else runs:
            if _is_run(words, at, run):
                end = end_of(steps, words, at + len(run), step + 1)
                if end >= 0:
                    return end
    return end_of(steps, words, at, step + 1) if here.optional else -1


def _end_after_gap(words: tuple[str, ...], at: int, steps: tuple[Step, ...], step: int) -> int:
    gap = steps[step]
    for passed in range(gap.reach + 1):
        end = end_of(steps, words, at + passed, step + 1)
        if end >= 0:
            return end
        if at + passed >= len(words):
            return -1
        word = words[at + passed]
        if word in _ENDS or word in gap.never or (gap.only is not None and word not in gap.only):
            return -1
    return -1


def _is_run(words: tuple[str, ...], at: int, run: tuple[str, ...]) -> bool:
    if at + len(run) > len(words):
        return False
    for offset, atom in enumerate(run):
        word = words[at + offset]
        if word != atom and not _is_like(word, atom):
            return False
    return True


def _is_like(word: str, atom: str) -> bool:
    if atom == "#":
        return word.isdecimal() and len(word) > 1
    return atom[-1] == "*" and word.startswith(atom[:-1])


def compile_lines(label: str, language: str, lines: str, *, steps: "Steps") -> list[Pattern]:
    """Patterns from text, one to a line or between bars. A line whose groups the language lacks is left out."""
    patterns: list[Pattern] = []
    plain: list[str] = []
    for line in split(lines):
        if _is_plain(line):
            plain.append(line)
            continue
        parts = [steps.step(part) for part in line.split()]
        if all(part is not None for part in parts):
            patterns.append(Pattern(label, language, tuple(part for part in parts if part is not None)))
    patterns += (Pattern(label, language, (_choice([run]),)) for run in fold_entries("|".join(plain)))
    return patterns


def _is_plain(line: str) -> bool:
    return not ("<" in line or "~" in line or "-" in line or "?" in line)


def phrase(label: str, language: str, text: str) -> Pattern | None:
    """A pattern of plain words, as a tenant writes them, or None where nothing in it is a word."""
    words = tuple(word for word in fold(text) if word not in _ENDS)
    return Pattern(label, language, (_choice([words]),)) if words else None


def split(lines: str) -> list[str]:
    """The entries of a list in text: one to a line or between bars."""
    return [entry for line in lines.splitlines() for entry in map(str.strip, line.split("|")) if entry]


class Steps:
    """The steps that the patterns of one language are made of; each group of words is read once."""

    __slots__ = ("_groups", "_made")

    def __init__(self, groups: Mapping[str, str]) -> None:
        self._groups = groups
        self._made: dict[str, Step | None] = {}

    def step(self, part: str) -> Step | None:
        """The step for one part of a line, or None where it names a group that the language lacks."""
        if part not in self._made:
            self._made[part] = self._make(part)
        return self._made[part]

    def _make(self, part: str) -> Step | None:
        if part in ("~", "~~"):
            stop = (run[0] for name in ("stop", "bot") for run in self._runs(name) if len(run) == 1)
            return Step(reach=4 if part == "~" else 9, never=frozenset(stop))
        if part == "-":
            return Step(reach=3, only=frozenset(word for run in self._runs("small") for word in run))
        optional = part.endswith("?")
        name = part.rstrip("?")
        if not name.startswith("<"):
            runs = fold_entries(name)
            return _choice(runs[:1], optional=optional) if runs else None
        runs = self._runs(name.strip("<>"))
        return _choice(runs, optional=optional) if runs or optional else None

    def _runs(self, name: str) -> list[Run]:
        return fold_entries(self._groups.get(name, ""))


def _choice(runs: Sequence[Run], *, optional: bool = False) -> Step:
    by_head: dict[str, tuple[Run, ...]] = {}
    loose: list[Run] = []
    for run in runs:
        head = run[0]
        if is_loose(head):
            loose.append(run)
        else:
            by_head[head] = (*by_head[head], run) if head in by_head else (run,)
    return Step(runs=tuple(runs), optional=optional, by_head=by_head, loose=tuple(loose))


def is_loose(atom: str) -> bool:
    """Whether the atom stands for more than one word."""
    return atom == "#" or atom.endswith("*")
