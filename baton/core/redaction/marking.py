"""Marks: what may be masked stays in the text, told apart, until it is known for which queue it is written out.

A packet is frozen once and read by whoever has the conversation: the marks are made while the whole transcript is at
hand, and each reader's queue says which of them are lifted. Cards and secrets leave no more than their last signs.
"""

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace

from baton.core.actors import ActorKind
from baton.core.messages import Message, MessageKind
from baton.core.redaction.finding import ID_DIGITS, Found, find
from baton.core.redaction.kinds import NEVER_SHOWN, Kind
from baton.core.redaction.rewriting import replaced

_OPEN, _CLOSE = "\ue000", "\ue001"
"""Signs of the private use area: nobody types them, and they are taken out of what comes in."""

_MARK = re.compile(rf"{_OPEN}(\w*):?([^{_CLOSE}]*)(?:{_CLOSE}|$)")
_KIND = {"card": Kind.CARD, "bank": Kind.CARD, "id": Kind.ID, "secret": Kind.SECRET, "health": Kind.HEALTH}


@dataclass(frozen=True, slots=True)
class Marker:
    """What a transcript holds that may be masked: `places` by message, `known` values wherever they are repeated."""

    places: dict[int, tuple[Found, ...]]
    known: dict[str, str]

    def message(self, message: Message) -> str:
        """A message's text with its marks."""
        return self._marked(message.text, self.places.get(message.seq, ()))

    def text(self, text: str) -> str:
        """Any other text with its marks: what its patterns tell, and what was told in the transcript."""
        return self._marked(text, find(text))

    def quoted(self, words: str) -> str:
        """Words that were quoted with their marks (`quoted_from`), with what else was told in the transcript marked."""
        pieces: list[str] = []
        done = 0
        for mark in _MARK.finditer(words):
            pieces += [self.text(words[done : mark.start()]), mark[0]]
            done = mark.end()
        return "".join([*pieces, self.text(words[done:])])

    def kind_at(self, seq: int, start: int, end: int) -> Kind | None:
        """What stands at a place of a message, or None where anybody may read it."""
        return next((one.kind for one in self.places.get(seq, ()) if one.start < end and start < one.end), None)

    def kind_of(self, value: str) -> Kind | None:
        """What a value was told to be elsewhere in the transcript."""
        return _KIND[self.known[value]] if value in self.known else None

    def _marked(self, text: str, found: Sequence[Found]) -> str:
        text = _without_signs(text)
        free = _repeated(text, self.known, found)
        return replaced(text, sorted([*found, *free]), lambda one: _mark(one, text))


def marker(messages: Sequence[Message]) -> Marker:
    """Read a transcript for what may be masked in its packet."""
    places: dict[int, tuple[Found, ...]] = {}
    known: dict[str, str] = {}
    asked = ""
    for message in messages:
        is_customers = message.author.kind is ActorKind.CUSTOMER
        found = find(message.text, asked=asked if is_customers else "")
        if found:
            places[message.seq] = found
        known |= {message.text[one.start : one.end]: one.what for one in found if one.what in ("id", "secret")}
        if not is_customers and message.kind is not MessageKind.NOTE:
            asked = message.text
    return Marker(places, {value: what for value, what in known.items() if len(value) >= ID_DIGITS})


def quoted_from(text: str, words: str, found: Sequence[Found]) -> str:
    """Words of a text with the marks of what was found in it: what they were cut out of tells what they are, as
    "number is X1234567" a passport's.
    """
    at, words = text.find(words), _without_signs(words)
    if at < 0:
        told = {text[one.start : one.end]: one.what for one in found}
        return Marker({}, {value: what for value, what in told.items() if len(value) >= ID_DIGITS}).text(words)
    end = at + len(words)
    within = [one for one in found if one.start < end and at < one.end]
    places = [replace(one, start=max(one.start, at) - at, end=min(one.end, end) - at) for one in within]
    return replaced(words, places, lambda one: _mark(one, words))


def kinds_in(text: str) -> frozenset[Kind]:
    """The kinds of what is marked in a text."""
    return frozenset(_KIND[found[1]] for found in _MARK.finditer(text) if found[1] in _KIND)


def unmarked(text: str, hidden: Collection[Kind], instead: Callable[[str, str], str]) -> str:
    """The text as one may read it from whom these kinds are hidden. `instead` says what stands in a mark's place."""

    def write(found: re.Match[str]) -> str:
        what, kept = found[1], found[2]
        kind = _KIND.get(what)
        if kind is None or kind in hidden or kind in NEVER_SHOWN:
            return instead(what if kind else "secret", kept if kind is Kind.CARD else "")
        return kept

    return _MARK.sub(write, text)


def _without_signs(text: str) -> str:
    return text.replace(_OPEN, " ").replace(_CLOSE, " ")


def _mark(one: Found, text: str) -> str:
    kept = one.tail if one.kind in NEVER_SHOWN else text[one.start : one.end]
    return f"{_OPEN}{one.what}:{kept}{_CLOSE}"


def _repeated(text: str, known: dict[str, str], found: Sequence[Found]) -> list[Found]:
    """Where a value stands again that was told elsewhere, outside of what is marked already."""
    out: list[Found] = []
    for value, what in known.items():
        for one in re.finditer(re.escape(value), text):
            if not any(other.start < one.end() and one.start() < other.end for other in (*found, *out)):
                out.append(Found(*one.span(), what))
    return out
