"""The customer asks for a person (A1): in so many words, with one word, or by saying yes to the offer of one."""

from baton.core.signals import Signal, SignalKind
from baton.core.track import Track
from baton.core.triggers.heard import Heard

MAX_CRY = 16
"""Words (in scripts without spaces: characters) of a message that is nothing but a cry such as "human please"."""


def asks_for_person(heard: Heard, *, track: Track) -> Signal | None:
    """The request for a person, with the words that show it, or None.

    A veil is a phrase in which the same words are no request ("are you a human?", "I don't need an agent",
    "agent fee"); a request that shares a word with one doesn't count.
    """
    veiled = heard.covered("veil")
    clear = [found for found in heard.all("ask") if veiled.isdisjoint(range(found.start, found.end))]
    if clear:
        longest = max(clear, key=lambda found: found.end - found.start)
        return _signal(heard.quote(longest), 0.9 if longest.corrected else 1.0)
    if len(heard.text.words) <= MAX_CRY and heard.only("cry", "polite") and not veiled:
        cry = heard.all("cry")[0]
        return _signal(heard.quote(cry), 0.9 if cry.corrected else 1.0)
    if track.offered and heard.only("yes", "thanks", "polite"):
        return _signal(heard.quote(heard.all("yes")[0]), 1.0)
    return None


def _signal(words: str, score: float) -> Signal:
    return Signal(SignalKind.ASKS_FOR_PERSON, score, (words,))
