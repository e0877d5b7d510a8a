"""Which sentences of a passage are quoted: the one that answers, what it leans on, and lists whole."""

import re

from baton.core.answers.evidence import Evidence
from baton.core.answers.form import Form
from baton.core.answers.question import DEED, Question
from baton.core.reading.sentences import Span, is_item

MAX_SENTENCES = 3
"""Sentences quoted from running text."""

SHORT_SECTION = 60
"""Words up to which a section of a few sentences is quoted as it stands."""

BRIEF = 80
"""Words up to which a section is quoted as it stands where it is not sure which of its sentences is meant."""

FEW = 5
"""Sentences that such a section may have."""

MAX_LINES = 10
"""Lines up to which a list or table is quoted whole."""

MAX_ENTRY = 8
"""Sentences up to which a direct entry's answer is quoted whole."""

ALIKE = 0.75
"""Likeness of the question to a heading from which the heading is what was asked, not one sentence below it."""

NAMED = 0.9
"""Share of the question that a heading covers from which no line below it is told apart by the question."""

LIKE_IT = 0.85
"""Share of the best line's worth from which another line of a list is as good."""

STANDS = 0.999
"""Share of the question that a heading and a sentence below it cover from which "it" is what the heading names."""

_LEANS_BACK = re.compile(
    r"(?i)^(?:it|its|this|these|that|those|they|their|them|he|she|such|otherwise|however|also|then|both|either|"
    r"in (?:this|that|such|both) cases?|if so|if not|after (?:this|that)|dies\w*|er|sie|es|dann|dabei|außerdem|"
    r"esto|esta|este|eso|ello|además|cela|ceci|ils?|elles?|dans ce cas|questo|questa|inoltre|isso|isto|além|dit|deze|"
    r"daarna|ook)\b"
)

_FIGURE = re.compile(r"^\D.*\d")
"""A line with a figure that is no number of a step."""


def choose(asked: Question, best: Evidence) -> tuple[Span, ...]:
    """The sentences of the best passage that answer, in reading order; never fewer than one."""
    spans = best.spans
    if best.hit.passage.question and len(spans) <= MAX_ENTRY:
        return spans
    headed = best.likeness >= ALIKE or asked.covered_by(best.heading_words) >= NAMED
    at = _opening(asked, best) if headed else best.best_at
    steps = _steps(best) if _wants_steps(asked, best) else None
    if steps is not None:
        return spans[slice(*steps)]
    first, last = _lines_around(best, at)
    if last - first > 1:
        if _quote_whole(asked, best, first, last, at):
            return spans[first:last]
        return _lines_like(best, first, last, at)
    return _sentences_around(asked, best, at)


def rows_named(asked: Question, best: Evidence) -> tuple[Span, ...]:
    """The rows of a list of figures that the question names, where it names some and not all of them: who asks what a
    crown costs reads that row, not the whole list of prices. None where the rows lack a telling word: a table lamp is
    no table."""
    if asked.asked.form is Form.STEPS or best.hit.passage.question:
        return ()
    rows = [
        (span, asked.weight_in(words - best.label_words))
        for span, words in zip(best.spans, best.span_words, strict=True)
        if is_item(span.text) and _FIGURE.search(span.text) and asked.asked.has_it(span.text)
    ]
    most = max((weight for _, weight in rows), default=0.0)
    named = tuple(span for span, weight in rows if weight >= LIKE_IT * most)
    if not most or 2 * len(named) > len(rows):
        return ()
    return named if asked.plainest_known_missing(best.words_of(named) | best.label_words) < DEED else ()


def is_brief(best: Evidence) -> bool:
    """Whether the whole passage is still a short answer."""
    return len(best.hit.passage.text.split()) <= BRIEF


def has_several_figures(asked: Question, best: Evidence) -> bool:
    """Whether the heading says what was asked and several sentences have such a figure: which one holds, it depends."""
    if not asked.asked.is_figure or asked.asked.takes or asked.covered_by(best.label_words) < NAMED:
        return False
    return sum(asked.asked.has_it(span.text) for span in best.spans if not is_item(span.text)) > 1


