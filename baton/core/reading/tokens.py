"""Words of a text as the search and the proof of answers see them: one form for "Refunds", "refunded" and "REFUND".

Latin, Cyrillic and other spaced scripts are stemmed by Snowball; scripts without spaces (and Hangul, whose particles
cling to the word) become pairs of characters. Each distinct word is stemmed once and remembered.
"""

import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache
from typing import cast

import snowballstemmer  # pyright: ignore[reportMissingTypeStubs]

from baton.core.reading.language_tags import primary
from baton.core.reading.stopwords import STOP_WORDS

_STEMMERS = {
    "ar": "arabic", "ca": "catalan", "cs": "czech", "da": "danish", "de": "german", "el": "greek", "en": "english",
    "es": "spanish", "et": "estonian", "eu": "basque", "fa": "persian", "fi": "finnish", "fr": "french",
    "ga": "irish", "hi": "hindi", "hu": "hungarian", "hy": "armenian", "id": "indonesian", "it": "italian",
    "lt": "lithuanian", "ne": "nepali", "nl": "dutch", "no": "norwegian", "nb": "norwegian", "pl": "polish",
    "pt": "portuguese", "ro": "romanian", "ru": "russian", "sr": "serbian", "sv": "swedish", "ta": "tamil",
    "tr": "turkish", "yi": "yiddish",
}  # fmt: skip
LANGUAGES = frozenset(_STEMMERS)
"""Codes whose words are stemmed. In any other language words are compared as they are written."""

SHORT = 100
"""Characters of a text whose words are remembered: titles, headings and single words come up in every question."""

MAX_WORD = 64
"""Characters of a word that are compared; longer runs are pasted keys or noise."""

# Letters, digits and the combining signs that Python's \w leaves out (Hebrew, Arabic, Indic, Thai and others).
_LETTER = (
    r"[^\W_]|[\u0300-\u036f\u0483-\u0487\u0591-\u05c7\u0610-\u061a\u064b-\u0669\u0670\u06d6-\u06ed"
    r"\u0900-\u0963\u0966-\u0dff\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u0eb1\u0eb4-\u0ebc\u1000-\u109f\u1780-\u17d3]"
)
_WORD = re.compile(rf"\d+(?:[.,:]\d+)+|(?:{_LETTER})+(?:['’](?:{_LETTER})+)*")
_ASCII_WORD = re.compile(r"\d+(?:[.,:]\d+)+|[a-z0-9]+(?:'[a-z]+)*")
_GROUPED = re.compile(r"(\d{1,3}(?:[.,]\d{3})+)(?:[.,](\d{1,2}))?$")
_UNSPACED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1100-\u11ff\u1780-\u17ff\u3040-\u30ff\u31f0-\u31ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]"
)
_KOREAN_PARTICLES = frozenset("은는이가을를의에도로와과")
# Pairs of Japanese syllables only, a Japanese particle after something, or a Chinese function word.
_GRAMMAR = re.compile("[\u3041-\u309f]{2}|[^\u3041-\u309f][はがをにのでともへや]|[的了吗呢么请吧啊]")
_MARKS = re.compile("[\u0300-\u036f\u0483-\u0487]+")
_CLITIC = {
    "fr": re.compile(r"^(?:[cdjlmnst]|qu|jusqu|lorsqu)'"),
    "it": re.compile(r"^(?:[cdlmnstv]|dell|nell|all|sull|un|quest)'"),
}
# Snowball keeps these apart, customers don't.
_SAME = {"en": {"deliveri": "deliv", "cancell": "cancel", "repli": "reply", "refer": "refer", "exchang": "exchang"}}
_COUNTED = "two three four five six seven eight nine ten eleven twelve"
_NUMERALS = {"en": {word: str(number) for number, word in enumerate(_COUNTED.split(), 2)}}
_UNACCENTED = {"pt": (("cao", "ção"), ("coes", "ções"), ("sao", "são"), ("soes", "sões"))}
_SCRIPTS = (
    ("ja", re.compile("[\u3040-\u30ff]")),
    ("ko", re.compile("[\uac00-\ud7af]")),
    ("zh", re.compile("[\u4e00-\u9fff]")),
    ("th", re.compile("[\u0e01-\u0e3a]")),
    ("el", re.compile("[\u0370-\u03ff]")),
    ("he", re.compile("[\u05d0-\u05ea]")),
    ("hi", re.compile("[\u0900-\u097f]")),
    ("ta", re.compile("[\u0b80-\u0bff]")),
    ("hy", re.compile("[\u0530-\u058f]")),
    ("fa", re.compile("[\u067e\u0686\u0698\u06a9\u06af\u06cc]")),
    ("ar", re.compile("[\u0621-\u064a]")),
    ("ru", re.compile("[\u0400-\u04ff]")),
)


