"""A message taken apart: its clauses, and which of them ask.

Customers tell what happened, say how they feel, and ask, all in one message. What is asked decides where to look; the
rest helps to understand it.
"""

import re
from functools import lru_cache

from baton.core.reading.sentences import sentences

MANY = 4
"""Clauses from which a message is a story, whose parts are looked up one by one too."""

_JOINED = re.compile(
    r"(?i)(?:,|;|\s[-–—])\s+(?:and|but|so|also|or)?\s*(?=(?:how|what|when|where|who|which|why|can|could|do|does|is|are|"
    r"will|would|should|may)\s+(?:i|we|you|it|they|the|my|your|there|this|that|do|does|can|is|are|much|many|long)\b)"
)
_ASKS = re.compile(
    r"(?i)[?？؟;]\s*[\"'”)]*$|[か吗呢]\s*[。？]?$|"
    r"^\W*(?:(?:and|but|so|ok|okay|hi|hello|hey|also|please|well|just)\b\W*)*"
    r"(?:how|what|what's|whats|when|where|where's|who|which|why|can|could|do|does|did|is|are|will|would|should|may|"
    r"am i|has|have (?:you|i|my|they)|any|"
    r"wie|was|wann|wo|welche\w*|kann|darf|comment|quand|combien|puedo|cómo|cuándo|cuánto|dónde|come|quando|quanto|como|"
    r"hoe|wanneer|hoeveel)\b|"
    r"\b(?:how (?:do|can|to|much|many|long|soon|often)|i(?:'d| would) like|(?:want|need|like|trying|how|where) to|"
    r"tell me|wonder(?:ing)?|let me know|looking for|is there|explain)\b"
)


@lru_cache(maxsize=1_024)
def clauses(text: str) -> tuple[str, ...]:
    """The sentences of `text`, those that join several questions taken apart."""
    found = (part.strip() for span in sentences(text) for part in _JOINED.split(span.text))
    return tuple(part for part in found if part)


def is_long(text: str) -> bool:
    """Whether a message is a story that asks more than one thing."""
    return len(clauses(text)) >= MANY


def asks(clause: str) -> bool:
    """Whether a clause asks or wants something, rather than telling what happened or how the customer feels."""
    return _ASKS.search(clause) is not None


@lru_cache(maxsize=1_024)
def told_aside(text: str) -> str:
    """What `text` tells beside its questions: the clauses that ask nothing, empty where all ask or none does."""
    parts = clauses(text)
    aside = [part for part in parts if not asks(part)]
    return "\n".join(aside) if len(aside) < len(parts) else ""
