"""Questions that no document answers: which of them mean the same, and what a person's reply is worth to others."""

import re
from collections.abc import Iterable, Sequence

from baton.core.facts import FactKind, extract
from baton.core.facts.fact import NUMBERED
from baton.core.messages import Message
from baton.core.reading.own_words import NO_WORDS, OwnWords
from baton.core.reading.synonyms import synonyms
from baton.core.reading.tokens import guess_language, tokens
from baton.core.redaction import mask

ALIKE = 0.5
"""The share of their informative words, of all that either has, from which two questions mean the same."""

SHORTEST_NAME = 3
"""Letters of a name below which it is not looked for: it could be part of any sentence."""

_GREETING = re.compile(
    r"^\s*(?:(?:hi|hello|hey|dear|good (?:morning|afternoon|evening)|hallo|guten tag|hola|bonjour|ciao)\b"
    r"[^.!?,\n]{0,40}[.!,\n]+\s*)+",
    re.IGNORECASE,
)
_THANKS = re.compile(r"^\s*(?:thanks|thank you)\b[^.!?\n]{0,80}[.!]\s*", re.IGNORECASE)
_SIGN_OFF = re.compile(
    r"\s*(?:(?:kind|best|warm) regards|regards|best wishes|cheers|sincerely|thanks"
    r"|mit freundlichen grüßen|saludos|cordialement)"
    r"\b[\s\S]{0,80}$",
    re.IGNORECASE,
)
_CONTACT = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+|\+?\d[\d\s()/-]{7,}\d")


def meaning(text: str) -> frozenset[str]:
    """A question's informative words, one standing for all that mean the same."""
    language = guess_language(text) or "en"
    return frozenset(min({stem, *synonyms(stem, language)}) for stem in tokens(text, language))


def alike(one: frozenset[str], other: frozenset[str]) -> float:
    """How much two meanings have in common, 0..1. Questions without informative words are like nothing."""
    return len(one & other) / len(one | other) if one and other else 0.0


def nearest(text: str, groups: Sequence[Iterable[str]], own: OwnWords = NO_WORDS) -> int | None:
    """The index of the group whose questions are most like `text`, None where none is like it.

    `own` are the company's own words: what customers call by different names is one thing.
    """
    mine = meaning(own.plainly(text))
    scores = [max((alike(mine, meaning(own.plainly(other))) for other in group), default=0.0) for group in groups]
    best = max(range(len(scores)), key=lambda index: scores[index], default=None)
    return best if best is not None and scores[best] >= ALIKE else None


_PERSONAL = NUMBERED | {
    FactKind.OWN,
    FactKind.AMOUNT,
    FactKind.DATE,
    FactKind.EMAIL,
    FactKind.PHONE,
    FactKind.NAME,
    FactKind.ADDRESS,
}
"""Facts that are one customer's own. A device or a plan is everybody's."""


def general(reply: str, messages: Iterable[Message], names: Iterable[str | None]) -> str:
    """A person's reply as an entry for everybody: without greeting and name, and with what is personal blanked.

    What the customer's own facts are is read from their messages; a person still has to read it before it is kept.
    """
    text = _SIGN_OFF.sub("", _THANKS.sub("", _GREETING.sub("", mask(reply)))).strip()
    for fact in extract(messages):
        if fact.kind in _PERSONAL and len(fact.value) >= SHORTEST_NAME:
            text = re.sub(rf"(?<!\w){re.escape(fact.value)}(?!\w)", f"[{fact.kind.value.replace('_', ' ')}]", text)
    for name in names:
        for part in (name or "", *(name or "").split()):
            if len(part) >= SHORTEST_NAME:
                text = re.sub(rf",?\s*(?<!\w){re.escape(part)}(?!\w)", "", text, flags=re.IGNORECASE)
    text = _CONTACT.sub("[contact]", text)
    return text[:1].upper() + text[1:]
