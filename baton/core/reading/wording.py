"""How customers word things, beside single words: phrases that stand for a word of the help pages, and words that
are so common in speech that their absence from a passage says little. Data, per language."""

import re
from functools import lru_cache

from baton.core.reading.phrases import PHRASES
from baton.core.reading.screen import Screen

_COMPILED = {
    code: tuple((re.compile(pattern, re.IGNORECASE), instead) for pattern, instead in pairs)
    for code, pairs in PHRASES.items()
}

_EITHER = re.compile(r"[^\W\d_]+(?:/[^\W\d_]+)+")

_SCREENS = {code: Screen([pattern for pattern, _ in pairs]) for code, pairs in PHRASES.items()}

_COMMON_EN = """able accept across actual add afford ago allow almost alone always amount another answer anymore apart
    appreciate area around ask assist attempt available away awesome bad based basic become begin
    believe best better beyond big bit book bother bring call came case cause certain chance
    choose circumstances clear colleague come common complete concern condition confirm consider contact
    correct couple course current customer day deal decide desire detail different direct
    discuss do due during earlier early easy either else elsewhere end enjoy enough ensure entire
    especially even event ever everywhere evidently exact example expect explain extra fact far fast
    feel few figure find fine first follow found four free friend full future general generally given
    goes gone good got gotten great guess guest guidance guy half happen happy hard head hear help hence
    hint hold hope however idea ideal immediate important include including indeed info inform
    information inquire instance instead intend interested involve issue just keep keeps kept kind large last later
    least leave left let level like likely likewise little live long look lot love main major made make makes
    man manage many matter maybe mean means meanwhile mention method middle mind mine moment moreover
    most mostly much must name near necessary need never new next nice nobody none noon normal note
    nothing notice nowadays obtain occur odd offer often oh ok old one option original otherwise
    overall part particular people per perfect perhaps permit person phrase place plain plan please
    pleased plenty point policies policy portion possible possibly prefer present pretty previous prior
    problem procedure proceed process proper provide purpose put question quick quickly quite rather
    read real realise realize reason recent recommend regard regarding related relevant remain remember
    request require respond rest result right round rule rules run say scenario second see seem
    select send session set several shortly show similar simple simply since single sit site situation
    small somebody sometime sometimes somewhere soon sort sound special specific spend stand start state
    stay step still straight stuff success such suggest suppose sure system take talk tell terms test
    thanks think third thought til till time today together told tomorrow tonight total touch toward
    tried trip trouble true try turn two type understand unfortunately unless update use used useful
    usual value various version via visit wait want way week weekday weekdays weekend weekends well went
    whatever whether whichever whoever whole willing wish within without wonder word work world worry
    worth would wrong year yesterday yet yours"""
_COMMON: dict[str, frozenset[str]] = {"en": frozenset(_COMMON_EN.split())}

_GENERIC: dict[str, frozenset[str]] = {
    "en": frozenset(
        ("policy", "policies", "information", "info", "details", "rules", "terms", "guidelines", "procedure")
    )
}

COMMON_WEIGHT = 0.35
"""What is left of a common word's weight."""


_DOES = re.compile(
    r"\b(?:how (?:do|can|could|should|would|to)(?: i| we| you)?|"
    r"(?:can|could|may|do|must|should) (?:i|we)(?: have to| need to)?|"
    r"where (?:do|can) i|(?:want|like|need|trying|try|able) to)(?: still| also| just)? (\w+)"
)
_EXISTS = re.compile(
    r"(?i)^\W*(?:(?:do|have) you|(?:do|does) (?:they|the company)|(?:are|is) there)(?: \w+)? "
    r"(?:have|sell|stock|do|offer|got|carry|make|any)\b|"
    r"^\W*(?:do|have) you (?:have|sell|stock|do|offer|got|carry|make)\b"
)


LIGHT = frozenset(("make", "use", "put", "find", "take", "do", "get", "have", "see", "leave", "keep", "try"))
"""Verbs that leave what is done to their noun: who makes a complaint complains."""


def deed(text: str) -> str | None:
    """What the customer would do, as written in casefolded `text`: "book" of "how do i book a table"."""
    found = _DOES.search(text)
    return found[1] if found else None


def asks_for_existence(text: str) -> bool:
    """Whether the question is if the company has a thing, so that nothing broader will do."""
    return _EXISTS.search(text) is not None


@lru_cache(maxsize=4_096)
def reworded(text: str, language: str | None) -> str:
    """The question with phrases put as the help pages would have them."""
    code = (language or "en")[:2]
    screen = _SCREENS.get(code)
    first = screen.first(text) if screen else None
    if first is None:
        return text
    for pattern, instead in _COMPILED[code][first:]:
        text = pattern.sub(instead, text)
    return text


def either(text: str) -> list[list[str]]:
    """Words of which any one will do, as `reworded` puts them ("recycle/remove"), and as customers write them too."""
    return [found.split("/") for found in _EITHER.findall(text)] if "/" in text else []


def is_generic(word: str, language: str | None) -> bool:
    """Whether a word, as written, only says that something is told, such as the "policy" of "refund policy"."""
    return word in _GENERIC.get((language or "en")[:2], ())


def commonness(word: str, language: str | None) -> float:
    """What share of its weight a word, as written, keeps: 1 for most, less for those that anybody says anywhere."""
    return COMMON_WEIGHT if word in _COMMON.get((language or "en")[:2], ()) else 1.0
