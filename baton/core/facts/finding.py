"""What stands in one message: kind, value and place of each fact in it.

Plain patterns, linear in the text. What one pattern has taken, the next ones don't see, so the surest come first.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from baton.core.errors import Invalid
from baton.core.facts import things, words
from baton.core.facts.fact import FactKind
from baton.core.facts.own import OwnFact, own_facts
from baton.core.facts.phone import read_phone

NEAR = 48
"""How many characters before a number its noun may stand."""

CLOSE = 24
"""How many characters before a short number its noun, or the word that corrects it, may stand."""

_FIRST = (
    (FactKind.EMAIL, words.EMAIL),
    (FactKind.LINK, words.URL),
    (FactKind.ERROR, words.ERROR_CODE),
    (FactKind.ADDRESS, things.ADDRESS),
    (FactKind.DATE, words.DATE),
    (FactKind.AMOUNT, words.AMOUNT),
    (FactKind.DEVICE, things.DEVICE),
    (FactKind.SYSTEM, things.SYSTEM),
    (FactKind.BROWSER, things.BROWSER),
    (FactKind.PLAN, things.PLAN),
    (FactKind.NAME, things.NAME),
)


_DIGIT = re.compile(r"\d")
_WITH_DIGIT = frozenset({FactKind.ADDRESS, FactKind.DATE, FactKind.AMOUNT})
_CUES = {FactKind.NAME: things.NAME_CUES, FactKind.ADDRESS: things.ADDRESS_CUES}
"""What must stand in a message for a pattern to be tried at all: most messages then cost a look for a few words."""


@dataclass(frozen=True, slots=True)
class Place:
    """A fact in one message, before anything is known of the others."""

    kind: FactKind
    value: str
    start: int
    name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What is known beside the message: the last question, the tenant's own patterns, the names of its products."""

    asked: str = ""
    own: Sequence[OwnFact] = ()
    products: re.Pattern[str] | None = None


def find(text: str, known: Known, *, terse: bool) -> Iterator[Place]:
    """Every fact of a message. `terse` says that it corrects something, so that a short number counts too."""
    left = text
    for place in _named(text, known):
        left = _without(left, place)
        yield place
    for read in (_patterned, _quoted, _phones, _durations):
        for place in read(left):
            left = _without(left, place)
            yield place
    yield from _references(left, known.asked, terse=terse)


def _without(text: str, place: Place) -> str:
    end = place.start + len(place.value)
    return text[: place.start] + " " * len(place.value) + text[end:]


def _named(text: str, known: Known) -> Iterator[Place]:
    taken: set[int] = set()
    for name, start, end in own_facts(text, known.own):
        if taken.isdisjoint(range(start, end)):
            taken.update(range(start, end))
            yield Place(FactKind.OWN, text[start:end], start, name)
    for found in known.products.finditer(text) if known.products else ():
        if taken.isdisjoint(range(*found.span())):
            yield Place(FactKind.PRODUCT, found[0], found.start())


def _patterned(text: str) -> Iterator[Place]:
    left = text
    has_digit = _DIGIT.search(text) is not None
    folded = text.casefold()
    for kind, pattern in _FIRST:
        if (kind in _WITH_DIGIT and not has_digit) or not _may_hold(kind, folded):
            continue
        for match in pattern.finditer(left):
            groups = [number for number, value in enumerate(match.groups(), start=1) if value]
            # Groups that caught something are the values; otherwise the whole match is.
            for number in groups or [0]:
                value = match[number].rstrip(".,;: ").lstrip(",;: ")
                start = match.start(number) + match[number].index(value)
                if value:
                    left = left[:start] + " " * len(value) + left[start + len(value) :]
                    yield Place(kind, value, start)


def _may_hold(kind: FactKind, folded: str) -> bool:
    cues = _CUES.get(kind)
    return cues is None or any(cue in folded for cue in cues)


def _quoted(text: str) -> Iterator[Place]:
    for match in words.QUOTED.finditer(text):
        group = next(number for number, value in enumerate(match.groups(), start=1) if value)
        value = match[group].strip()
        near = text[max(0, match.start() - NEAR) : match.start()]
        if value and not words.REFERENCE.fullmatch(value):
            kind = FactKind.ERROR if words.ERROR_WORD.search(near) else FactKind.QUOTED
            yield Place(kind, value, match.start(group) + match[group].index(value))


