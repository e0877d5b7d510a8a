"""The answer that the sources prove, in their own words: which passage, which sentences of it, and how sure.

Nothing is composed. A sentence is quoted whole, steps stay a list, an entry written as question and answer is answered
with its answer. Confidence falls with every telling word of the question that the quoted passage does not have.
"""

from collections.abc import Sequence

from baton.core.answers.alternatives import alternatives, nearest
from baton.core.answers.confidence import confidence
from baton.core.answers.evidence import Evidence, is_page_asked
from baton.core.answers.form import Form
from baton.core.answers.grounding import Grounding, Hit
from baton.core.answers.passage import read_passage
from baton.core.answers.question import Question, read_question
from baton.core.answers.quotes import beside, each, quoted
from baton.core.answers.spans import choose, has_several_figures, is_brief, rows_named
from baton.core.answers.weighing import weigh_all
from baton.core.reading.clauses import is_long
from baton.core.reading.sentences import Span
from baton.core.reading.vocabulary import UNWEIGHTED, Vocabulary

ASK_BACK = 0.3
"""Confidence from which what comes nearest is worth asking about. Below it most questions are answered nowhere."""

SURE_OF_SENTENCE = 0.95
"""Confidence below which a short section is quoted whole: which of its sentences is meant is the likeliest error."""

CHOSEN = 0.9
"""Where the customer chose the section by its name, and it has the figure that was asked for."""

NO_SOURCE = 0.15
"""Confidence below which the sources are said to have no answer, rather than an unsure one."""


def ground(
    question: str,
    hits: Sequence[Hit],
    *,
    language: str | None = None,
    context: str = "",
    vocabulary: Vocabulary = UNWEIGHTED,
    sure_of_entry: float | None = None,
) -> Grounding:
    """What `hits` say to `question`: an extractive answer with citations and a confidence of 0..1.

    `context` are the customer's earlier words, which help a short follow-up. `vocabulary` says how telling each
    word is in the whole of the sources; without it every word counts the same. `sure_of_entry` is the confidence of
    a direct entry where it is known from all wordings of its question.
    """
    asked = read_question(question, language, vocabulary, context)
    if not hits or not asked.words:
        return Grounding(confidence=0.0, hits=tuple(hits), missing=asked.missing_from(frozenset()))
    weighed = weigh_all(asked, hits)
    evidence, is_chosen = _chosen_first(question, _opening_first(asked, weighed.evidence))
    best = evidence[0]
    rows = rows_named(asked, best)
    spans = rows or choose(asked, best)
    sure = _sure(asked, evidence, spans, sure_of_entry, is_chosen=is_chosen)
    if not rows and is_brief(best) and (sure < SURE_OF_SENTENCE or has_several_figures(asked, best)):
        spans = best.spans
    readings = () if is_chosen else alternatives(asked, evidence, named=weighed.named)
    if readings and asked.asked.form is Form.CLOCK:
        statements, citations = each(asked, evidence, readings)
        readings = ()
    else:
        statements, citations = beside(asked, evidence, quoted(best, spans, n=1), named=weighed.named)
    # What a story needs is spread over its parts, which the search knows and one passage's worth does not.
    ranked = hits if is_long(question) else [*(found.hit for found in evidence), *weighed.others]
    has_source = sure >= NO_SOURCE
    return Grounding(
        confidence=sure,
        in_scope=sure,
        statements=statements if has_source else (),
        citations=citations if has_source else (),
        alternatives=readings if has_source else (),
        nearest=nearest(evidence) if sure >= ASK_BACK else (),
        hits=(best.hit, *(hit for hit in ranked if hit is not best.hit)),
        missing=asked.missing_from(best.words),
    )


def _sure(
    asked: Question,
    evidence: Sequence[Evidence],
    spans: Sequence[Span],
    sure_of_entry: float | None,
    *,
    is_chosen: bool,
) -> float:
    if is_chosen and asked.asked.has_it(" ".join(span.text for span in spans)):
        return CHOSEN
    if sure_of_entry is not None and evidence[0].hit.passage.question is not None:
        return round(sure_of_entry, 3)
    return confidence(asked, evidence, spans)


def _chosen_first(question: str, evidence: list[Evidence]) -> tuple[list[Evidence], bool]:
    """The section first whose name follows the question, as one answers a question back, and whether there is one."""
    chosen = [found for found in evidence if question.endswith(_name(found)) and question != _name(found)]
    if not chosen:
        return evidence, False
    first = max(chosen, key=lambda found: (len(_name(found)), found.worth))
    return [first, *(found for found in evidence if found is not first)], True


def _name(found: Evidence) -> str:
    return read_passage(found.hit.passage).name


def _opening_first(asked: Question, evidence: list[Evidence]) -> list[Evidence]:
    """A page that is asked for by its name alone begins with what matters most: its first section goes first."""
    page = evidence[0].hit.passage
    if any(asked.asked.defines(span.text) for span in evidence[0].spans):
        return evidence
    if asked.asked.is_figure or not is_page_asked(asked, page):
        return evidence
    own = [found for found in evidence if found.hit.passage.document_id == page.document_id]
    first = min(own, key=lambda found: found.hit.passage.start)
    return [first, *(found for found in evidence if found is not first)]
