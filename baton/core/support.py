"""The program that refuses what a passage does not support. No prompt is trusted with it.

Each sentence of a statement is set beside the sentences of its passages that are nearest to it. Its figures must stand
there with their units, its names too; it must not deny what they affirm, widen what they limit or put the contrary;
and most of its informative words must be the passages' own. What fails is cut; an answer of which nothing is left is
no answer.
"""

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

from baton.core.calendar_words import dates
from baton.core.figures import figures
from baton.core.language_tags import primary
from baton.core.named import is_name, literals, spelt, without_dialled
from baton.core.polarity import bare, denies, turns_round
from baton.core.sentences import sentences
from baton.core.synonyms import synonyms
from baton.core.tokens import guess_language, tokens
from baton.core.wording import commonness

COVERED = 0.6
"""The share of a statement's informative words that its passages must hold."""

AS_NEAR = 0.75
"""The share of the nearest sentence's nearness from which another counts as what a statement was worded from."""

COPIED = 0.7
"""The share of a sentence's words in their order from which a statement is a copy of it with a word or two changed."""

LONG = 5
"""Letters with which two words begin alike that may be forms of one."""

_HEADING = re.compile(r"[^|]{0,120}[^.!?:;,|]")
_EACH = re.compile(r"(?i)(?:per|each|every|pro|jede[mnrs]?|por|cada|par|chaque)\b")
_WORD = re.compile(r"[^\W_]+(?:[-'’&.][^\W_]+)*")
_LEADS = re.compile(
    r"^\s*(?:yes|yeah|sure|of course|certainly|ja|natürlich|gerne?|sí|claro|por supuesto|oui|bien sûr|sì|sim|tak|да)"
    r"\b[,.!:–—\s]*",
    re.IGNORECASE,
)
_REFUSES = re.compile(r"^\s*(?:no|nope|sorry, no|nein|non|nee|não|nie|нет)\s*[,.!–—]\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Sentence:
    text: str
    stems: tuple[str, ...]
    words: frozenset[str]
    is_heading: bool


@dataclass(frozen=True, slots=True)
class _Source:
    """The passages taken apart. `rarity` weighs a word by how few of their sentences have it."""

    sentences: tuple[_Sentence, ...]
    words: frozenset[str]
    text: str
    code: str

    def rarity(self, word: str) -> float:
        having = sum(word in one.words for one in self.sentences)
        return math.log(1 + len(self.sentences) / having) if having else 0.0

    def known(self, word: str) -> frozenset[str]:
        """The passages' own words for a word: itself, a synonym, or another form of it that was stemmed apart."""
        found = ({word} | synonyms(word, self.code)) & self.words
        if found or len(word) < LONG:
            return frozenset(found)
        return frozenset(one for one in self.words if len(one) >= LONG and one[:LONG] == word[:LONG])


def is_supported(statement: str, passages: Sequence[str], *, language: str | None = None) -> bool:
    """Whether the passages say what the statement says, as far as a program can tell."""
    return objection(statement, passages, language=language) is None


def objection(statement: str, passages: Sequence[str], *, language: str | None = None) -> str | None:
    """Why the passages do not support the statement, in a few words, or None where they do.

    A passage is its text, led by lines with its title and heading where names may stand that the text leaves out.
    """
    source = _source("\n".join(passages), language)
    if not source.sentences:
        return "no passage"
    said = _LEADS.sub("", statement)
    rest = _REFUSES.sub("", said)
    if rest != said and not denies(rest, source.code):
        return "a no that nothing denied follows"
    quotes = {one.text for one in source.sentences}
    for span in sentences(rest):
        why = None if span.text in quotes else _against(span.text, source)
        if why is not None:
            return why
    return None if tokens(rest, source.code) else "no words"


def _against(text: str, source: _Source) -> str | None:
    stems = tuple(tokens(text, source.code))
    own = frozenset(stem for stem in stems if not stem[0].isdigit())
    near = _nearest(own, source)
    if any(literal not in source.text for literal in literals(text)):
        return "an address that the passages do not have"
    if not _figures_stand(text, own, near, source):
        return "a figure that the passages do not have"
    if not dates(text) <= dates(source.text):
        return "a date that the passages do not have"
    name = _foreign_name(text, stems, near, source)
    if name:
        return f"a name that the passages do not have: {name}"
    if _covered(_telling(text, source.code), len(figures(text, source.code)), source) < COVERED:
        return "words that the passages do not have"
    turned = turns_round(text, tuple(one.text for one in near if not one.is_heading), source.code)
    return f"the passages say otherwise: {turned}" if turned else None


@lru_cache(maxsize=256)
def _source(text: str, language: str | None) -> _Source:
    code = primary(language or guess_language(text) or "en")
    spans = sentences(text)
    led = next((at for at, span in enumerate(spans) if not _HEADING.fullmatch(span.text)), 0)
    taken: list[_Sentence] = []
    for at, span in enumerate(spans):
        stems = tuple(tokens(span.text, code))
        taken.append(_Sentence(span.text, stems, frozenset(stems), at < led))
    return _Source(tuple(taken), frozenset[str]().union(*(one.words for one in taken)), text, code)


def _nearest(words: frozenset[str], source: _Source) -> tuple[_Sentence, ...]:
    """The sentences that the statement was worded from, as few as have all of its words that the passages have."""
    known = {word: source.rarity(word) for word in _known(words, source)}
    chosen: list[_Sentence] = []
    left = dict(known)
    while left and len(chosen) < 3:  # a statement that draws on more than three sentences is no statement
        best = max(
            (one for one in source.sentences if not one.is_heading),
            key=lambda one: (_weight(left, one), _tightness(known, one)),
        )
        if not _weight(left, best):
            break
        chosen.append(best)
        left = {word: weight for word, weight in left.items() if word not in best.words}
    return tuple(chosen)


def _known(words: frozenset[str], source: _Source) -> set[str]:
    """The statement's words as the passages have them, synonyms put in their place."""
    found: set[str] = set()
    for word in words:
        found |= source.known(word)
    return found


def _weight(weights: dict[str, float], one: _Sentence) -> float:
    return sum(weight for word, weight in weights.items() if word in one.words)


def _tightness(weights: dict[str, float], one: _Sentence) -> float:
    return len(one.words & weights.keys()) / (len(one.words) or 1)


def _covered(words: frozenset[str], found_figures: int, source: _Source) -> float:
    total = found = float(found_figures)
    for word in words:
        weight = commonness(word, source.code)
        total += weight
        if source.known(word):
            found += weight
    return found / total if total else 1.0


def _telling(text: str, code: str) -> frozenset[str]:
    """The words that its passages must have: no figures, no units, no words that merely affirm or deny."""
    for figure in reversed(figures(text, code)):
        text = text[: figure.at] + " " + text[figure.end :]
    return frozenset(stem for stem in tokens(bare(text, code), code) if not stem[0].isdigit())


def _figures_stand(text: str, words: frozenset[str], near: Sequence[_Sentence], source: _Source) -> bool:
    """Whether each figure stands, as often as here, in a sentence that is about the same."""
    known = {word: source.rarity(word) for word in _known(words, source)}
    most = max((_weight(known, one) for one in source.sentences), default=0.0)
    about = [one for one in source.sentences if one in near or _weight(known, one) >= AS_NEAR * most]
    there = [figure for one in about for figure in figures(one.text, source.code)]
    for figure in figures(without_dialled(text, source.text), source.code):
        if _EACH.match(text, figure.at) or (figure.number == 1.0 and not figure.unit and text[figure.at].isalpha()):
            continue  # "one copy" says no more than "a copy", and "each night" no more than "at night"
        match = next((other for other in there if figure.is_same(other)), None)
        if match is None:
            return False
        there.remove(match)
    return True


def _foreign_name(text: str, stems: tuple[str, ...], near: Sequence[_Sentence], source: _Source) -> str | None:
    """The first name of the statement that its passages do not have, or that stands where they have another."""
    known = frozenset[str]().union(*(spelt(one) for one in _WORD.findall(source.text)))
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


def _is_synonym(stems: Sequence[str], source: _Source) -> bool:
    return any(synonyms(stem, source.code) & source.words for stem in stems)


def _replaces(word: str, stems: tuple[str, ...], near: Sequence[_Sentence], source: _Source) -> bool:
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


def _has_capital(one: _Sentence, stems: tuple[str, ...], code: str) -> bool:
    capitals = (word for word in _WORD.findall(one.text) if word[0].isupper())
    return any(set(tokens(word, code)) & set(stems) for word in capitals)
