"""A question read for what it asks: its telling words, what may stand for them, and the form of answer."""

import heapq
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import field
from itertools import pairwise

from baton.core.answers.form import Asked, form_of
from baton.core.reading.clauses import asks, clauses, told_aside
from baton.core.reading.following import refers_back
from baton.core.reading.synonyms import MATERIALS, kinds, synonyms
from baton.core.reading.tokens import tokens, words
from baton.core.reading.vocabulary import Vocabulary
from baton.core.reading.wording import (
    LIGHT,
    asks_for_existence,
    commonness,
    deed,
    either,
    is_generic,
    reworded,
)
from baton.core.values import value

MAX_WORDS = 40
"""Words of a question that are weighed: the most telling, when somebody tells a long story."""

FROM_CONTEXT = 0.5
"""What a word from the turn before weighs in a question that leans on it."""

SYNONYM = 0.8
"""What a synonym is worth beside the word itself."""

DEED = 0.8
"""What the verb tells of what a customer wants to do, however common: to book a table is not to buy one."""

ASIDE = 0.1
"""What is left of a word's weight that a customer tells beside the question ("I'm a bit annoyed.")."""

OF_MATERIAL = 0.6
"""What the thing is worth for the material that it is made of."""

CASE = 1
"""Telling words beside the question up to which they are its case, where the sources know it ("I'm pregnant, ...")."""

NUMERAL = 0.4
"""What is left of a number's weight. "After 20 days" is the customer's own case, which no page repeats."""


_UNITS = frozenset(tokens("minute hour day week month year", "en"))
"""What a question asks in, when all that it says beside is told before it ("..., how many days have I got?")."""


@value
class Question:
    """A question's telling words (stem -> weight 0..1), how each was written, and the form of answer it asks for."""

    words: Mapping[str, float]
    plain: Mapping[str, float]
    surface: Mapping[str, str]
    others: Mapping[str, frozenset[str]]
    kinds: Mapping[str, Mapping[str, float]]
    context: frozenset[str]
    asked: Asked
    form_words: frozenset[str]
    in_sources: frozenset[str]
    known: frozenset[str]
    total: float
    _weighed: dict[frozenset[str], float] = field(
        default_factory=dict[frozenset[str], float], init=False, compare=False, repr=False
    )

    def covered_by(self, found: frozenset[str]) -> float:
        """Share of the words' weight that `found` has, 0..1; a synonym counts a little less than the word."""
        return self.weight_in(found) / self.total

    def has(self, word: str, found: frozenset[str]) -> bool:
        """Whether `found` has one of the words, or what may stand for it."""
        return self._has(word, found) > 0.0

    def weight_in(self, found: frozenset[str]) -> float:
        """Weight of the words that `found` has."""
        seen = self.known & found
        if not seen:
            return 0.0
        weight = self._weighed.get(seen)
        if weight is None:
            weight = self._weighed[seen] = self._weight_of(seen)
        return weight

    @property
    def said(self) -> float:
        """How much the question tells: its words, common ones for less."""
        return sum(self.plain.values())

    def plainly_covered_by(self, found: frozenset[str]) -> float:
        """Share of the words that `found` has, 0..1, each counting for what it tells, however many passages have it."""
        return sum(weight * self._has(word, found) for word, weight in self.plain.items()) / (self.said or 1.0)

    def plainest_missing(self, found: frozenset[str]) -> float:
        """What the most telling word that `found` lacks tells, 0..1, however many passages have it."""
        return max((weight for word, weight in self.plain.items() if not self._has(word, found)), default=0.0)

    def plainest_known_missing(self, found: frozenset[str]) -> float:
        """`plainest_missing` among the words that the sources have elsewhere."""
        missing = (
            weight for word, weight in self.plain.items() if word in self.in_sources and not self._has(word, found)
        )
        return max(missing, default=0.0)

    def heaviest_missing(self, found: frozenset[str]) -> float:
        """Weight of the most telling word that `found` lacks, 0 where it has all."""
        return max((weight for word, weight in self.words.items() if not self._has(word, found)), default=0.0)

    def missing_from(self, found: frozenset[str]) -> tuple[str, ...]:
        """The words, as written, that `found` lacks; one that is cut for the search is named once."""
        return tuple(dict.fromkeys(written for word, written in self.surface.items() if not self._has(word, found)))

    def _weight_of(self, seen: frozenset[str]) -> float:
        if len(seen) == 1 and (only := self.words.get(next(iter(seen)))) is not None:
            return only
        return sum(weight * self._has(word, seen) for word, weight in self.words.items())

    def _has(self, word: str, found: frozenset[str]) -> float:
        if word in found:
            return 1.0
        if not found.isdisjoint(self.others[word]):
            return SYNONYM
        wider = self.kinds.get(word)
        return max((worth for wide, worth in wider.items() if wide in found), default=0.0) if wider else 0.0