def _phones(text: str) -> Iterator[Place]:
    for match in words.PHONE.finditer(text):
        value = match[0].strip()
        noun, gap = _noun_before(text, match.start())
        if _is_phone(value) and (value.startswith("+") or noun is None or gap > CLOSE):
            yield Place(FactKind.PHONE, value, match.start() + match[0].index(value))


def _is_phone(value: str) -> bool:
    """Whether it can be dialled. Without a country's code nobody can tell, and a leading zero has to do."""
    if not value.startswith("+"):
        return sum(map(str.isdigit, value)) >= 9
    try:
        read_phone(value)
    except Invalid:
        return False
    return True


def _durations(text: str) -> Iterator[Place]:
    yield from (Place(FactKind.DURATION, match[0], match.start()) for match in things.DURATION.finditer(text))


def _references(text: str, asked: str, *, terse: bool) -> Iterator[Place]:
    """Numbers and codes, named by the noun before them, else by their look, else by what was asked for."""
    shouted = text.isupper() and len(text.split()) > 3
    for match in words.REFERENCE.finditer(text):
        value = match[0].strip(".,-_/")
        if value and (value.isupper() or any(map(str.isdigit, value))):
            kind = _kind_of(value, match.start(), text, asked, terse=terse, shouted=shouted)
            if kind:
                yield Place(kind, value, match.start() + match[0].index(value))


def _kind_of(value: str, start: int, text: str, asked: str, *, terse: bool, shouted: bool) -> FactKind | None:
    """What number it is, or None where it is none."""
    noun, gap = _noun_before(text, start)
    if words.CODE.fullmatch(value) and any(c.isdigit() for c in value):
        return FactKind.USER_ID
    if _speaks_for_itself(value) or (noun and _is_numbered(value, gap, shouted=shouted)):
        return noun if noun and noun is not FactKind.REFERENCE else _noun_asked_for(asked) or FactKind.REFERENCE
    if terse and _has_number(value) and corrects(value, start, text):
        return noun or FactKind.REFERENCE
    return _noun_asked_for(asked) if not shouted and _could_answer(value, text) else None


def corrects(value: str, start: int, text: str) -> bool:
    """Whether what stands beside the value says that it is the right one."""
    before = words.CORRECTION.search(text[max(0, start - CLOSE) : start])
    return before is not None or words.CORRECTED.match(text, start + len(value)) is not None


def _noun_before(text: str, start: int) -> tuple[FactKind | None, int]:
    """The kind of the nearest noun in the same sentence before a number, and how far before it stands."""
    before = re.split(r"[.!?\n]\s", text[max(0, start - NEAR) : start])[-1]
    places = [(found.end(), kind) for kind, noun in words.NOUNS for found in noun.finditer(before)]
    if not places:
        return None, NEAR
    named = [place for place in places if place[1] is not FactKind.REFERENCE]
    compound = [place for place in named if words.COMPOUND.match(before, place[0])]
    nearest = max(compound or named or places, key=lambda place: place[0])
    return nearest[1], len(before) - max(end for end, _ in places)


def _is_numbered(value: str, gap: int, *, shouted: bool) -> bool:
    """Whether a noun makes it a reference: a short number right behind it, or a code in capitals near it."""
    if _has_number(value):
        return gap <= CLOSE
    return value.isupper() and 5 <= len(value) <= 8 and not shouted


def _has_number(value: str) -> bool:
    return sum(c.isdigit() for c in value) >= 3 and not words.MEASURE.fullmatch(value)


def _noun_asked_for(asked: str) -> FactKind | None:
    """The kind of what the last question asked for, where it asked for one thing only."""
    if not words.ASKED_FOR.search(asked):
        return None
    kinds = {kind for kind, noun in words.NOUNS if noun.search(asked)}
    kinds = kinds - {FactKind.REFERENCE} or kinds
    return kinds.pop() if len(kinds) == 1 else None


def _speaks_for_itself(value: str) -> bool:
    """Whether it looks like a reference without any noun: a # before it, capitals with digits, or five digits."""
    letters, digits = (sum(map(kind, value)) for kind in (str.isalpha, str.isdigit))
    if words.MEASURE.fullmatch(value):
        return False
    if value.startswith("#"):
        return digits > 0
    return (letters > 0 and digits > 0 and len(value) >= 5 and value == value.upper()) or (letters == 0 and digits >= 5)


def _could_answer(value: str, text: str) -> bool:
    """Whether a short answer is hardly more than the code itself."""
    return len(text.split()) <= 4 and len(value) >= 4 and (_has_number(value) or value.isupper())
