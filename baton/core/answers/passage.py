"""A passage read for its words: those of its title, headings and sentences, and what names it."""

import re
from dataclasses import dataclass
from functools import lru_cache

from baton.core.answers.grounding import Passage
from baton.core.reading.sentences import Span, is_item, sentences
from baton.core.reading.tokens import tokens
from baton.core.reading.wording import reworded


@dataclass(frozen=True, slots=True)
class Read:
    """A passage read for its words once; the same passages come up again and again. `headed` are the words of its
    headings, `heading` those with an entry's question, `named` with the title too, `all` those of any place; `name` is
    what it is called where it stands alone."""

    spans: tuple[Span, ...]
    span_words: tuple[frozenset[str], ...]
    heading: frozenset[str]
    headed: frozenset[str]
    title: frozenset[str]
    subject: frozenset[str]
    body: frozenset[str]
    named: frozenset[str]
    all: frozenset[str]
    labels: tuple[frozenset[str], ...]
    leans_on_title: bool
    has_items: bool
    name: str


@lru_cache(maxsize=8_192)
def read_passage(passage: Passage) -> Read:
    language = passage.language or "en"
    spans = tuple(sentences(passage.text)) or (Span(0, len(passage.text), passage.text),)
    span_words = tuple(frozenset(tokens(span.text, language)) for span in spans)
    heading = frozenset(tokens(f"{passage.heading}\n{passage.question or ''}", language))
    title, body = frozenset(tokens(passage.title, language)), heading.union(*span_words)
    labels = tuple(frozenset(tokens(label, language)) for label in _labels(passage))
    return Read(
        spans=spans,
        span_words=span_words,
        heading=heading,
        headed=frozenset(tokens(passage.heading, language)),
        title=title,
        subject=frozenset(tokens(subject_of(passage.title), language)),
        body=body,
        named=title.union(heading, *labels),
        all=title.union(body, *labels),
        labels=labels,
        leans_on_title=_IT.search(own_heading(passage)) is not None,
        has_items=any(is_item(span.text) for span in spans),
        name=_name(passage),
    )


_NOT = re.compile(r"(?i)\b(?:not|cannot|can[’']?t|don[’']?t|never|except|exclud\w+|exclusions?|no)\b")


def own_heading(passage: Passage) -> str:
    """The heading that the passage stands right under, without those above it."""
    return passage.heading.rpartition(" > ")[2]


def refuses(heading: str) -> bool:
    """Whether a heading turns around what stands below it ("What cannot be returned")."""
    return _NOT.search(heading) is not None


_IT = re.compile(r"(?i)^(?:what|how|when|where|why|who) (?:\w+ )?(?:it|they|this|these)\b|\bone$")
"""Headings that lean on what the title names: "What it covers", "Use one"."""

_KIND = re.compile(r"(?i)^(?:faqs?|internal|guide|how[- ]to|troubleshooting|overview|help)\s*[:–—-]\s+")


_NAME = re.compile(r"\b[A-Z]\w*(?: [A-Z]\w*)+")
_RUNNING = re.compile(r"\b(?!(?:with|from|your|into|over|that|this|when|what|have)\b)[a-z]{4,}\b")
"""Words that a title in capitals would not have small."""


@lru_cache(maxsize=8_192)
def subject_of(title: str) -> str:
    """What a title is about: the part before its colon or dash, where there is one ("Silver Card: Fees"), and of that
    the name that stands in it, where other words are small ("Setting up alerts for your Silver Card")."""
    first = re.split(r": | [-–—|] ", _KIND.sub("", title), maxsplit=1)[0]
    names = _NAME.findall(first) if _RUNNING.search(first) else ()
    return names[-1] if names else first


def is_about(passage: Passage, subject: frozenset[str]) -> bool:
    """Whether a page's title names just that subject."""
    return read_passage(passage).subject == subject


def _name(passage: Passage) -> str:
    """An entry goes by its question, a section by its heading with what its page is about."""
    own, subject = own_heading(passage), subject_of(passage.title)
    if passage.question:
        return passage.question
    return f"{subject}: {own}" if own and own != subject else own or passage.title


def _labels(passage: Passage) -> tuple[str, ...]:
    """What names the passage: an entry's question, else its own heading, alone and with the document's title."""
    if passage.question:
        return (reworded(passage.question, passage.language),)
    own = own_heading(passage)
    return (own, f"{passage.title} {own}") if own else (passage.title,)
