"""Which word of the sources a customer meant, when no page has the one that was typed: a slip of the keys, or another
form of the word that stemming keeps apart ("expiry", "expires")."""

from collections.abc import Iterable

SHORTEST = 5
"""Letters below which a slip makes another word as often as it spoils one."""

SUBSTITUTED = 7
"""Letters from which one may be taken for another: "light" and "night", "table" and "cable" are no slips."""

SURE = 3
"""First letters that are typed right where one further on is taken for another: "Iceland" is no slip of "Ireland"."""

_SUFFIXES = """e y s d es ed er or al ly ty cy te ie ies ing ion ions ant ent ance ence ancy ency able ible ive ity ness
    ment ments ation ations ition itions ure age ist ism ful less ous ise ize ish ary ery ory"""
_ENDINGS = frozenset(("", *_SUFFIXES.split()))


def meant(word: str, known: Iterable[str]) -> str | None:
    """The word of `known` that `word` is a slip or a neighbouring form of; None where none is near enough."""
    if len(word) < SHORTEST or not word.isalpha():
        return None
    near = [other for other in known if abs(len(other) - len(word)) < 2 and _is_slip(word, other)]
    near = near or [other for other in known if _is_kin(word, other)]
    return min(near, key=lambda other: (abs(len(other) - len(word)), other), default=None)


def _is_slip(word: str, other: str) -> bool:
    """Whether one letter was left out, added, taken for another, or two neighbours were swapped; not the first."""
    if word[0] != other[0] or word == other:
        return False
    at = 0
    while at < min(len(word), len(other)) and word[at] == other[at]:
        at += 1
    rest, other_rest = word[at:], other[at:]
    if len(word) == len(other):
        swapped = rest[:2] == other_rest[1::-1] and rest[2:] == other_rest[2:]
        return swapped or (len(word) >= SUBSTITUTED and at >= SURE and rest[1:] == other_rest[1:])
    return rest[1:] == other_rest or rest == other_rest[1:]


def _is_kin(word: str, other: str) -> bool:
    """Whether two words differ by endings only."""
    at = 0
    while at < min(len(word), len(other)) and word[at] == other[at]:
        at += 1
    return at >= SHORTEST and word[at:] in _ENDINGS and other[at:] in _ENDINGS
