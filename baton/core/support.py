"""The program that refuses what a passage does not support. No prompt is trusted with it.

First form: every number of a statement must stand in the passages it cites, most of its informative words must be
theirs, and it must deny what the sentence nearest to it denies, no more and no less. What fails is cut; an answer of
which nothing is left is no answer.
"""

import re
from collections.abc import Sequence

from baton.core.sentences import sentences
from baton.core.tokens import tokens

COVERED = 0.6
"""The share of a statement's informative words that its passages must hold."""

_NUMBER = re.compile(r"\d+(?:[.,:]\d+)*")
_NEGATION = re.compile(
    r"\b(?:not|no|never|none|cannot|without|nicht|kein\w*|nie|ohne|no|nunca|sin|ne|pas|jamais|sans|non|mai|senza|"
    r"niet|geen|nooit|não|nem|sem)\b|n['’]t\b",
    re.IGNORECASE,
)


def is_supported(statement: str, passages: Sequence[str], *, language: str | None = None) -> bool:
    """Whether the passages say what the statement says, as far as words, numbers and negations tell."""
    source = " ".join(passages)
    if not source.strip():
        return False
    if not _numbers(statement) <= _numbers(source):
        return False
    words = set(tokens(statement, language))
    if not words or len(words & set(tokens(source, language))) / len(words) < COVERED:
        return False
    nearest = max(sentences(source), key=lambda span: _alike(words, span.text, language)).text
    return bool(_NEGATION.search(statement)) == bool(_NEGATION.search(nearest))


def _alike(words: set[str], sentence: str, language: str | None) -> float:
    others = set(tokens(sentence, language))
    return len(words & others) / len(words | others)


def _numbers(text: str) -> set[str]:
    return {number.rstrip(".,:").replace(",", "") for number in _NUMBER.findall(text)}
