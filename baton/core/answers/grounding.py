"""Values of grounding: passages of the company's sources, hits of a search, and the answer they prove."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from baton.core.audience import SourceAudience
from baton.core.ids import DocumentId, PassageId, SourceId
from baton.core.messages import Citation, Statement
from baton.core.reading.following import Reading
from baton.core.reading.own_words import NO_WORDS, OwnWords
from baton.core.values import altered, value


@dataclass(frozen=True, slots=True)
class Passage:
    """A piece of a document under one heading, small enough to read at a glance and to cite.

    `start` and `end` are offsets in the document's text. `question` is set for a direct question-answer entry,
    whose `text` is then the answer as the company wrote it. `url` with `anchor` opens the very paragraph.
    `audience` is for whom it is, by its document or its source. `about` is the queue or the topic of the policy that
    an entry says its question belongs to.
    """

    id: PassageId
    source_id: SourceId
    document_id: DocumentId
    title: str
    heading: str
    text: str
    question: str | None = None
    url: str | None = None
    anchor: str | None = None
    start: int = 0
    end: int = 0
    version: int = 1
    language: str | None = None
    audience: SourceAudience = SourceAudience.PUBLIC
    about: str | None = None

    def __hash__(self) -> int:
        """By the id alone: passages are looked up by the dozen for every question."""
        return hash(self.id)


@value
class Hit:
    """A passage that a search found, with the search's own score (comparable within one search only).

    `alike` is how near it is to the question in meaning (-1..1), None where that is not known.
    """

    passage: Passage
    score: float
    alike: float | None = None


@dataclass(frozen=True, slots=True)
class Wording:
    """What a model had to do with an answer: which one, on which prompt, and what that took in tokens.

    `cut` are the sentences of its draft that the passages did not support, each with the reason. `declined` says why
    the answer is in the documents' words all the same, empty where it is in the model's.
    """

    model: str = ""
    prompt: str = ""
    tokens: int = 0
    cut: tuple[tuple[str, str], ...] = ()
    declined: str = ""


@value
class Grounding:
    """What the sources say to a question.

    `confidence` is 0..1. `statements` and `citations` are the answer, empty where there is no source for one.
    `alternatives` are the readings to choose from where the question is ambiguous (at least two, else empty).
    `nearest` are the names of the sections that come nearest, to choose from where the answer is too unsure to give.
    `hits` are the passages looked at, best first; `missing` are words of the question that no passage covers.
    `in_scope` is how likely it is (0..1) that anything here answers it, be it another passage than the best.
    `stale` are the names of cited sources that are past their review.
    `wording` is there where a model was, or would have been, asked to word the answer.
    `age_days` is the age of the oldest source cited, None where unknown. `own` are the company's own words.
    `reading` is how the message was read in its conversation, None where that was not looked at.
    """

    confidence: float
    statements: tuple[Statement, ...] = ()
    citations: tuple[Citation, ...] = ()
    alternatives: tuple[str, ...] = ()
    nearest: tuple[str, ...] = ()
    hits: tuple[Hit, ...] = ()
    missing: tuple[str, ...] = ()
    in_scope: float = 0.0
    stale: tuple[str, ...] = ()
    age_days: int | None = None
    wording: Wording | None = None
    own: OwnWords = field(default=NO_WORDS, compare=False, repr=False)
    reading: Reading | None = field(default=None, compare=False)

    @property
    def text(self) -> str:
        """The answer as plain text, a line for each statement that is a step or list item, else one paragraph."""
        return compose(self.statements)


def compose(statements: tuple[Statement, ...]) -> str:
    """Join statements: list items keep their lines, sentences run on."""
    out = ""
    for statement in statements:
        item = statement.text.startswith(("- ", "* ")) or statement.text.split(".", 1)[0].isdigit()
        out += ("\n" if item or out.rpartition("\n")[2].startswith("- ") else " ") if out else ""
        out += statement.text
    return out


NOTHING = Grounding(confidence=0.0)
"""No source says anything to it."""

SURE = 0.8
"""Confidence from which a reading of a message is taken to be what was meant."""


PASSED_OVER = 0.5
"""The most that an answer is worth to a follow-up which names something else than its passage."""


def read_as(found: Grounding, way: Reading) -> Grounding:
    """What was found for one reading of a message. What it names has to be in the passage that answers."""
    named = way.named.casefold().split()
    lacks = any(word in named for word in found.missing)
    return altered(found, reading=way, confidence=min(found.confidence, PASSED_OVER) if lacks else found.confidence)


def first_sure(ways: Iterator[Grounding]) -> Grounding:
    """The first that is sure of one answer, and where none is, the first. `ways` are at least one, made when needed."""
    first = next(ways)
    return first if _is_sure(first) else next(filter(_is_sure, ways), first)


def _is_sure(found: Grounding) -> bool:
    return found.confidence >= SURE and not found.alternatives
