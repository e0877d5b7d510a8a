"""The customer asks for a person (A1): in so many words, with one word, or by saying yes to the offer of one."""

from collections.abc import Mapping

from baton.core.signals import Signal, SignalKind
from baton.core.track import Track
from baton.core.triggers.heard import Heard
from baton.core.triggers.patterns import Found

ASKS = 0.5
"""The score from which a message counts as a request."""

MAX_CRY = 16
"""Words (in scripts without spaces: characters) of a message that is nothing but a cry such as "human please"."""

_SEEN = frozenset(("ok", "okay", "k", "."))
"""Words that say no more than that something was read."""


def asks_for_person(heard: Heard, *, track: Track) -> Signal | None:
    """The request for a person, with the words that show it, or None.

    A veil is a phrase in which the same words are no request ("are you a human?", "I don't need an agent",
    "agent fee"); a request that shares a word with one doesn't count.
    """
    veils = _by_word(heard.all("veil"))
    clear = [ask for ask in heard.all("ask", "whom") if not _is_veiled(ask, veils)]
    if clear:
        longest = max(clear, key=lambda found: found.end - found.start)
        return _signal(heard.quote(longest), 0.9 if longest.corrected else 1.0)
    if len(heard.text.words) <= MAX_CRY and heard.only("cry", "polite") and not veils:
        cry = heard.all("cry")[0]
        return _signal(heard.quote(cry), 0.9 if cry.corrected else 1.0)
    if takes_up(heard, track):
        return _signal(heard.quote(heard.all("yes")[0]), 1.0)
    return None


def takes_up(heard: Heard, track: Track) -> bool:
    """Whether a message says yes to a person who was put forward.

    An "ok" after one was only told of beside an answer ("I'm a bot, and I can connect you …") takes nothing up.
    """
    if not track.offered or not heard.only("yes", "thanks", "polite"):
        return False
    return track.unanswered > 0 or not _SEEN.issuperset(heard.text.words)


def _by_word(veils: tuple[Found, ...]) -> Mapping[int, list[Found]]:
    """The veils over each word, so that a request in a long message only meets those near it."""
    over: dict[int, list[Found]] = {}
    for veil in veils:
        for at in range(veil.start, veil.end):
            over.setdefault(at, []).append(veil)
    return over


def _is_veiled(ask: Found, veils: Mapping[int, list[Found]]) -> bool:
    return any(_hides(veil, ask) for at in range(ask.start, ask.end) for veil in veils.get(at, ()))


def _hides(veil: Found, ask: Found) -> bool:
    """Whether a veil takes back a request: in its own language where they share a word, in others where it holds it.

    Short words mean different things in different languages: "je Mitarbeiter" is German for "per employee", but "met
    je medewerker" is Dutch for "with your employee". "Whom can I talk to about ..." asks, though "talk about" is one.
    """
    shares_a_word = veil.language == ask.language and ask.label != "whom"
    return shares_a_word or (veil.start <= ask.start and ask.end <= veil.end)


def _signal(words: str, score: float) -> Signal:
    return Signal(SignalKind.ASKS_FOR_PERSON, score, (words,))
