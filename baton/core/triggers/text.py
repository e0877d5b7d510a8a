"""A message cut into folded words, so that look-alike spellings of one word are one word.

Folding takes away what people can't see or needn't type: case, accents, width, zero-width and direction marks,
stacked marks, borrowed look-alike letters, l e t t e r s  set apart and vooowels drawn out. Scripts without
spaces are cut into single characters, which makes a phrase of theirs an ordinary run of words.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

Run = tuple[str, ...]
"""Words that stand side by side."""

LONGEST_REMEMBERED = 32
"""Letters of a word whose folded form is remembered. Longer ones are seldom said twice."""

LONGEST_TEXT = 1_000
"""Characters of a text whose words are remembered for a moment."""

MAX_QUOTE = 160
"""Characters of the customer's words that one piece of evidence keeps."""

_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af"
_INDIC = "\u0900-\u0963\u0966-\u0dff"
_TOKEN = re.compile(
    rf"[{_UNSPACED}]|[{_INDIC}]+|[^\W_{_UNSPACED}{_INDIC}]+(?:'(?:t|s|d|m|ll|re|ve)\b)?|[.;!\n\u3002\u0964\u2026]|[?\u061f]"
)
_ENTRY_TOKEN = re.compile(rf"{_TOKEN.pattern}|[|*#]")
_LONG_NUMBER = re.compile(r"\d(?:[ -]?\d){4,}?[ -]?(\d{4})(?!\d)")
_DRAWN_OUT = re.compile(r"([^\W\d])\1{2,}")
_MIXED = re.compile(r"[a-z].*[\u0370-\u04ff]|[\u0370-\u04ff].*[a-z]")
_ENDS = {
    "?": "?",
    "\u061f": "?",
    ".": ".",
    ";": ".",
    "!": ".",
    "\n": ".",
    "\u3002": ".",
    "\u0964": ".",
    "\u2026": ".",
}
_PLAIN = {
    "ł": "l", "ø": "o", "đ": "d", "ð": "d", "æ": "ae", "œ": "oe", "ı": "i", "þ": "th", "’": "'", "‘": "'", "ʼ": "'",
    "`": "'", "´": "'", "ـ": "", "ک": "ك", "ی": "ي", "ى": "ي", "ة": "ه", "\t": " ", "\r": "\n", "\u2028": "\n",
}  # fmt: skip
_LOOKALIKES = str.maketrans("аеорсухіјѕһԁԛԝмнтвкгαονρτικυ", "aeopcyxijshdqwmhtbkraovptiku")


