"""Distress, urgency, buying intent and small talk (A6, A9, A11): what the words and the way of writing show."""

import re

from baton.core.signals import Signal, SignalKind
from baton.core.track import Track
from baton.core.triggers.heard import Heard
from baton.core.triggers.ideas import ideas
from baton.core.triggers.person import takes_up
from baton.core.triggers.topic_features import spelt
from baton.core.weights.linear import shipped

STRONG = 0.9
MILD = 0.5
SHOUTING = 0.2
CALLING_OUT = 0.1
"""What writing in capitals, and several exclamation marks, add to the words. Alone they are mild at most."""

UPSET = "upset"
"""The label of the model: annoyed, angry or disappointed."""

LEAST = 0.3
"""Distress below this is not worth noticing."""

MOST_BY_MODEL = 0.75
"""What the model alone can make of a message: an offer of a person at most. Strong distress is in so many words."""

MOST_WORDS = 80
"""Words that the model reads, from the start of the message."""

_TOLD_BY = ("distress:strong", "distress:mild", "urgency", "stuck", "thanks", "hello", "how_to", "about")

_SHOUTED_LETTERS = 12
_SMALL_TALK = (
    ("whether_bot", "who"),
    ("opening", "greeting"),
    ("hello", "greeting"),
    ("thanks", "thanks"),
    ("bye", "bye"),
)
"""What a message may be nothing but, and the sentence that answers it (`baton/core/copy/said.py`)."""


_APPROVAL = re.compile("[👍👌🙏👏💯✅🎉❤🙂😀-😆😊]")
"""Signs that thank or approve where no word stands beside them."""


def distress(heard: Heard) -> Signal | None:
    """How distressed the message sounds: 0.9 and up is strong, 0.3 to 0.8 mild. Never the only guard."""
    score, words = strength(heard)
    return _signal(SignalKind.DISTRESS, score, words or _telling(heard)) if score >= LEAST else None


def strength(heard: Heard) -> tuple[float, tuple[str, ...]]:
    """How distressed it sounds, 0..1, however faintly, and the words that say so outright."""
    said, words = _said(heard)
    upset = min(MOST_BY_MODEL, shipped("mood").probabilities(features(heard))[UPSET]) if heard.text.words else 0.0
    return min(1.0, round(max(said, upset), 2)), words


def features(heard: Heard) -> set[str]:
    """What the model of distress looks at: words, ideas, what the lexicons found, and the way of writing."""
    words = heard.text.words[:MOST_WORDS]
    found = {f"={label}" for label in _TOLD_BY if label in heard.found}
    seen = {*spelt(words), *found, *(f"{one}=" for one in found)}
    seen.update(f"={idea}" for _, idea in ideas(heard.text.words, 0, len(words)))
    seen.update(mark for mark in ("=!!", "=!") if mark[1:] in heard.text.raw)
    return seen | {"=shouted"} if _is_shouted(heard.text.raw) else seen


def _said(heard: Heard) -> tuple[float, tuple[str, ...]]:
    """What is said in so many words and by the way of writing, 0 where nothing is."""
    strong, mild = heard.all("distress:strong"), heard.all("distress:mild")
    words = heard.quotes((*strong, *mild))
    apart = sum(1 for i, found in enumerate(mild) if i == 0 or found.start >= mild[i - 1].end)
    score = STRONG if strong else (MILD + 0.15 * (apart - 1) if mild else 0.0)
    if _is_shouted(heard.text.raw):
        score += SHOUTING if score else 0.3
        words = (*words, "written in capitals")
    if "!!" in heard.text.raw and score:
        score += CALLING_OUT
    return score, words


def _telling(heard: Heard) -> tuple[str, ...]:
    """The customer's words that told the model most."""
    places = {word: at for at, word in reversed(list(enumerate(heard.text.words[:MOST_WORDS])))}
    told = shipped("mood").telling(places, UPSET, most=2)
    return tuple(heard.text.quote(places[word], places[word] + 1) for word in told)


def urgency(heard: Heard) -> Signal | None:
    """Words that say it can't wait, but for those that say it can ("nothing urgent")."""
    calm = heard.covered("unhurried")
    found = [one for one in heard.all("urgency") if one.start not in calm]
    return _signal(SignalKind.URGENCY, 0.9, heard.quotes(found)) if found else None


def buying_intent(heard: Heard) -> Signal | None:
    """Words of somebody who is about to buy a lot."""
    found = heard.all("buying")
    words = heard.quotes(found)
    return _signal(SignalKind.BUYING_INTENT, 0.9, words, topic="sales") if found else None


def small_talk(heard: Heard, *, track: Track) -> Signal | None:
    """A message that is nothing but a greeting, a word that a question will come, thanks, a goodbye, who it speaks to,
    a no to an offer, or an "ok"."""
    labels = [label for label, _ in _SMALL_TALK]
    for label, topic in _SMALL_TALK:
        if label == "opening" and track.offered:
            continue
        if heard.only(label, *labels, "polite", "no", "yes"):
            return _signal(SignalKind.SMALL_TALK, 1.0, heard.quotes(heard.all(label), 1), topic=topic)
    if track.offered and heard.only("no", "polite", "thanks"):
        return _signal(SignalKind.SMALL_TALK, 1.0, heard.quotes(heard.all("no"), 1), topic="decline")
    if heard.only("yes") and not (takes_up(heard, track) or track.clarified):
        # Nothing was asked that it could say yes to.
        topic = "acknowledged" if track.turns else "greeting"
        return _signal(SignalKind.SMALL_TALK, 1.0, heard.quotes(heard.all("yes"), 1), topic=topic)
    if not heard.text.words and (sign := _APPROVAL.search(heard.text.raw)):
        return _signal(SignalKind.SMALL_TALK, 1.0, (sign[0],), topic="thanks")
    return None


def _signal(kind: SignalKind, score: float, words: tuple[str, ...], *, topic: str | None = None) -> Signal:
    return Signal(kind, score, words, topic)


def _is_shouted(raw: str) -> bool:
    upper = sum(map(str.isupper, raw))
    return upper >= _SHOUTED_LETTERS and upper > 4 * sum(map(str.islower, raw))
