"""Whether a statement names something else than its passages do, or puts one of their words in the place of another."""

import re
from collections.abc import Sequence
from difflib import SequenceMatcher
from functools import lru_cache

from baton.core.reading.calendar_words import dates
from baton.core.reading.named import is_name, spelt
from baton.core.reading.synonyms import synonyms
from baton.core.reading.tokens import tokens
from baton.core.statements.figures import figures, without_figures
from baton.core.statements.polarity_clauses import bare
from baton.core.statements.support_source import Sentence, Source

COPIED = 0.7
"""The share of a sentence's words in their order from which a statement is a copy of it with a word or two changed."""

ALIKE = 4
"""Letters with which two words begin alike that are not taken for different things."""

_SAYS_LITTLE = """new current own other anoth differ same normal standard regular full whole entir origin addit extra
further next address home place time day way neu eigen ander nuev propi otr nouveau nouvel autr propr"""
SAYS_LITTLE = frozenset(_SAYS_LITTLE.split())
"""Stems whose exchange changes nothing that a program could tell."""

_NAMES = re.compile(r"[A-Z][a-z]+(?: [A-Z][a-z]+)+")
_WORD = re.compile(r"[^\W_]+(?:[-'’&.][^\W_]+)*")


def foreign_name(text: str, stems: tuple[str, ...], near: Sequence[Sentence], source: Source) -> str | None:
    """The first name of the statement that its passages do not have, or that stands where they have another."""
    known = frozenset[str]().union(*(spelt(one) for one in _WORD.findall(source.text)))
    known |= _initials(source.text)
    counted = [(figure.at, figure.end) for figure in figures(text, source.code)]
    for found in _WORD.finditer(text):
        word = found[0]
        is_counted = any(begin <= found.start() < end for begin, end in counted)
        said = tokens(word, source.code)
        if is_counted or spelt(word) & known or dates(word) or not said or _is_synonym(said, source):
            continue
        if is_name(word, text[: found.start()], source.code) or _replaces(word, stems, near, source):
            return word
    return None


def _initials(text: str) -> frozenset[str]:
    """The short forms of the names of several words: "uk" for "United Kingdom"."""
    return frozenset("".join(word[0] for word in name.split()).casefold() for name in _NAMES.findall(text))


def _is_synonym(stems: Sequence[str], source: Source) -> bool:
    return any(synonyms(stem, source.code) & source.words for stem in stems)


def _replaces(word: str, stems: tuple[str, ...], near: Sequence[Sentence], source: Source) -> bool:
    """Whether a word with a capital stands in a copied sentence in the place of another one."""
    own = set(tokens(word, source.code))
    opens = stems[:1] == tuple(own)
    for one in near if word[0].isupper() else ():
        matcher = SequenceMatcher(None, one.stems, stems, autojunk=False)
        if sum(block.size for block in matcher.get_matching_blocks()) < COPIED * (len(stems) - len(own)):
            continue
        for kind, begin, end, first, last in matcher.get_opcodes():
            if (
                kind == "replace"
                and (begin == 0 or not opens)
                and own & set(stems[first:last])
                and _has_capital(one, one.stems[begin:end], source.code)
            ):
                return True
    return False


def _has_capital(one: Sentence, stems: tuple[str, ...], code: str) -> bool:
    capitals = (word for word in _WORD.findall(one.text) if word[0].isupper())
    return any(set(tokens(word, code)) & set(stems) for word in capitals)


def swapped_word(text: str, near: Sequence[Sentence], source: Source) -> str | None:
    """The word of another sentence that stands in a copied one in the place of its own: "guests" for "admins"."""
    stems = _bare_stems(text, source.code)
    first_word = _WORD.search(text)
    opens = tuple(tokens(first_word[0], source.code)) if first_word else ()
    for one in near:
        theirs = _bare_stems(one.read, source.code)
        matcher = SequenceMatcher(None, theirs, stems, autojunk=False)
        if sum(block.size for block in matcher.get_matching_blocks()) < COPIED * (len(stems) - 1):
            continue
        for kind, begin, end, first, last in matcher.get_opcodes():
            if kind == "replace" and end - begin == last - first == 1 and (first > 0 or opens == stems[:1]):
                own, other = stems[first], theirs[begin]
                is_theirs = own in source.words and own not in theirs and other not in stems
                if is_theirs and not _are_alike(own, other, source):
                    return own
    return None


def _are_alike(own: str, other: str, source: Source) -> bool:
    is_said = own in SAYS_LITTLE or other in SAYS_LITTLE or own[0].isdigit() or other[0].isdigit()
    return is_said or own[:ALIKE] == other[:ALIKE] or other in synonyms(own, source.code)


@lru_cache(maxsize=4_096)
def _bare_stems(text: str, code: str) -> tuple[str, ...]:
    return tuple(tokens(bare(without_figures(text, code), code), code))
