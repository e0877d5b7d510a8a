"""What one passage has of one question: which of its words, in which places, and how alike."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from baton.core.answer_form import Asked, Form, form_of
from baton.core.grounding import Hit, Passage
from baton.core.sentences import Span, is_item, sentences
from baton.core.synonyms import synonyms
from baton.core.tokens import tokens, words
from baton.core.vocabulary import Vocabulary
from baton.core.wording import commonness, reworded

LABELLED = 0.06
"""What a heading adds that names the form of answer asked for ("Prices and times")."""

IN_TITLE = 0.06
"""What a document's title adds that has the question's words."""

SYNONYM = 0.8
"""What a synonym is worth beside the word itself."""

IN_LABEL = 0.35
"""What a sentence gets for a word that its heading says already: no sentence under it is told apart by that word."""


@dataclass(frozen=True, slots=True)
class Question:
    """A question's telling words (stem -> weight 0..1), how each was written, and the form of answer it asks for."""

    words: Mapping[str, float]
    surface: Mapping[str, str]
    others: Mapping[str, frozenset[str]]
    context: frozenset[str]
    asked: Asked
    form_words: frozenset[str]

    def covered_by(self, found: frozenset[str]) -> float:
        """Share of the words' weight that `found` has, 0..1; a synonym counts a little less than the word."""
        return self.weight_in(found) / total if (total := sum(self.words.values())) else 0.0

    def weight_in(self, found: frozenset[str]) -> float:
        """Weight of the words that `found` has."""
        return sum(weight * self._has(word, found) for word, weight in self.words.items())

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
    asked = form_of(text)
    surface: dict[str, str] = {}
    for written in words(reworded(text, language)):
        for stem in tokens(written, language or "en"):
            surface.setdefault(stem, written)
    kept = {stem: written for stem, written in surface.items() if not asked.is_formal(written)}
    surface = kept or surface
    weights = {stem: vocabulary.weight(stem) * commonness(written, language) for stem, written in surface.items()}
    return Question(
        words=weights,
        surface=surface,
        others={stem: synonyms(stem, language) for stem in surface},
        context=frozenset(tokens(context, language or "en")) if context else frozenset(),
        asked=asked,
        form_words=frozenset(tokens(asked.label, "en")),
    )


@dataclass(frozen=True, slots=True)
class Evidence:
    """A hit weighed against the question. `worth` orders hits; `coverage` and `likeness` are 0..1.

    `likeness` compares the question with the one that a direct entry answers, or with the passage's heading.
    `fits` says whether the best sentence has the form that was asked for.
    """

    hit: Hit
    worth: float
    coverage: float
    likeness: float
    fits: bool
    spans: tuple[Span, ...]
    span_words: tuple[frozenset[str], ...]
    scores: tuple[float, ...]
    words: frozenset[str]
    label_words: frozenset[str]

    @property
    def best_at(self) -> int:
        """The index of the sentence that answers best."""
        return max(range(len(self.scores)), key=lambda index: (self.scores[index], -index))

    def words_of(self, spans: Sequence[Span]) -> frozenset[str]:
        """The words of some of the passage's sentences."""
        chosen = {span.start for span in spans}
        found: set[str] = set()
        for span, inside in zip(self.spans, self.span_words, strict=True):
            if span.start in chosen:
                found |= inside
        return frozenset(found)

    def answers_like(self, other: "Evidence", asked: Question) -> bool:
        """Whether both answer alike: under one heading, in nearly the same words, or with a figure for the same words
        in sections of one document that differ by their headings."""
        mine, theirs = self.hit.passage, other.hit.passage
        if mine.heading and mine.heading == theirs.heading:
            return True
        ours, others = self._best_words(), other._best_words()
        if len(ours & others) * 2 >= len(ours | others) > 0:
            return True
        shown = ours & asked.words.keys()
        in_one_document = mine.document_id == theirs.document_id and mine.heading != theirs.heading
        return asked.asked.is_figure and in_one_document and bool(shown) and shown == others & asked.words.keys()

    def _best_words(self) -> frozenset[str]:
        return frozenset(word for word in self.span_words[self.best_at] if not word[:1].isdigit())


