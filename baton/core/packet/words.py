"""How much of a packet can be read at a glance, and what its signals warn of."""

import re
from math import ceil

from baton.core.signals import Signal, SignalKind

_THAI, _CHINESE = r"\u0e00-\u0e7f", r"\u3040-\u30ff\u3400-\u9fff"
_THAI_MARKS = r"\u0e31\u0e34-\u0e3a\u0e47-\u0e4e"
_PIECE = re.compile(rf"[{_CHINESE}]{{1,2}}|[{_THAI}]{{1,4}}[{_THAI_MARKS}]*|[^\s{_THAI}{_CHINESE}]+")
"""What is read as one word. Where no spaces part words, two signs of Chinese or Japanese count as one, and four of
Thai, as long as its words are; a vowel or tone above or below a letter stays with it."""

MAX_WORD = 40
"""Characters of one run without a space that count as one word: a pasted key or link counts for more."""

_WARNS = frozenset(
    {
        SignalKind.DISTRESS,
        SignalKind.URGENCY,
        SignalKind.STUCK,
        SignalKind.BUYING_INTENT,
        SignalKind.SENSITIVE_DATA,
        SignalKind.CONFLICTING_SOURCES,
        SignalKind.TOOL_FAILED,
        SignalKind.KNOWLEDGE_FAILED,
        SignalKind.MODEL_FAILED,
    }
)
"""Signals that the operator is warned of beside the reason, in the words that the reason would have."""


def risk_flag(signal: Signal) -> tuple[str, str] | None:
    """What a signal warns of: the key of its words, and what they are about. None where it warns of nothing."""
    if signal.kind is SignalKind.POLICY_TOPIC:
        return ("topic", plain(signal.topic)) if signal.topic and signal.needs_judgement else None
    if signal.kind is SignalKind.CUSTOMER_ATTRIBUTE:
        return "customer", ", ".join(signal.evidence) or plain(signal.topic or "")
    return (f"why_{signal.kind.value}", "") if signal.kind in _WARNS else None


def plain(key: str) -> str:
    """A key as words: `billing_dispute` is "billing dispute"."""
    return key.replace("_", " ").strip()


def count_words(text: str) -> int:
    """Words to be read, whatever the script. A long run without spaces counts as several."""
    return sum(max(1, ceil(len(piece) / MAX_WORD)) for piece in _PIECE.findall(text))


def shorten(text: str, words: int) -> str:
    """The text on one line, cut after at most so many words, with an ellipsis where something was left out."""
    text = " ".join(text.split())
    left = words
    for piece in _PIECE.finditer(text):
        cost = max(1, ceil(len(piece[0]) / MAX_WORD))
        if cost > left:
            end = piece.start() + left * MAX_WORD if left else piece.start()
            return text[:end].rstrip(" ,;:-") + "…"
        left -= cost
    return text
