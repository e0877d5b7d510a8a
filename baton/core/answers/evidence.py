"""What one passage has of one question: which of its words, in which places, and how alike."""

from collections.abc import Sequence

from baton.core.answers.form import Form
from baton.core.answers.grounding import Hit, Passage
from baton.core.answers.passage import Read, own_heading, read_passage, refuses
from baton.core.answers.question import Question
from baton.core.reading.sentences import Span
from baton.core.values import value

LABELLED = 0.06
"""What a heading adds that names the form of answer asked for ("Prices and times")."""

IN_TITLE = 0.06
"""What a document's title adds that has the question's words, and as much again for a subject that has no others."""

OTHER_SUBJECT = 0.8
"""What is left of a passage's worth when the question names the subject of another page."""

NO_FIGURE = 0.8
"""What is left of a passage's worth that has no figure, where one was asked for."""

STEPS_LIFT = 1.12
"""What steps lift a passage's worth by where it was asked how to do it."""

ANOTHER_FIGURE = 0.4
"""What is left of a sentence's score that says no word of taking time, where it was asked how long something takes, or
nothing of what was to be measured."""

DEFINES = 0.3
"""What a sentence gets that says what the thing is whose meaning was asked for."""

REFUSES = 0.75
"""What is left of a section's worth that says what is not possible, where it was asked how to do it."""

ALIKE = 0.4
"""What a passage gets for being like the question in meaning, where that is known."""

IN_LABEL = 0.35
"""What a sentence gets for a word that its heading says already: no sentence under it is told apart by that word."""


@value
class Evidence:
    """A hit weighed against the question. `worth` orders hits; `coverage` and `likeness` are 0..1.

    `likeness` compares the question with the one that a direct entry answers, or with the passage's heading.
    `asked_label` is the share of that heading's or entry's words that the question has.
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
    heading_words: frozenset[str]
    asked_label: float

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

    @property
    def best_words(self) -> frozenset[str]:
        """The words of the sentence that answers best, numbers left out."""
        return frozenset(word for word in self.span_words[self.best_at] if not word[:1].isdigit())


def named_subject(asked: Question, reads: Sequence[Read]) -> frozenset[str]:
    """The longest title subject of two words or more that the question names whole, empty where there is none."""
    subjects = {read.subject for read in reads}
    named = [subject for subject in subjects if len(subject) > 1 and subject <= asked.known]
    return max(named, key=lambda subject: (len(subject), sorted(subject)), default=frozenset[str]())


def weigh(
    asked: Question,
    hit: Hit,
    top: float,
    *,
    elsewhere: frozenset[str] = frozenset(),
    named: frozenset[str] = frozenset(),
) -> Evidence:
    """Weigh one hit. `top` is the best search score, which puts this one's on a scale of 0..1.

    `elsewhere` are words that head other sections of the same document: in a title alone they prove nothing here,
    unless the section's own heading leans on the title ("What it covers").
    `named` is the subject that the question names whole ("Silver Card"): another one's page ("Business Silver Card")
    is worth less, however much it says.
    """
    passage, read = hit.passage, read_passage(hit.passage)
    spans, body = read.spans, read.body
    # Sets are narrowed to few words before they are compared: this runs for each hit of each question.
    is_named = read.subject == named if named else False
    proven = read.title if read.leans_on_title or is_named else (read.title - elsewhere) | (read.title & body)
    label = read.heading | proven
    coverage = asked.covered_by(label | body)
    has_form = [asked.asked.has_it(span.text) for span in spans]
    scores = _span_scores(asked, read, label & asked.known, has_form)
    likeness = max(_likeness(asked, theirs) for theirs in read.labels)
    fits = True in has_form
    in_title = asked.covered_by(read.title)
    shared = len(read.subject & asked.known) / (len(read.subject) or 1)
    worth = (
        IN_TITLE * (in_title + shared) + 0.38 * coverage + 0.22 * max(scores) + 0.15 * hit.score / top + 0.25 * likeness
    )
    if passage.question:
        worth = max(worth, 0.5 * worth + 0.5 * likeness * coverage)
    worth += ALIKE * near(hit)
    if named and read.subject != named:
        worth *= OTHER_SUBJECT
    if not fits:
        worth *= NO_FIGURE
    if in_title and asked.form_words & read.heading:
        worth += LABELLED
    if asked.asked.form is Form.MEANING and any(asked.asked.defines(span.text) for span in spans):
        worth *= STEPS_LIFT
    if asked.asked.form is Form.STEPS:
        worth *= STEPS_LIFT if read.has_items else 1.0
        worth *= REFUSES if refuses(own_heading(passage)) or refuses(passage.title) else 1.0
    return Evidence(
        hit=hit,
        worth=worth,
        coverage=coverage,
        likeness=likeness,
        fits=fits,
        spans=spans,
        span_words=read.span_words,
        scores=scores,
        words=label | body,
        label_words=label,
        heading_words=read.heading,
        asked_label=_share(asked, read.labels[0]),
    )


def near(hit: Hit) -> float:
    """How like the question a hit is in meaning (0..1), 0 where that is not known."""
    return max(hit.alike or 0.0, 0.0)


def is_page_asked(asked: Question, passage: Passage) -> bool:
    """Whether the question names a page and nothing in it ("refund policy" and the page "Refunds")."""
    subject = read_passage(passage).subject
    return passage.question is None and bool(subject) and subject == frozenset(asked.words)


def _span_scores(asked: Question, read: Read, label: frozenset[str], has_form: Sequence[bool]) -> tuple[float, ...]:
    """How much of the question each sentence answers that its heading does not say already."""
    labelled = 0.25 * asked.covered_by(label)
    means, of_one_kind = asked.asked.form is Form.MEANING, asked.asked.takes or bool(asked.asked.measure)
    scores: list[float] = []
    for span, words, has_it in zip(read.spans, read.span_words, has_form, strict=True):
        found = words & asked.known
        score = 0.0
        if found:
            score = (asked.weight_in(found - label) + IN_LABEL * asked.weight_in(found & label)) / asked.total
        score += labelled
        if not has_it:
            score *= 0.4
        if of_one_kind and not asked.asked.speaks_of_it(span.text):
            score *= ANOTHER_FIGURE
        if means and asked.asked.defines(span.text):
            score += DEFINES
        if span.text.endswith("?"):
            score -= 0.15
        scores.append(max(score, 0.0))
    return tuple(scores)


def _share(asked: Question, label: frozenset[str]) -> float:
    return len(label & asked.known) / (len(label) or 1)


def _likeness(asked: Question, theirs: frozenset[str]) -> float:
    """Weighted overlap of the question with a label, 0..1: what each has that the other lacks counts against it."""
    if not theirs or not asked.words:
        return 0.0
    foreign = len(theirs - asked.known - asked.form_words) * asked.total / len(asked.words)
    shared = asked.weight_in(theirs)
    return 2 * shared / (asked.total + shared + foreign)
