"""Distress, urgency, buying intent and small talk (A6, A9, A11): what the words and the way of writing show."""

from baton.core.signals import Signal, SignalKind
from baton.core.track import Track
from baton.core.triggers.heard import Heard

STRONG = 0.9
MILD = 0.5
SHOUTING = 0.2
CALLING_OUT = 0.1
"""What writing in capitals, and several exclamation marks, add to the words. Alone they are mild at most."""

_SHOUTED_LETTERS = 12
_SMALL_TALK = (("hello", "greeting"), ("thanks", "thanks"), ("bye", "goodbye"))


def distress(heard: Heard) -> Signal | None:
    """How distressed the message sounds: 0.9 and up is strong, 0.3 to 0.8 mild. Never the only guard."""
    strong, mild = heard.all("distress:strong"), heard.all("distress:mild")
    words = heard.quotes((*strong, *mild))
    apart = sum(1 for i, found in enumerate(mild) if i == 0 or found.start >= mild[i - 1].end)
    score = STRONG if strong else (MILD + 0.15 * (apart - 1) if mild else 0.0)
    if _is_shouted(heard.text.raw):
        score += SHOUTING if score else 0.3
        words = (*words, "written in capitals")
    if "!!" in heard.text.raw and score:
        score += CALLING_OUT
    return _signal(SignalKind.DISTRESS, min(1.0, round(score, 2)), words) if score else None


def urgency(heard: Heard) -> Signal | None:
    """Words that say it can't wait."""
    found = heard.all("urgency")
    return _signal(SignalKind.URGENCY, 0.9, heard.quotes(found)) if found else None


def buying_intent(heard: Heard) -> Signal | None:
    """Words of somebody who is about to buy a lot."""
    found = heard.all("buying")
    words = heard.quotes(found)
    return _signal(SignalKind.BUYING_INTENT, 0.9, words, topic="sales") if found else None


def small_talk(heard: Heard, *, track: Track) -> Signal | None:
    """A message that is nothing but a greeting, thanks, a goodbye, or a no to an offer."""
    labels = [label for label, _ in _SMALL_TALK]
    for label, topic in _SMALL_TALK:
        if heard.only(label, *labels, "polite", "no", "yes"):
            return _signal(SignalKind.SMALL_TALK, 1.0, heard.quotes(heard.all(label), 1), topic=topic)
    if track.offered and heard.only("no", "polite", "thanks"):
        return _signal(SignalKind.SMALL_TALK, 1.0, heard.quotes(heard.all("no"), 1), topic="decline")
    return None


def _signal(kind: SignalKind, score: float, words: tuple[str, ...], *, topic: str | None = None) -> Signal:
    return Signal(kind, score, words, topic)


def _is_shouted(raw: str) -> bool:
    upper = sum(1 for character in raw if character.isupper())
    return upper >= _SHOUTED_LETTERS and upper > 4 * sum(1 for character in raw if character.islower())