def _opening(asked: Question, best: Evidence) -> int:
    """The sentence that a section begins with, where its heading is what was asked; of figures the best."""
    return best.best_at if asked.asked.is_figure or asked.asked.form is Form.MEANING else 0


def _wants_steps(asked: Question, best: Evidence) -> bool:
    return asked.asked.form is Form.STEPS or (best.likeness >= ALIKE and not asked.asked.is_figure)


def _steps(best: Evidence) -> tuple[int, int] | None:
    """The passage's numbered steps, where it has some."""
    numbered = [index for index, span in enumerate(best.spans) if is_item(span.text) and span.text[:1].isdigit()]
    if not numbered:
        return None
    first, last = _lines_around(best, numbered[0])
    return (first, last) if last - first <= MAX_LINES + 2 else None


def _lines_around(best: Evidence, at: int) -> tuple[int, int]:
    """The list or table that the sentence is in, with the line that introduces it, as a range; else the sentence."""
    text, spans = best.hit.passage.text, best.spans
    first = last = at
    while first > 0 and _is_next_line(text, spans[first - 1], spans[first]):
        first -= 1
    while last + 1 < len(spans) and _is_next_line(text, spans[last], spans[last + 1]):
        last += 1
    return (first, last + 1) if "\n" in text[spans[first].start : spans[last].end] else (at, at + 1)


def _is_next_line(text: str, before: Span, after: Span) -> bool:
    """Whether two sentences stand in one block: on one line or on lines that follow each other."""
    return text.count("\n", before.end, after.start) < 2


def _quote_whole(asked: Question, best: Evidence, first: int, last: int, at: int) -> bool:
    """Steps are quoted whole; other lists when the question is about the list and not about one of its lines."""
    if last - first > MAX_LINES + 1:
        return False
    if best.spans[last - 1].text[:1].isdigit() and is_item(best.spans[last - 1].text):
        return True
    if asked.covered_by(best.label_words) >= NAMED:
        return True
    introduces = best.spans[first].text.endswith(":")
    if introduces and at == first:
        return True
    scores = sorted(best.scores[first + introduces : last], reverse=True)
    return len(scores) > 1 and scores[0] - scores[1] <= 0.1 and scores[0] - scores[-1] <= 0.2


def _lines_like(best: Evidence, first: int, last: int, at: int) -> tuple[Span, ...]:
    floor = LIKE_IT * best.scores[at]
    near = sorted(
        (index for index in range(first, last) if best.scores[index] >= floor),
        key=lambda index: -best.scores[index],
    )
    return tuple(best.spans[index] for index in sorted(near[:MAX_SENTENCES]))


def _sentences_around(asked: Question, best: Evidence, at: int) -> tuple[Span, ...]:
    """The sentence with what it leans on before it, and after it what leans on it or says more of the asked."""
    text, spans = best.hit.passage.text, best.spans
    first = last = at
    stands = asked.covered_by(best.heading_words | best.span_words[at]) >= STANDS
    if not stands and _is_short(best) and not asked.asked.is_figure:
        return spans
    while not stands and last - first + 1 < MAX_SENTENCES and first > 0 and _LEANS_BACK.match(spans[first].text):
        if "\n" in text[spans[first - 1].end : spans[first].start]:
            break
        first -= 1
    whole = best.likeness >= ALIKE or (first == 0 and asked.covered_by(best.heading_words) >= NAMED)
    while last - first + 1 < MAX_SENTENCES and last + 1 < len(spans):
        following = spans[last + 1]
        if "\n" in text[spans[last].end : following.start] or following.text.endswith(":"):
            break
        gain = asked.weight_in(best.span_words[last + 1] - best.label_words) > 0
        if not (whole or gain or _LEANS_BACK.match(following.text)):
            break
        last += 1
    return spans[first : last + 1]


def _is_short(best: Evidence) -> bool:
    """Whether a passage is no more than a few sentences of running text."""
    few = len(best.spans) <= FEW and len(best.hit.passage.text.split()) <= SHORT_SECTION
    return few and not any(is_item(span.text) for span in best.spans)
