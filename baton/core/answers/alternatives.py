"""Readings to choose from, where a question lacks the word that would tell them apart."""

from collections.abc import Callable, Sequence

from baton.core.answers.evidence import Evidence, is_page_asked
from baton.core.answers.passage import is_about, read_passage, subject_of
from baton.core.answers.question import Question
from baton.core.reading.tokens import tokens

CLOSE = 0.9
"""Share of the best passage's worth from which another one rivals it."""

NEAR = 0.7
"""The same share where the question is one word: then little tells sections apart."""

SAYS_ALL = 0.9
"""Share of the question that a page's own labels have, from which the page is on just that."""

LONGEST = 60
"""Characters of a section's name that still read as a choice."""

MOST = 4
"""Choices that a clarifying question may offer."""

NEAREST = 3
"""Sections to choose from where none is sure: nine in ten of the right ones are among the first three."""

MAX_TELLING = 3
"""Words that may be a label's own. Longer labels name different things, not variants of one."""


def alternatives(
    asked: Question, evidence: Sequence[Evidence], *, named: frozenset[str] = frozenset()
) -> tuple[str, ...]:
    """Two to four labels of passages that answer alike, best first; none where the question names one of them.

    `named` is the subject that the question names whole ("Silver Card"): pages of others ("Business Silver Card") are
    no other reading of it.
    """
    best = evidence[0]
    if best.hit.passage.question:
        return ()
    if named and is_about(best.hit.passage, named):
        evidence = [found for found in evidence if is_about(found.hit.passage, named)]
    rivals = [found for found in evidence if found.worth >= CLOSE * best.worth and not found.hit.passage.question]
    if is_broad(asked) and not is_page_asked(asked, best.hit.passage):
        return _readings(asked, evidence)
    by_title = _labels([found for found in rivals if _same_section(found, best) or _same_words(found, best)], _title)
    if len(by_title) > 1 and _are_variants(by_title, frozenset()):
        return _choices(asked, by_title)
    siblings = _siblings(asked, evidence)
    if len(siblings) > 1:
        return _choices(asked, siblings)
    inside = [found for found in rivals if _same_figure(asked, found, best)]
    by_heading = _labels(inside, _heading)
    title = frozenset(tokens(best.hit.passage.title, best.hit.passage.language or "en"))
    return _choices(asked, by_heading) if len(by_heading) > 1 and _are_variants(by_heading, title) else ()


def nearest(evidence: Sequence[Evidence]) -> tuple[str, ...]:
    """Names of the sections that come nearest, best first: what to ask back with where none is sure; none for one.

    A page's opening is no choice beside a section of the same page: who chooses the section means the page too. Nor is
    a list of links beside the page that it leads to.
    """
    divided = {found.hit.passage.document_id for found in evidence if found.hit.passage.heading}
    choices = [found for found in evidence if found.hit.passage.heading or found.hit.passage.document_id not in divided]
    titles = {read_passage(found.hit.passage).title for found in choices}
    choices = [found for found in choices if not _leads_to(found, titles)]
    names = dict.fromkeys(read_passage(found.hit.passage).name for found in choices)
    short = [name for name in names if len(name) <= LONGEST]
    return tuple(short[:NEAREST]) if len(short) > 1 else ()


def _leads_to(found: Evidence, titles: set[frozenset[str]]) -> bool:
    """Whether what it says of the question is no more than another page's title, as in a table of contents."""
    return found.span_words[found.best_at] in titles - {read_passage(found.hit.passage).title, frozenset[str]()}


def _siblings(asked: Question, evidence: Sequence[Evidence]) -> dict[str, frozenset[str]]:
    """Pages of one kind ("Blue Card", "Gold Card") whose title or heading says all that was asked, best first."""
    named = [found for found in evidence if found.fits and asked.covered_by(found.label_words) >= SAYS_ALL]
    labels = _labels([found for found in named if found.worth >= NEAR * evidence[0].worth], _title)
    kind = _kind(_title(evidence[0]))
    return {label: words for label, words in labels.items() if kind and _kind(label) == kind}


def _kind(label: str) -> str:
    """What a name of several words says that its thing is: the last of them, "card" of "Gold Card"."""
    first, _, last = label.rpartition(" ")
    return last.casefold() if first else ""


def is_broad(asked: Question) -> bool:
    """Whether a question is one telling word and no more, so that only the customer knows what about it."""
    return len(asked.words) == 1 and not asked.context and asked.said <= 1.0 and not asked.asked.is_figure


def _readings(asked: Question, evidence: Sequence[Evidence]) -> tuple[str, ...]:
    """What the sections are called that have the one word in their own name."""
    named = [found for found in evidence if not found.hit.passage.question and _heading(found)]
    labels = _labels([found for found in named if found.worth >= NEAR * evidence[0].worth], _heading)
    having = [label for label, words in labels.items() if words & asked.known and len(label) <= LONGEST]
    return tuple(having[:MOST]) if len(having) > 1 else ()


def _title(found: Evidence) -> str:
    return subject_of(found.hit.passage.title)


def _heading(found: Evidence) -> str:
    return found.hit.passage.heading.rpartition(" > ")[2]


def _labels(rivals: Sequence[Evidence], label_of: Callable[[Evidence], str]) -> dict[str, frozenset[str]]:
    labels: dict[str, frozenset[str]] = {}
    for found in rivals:
        label = label_of(found)
        if label and label not in labels:
            labels[label] = frozenset(tokens(label, found.hit.passage.language or "en"))
    return labels


def _same_section(one: Evidence, other: Evidence) -> bool:
    return bool(_heading(one)) and _heading(one) == _heading(other)


def _same_words(one: Evidence, other: Evidence) -> bool:
    said, beside = one.best_words, other.best_words
    return len(said & beside) * 2 >= len(said | beside) > 0


def _same_figure(asked: Question, one: Evidence, other: Evidence) -> bool:
    """A figure for the same words of the question, in two sections of one document."""
    if not (asked.asked.is_figure and one.fits and one.hit.passage.title == other.hit.passage.title):
        return False
    shown = one.best_words & asked.known
    return bool(shown) and shown == other.best_words & asked.known


def _are_variants(labels: dict[str, frozenset[str]], title: frozenset[str]) -> bool:
    """Whether labels name variants of one thing: by words in common, or all of them listed in the title."""
    words = list(labels.values())[:MOST]
    shared: frozenset[str] = words[0].intersection(*words)
    if not all(len(own - shared) <= MAX_TELLING for own in words):
        return False
    return bool(shared) or all(0 < len(own & title) == len(own) for own in words)


def _choices(asked: Question, labels: dict[str, frozenset[str]]) -> tuple[str, ...]:
    words = list(labels.values())[:MOST]
    shared: frozenset[str] = words[0].intersection(*words)
    telling: frozenset[str] = shared.union(*words) - shared
    return () if telling & asked.words.keys() else tuple(labels)[:MOST]
