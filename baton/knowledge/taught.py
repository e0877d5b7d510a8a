"""A company's direct entries as teaching: many wordings of the questions, and the answers that they ask for. Pages that
hold nothing but wordings, a page for each thing that is asked, teach as well.

Where there are enough wordings to an answer, a classifier fitted to all of them ranks the answers and says how sure it
is; the single wording that looks most like the message is a weaker witness. Pages keep their place beside them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from baton.core.answers.grounding import Grounding, Hit, Passage
from baton.core.ids import DocumentId
from baton.knowledge.scope import Aim, Scope, Wording, fit

OFTEN = 3.0
"""Wordings to an answer, on average, from which the classifier is trusted to rank answers."""

MOSTLY = 0.8
"""The part of a company's pages that must be lists of wordings, for any of them to be taken for one."""

LONGEST_LINE = 30
"""Words of a line that may be a wording."""

_MARKS = " \t-*•0123456789.)"

SURE = 0.5
"""Likelihood from which an entry is the answer, and pages are not weighed beside it."""

SHOWN = 24
"""Answers that are handed on, best first."""

Ground = Callable[[Sequence[Hit], float | None], Grounding]
"""Weighs passages for an answer; the number is the confidence of a direct entry among them."""


@dataclass(frozen=True, slots=True)
class Taught:
    """What the `wordings` taught. `first` is a passage for each answer."""

    wordings: tuple[Wording, ...]
    scope: Scope
    first: dict[str, Passage]

    def ground(self, question: str, language: str | None, hits: Sequence[Hit], grounded: Ground) -> Grounding:
        """What entries and pages say to `question`, given the passages that a search found, best first."""
        aim = self.scope.aim(question, language=language, limit=SHOWN)
        entries = self._ranked(aim, hits)
        pages = [hit for hit in hits if label_of(hit.passage) not in self.first]
        if not entries:
            return grounded(pages, None)
        found = grounded(entries[:1] if aim.sure >= SURE else [entries[0], *pages], aim.sure)
        best = found.hits[0].passage
        rest = [hit for hit in (*entries, *pages) if hit.passage is not best]
        beside = 0.0 if label_of(best) in self.first else found.in_scope
        return replace(found, hits=(found.hits[0], *rest), in_scope=round(max(aim.in_scope, beside), 4))

    def _ranked(self, aim: Aim, hits: Sequence[Hit]) -> list[Hit]:
        """A passage for each answer, best answer first: the one whose wording is nearest, if the search found it."""
        near: dict[str, Passage] = {}
        for hit in hits:
            near.setdefault(label_of(hit.passage), hit.passage)
        return [Hit(near.get(label) or self.first[label], score + 2.0) for label, score in aim.labels]


def teach(passages: Iterable[Passage], before: Taught | None = None) -> Taught | None:
    """What direct entries and lists of wordings teach; None where they are too few wordings to learn from.

    Where the wordings are those of `before`, nothing is learnt again.
    """
    wordings: list[Wording] = []
    first: dict[str, Passage] = {}
    held = list(passages)
    for passage, said in (*_of_entries(held), *_of_lists(held)):
        wordings.append(Wording(said, label_of(passage), passage.language))
        first.setdefault(label_of(passage), passage)
    if len(wordings) < OFTEN * len(first):
        return None
    if before and before.wordings == tuple(wordings):
        return replace(before, first=first)
    scope = fit(wordings)
    return Taught(tuple(wordings), scope, first) if scope else None


def label_of(passage: Passage) -> str:
    """What tells answers apart: an entry's text, a page's document."""
    return f"entry {passage.text}" if passage.question is not None else f"page {passage.document_id}"


def _of_entries(passages: Sequence[Passage]) -> Iterator[tuple[Passage, str]]:
    return ((passage, passage.question) for passage in passages if passage.question is not None)


def _of_lists(passages: Sequence[Passage]) -> list[tuple[Passage, str]]:
    """The lines of pages that only list how customers ask, where the company's pages are such lists.

    Anywhere else a page of short lines is a price list, or steps: nothing to learn questions from. So is a page with
    sections of its own: what is listed under two headings says two things, not one thing in many ways.
    """
    pages: dict[DocumentId, list[tuple[Passage, str]]] = {}
    sections: dict[DocumentId, set[str]] = {}
    for passage in passages:
        if passage.question is None:
            lines = [line.strip(_MARKS) for line in passage.text.splitlines()]
            headed = passage.heading.rpartition(" > ")[2]
            if any(line and line != headed for line in lines):
                sections.setdefault(passage.document_id, set()).add(passage.heading)
            said = dict.fromkeys(line for line in (headed, *lines) if line and line != passage.title)
            pages.setdefault(passage.document_id, []).extend((passage, line) for line in said)
    lists = [
        lines
        for id, lines in pages.items()
        if len(lines) >= OFTEN and len(sections.get(id, ())) <= 1 and all(_is_wording(said) for _, said in lines)
    ]
    return [line for lines in lists for line in lines] if len(lists) >= MOSTLY * len(pages) else []


def _is_wording(line: str) -> bool:
    return len(line.split()) <= LONGEST_LINE
