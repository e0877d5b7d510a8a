"""The program that refuses what a passage does not support. No prompt is trusted with it.

First form: every number of a statement must stand in the passages it cites, no negation may appear or vanish, and
most of its informative words must be theirs. What fails is cut; an answer of which nothing is left is no answer.
"""

import re
from collections.abc import Sequence

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
    if bool(_NEGATION.search(statement)) and not _NEGATION.search(source):
        return False
    words = set(tokens(statement, language))
    if not words:
        return False
    return len(words & set(tokens(source, language))) / len(words) >= COVERED


def _numbers(text: str) -> set[str]:
    return {number.rstrip(".,:").replace(",", "") for number in _NUMBER.findall(text)}
