"""The hits of a search weighed against a question, best first, and no more of them than can matter.

Weighing is most of what an answer costs. A hit that has few of the question's words cannot win whatever else it has, so
hits are taken by the most that they might be worth, until none that is left could win or rival the best.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from baton.core.answers.evidence import (
    ALIKE,
    IN_TITLE,
    LABELLED,
    NO_FIGURE,
    OTHER_SUBJECT,
    STEPS_LIFT,
    Evidence,
    named_subject,
    near,
    weigh,
)
from baton.core.answers.form import Form
from baton.core.answers.grounding import Hit
from baton.core.answers.passage import Read, read_passage
from baton.core.answers.question import Question

RIVALS = 0.85
"""Share of the best one's worth from which a passage is quoted beside it or offered as another reading."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """`evidence` best first, `others` that were not weighed because they could not matter, and the named subject."""

    evidence: list[Evidence]
    others: list[Hit]
    named: frozenset[str]


def weigh_all(asked: Question, hits: Sequence[Hit]) -> Weighed:
    """Weigh the hits that may matter to the answer or to how sure it is. There must be at least one."""
    top = max(hit.score for hit in hits) or 1.0
    reads = [read_passage(hit.passage) for hit in hits]
    headed = _headed(hits, reads)
    named = named_subject(asked, reads)
    mosts = (_most(asked, hit, read, top, named) for hit, read in zip(hits, reads, strict=True))
    queue = sorted(zip(mosts, hits, strict=True), key=lambda item: -item[0])
    evidence: list[Evidence] = []
    least = 0.0
    for most, hit in queue:
        if most < least:
            break
        evidence.append(weigh(asked, hit, top, elsewhere=headed[hit.passage.document_id], named=named))
        least = _least(evidence)
    others = [hit for _, hit in queue[len(evidence) :]]
    return Weighed(sorted(evidence, key=lambda found: -found.worth), others, named)


def _most(asked: Question, hit: Hit, read: Read, top: float, named: frozenset[str]) -> float:
    """The most that a hit can be worth, by the words that it has anywhere and by what costs little to see."""
    covered = asked.covered_by(read.all)
    in_label = asked.covered_by(read.named)
    in_title = asked.covered_by(read.title) if in_label else 0.0
    likeness = 2 * in_label / (1 + in_label)
    shared = len(read.subject & asked.known) / (len(read.subject) or 1)
    most = IN_TITLE * (in_title + shared)
    most += 0.38 * covered + 0.22 * (covered + 0.25 * in_label) + 0.15 * hit.score / top + 0.25 * likeness
    if hit.passage.question:
        most = max(most, 0.5 * most + 0.5 * likeness * covered)
    most += ALIKE * near(hit)
    if named and read.subject != named:
        most *= OTHER_SUBJECT
    if not asked.asked.has_it(hit.passage.text):
        most *= NO_FIGURE
    most += LABELLED if asked.form_words & read.heading else 0.0
    return most * STEPS_LIFT if asked.asked.form in (Form.STEPS, Form.MEANING) else most


def _least(evidence: Sequence[Evidence]) -> float:
    """What a further hit must be worth to matter: as a rival of the best, or as the best of another document."""
    best = max(evidence, key=lambda found: found.worth)
    document = best.hit.passage.document_id
    elsewhere = max((found.worth for found in evidence if found.hit.passage.document_id != document), default=0.0)
    return min(RIVALS * best.worth, elsewhere)


def _headed(hits: Sequence[Hit], reads: Sequence[Read]) -> dict[str, frozenset[str]]:
    """Per document the words of the headings of its passages that were found."""
    words: dict[str, frozenset[str]] = {}
    for hit, read in zip(hits, reads, strict=True):
        document = hit.passage.document_id
        words[document] = words[document] | read.headed if document in words else read.headed
    return words