class _Fold(dict[int, str]):
    """Each character's folded form, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        self[code] = folded = _fold(chr(code))
        return folded


def _fold(character: str) -> str:
    if character in _PLAIN:
        return _PLAIN[character]
    if character.isdecimal():
        return str(unicodedata.decimal(character))
    if unicodedata.category(character) in ("Cf", "Cs"):
        return ""
    compatible = unicodedata.normalize("NFKC", character).casefold()
    bare = "".join(c for c in unicodedata.normalize("NFD", compatible) if not _is_mark(c))
    return "".join(_PLAIN.get(c, c) for c in unicodedata.normalize("NFC", bare))


def _is_mark(character: str) -> bool:
    """Marks over and under letters. In Indic scripts they are the vowels, and stay (but for the nukta)."""
    if "\u0900" <= character <= "\u0dff":
        return unicodedata.normalize("NFC", character) == "\u093c"
    return unicodedata.category(character) in ("Mn", "Me")


_FOLD = _Fold()
_INVISIBLE = re.compile(r"[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad]+")


@dataclass(frozen=True, slots=True)
class Words:
    """Folded words in order. `.` and `?` stand for ends of sentences. `spans` are their places in the folded text."""

    raw: str
    folded: str
    words: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]

    def quote(self, start: int, end: int) -> str:
        """The customer's own writing from word `start` up to word `end`, at most MAX_QUOTE characters.

        Long numbers keep their last four digits only: evidence is stored and shown, a card number never is.
        """
        first, last = self.spans[start][0], self.spans[end - 1][1]
        piece = self.raw[_place(self.raw, first) : _place(self.raw, last)]
        return mask(" ".join(_INVISIBLE.sub("", piece).split()))[:MAX_QUOTE]


def cut(text: str) -> Words:
    """Cut a message into folded words. Never fails, whatever the characters.

    What was cut a moment ago is remembered: a message is listened to before the decision, and its words kept after it.
    """
    return _lately(text) if len(text) <= LONGEST_TEXT else _cut(text)


def _cut(text: str) -> Words:
    raw = unicodedata.normalize("NFC", text)
    words: list[str] = []
    spans: list[tuple[int, int]] = []
    folded = raw.translate(_FOLD)
    for token in _TOKEN.finditer(folded):
        word = token.group()
        words.append(_known(word) if len(word) <= LONGEST_REMEMBERED else _word(word))
        spans.append(token.span())
    if sum(1 for w in words if len(w) == 1) > 3:
        words, spans = _join_spelled(words, spans)
    return Words(raw, folded, tuple(words), tuple(spans))


_lately = lru_cache(maxsize=256)(_cut)


def mask(text: str) -> str:
    """The text with every long number cut down to its last four digits."""
    return _LONG_NUMBER.sub(lambda number: f"•••• {number.group(1)}", text)


def fold(text: str) -> tuple[str, ...]:
    """The folded words of a phrase."""
    return cut(text).words


def fold_entries(lines: str) -> list[Run]:
    """The folded words of each entry of a list, one to a line or between bars; entries without a word are left out.

    A `*` stays with the word before it, and `#` is a word. Thousands of entries are read this way when the program
    starts, so they are folded in one go.
    """
    entries: list[Run] = []
    words: list[str] = []
    folded = unicodedata.normalize("NFC", lines).translate(_FOLD)
    is_odd = bool(_DRAWN_OUT.search(folded) or _MIXED.search(folded) or "'" in folded)
    for atom in _ENTRY_TOKEN.findall(folded + "|"):
        if atom in ("|", "\n"):
            if words:
                entries.append(tuple(words))
                words = []
        elif atom == "*":
            words[-1] += "*"
        elif atom not in _ENDS:
            words.append(_word(atom) if is_odd else atom)
    return entries


@lru_cache(maxsize=20_000)
def _known(token: str) -> str:
    return _word(token)


def _word(token: str) -> str:
    if token in _ENDS:
        return _ENDS[token]
    token = token.replace("'", "")
    if not token.isascii() and _MIXED.search(token):
        token = token.translate(_LOOKALIKES)
    return _DRAWN_OUT.sub(r"\1", token)


def _join_spelled(words: list[str], spans: list[tuple[int, int]]) -> tuple[list[str], list[tuple[int, int]]]:
    """Join runs of four or more single Latin letters: "h u m a n" and "h.u.m.a.n" are one word."""
    joined: list[str] = []
    places: list[tuple[int, int]] = []
    at = 0
    while at < len(words):
        run = at
        letters: list[str] = []
        while run < len(words) and (_is_letter(words[run]) or (letters and words[run] == ".")):
            letters += [words[run]] if words[run] != "." else []
            run += 1
        if len(letters) >= 4:
            joined.append("".join(letters))
            places.append((spans[at][0], spans[run - 1][1]))
        else:
            run = max(run, at + 1)
            joined += words[at:run]
            places += spans[at:run]
        at = run
    return joined, places


def _is_letter(word: str) -> bool:
    return len(word) == 1 and "a" <= word <= "z"


def _place(raw: str, folded_place: int) -> int:
    """Where a place of the folded text is in the raw text."""
    if raw.isascii():
        return folded_place
    seen = 0
    for at, character in enumerate(raw):
        if seen >= folded_place and _FOLD[ord(character)]:
            return at
        seen += len(_FOLD[ord(character)])
    return len(raw)