def tokens(text: str, language: str | None = None) -> list[str]:
    """The informative words of `text` in reading order, in comparable form, stop words left out.

    `language` is a BCP 47 code ("de", "pt-BR"); without one it is guessed from the text.
    """
    if language and len(text) <= SHORT:
        return list(_of_short(text, language))
    return _tokens(text, primary(language) or guess_language(text) or "en")


@lru_cache(maxsize=4_096)
def _of_short(text: str, language: str) -> tuple[str, ...]:
    return tuple(_tokens(text, primary(language) or guess_language(text) or "en"))


def _tokens(text: str, code: str) -> list[str]:
    form = _form_in(code)
    found: list[str] = []
    for word in words(text):
        shape = form(word)
        if shape:
            found.append(shape) if isinstance(shape, str) else found.extend(shape)
    return found


def words(text: str) -> list[str]:
    """The words and numbers of `text`, casefolded (NFKC), stop words included, nothing stemmed."""
    if text.isascii():
        return _ASCII_WORD.findall(text.lower())
    folded = unicodedata.normalize("NFKC", text).casefold().replace("’", "'")
    return _WORD.findall(folded)


def letters(text: str) -> list[str]:
    """The words of `text`, stop words too, as overlapping runs of three letters: alike for words that are nearly so."""
    return [run[at : at + 3] for word in words(text) for run in (f"^{word[:MAX_WORD]}$",) for at in range(len(run) - 2)]


def guess_language(text: str) -> str | None:
    """The ISO 639-1 code that the script or the small words of `text` suggest, or None where nothing shows."""
    sample = text[:4000]
    if not sample.isascii():
        for code, pattern in _SCRIPTS:
            if len(pattern.findall(sample)) * 4 > len(sample.split()) + 2:
                return code
    seen = words(sample)
    votes = {code: sum(word in known for word in seen) for code, known in STOP_WORDS.items()}
    best = max(votes, key=lambda code: votes[code])
    return best if votes[best] and list(votes.values()).count(votes[best]) == 1 else None


@lru_cache(maxsize=64)
def _form_in(code: str) -> Callable[[str], str | tuple[str, ...] | None]:
    name = _STEMMERS.get(code)
    stem_of = _stemmer(name) if name else None
    stops = STOP_WORDS.get(code, frozenset())
    numerals = _NUMERALS.get(code, {})
    same, clitic, endings = _SAME.get(code, {}), _CLITIC.get(code), _UNACCENTED.get(code, ())

    @lru_cache(maxsize=50_000)
    def form(word: str) -> str | tuple[str, ...] | None:
        if word in stops:
            return None
        if word[0].isdigit():
            return _number(word)
        if word in numerals:
            return numerals[word]
        if _UNSPACED.search(word):
            return _pairs(word)
        if clitic:
            word = clitic.sub("", word)
        word = word.removesuffix("'s").replace("'", "")[:MAX_WORD]
        if word in stops or not word:
            return None
        for plain, accented in endings:
            if word.endswith(plain):
                word = word.removesuffix(plain) + accented
        stem = stem_of(word) if stem_of else word
        return same.get(stem) or _plain(stem)

    return form


def _stemmer(name: str) -> Callable[[str], str]:
    return cast(Callable[[str], str], snowballstemmer.stemmer(name).stemWord)  # pyright: ignore[reportUnknownMemberType]


def _number(word: str) -> str:
    """1,299.50 and 1.299,50 are the same amount; so are 4.50 and 4,5."""
    grouped = _GROUPED.match(word)
    if grouped:
        whole, part = re.sub(r"[.,]", "", grouped[1]), (grouped[2] or "").rstrip("0")
        return f"{whole}.{part}" if part else whole
    if word.isdecimal() or ":" in word:
        return word[:MAX_WORD]
    return word.replace(",", ".").rstrip("0").rstrip(".")[:MAX_WORD]


def _pairs(word: str) -> tuple[str, ...]:
    """Neighbouring characters in pairs, without those that are only grammar where something else is left."""
    run = word[: MAX_WORD * 4]
    if len(run) > 2 and run[-1] in _KOREAN_PARTICLES:
        run = run[:-1]
    pairs = tuple(run[i : i + 2] for i in range(len(run) - 1)) or (run,)
    return tuple(pair for pair in pairs if not _GRAMMAR.search(pair)) or pairs


def _plain(word: str) -> str:
    return word if word.isascii() else unicodedata.normalize("NFC", _MARKS.sub("", unicodedata.normalize("NFD", word)))
