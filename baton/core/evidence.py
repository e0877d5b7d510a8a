"""What one passage has of one question: which of its words, in which places, and how alike."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from baton.core.grounding import Hit
from baton.core.sentences import Span, sentences
from baton.core.synonyms import synonyms
from baton.core.tokens import tokens, words
from baton.core.vocabulary import Vocabulary

_NUMBER_ASKED = re.compile(
    r"(?i)\b(?:how (?:long|much|many|often|far|old|soon|late|early|big|heavy|tall|wide|quickly|fast)|what time|when|price|"
    r"cost|fee|limit|deadline|wie (?:lange|viel|viele|oft)|wann|cu[aá]nto|cu[aá]nta|cu[aá]ndo|combien|quand|quanto|quanti|"
    r"quando|quantos|hoeveel|hoe lang|wanneer)\b"
)
_STEPS_ASKED = re.compile(
    r"(?i)\b(?:how (?:do|can|would|should|to|does one|might)|steps?|what (?:do|should|must) i do|where (?:do|can) i|set ?up|"
    r"wie (?:kann|mache|geht|gehe|soll)|c[oó]mo|comment|come (?:posso|faccio|si)|como (?:fa[çc]o|posso)|hoe (?:kan|moet|doe))\b"
)
_POLAR = re.compile(r"(?i)^\W*(?:\w+,\s*)?(?:can|could|do|does|is|are|will|may|am|has|have)\b")


FORM_WEIGHT = 0.15
"""What is left of the weight of a word that only asks for a form of answer, such as the "long" of "how long"."""

SYNONYM = 0.8
"""What a synonym is worth beside the word itself."""


@dataclass(frozen=True, slots=True)
class Question:
    """A question's telling words (stem -> weight 0..1), how each was written, and the form of answer it asks for."""

    words: Mapping[str, float]
    surface: Mapping[str, str]
    others: Mapping[str, frozenset[str]]
    context: frozenset[str]
    language: str | None
    wants_number: bool
    wants_steps: bool
    is_polar: bool

    def covered_by(self, found: frozenset[str]) -> float:
        """Share of the words' weight that `found` has, 0..1; a synonym counts a little less than the word."""
        total = sum(self.words.values())
        return (
            sum(weight * self._has(word, found) for word, weight in self.words.items()) / total
            if total
            else 0.0
        )

    def heaviest_missing(self, found: frozenset[str]) -> float:
        """Weight of the most telling word that `found` lacks, 0 where it has all."""
        return max((weight for word, weight in self.words.items() if not self._has(word, found)), default=0.0)

    def missing_from(self, found: frozenset[str]) -> tuple[str, ...]:
        """The words, as written, that `found` lacks."""
        return tuple(written for word, written in self.surface.items() if not self._has(word, found))

    def _has(self, word: str, found: frozenset[str]) -> float:
        if word in found:
            return 1.0
        return SYNONYM if not found.isdisjoint(self.others[word]) else 0.0


def read_question(text: str, language: str | None, vocabulary: Vocabulary, context: str = "") -> Question:
    """A question read for the words and the form of its answer. `language` is the one of the sources."""
    surface: dict[str, str] = {}
    for written in words(text):
        for stem in tokens(written, language or "en"):
            surface.setdefault(stem, written)
    number = _NUMBER_ASKED.search(text)
    form = frozenset(tokens(number[0], language or "en")) if number else frozenset[str]()
    weights = {stem: vocabulary.weight(stem) * (FORM_WEIGHT if stem in form else 1.0) for stem in surface}
    return Question(
        words=weights,
        surface={stem: written for stem, written in surface.items() if stem not in form},
        others={stem: synonyms(stem, language) for stem in surface},
        context=frozenset(tokens(context, language or "en")) if context else frozenset(),
        language=language,
        wants_number=number is not None,
        wants_steps=number is None and _STEPS_ASKED.search(text) is not None,
        is_polar=_POLAR.match(text) is not None,
    )


@dataclass(frozen=True, slots=True)
class Evidence:
    """A hit weighed against the question. `worth` orders hits; `coverage` and `likeness` are 0..1.

    `likeness` compares the question with the one that a direct entry answers, 0 for other passages.
    """

    hit: Hit
    worth: float
    coverage: float
    likeness: float
    spans: tuple[Span, ...]
    span_words: tuple[frozenset[str], ...]
    scores: tuple[float, ...]
    words: frozenset[str]
    label_words: frozenset[str]
    title_words: frozenset[str]

    def words_of(self, spans: Sequence[Span]) -> frozenset[str]:
        """The words of some of the passage's sentences."""
        chosen = {span.start for span in spans}
        return frozenset().union(
            *(found for span, found in zip(self.spans, self.span_words, strict=True) if span.start in chosen)
        )

    def answers_like(self, other: "Evidence") -> bool:
        """Whether both answer in the same form: under the same heading, or with nearly the same words."""
        if self.hit.passage.heading and self.hit.passage.heading == other.hit.passage.heading:
            return True
        mine, theirs = self._best_words(), other._best_words()
        return len(mine & theirs) * 2 >= len(mine | theirs) > 0

    def _best_words(self) -> frozenset[str]:
        at = max(range(len(self.scores)), key=lambda index: self.scores[index], default=-1)
        return (
            frozenset(word for word in self.span_words[at] if not word[:1].isdigit())
            if at >= 0
            else frozenset()
        )


def weigh(asked: Question, hit: Hit, top: float) -> Evidence:
    """Weigh one hit; `top` is the best search score, which puts this one's on a scale of 0..1."""
    passage = hit.passage
    language = passage.language
    spans = tuple(sentences(passage.text))
    span_words = tuple(frozenset(tokens(span.text, language or "en")) for span in spans)
    title = frozenset(tokens(passage.title, language or "en"))
    label = title | frozenset(tokens(f"{passage.heading}\n{passage.question or ''}", language or "en"))
    body = label.union(*span_words)
    coverage = asked.covered_by(body)
    scores = tuple(
        _span_score(asked, span, found, label) for span, found in zip(spans, span_words, strict=True)
    )
    likeness = _likeness(asked, passage.question, language) if passage.question else 0.0
    best_span = max(scores, default=0.0)
    worth = 0.40 * coverage + 0.25 * best_span + 0.20 * hit.score / top + 0.15 * asked.covered_by(label)
    if likeness:
        worth = max(worth, 0.5 * worth + 0.5 * likeness)
    return Evidence(hit, worth, coverage, likeness, spans, span_words, scores, body, label, title)


def _span_score(asked: Question, span: Span, found: frozenset[str], label: frozenset[str]) -> float:
    """How much of the question one sentence answers; what its heading says for it counts a third."""
    score = asked.covered_by(found) + 0.33 * asked.covered_by(label - found)
    if asked.wants_number and any(char.isdigit() for char in span.text):
        score += 0.12
    if span.text.endswith(("?", ":")):
        score -= 0.15
    return score


def _likeness(asked: Question, question: str, language: str | None) -> float:
    """Weighted overlap of two questions, 0..1: what each has that the other lacks counts against it."""
    theirs = set(tokens(question, language or "en"))
    if not theirs:
        return 0.0
    shared = sum(weight for word, weight in asked.words.items() if word in theirs)
    mine = sum(asked.words.values())
    average = mine / len(asked.words)
    foreign = sum(average for word in theirs if word not in asked.words)
    return 2 * shared / (mine + shared + foreign) if mine else 0.0
