"""Things of one kind that a passage tells apart by name: the Light and the Flex ticket, the Team and the Pro plan.

What it says of one is not said of the other, and not of all of them.
"""

import re
from functools import lru_cache
from itertools import pairwise

from baton.core.reading.named import NOUNS_WITH_CAPITALS
from baton.core.reading.tokens import tokens
from baton.core.statements.polarity_clauses import bare

MOSTLY = 0.6
"""The share of a statement's words that a part of the passage must have for the statement to be about the same."""

NEARLY = 0.2
"""By how much less of them another part may have and still be what the statement was worded from."""

SHORTEST = 4
"""Letters of a word that says what kind a name is of."""

_WORD = re.compile(r"[^\W_]+(?:[-'’&.][^\W_]+)*")
_PART = re.compile(r"[;.]\s|,\s(?:but|and|y|et|und|mais|pero)\b|\n")


def other_of_its_kind(statement: str, source: str, code: str) -> tuple[str, str] | None:
    """What the statement is said of, "" where of none by name, and of what the passage says it; or None."""
    own = frozenset(tokens(bare(statement, code), code))
    for kind, names in _kinds(source, code).items():
        named, rest = own & names, own - names - {kind}
        if len(named) > 1 or len(rest) < 2:
            continue
        parts = [(len(rest & part) / len(rest), part) for part in _parts(source, code)]
        share, best = max(parts, key=lambda part: (part[0], bool(part[1] & named)))
        theirs = best & names
        if share < MOSTLY or len(theirs) != 1 or best & named:
            continue
        if named or (kind in best and all(part & names for most, part in parts if most >= share - NEARLY)):
            return next(iter(named), ""), next(iter(theirs))
    return None


@lru_cache(maxsize=256)
def _parts(source: str, code: str) -> tuple[frozenset[str], ...]:
    return tuple(frozenset(tokens(part, code)) for part in _PART.split(source))


@lru_cache(maxsize=256)
def _kinds(source: str, code: str) -> dict[str, frozenset[str]]:
    """Names that stand beside the same common noun, by that noun. None where common nouns have capitals too."""
    found: dict[str, set[str]] = {}
    for line in () if code in NOUNS_WITH_CAPITALS else source.split("\n"):
        words = list(_WORD.finditer(line))
        for one, other in pairwise(words):
            if line[one.end() : other.start()] != " " or one[0][0].isupper() == other[0][0].isupper():
                continue
            name, kind = (one[0], other[0]) if one[0][0].isupper() else (other[0], one[0])
            if kind[0].islower() and len(kind) >= SHORTEST and tokens(name, code) and tokens(kind, code):
                found.setdefault(tokens(kind, code)[0], set()).add(tokens(name, code)[0])
    return {kind: frozenset(names) for kind, names in found.items() if len(names) > 1}
