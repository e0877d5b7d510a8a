"""What is quoted of the passages that answer: sentences with their citations, one passage after the other."""

from collections.abc import Sequence

from baton.core.answers.alternatives import CLOSE
from baton.core.answers.evidence import Evidence, is_page_asked
from baton.core.answers.grounding import Passage
from baton.core.answers.passage import is_about, own_heading, refuses
from baton.core.answers.question import Question
from baton.core.answers.spans import choose
from baton.core.answers.weighing import RIVALS
from baton.core.messages import Citation, Statement
from baton.core.reading.sentences import Span, is_item

MAX_QUOTE = 300
"""Characters of a citation's quote."""

Quoted = tuple[tuple[Statement, ...], tuple[Citation, ...]]
"""Statements, and the citations that their numbers mean."""


def beside(asked: Question, evidence: Sequence[Evidence], said: Quoted, *, named: frozenset[str]) -> Quoted:
    """What `said` quotes of the best passage, with the next one's words where that one answers nearly as well.

    `named` is the subject that the question names whole: pages of others are not quoted beside it.
    """
    best = evidence[0]
    if (best.hit.passage.question and best.likeness >= CLOSE) or is_page_asked(asked, best.hit.passage):
        return said
    shown = {statement.text for statement in said[0]}
    for rival in evidence[1:4]:
        if rival.worth < RIVALS * best.worth:
            break
        if named and not is_about(rival.hit.passage, named):
            continue
        statements, citations = quoted(rival, choose(asked, rival), n=2)
        if shown.isdisjoint(statement.text for statement in statements):
            headed = _headed_by(rival.hit.passage, statements, after=best.hit.passage)
            return (*said[0], *headed), (*said[1], *citations)
    return said


def _headed_by(passage: Passage, statements: tuple[Statement, ...], *, after: Passage) -> tuple[Statement, ...]:
    """Statements of a second passage, led by what they are about, so that nobody takes them for more of the first.

    More of the same section, or another row of the same table, is just that and led by nothing. What another page says
    is led by that page's name: "Prices" of recycling are not those of delivery.
    """
    own, is_same_page = own_heading(passage), passage.document_id == after.document_id
    if is_same_page and own == own_heading(after):
        return statements
    names = (own,) if own and is_same_page else (passage.title, own)
    label = ", ".join(dict.fromkeys(filter(None, names)))
    first, *others = statements
    if first.text == f"{label}:":
        return statements
    if is_item(first.text):
        return (Statement(f"{label}:", first.citations), *statements)
    return (Statement(f"{label}: {first.text}", first.citations), *others)


def each(asked: Question, evidence: Sequence[Evidence], headings: Sequence[str]) -> Quoted:
    """The times of each place, with its heading: who asks when the shops open wants all of them, not a question."""
    statements: list[Statement] = []
    citations: list[Citation] = []
    for heading in headings:
        found = next(found for found in evidence if own_heading(found.hit.passage) == heading)
        said, cited = quoted(found, choose(asked, found), n=len(citations) + 1)
        statements += [Statement(f"{heading}: {said[0].text}", said[0].citations), *said[1:]]
        citations += cited
    return tuple(statements), tuple(citations)


def quoted(best: Evidence, spans: Sequence[Span], *, n: int) -> Quoted:
    passage = best.hit.passage
    url = f"{passage.url}#{passage.anchor}" if passage.url and passage.anchor else passage.url
    citation = Citation(
        n=n,
        passage_id=passage.id,
        source_id=passage.source_id,
        title=passage.title,
        heading=passage.heading,
        url=url,
        quote=_around(passage.text, spans),
        version=passage.version,
    )
    own = own_heading(passage)
    turned = refuses(own) and not own.endswith("?") and all(is_item(span.text) for span in spans)
    said = (f"{own}:", *(span.text for span in spans)) if turned else tuple(span.text for span in spans)
    return tuple(Statement(text, (n,)) for text in said), (citation,)


def _around(text: str, spans: Sequence[Span]) -> str:
    """The quoted words with as much of what stands around them as the limit lets in, cut at blanks."""
    start, end = spans[0].start, spans[-1].end
    if len(text) <= MAX_QUOTE:
        return text
    room = max(0, MAX_QUOTE - (end - start))
    start = max(0, start - room // 2)
    end = min(len(text), start + MAX_QUOTE)
    if start:
        start = _blank_after(text, start)
    if end < len(text):
        end = max(text.rfind(" ", start, end), start + MAX_QUOTE // 2)
    return f"{'… ' if start else ''}{text[start:end].strip()}{' …' if end < len(text) else ''}"


def _blank_after(text: str, at: int) -> int:
    found = text.find(" ", at, at + 40)
    return found + 1 if found >= 0 else at