@dataclass(frozen=True, slots=True)
class _Read:
    """A passage read for its words once; the same passages come up again and again."""

    spans: tuple[Span, ...]
    span_words: tuple[frozenset[str], ...]
    heading: frozenset[str]
    title: frozenset[str]
    body: frozenset[str]
    labels: tuple[frozenset[str], ...]


@lru_cache(maxsize=8_192)
def _read(passage: Passage) -> _Read:
    language = passage.language or "en"
    spans = tuple(sentences(passage.text)) or (Span(0, len(passage.text), passage.text),)
    span_words = tuple(frozenset(tokens(span.text, language)) for span in spans)
    heading = frozenset(tokens(f"{passage.heading}\n{passage.question or ''}", language))
    return _Read(
        spans=spans,
        span_words=span_words,
        heading=heading,
        title=frozenset(tokens(passage.title, language)),
        body=heading.union(*span_words),
        labels=tuple(frozenset(tokens(label, language)) for label in _labels(passage)),
    )


def weigh(asked: Question, hit: Hit, top: float, elsewhere: frozenset[str] = frozenset()) -> Evidence:
    """Weigh one hit. `top` is the best search score, which puts this one's on a scale of 0..1.

    `elsewhere` are words that head other sections of the same document: in a title alone they prove nothing here.
    """
    passage, read = hit.passage, _read(hit.passage)
    spans, body = read.spans, read.body
    label = read.heading | (read.title - (elsewhere - body))
    coverage = asked.covered_by(label | body)
    scores = tuple(_span_score(asked, span, found, label) for span, found in zip(spans, read.span_words, strict=True))
    likeness = max(_likeness(asked, theirs) for theirs in read.labels)
    fits = any(asked.asked.has_it(span.text) for span in spans)
    in_title = asked.covered_by(read.title)
    worth = IN_TITLE * in_title + 0.38 * coverage + 0.22 * max(scores) + 0.15 * hit.score / top + 0.25 * likeness
    if passage.question:
        worth = max(worth, 0.5 * worth + 0.5 * likeness * coverage)
    if not fits:
        worth *= 0.8
    if in_title and asked.form_words & read.heading:
        worth += LABELLED
    if asked.asked.form is Form.STEPS and any(is_item(span.text) for span in spans):
        worth *= 1.08
    return Evidence(hit, worth, coverage, likeness, fits, spans, read.span_words, scores, label | body, label)


def _labels(passage: Passage) -> tuple[str, ...]:
    """What names the passage: an entry's question, else its own heading, alone and with the document's title."""
    if passage.question:
        return (reworded(passage.question, passage.language),)
    own = passage.heading.rpartition(" > ")[2]
    return (own, f"{passage.title} {own}") if own else (passage.title,)


def _span_score(asked: Question, span: Span, found: frozenset[str], label: frozenset[str]) -> float:
    """How much of the question one sentence answers that its heading does not say already."""
    total = sum(asked.words.values()) or 1.0
    score = (asked.weight_in(found - label) + IN_LABEL * asked.weight_in(found & label)) / total
    score += 0.25 * asked.covered_by(label)
    if not asked.asked.has_it(span.text):
        score *= 0.4
    if span.text.endswith("?"):
        score -= 0.15
    return max(score, 0.0)


def _likeness(asked: Question, theirs: frozenset[str]) -> float:
    """Weighted overlap of the question with a label, 0..1: what each has that the other lacks counts against it."""
    mine = sum(asked.words.values())
    if not theirs or not mine:
        return 0.0
    shared = asked.weight_in(theirs)
    known = asked.form_words.union(asked.words, *asked.others.values())
    foreign = sum(mine / len(asked.words) for word in theirs if word not in known)
    return 2 * shared / (mine + shared + foreign)
