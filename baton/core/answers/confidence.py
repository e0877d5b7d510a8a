"""How sure the bot may be that the sentences it would quote are the right answer."""

import math
from collections.abc import Sequence

from baton.core.answers.evidence import Evidence
from baton.core.answers.passage import own_heading, read_passage
from baton.core.answers.question import DEED, Question
from baton.core.reading.sentences import Span

ENOUGH = 2.5
"""Telling words from which a question says enough to be sure of what it asks."""

PLAIN = 4
"""Words from which more of them make a question to a page no plainer."""

LED = 0.3
"""Lead over other pages from which more of it tells no more: a company with one page has nothing else to lead."""

WITHOUT_FIGURE = 0.3
"""The most where an amount, a period or a time was asked for and the quoted sentences have none."""

NAMES_ONE_THING = 2
"""Blanks from which a heading is a phrase: under "Height" each figure is a height, under "Fix tall things" none is."""

WITHOUT_THING = 0.5
"""The most where it was asked what kind of a thing, and that thing is not named: one of nine such answers was right."""

OTHER_ENTRY = 0.45
"""The most where a direct entry lacks a telling word of the question: it answers another question."""

WITHOUT_KNOWN = 0.6
"""The most where a page lacks a telling word that other pages have and is not far ahead of them: of seven such answers
five were wrong ("Can I try the mattress at home": what the courier tries if nobody is)."""

AHEAD = 0.25
"""Lead over other pages from which a page is the only one on the matter, whatever word of the question it lacks."""

MOST_OF_IT = 0.8
"""Share of the question from which a section is on it all the same, though one of its words stands elsewhere."""

THE_VERY_ENTRY = 0.97
"""Likeness from which a direct entry was written for this very question."""

BY_ENTRY = 0.9
"""The least where the company wrote an answer to this very question."""


ALL_AND_FIGURE = 0.87
"""The least where a figure was asked for, one is quoted, and no telling word of the question is missing beside it.
Short questions ("How long does delivery take?") say too little for the curve; 80 of 83 such answers were right. Where
only a common word is left beside the figure ("How long will I be off work?"), it proves nothing."""

SAYS_SO = 0.82
"""The least where it was asked whether the company does something, and one sentence has every telling word of it: 10 of
11 such answers were right."""


def confidence(asked: Question, evidence: Sequence[Evidence], spans: Sequence[Span]) -> float:
    """The chance (0..1) that the quoted `spans` of the best passage answer the question.

    A logistic curve over what speaks for them. Its weights were fitted to some 1,900 questions (bench/knowledge.py)
    and drawn apart for pages (`_of_page`), so that 0.8 means right in about 8 of 10; docs/why/answers.md has the table.
    """
    best = evidence[0]
    document = best.hit.passage.document_id
    rival = max((found.worth for found in evidence if found.hit.passage.document_id != document), default=0.0)
    shown = best.words_of(spans) | best.label_words
    covered = asked.plainly_covered_by(shown)
    speaks = (
        -3.98
        + 1.1 * best.coverage
        + 1.25 * asked.covered_by(shown)
        + 0.97 * covered
        + 1.37 * best.likeness
        + 0.65 * best.asked_label
        - 1.38 * asked.heaviest_missing(best.words)
        + 1.23 * (best.worth - rival)
        + 1.67 * min(asked.said / ENOUGH, 1.0)
    )
    if best.hit.passage.question is None:
        speaks = _of_page(asked, speaks, lead=best.worth - rival, covered=covered)
    sure = 1.0 / (1.0 + math.exp(-speaks))
    if best.hit.passage.question is not None and best.likeness >= THE_VERY_ENTRY:
        sure = max(sure, BY_ENTRY)
    if asked.asked.is_figure and asked.said >= DEED and not asked.heaviest_missing(shown):
        sure = max(sure, ALL_AND_FIGURE)
    if (
        asked.asked.of_us
        and best.hit.passage.question is None
        and not asked.heaviest_missing(best.span_words[best.best_at])
    ):
        sure = max(sure, SAYS_SO)
    if sure > WITHOUT_KNOWN and best.worth - rival < AHEAD and _is_on_something_else(asked, evidence):
        sure = min(sure, WITHOUT_KNOWN)
    return round(min(sure, _most(asked, best, spans)), 3)


def _of_page(asked: Question, speaks: float, *, lead: float, covered: float) -> float:
    """What speaks for a section of a page. Fitted to 548 questions to three companies, each left out in turn: the curve
    was too flat, the lead tells more the more of the question is there, and one or two words say too little."""
    return -1.99 + 1.12 * speaks + 4.37 * min(lead, LED) * covered + 0.59 * min(len(asked.words), PLAIN)


def _most(asked: Question, best: Evidence, spans: Sequence[Span]) -> float:
    """The most that the confidence may be, whatever else speaks for the answer."""
    said = [span.text for span in spans if asked.asked.has_it(span.text)]
    named = own_heading(best.hit.passage)
    if not said or not any(
        map(asked.asked.measures, (*said, *([named] if named.count(" ") < NAMES_ONE_THING else [])))
    ):
        return WITHOUT_FIGURE
    if best.hit.passage.question is not None and asked.plainest_missing(best.words) >= DEED:
        return OTHER_ENTRY
    if _lacks_thing(asked, best.words_of(spans) | best.label_words):
        return WITHOUT_THING
    return 1.0


def _is_on_something_else(asked: Question, evidence: Sequence[Evidence]) -> bool:
    """Whether the best page lacks a telling word of a question of which it has not nearly all."""
    best = evidence[0]
    if asked.plainest_known_missing(best.words) < DEED:
        return False
    of_page = (found.words for found in evidence if found.hit.passage.document_id == best.hit.passage.document_id)
    there = read_passage(best.hit.passage).title.union(*of_page)
    return asked.plainest_known_missing(there) >= DEED and asked.plainly_covered_by(there) < MOST_OF_IT


def _lacks_thing(asked: Question, shown: frozenset[str]) -> bool:
    """Whether what the answer should be one of ("foam" of "what kind of foam") is nowhere in what is `shown`."""
    thing = asked.asked.thing.casefold()
    return any(written.casefold() == thing and not asked.has(stem, shown) for stem, written in asked.surface.items())
