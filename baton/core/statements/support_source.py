"""The passages that a statement is checked against, taken apart into sentences and words."""

import math
import re
from dataclasses import dataclass
from functools import lru_cache

from baton.core.reading.language_tags import primary
from baton.core.reading.sentences import sentences
from baton.core.reading.synonyms import synonyms
from baton.core.reading.tokens import guess_language, tokens
from baton.core.statements.paraphrases import plain, split_undone

LONG = 5
"""Letters with which two words begin alike that may be forms of one."""

_REFERS = {
    "en": (
        r"(?:and )?if (?:it|they|you|we|that|this|he|she)? ?(?:do|does|is|are|did|has|have|can)? ?not,",
        r"if ([^,;.]+)",
        "if never",
    ),
    "de": (r"(?:wenn|falls) nicht,|andernfalls,?", r"(?:wenn|falls|sofern) ([^,;.]+)", "wenn nie"),
    "es": (r"(?:si no|en caso contrario),", r"si ([^,;.]+)", "si nunca"),
    "fr": (r"(?:sinon|dans le cas contraire),", r"si ([^,;.]+)", "si jamais ne"),
}
"""Openings that deny the condition of the sentence before, that condition, and what its denial begins with."""

_LEANS = re.compile(
    r"(?:after (?:that|this)|then|otherwise|in (?:that|this) case|above that|below that|if (?:it|they|you|we)? ?\w* ?not,"
    r"|danach|sonst|andernfalls|darüber|darunter|davor|in diesem fall|después|de lo contrario|en ese caso|si no,"
    r"|au-delà|ensuite|sinon|dans ce cas|passé ce délai)\b",
    re.IGNORECASE,
)

_HEADING = re.compile(r"[^|]{0,120}[^.!?:;,|]")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence as written, and as it is read: with what "if it does not" refers to put in.

    `leans` says that it goes on from the one before, as "after that" does.
    """

    text: str
    read: str
    stems: tuple[str, ...]
    words: frozenset[str]
    is_heading: bool
    leans: bool


@dataclass(frozen=True, slots=True)
class Source:
    """The passages taken apart. `rarity` weighs a word by how few of their sentences have it."""

    sentences: tuple[Sentence, ...]
    words: frozenset[str]
    text: str
    code: str

    def rarity(self, word: str) -> float:
        having = sum(word in one.words for one in self.sentences)
        return math.log(1 + len(self.sentences) / having) if having else 0.0

    def known(self, word: str) -> frozenset[str]:
        """The passages' own words for a word: itself, a synonym, or another form of it that was stemmed apart."""
        found = ({word} | synonyms(word, self.code)) & self.words
        root = _root(word, self.code)
        if found or len(root) < LONG:
            return frozenset(found)
        return frozenset(one for one in self.words if _root(one, self.code)[:LONG] == root[:LONG])


def _root(word: str, code: str) -> str:
    """The word without the first syllable of a German participle: "gesperrt" is of "Sperrung"."""
    return word[2:] if code == "de" and word.startswith("ge") and len(word) > LONG + 2 else word


@lru_cache(maxsize=256)
def source_of(text: str, language: str | None) -> Source:
    """A passage's text, led by lines with its title and heading, taken apart."""
    code = primary(language or guess_language(text) or "en")
    spans = sentences(text)
    led = next((at for at, span in enumerate(spans) if not _HEADING.fullmatch(span.text)), 0)
    taken: list[Sentence] = []
    for at, span in enumerate(spans):
        read = _read(span.text, spans[at - 1].text, code) if at else span.text
        stems = tuple(tokens(read, code))
        taken.append(
            Sentence(span.text, read, stems, frozenset(stems) | plain_words(read, code), at < led, _leans(span.text))
        )
    return Source(tuple(taken), frozenset[str]().union(*(one.words for one in taken)), text, code)


def _leans(text: str) -> bool:
    return _LEANS.match(text) is not None


def _read(text: str, before: str, code: str) -> str:
    opening, condition, denied = _refers(code)
    found = opening.match(text)
    named = condition.search(before) if found else None
    return f"{denied} {named[1]},{text[found.end() :]}" if found and named else text


@lru_cache(maxsize=16)
def _refers(code: str) -> tuple[re.Pattern[str], re.Pattern[str], str]:
    opening, condition, denied = _REFERS.get(code, (r"(?!)", r"(?!)", ""))
    return re.compile(opening, re.IGNORECASE), re.compile(condition, re.IGNORECASE), denied


def plain_words(text: str, code: str) -> frozenset[str]:
    """The words of a text as a paraphrase would have them: "used" for "unused"."""
    said = plain(text, code)
    return frozenset(tokens(said, code)) | frozenset(tokens(split_undone(said, code)[0], code))


def nearest(words: frozenset[str], source: Source) -> tuple[Sentence, ...]:
    """The sentences that the statement was worded from, as few as have all of its words that the passages have."""
    known = {word: source.rarity(word) for word in known_words(words, source)}
    chosen: list[Sentence] = []
    left = dict(known)
    while left and len(chosen) < 3:  # a statement that draws on more than three sentences is no statement
        best = max(
            (one for one in source.sentences if not one.is_heading),
            key=lambda one: (weight_of(left, one), _tightness(known, one)),
        )
        if not weight_of(left, best):
            break
        chosen.append(best)
        left = {word: weight for word, weight in left.items() if word not in best.words}
    return tuple(chosen)


def known_words(words: frozenset[str], source: Source) -> set[str]:
    """The statement's words as the passages have them, synonyms put in their place."""
    found: set[str] = set()
    for word in words:
        found |= source.known(word)
    return found


def weight_of(weights: dict[str, float], one: Sentence) -> float:
    """What those of the words that the sentence has weigh together."""
    return sum(weight for word, weight in weights.items() if word in one.words)


def _tightness(weights: dict[str, float], one: Sentence) -> float:
    return len(one.words & weights.keys()) / (len(one.words) or 1)
