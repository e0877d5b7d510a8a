"""The answer that the sources prove, in their own words: which passage, which sentences of it, and how sure.

Nothing is composed. A sentence is quoted whole, steps stay a list, an entry written as question and answer is answered
with its answer. Confidence falls with every telling word of the question that the quoted passage does not have.
"""

from collections.abc import Sequence

from baton.core.alternatives import alternatives
from baton.core.answer_form import Form
from baton.core.clauses import is_long
from baton.core.confidence import confidence
from baton.core.evidence import Evidence, is_page_asked, named_subject, own_heading, refuses, weigh
from baton.core.grounding import Grounding, Hit
from baton.core.messages import Citation, Statement
from baton.core.question import Question, read_question
from baton.core.sentences import Span, is_item
from baton.core.spans import choose
from baton.core.tokens import tokens
from baton.core.vocabulary import UNWEIGHTED, Vocabulary

NO_SOURCE = 0.15
"""Confidence below which the sources are said to have no answer, rather than an unsure one."""

MAX_QUOTE = 300
"""Characters of a citation's quote."""

_Quoted = tuple[tuple[Statement, ...], tuple[Citation, ...]]


def ground(
    question: str,
    hits: Sequence[Hit],
    *,
    language: str | None = None,
    context: str = "",
    vocabulary: Vocabulary = UNWEIGHTED,
) -> Grounding:
    """What `hits` say to `question`: an extractive answer with citations and a confidence of 0..1.

    `context` are the customer's earlier words, which help a short follow-up. `vocabulary` says how telling each
    word is in the whole of the sources; without it every word counts the same.
    """
    asked = read_question(question, language, vocabulary, context)
    if not hits or not asked.words:
        return Grounding(confidence=0.0, hits=tuple(hits), missing=asked.missing_from(frozenset()))
    top = max(hit.score for hit in hits) or 1.0
    headed = _headed(hits)
    named = named_subject(asked, hits)
    evidence = sorted(
        (weigh(asked, hit, top, elsewhere=headed[hit.passage.document_id], named=named) for hit in hits),
        key=lambda found: -found.worth,
    )
    evidence = _opening_first(asked, evidence)
    best = evidence[0]
    spans = choose(asked, best)
    readings = alternatives(asked, evidence)
    statements, citations = _quoted(best, spans, n=1)
    if readings and asked.asked.form is Form.CLOCK:
        statements, citations = _each(asked, evidence, readings)
        readings = ()
    sure = confidence(asked, evidence, spans)
    # What a story needs is spread over its parts, which the search knows and one passage's worth does not.
    ranked = hits if is_long(question) else [found.hit for found in evidence]
    has_source = sure >= NO_SOURCE
    return Grounding(
        confidence=sure,
        statements=statements if has_source else (),
        citations=citations if has_source else (),
        alternatives=readings if has_source else (),
        hits=(best.hit, *(hit for hit in ranked if hit is not best.hit)),
        missing=asked.missing_from(best.words),
    )


def _opening_first(asked: Question, evidence: list[Evidence]) -> list[Evidence]:
    """A page that is asked for by its name alone begins with what matters most: its first section goes first."""
    page = evidence[0].hit.passage
    if asked.asked.is_figure or not is_page_asked(asked, page):
        return evidence
    own = [found for found in evidence if found.hit.passage.document_id == page.document_id]
    first = min(own, key=lambda found: found.hit.passage.start)
    return [first, *(found for found in evidence if found is not first)]


def _each(asked: Question, evidence: Sequence[Evidence], headings: Sequence[str]) -> _Quoted:
    """The times of each place, with its heading: who asks when the shops open wants all of them, not a question."""
    statements: list[Statement] = []
    citations: list[Citation] = []
    for heading in headings:
        found = next(found for found in evidence if own_heading(found.hit.passage) == heading)
        said, cited = _quoted(found, choose(asked, found), n=len(citations) + 1)
        statements += [Statement(f"{heading}: {said[0].text}", said[0].citations), *said[1:]]
        citations += cited
    return tuple(statements), tuple(citations)


def _quoted(best: Evidence, spans: Sequence[Span], *, n: int) -> _Quoted:
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


def _headed(hits: Sequence[Hit]) -> dict[str, frozenset[str]]:
    """Per document the words of the headings of its passages that were found."""
    words: dict[str, frozenset[str]] = {}
    for hit in hits:
        passage = hit.passage
        found = frozenset(tokens(passage.heading, passage.language or "en"))
        words[passage.document_id] = words.get(passage.document_id, frozenset()) | found
    return words
