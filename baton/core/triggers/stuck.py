"""Stuck (A5): the customer says that it didn't help, or asks the same again."""

from baton.core.signals import Signal, SignalKind
from baton.core.track import Track
from baton.core.triggers.heard import Heard
from baton.core.triggers.text import fold

SAME_QUESTION = 0.75
"""Share of stems that two questions have in common to be the same question in other words."""

_STEM = 5


def stuck(heard: Heard, *, track: Track) -> Signal | None:
    """What shows that the bot's last answer didn't help, or None. There is no being stuck on the first turn."""
    if not track.turns:
        return None
    said = heard.all("stuck")
    if said:
        return Signal(SignalKind.STUCK, 0.9, heard.quotes(said))
    alike = likeness(stems_of(heard.text.words), track.last_question)
    if alike >= SAME_QUESTION:
        return Signal(SignalKind.STUCK, round(alike, 2), ("the same question again",))
    return None


def question_stems(text: str) -> tuple[str, ...]:
    """A question's stems, to be kept in the track and compared with the next one's."""
    return stems_of(fold(text))


def stems_of(words: tuple[str, ...]) -> tuple[str, ...]:
    """Word beginnings, each once, without words too short to carry meaning. Enough to see a question repeated."""
    long_enough = (word for word in words if len(word) > 3 or not word.isascii() or word.isdecimal())
    return tuple(dict.fromkeys(word[:_STEM] for word in long_enough))


def likeness(one: tuple[str, ...], other: tuple[str, ...]) -> float:
    """Share of the stems of both that both have, 0 where either has fewer than two."""
    if len(one) < 2 or len(other) < 2:
        return 0.0
    a, b = set(one), set(other)
    return len(a & b) / len(a | b)