def read_question(text: str, language: str | None, vocabulary: Vocabulary, context: str = "") -> Question:
    """A question read for the words and the form of its answer. `language` is the one of the sources, `context` are
    earlier words that the question leans on."""
    asked = form_of(text)
    surface = _surface(text, language, asked, vocabulary)
    plain = _told(text, surface, language, vocabulary)
    weights = {stem: vocabulary.weight(stem) * share for stem, share in plain.items()}
    before = frozenset(tokens(context, language or "en")) if context else frozenset[str]()
    for stem in before - weights.keys():
        weights[stem] = vocabulary.weight(stem) * FROM_CONTEXT
    if len(weights) > MAX_WORDS:
        weights = dict(heapq.nlargest(MAX_WORDS, weights.items(), key=lambda item: item[1]))
    others = _others(weights, vocabulary, language, [*either(reworded(text, language)), asked.said_by])
    # "wire transfer": what a customer says beside a word says something else, and does not stand for it.
    said = frozenset(tokens(text, language or "en")) & weights.keys() - frozenset(asked.said_by)
    others |= {stem: others[stem] - (said - vocabulary.same.get(stem, frozenset())) for stem in said}
    exactly = asks_for_existence(text)
    broader = {} if exactly else _broader(weights, vocabulary, language) | _made_of(surface.values(), language)
    return Question(
        words=weights,
        plain={stem: plain.get(stem, FROM_CONTEXT) for stem in weights},
        surface={stem: written for stem, written in surface.items() if stem in weights},
        others=others,
        kinds=broader,
        context=before,
        asked=asked,
        form_words=frozenset(tokens(asked.label, "en")),
        in_sources=frozenset(filter(vocabulary.knows, weights)),
        known=frozenset(weights).union(*others.values(), *broader.values()),
        total=sum(weights.values()) or 1.0,
    )


def _surface(text: str, language: str | None, asked: Asked, vocabulary: Vocabulary) -> dict[str, str]:
    """The question's words as written, by stem: none that only say its form or that something is told."""
    surface: dict[str, str] = {}
    for written in words(reworded(text, language)):
        for stem in tokens(written, language or "en"):
            surface.setdefault(stem, written)
    kept = {
        stem: written
        for stem, written in surface.items()
        if not asked.is_formal(written) and (vocabulary.knows(stem) or not is_generic(written, language))
    }
    return kept or surface


def _told(text: str, surface: Mapping[str, str], language: str | None, vocabulary: Vocabulary) -> dict[str, float]:
    """What each word tells, 0..1, whatever the sources: deeds the most, common words and asides little."""
    done = deed(reworded(text, language).casefold())
    told = {stem: _told_by(written, language) for stem, written in surface.items()}
    if done not in LIGHT:
        told |= {stem: max(told[stem], DEED) for stem, written in surface.items() if written == done}
    aside = told_aside(text)
    if not aside:
        return told
    questions = " ".join(filter(asks, clauses(text)))
    asked = frozenset(tokens(reworded(questions, language), language or "en"))
    if not any(told.get(stem, 0.0) >= DEED for stem in asked - _UNITS):
        return told
    beside = told.keys() - asked
    is_case = len(beside) <= CASE and any(map(vocabulary.knows, beside))
    left = FROM_CONTEXT if is_case or refers_back(questions) else ASIDE
    return {stem: worth if stem in asked else worth * left for stem, worth in told.items()}


def _told_by(written: str, language: str | None) -> float:
    return NUMERAL if written.isdecimal() else commonness(written, language)


def _others(
    stems: Iterable[str], vocabulary: Vocabulary, language: str | None, groups: Iterable[Sequence[str]]
) -> dict[str, frozenset[str]]:
    """What stands for each word: synonyms, the word that a slip was meant for, the company's own, its group."""
    others: dict[str, frozenset[str]] = {}
    for stem in stems:
        meant = vocabulary.meant.get(stem)
        others[stem] = synonyms(meant, language) | {meant} if meant else synonyms(stem, language)
        others[stem] |= vocabulary.same.get(stem, frozenset())
    for group in groups:
        alike = frozenset(stem for word in group for stem in tokens(word, language or "en"))
        others |= {stem: others[stem] | (alike - {stem}) for stem in alike & others.keys()}
    return others


def _made_of(said: Iterable[str], language: str | None) -> dict[str, Mapping[str, float]]:
    """What stands for a material: the thing right after it, "table" for the "oak" of "oak table"."""
    code = (language or "en")[:2]
    materials = MATERIALS.get(code, frozenset())
    found: dict[str, Mapping[str, float]] = {}
    for made_of, thing in pairwise(said):
        if made_of in materials:
            found |= dict.fromkeys(tokens(made_of, code), dict.fromkeys(tokens(thing, code), OF_MATERIAL))
    return found


def _broader(stems: Iterable[str], vocabulary: Vocabulary, language: str | None) -> dict[str, Mapping[str, float]]:
    found = {stem: kinds(vocabulary.meant.get(stem, stem), language, is_known=vocabulary.knows(stem)) for stem in stems}
    return {stem: wide for stem, wide in found.items() if wide}
