"""Whether a statement leaves out a condition or a limit that the sentence which it was worded from puts on it."""

import re
from collections.abc import Callable
from functools import lru_cache

from baton.core.reading.tokens import tokens
from baton.core.statements.condition_words import HEDGES, OPENS
from baton.core.statements.conditions import Condition, conditions, grants
from baton.core.statements.figures import Figure, figures, without_figures
from baton.core.statements.paraphrases import plain
from baton.core.statements.polarity_clauses import bare, clauses
from baton.core.statements.support_source import plain_words

MOSTLY = 0.6
"""The share of a statement's words that a clause must have for its condition to hold for the statement too."""

_EXCEPTION = re.compile(r"unless|except|außer|es sei denn|salvo|sauf")


def left_out(
    statement: str,
    source: tuple[str, ...],
    code: str,
    known: Callable[[str], frozenset[str]],
    *,
    beside: str = "",
    headings: frozenset[str] = frozenset(),
) -> str | None:
    """The condition of these sentences that the statement says the rest of without, or None.

    `known` are the passages' own words for one of the statement's. What the answer says `beside` it counts as said;
    words of the passage's `headings` say nothing of a condition.
    """
    if code not in OPENS or _hedged(code).search(plain(statement, code)):
        return None
    own = _known(bare(statement, code), code, known)
    is_refusal = any(clause.denies for clause in clauses(statement, code))
    granted = grants(statement, code)
    there = figures(f"{statement} {beside}", code)
    nearness = [_nearness(own, there, sentence, code) for sentence in source]
    found = [(one, near) for sentence, near in zip(source, nearness, strict=True) for one in conditions(sentence, code)]
    missing = [
        one
        for one, near in found
        if not (is_refusal and _EXCEPTION.match(one.text))  # whoever is refused asks again
        and (one.grants is None or one.grants & granted)
        and _is_under(own, one.main)
        and near == max(nearness)
    ]
    raw = frozenset(plain(f"{statement} {beside}", code).split())
    stems = _stems(f"{statement} {beside}", code)
    left = [
        one
        for one in missing
        if not _is_said(one, _telling(one, stems, known) - (headings if one.words - headings else set()), raw, there)
    ]
    spare = [
        one
        for one in conditions(statement, code, is_claim=True)
        if not any(_is_of(one, other, known) for other, _ in found)
    ]
    return left[0].text if len(left) > len(spare) else None


def _known(text: str, code: str, known: Callable[[str], frozenset[str]]) -> list[frozenset[str]]:
    return [known(word) or frozenset((word,)) for word in _stems(text, code)]


def _stems(text: str, code: str) -> list[str]:
    stems = tokens(without_figures(plain(text, code), code), code)
    return [word for word in stems if not word[0].isdigit()]


def _telling(condition: Condition, stems: list[str], known: Callable[[str], frozenset[str]]) -> frozenset[str]:
    """The words that may say the condition: one that stands for a word of its clause is not a word of it as well."""
    of_each = ((word, known(word)) for word in stems)
    return frozenset[str]().union(*({word} if own & condition.main else {word} | own for word, own in of_each))


def _is_said(condition: Condition, words: frozenset[str], raw: frozenset[str], there: tuple[Figure, ...]) -> bool:
    if not condition.words and not condition.figures:
        return True
    if condition.is_count:
        return bool(condition.words & raw)
    return bool(words & condition.words) or any(one.is_same(other) for one in condition.figures for other in there)


def _is_of(own: Condition, other: Condition, known: Callable[[str], frozenset[str]]) -> bool:
    """Whether a condition of the statement is that one of the passage, rather than another in words of its own."""
    words = frozenset[str]().union(*(known(word) or frozenset((word,)) for word in own.words))
    return _is_said(other, words, own.words, own.figures)


def _is_under(own: list[frozenset[str]], main: frozenset[str]) -> bool:
    """Whether the statement's words are mostly the clause's, or have all of a short one's ("but lenses only if …")."""
    return bool(own) and (
        _shared(own, main) >= MOSTLY * len(own) or (bool(main) and main <= frozenset[str]().union(*own))
    )


def _nearness(own: list[frozenset[str]], there: tuple[Figure, ...], sentence: str, code: str) -> int:
    """How much of a statement a sentence has, in words and figures."""
    its = figures(sentence, code)
    return _shared(own, plain_words(sentence, code)) + sum(any(one.is_same(other) for other in its) for one in there)


def _shared(own: list[frozenset[str]], words: frozenset[str]) -> int:
    return sum(bool(one & words) for one in own)


@lru_cache(maxsize=16)
def _hedged(code: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{HEDGES[code]})(?!\w)")
