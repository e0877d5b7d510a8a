"""Which language a customer writes in: it is answered in that one, whatever the browser said at the beginning."""

import re
from collections.abc import Mapping
from functools import cache
from importlib import resources

from baton.core.reading.language_tags import primary

LEAST = 4.5
"""How much more a message's words must speak for a language than for the one spoken so far: some 90 to 1."""

BESIDE = 1.5
"""How much more than for the language next to it: Danish and Norwegian share most small words."""

WORDS = 2
"""Different words that must be known: one alone is too often a name, or a word that several languages have. A few words
tell their language alone ("bonjour", "Rückgabe"), and count as two."""

_SCRIPTS = (
    ("ja", re.compile("[\u3041-\u30ff]")),
    ("ko", re.compile("[\uac00-\ud7af]")),
    ("zh", re.compile("[\u4e00-\u9fff]")),
    ("th", re.compile("[\u0e01-\u0e5b]")),
    ("el", re.compile("[\u0370-\u03ff\u1f00-\u1fff]")),
    ("he", re.compile("[\u05d0-\u05ea]")),
)
BY_SCRIPT = frozenset(code for code, _ in _SCRIPTS)
"""Languages that are told by their script alone. Chinese characters are Japanese too, where Japanese is spoken."""

_SYLLABLES = re.compile("[\u3041-\u306d\u306f-\u30fa]")
"""Letters that only Japanese has. One of its own, の, is left out: Chinese writes it in names."""

LETTERS = 3
"""Letters of a script from which it is not a name or a sign among others."""

SAMPLE = 1_000
"""Characters of a message that are looked at."""

WORD = re.compile(r"[^\W\d_]+|[¿¡]")
"""A word; the signs that Spanish sentences begin with are as good as one."""

_ODD = re.compile(r"[@\d]|://|www\.")
_NO_WORDS = re.compile(rf"\S*(?:{_ODD.pattern})\S*")


def spoken(text: str, now: str | None) -> str | None:
    """The language to go on in after a customer's message: the one it is plainly written in, else `now`.

    Codes are BCP 47 ("de", "pt-BR"). A message in the language of `now` keeps its region and script.
    """
    written = written_in(text, now)
    return now if written is None or written == primary(now) else written


def written_in(text: str, now: str | None) -> str | None:
    """The language (ISO 639-1) that `text` is plainly written in, None where it doesn't show.

    `now` is the language spoken so far: what could be that one is no other. bench/spoken.py says how often it is right.
    """
    sample = text[:SAMPLE]
    plain = (_NO_WORDS.sub(" ", sample) if _ODD.search(sample) else sample).casefold()
    return _by_script(plain, now) or _by_words(set(WORD.findall(plain)), primary(now))


def _by_script(text: str, now: str | None) -> str | None:
    if text.isascii():
        return None
    letters = sum(map(len, WORD.findall(text)))
    for code, script in _SCRIPTS:
        if len(script.findall(text)) >= max(LETTERS, letters / 2):
            is_japanese = code == "zh" and (primary(now) == "ja" or _SYLLABLES.search(text))
            return "ja" if is_japanese else code
    return None


def _by_words(words: set[str], now: str | None) -> str | None:
    tells: dict[str, float] = {}
    known: dict[str, int] = {}
    table = _words()
    for word in words:
        for code, weight, counts in table.get(word, ()):
            tells[code] = tells.get(code, 0.0) + weight
            known[code] = known.get(code, 0) + counts
    if not tells:
        return None
    best, *others = sorted(tells, key=lambda code: (-tells[code], code))
    beside = tells[others[0]] if others else 0.0
    is_plain = known[best] >= WORDS and tells[best] - beside >= BESIDE
    return best if is_plain and tells[best] - tells.get(now or "", 0.0) >= LEAST else None


@cache
def _words() -> Mapping[str, tuple[tuple[str, float, int], ...]]:
    """For each word the languages that have it, how much it speaks for each, and as how many words it counts."""
    lines = (resources.files("baton.core.weights") / "spoken.words").read_text(encoding="utf-8").splitlines()
    found: dict[str, tuple[tuple[str, float, int], ...]] = {}
    for line in lines:
        word, *codes = line.split(" ")
        found[word] = tuple(_read(one) for one in codes)
    return found


def _read(entry: str) -> tuple[str, float, int]:
    """An entry that training/spoken.py wrote: `fr:3.6`, or `fr:6.1!` for a word that tells alone."""
    code, weight = entry.split(":")
    return (code, float(weight.rstrip("!")), WORDS if weight.endswith("!") else 1)
