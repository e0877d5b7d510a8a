"""What a sentence claims in figures or by yes and no, in a form in which two claims can be told to contradict.

A claim is the sentence's own words apart from its figures, and the figures apart from its words. Words that only lend
the sentence its grammar or politeness are left out; words that set a condition ("over", "if", "per") are kept and must
agree to the letter, because they make two prices of one.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from baton.core.reading.sentences import Span, sentences
from baton.core.reading.synonyms import synonyms
from baton.core.reading.tokens import tokens

LONGEST = 320
"""Characters of a sentence that is read. A longer one claims more than can be compared."""

_CURRENCY = r"[$€£¥₹]|usd|eur|gbp|chf|cad|aud|dollars?|euros?|pounds?|cents?"
_UNITS = {
    "second": "duration 1", "sec": "duration 1", "minute": "duration 60", "min": "duration 60",
    "hour": "duration 3600", "hr": "duration 3600", "day": "duration 86400", "week": "duration 604800",
    "month": "months 1", "year": "months 12",
    "sekunde": "duration 1", "stunde": "duration 3600", "tag": "duration 86400", "woche": "duration 604800",
    "monat": "months 1", "jahr": "months 12", "jour": "duration 86400", "semaine": "duration 604800",
    "heure": "duration 3600", "mois": "months 1", "an": "months 12", "día": "duration 86400", "dia": "duration 86400",
    "semana": "duration 604800", "hora": "duration 3600", "mes": "months 1", "año": "months 12",
    "minuto": "duration 60",
}  # fmt: skip
_NUMBER = r"\d{1,3}(?:[,.]\d{3})+(?:[.,]\d+)?|\d+(?:[.,]\d+)?"
_WORDS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "twelve": 12, "fourteen": 14, "fifteen": 15, "twenty": 20, "thirty": 30, "sixty": 60, "ninety": 90,
}  # fmt: skip
_SPELT = "|".join(_WORDS)
_DAYS = r"(?:(?:business|working|calendar|full|consecutive)[ -])?"
_UNIT = (
    r"(?:seconds?|secs?|minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?|sekunden?|stunden?|tage?n?|wochen?"
    + (
        r"|monate?n?|jahre?n?|jours?|semaines?|heures?|mois|ans?|días?|dias?|semanas?|horas?|mes(?:es)?|años?|minutos?)\b"
    )
)
_RANGE = r"(?:\s?(?:-|–|to|bis|à|a|and|or)\s?(?:NUM))?".replace("NUM", f"{_NUMBER}|{_SPELT}")
_FIGURE = re.compile(
    rf"(?P<clock>\b\d{{1,2}}:\d{{2}}(?:\s?[ap]\.?m\b)?|\b\d{{1,2}}\s?[ap]\.?m\b\.?)"
    rf"|(?P<money>(?:{_CURRENCY})\s?(?:{_NUMBER})|(?:{_NUMBER})\s?(?:{_CURRENCY})(?!\w))"
    rf"|(?P<percent>(?:{_NUMBER})\s?(?:%|percent\b|prozent\b|por ciento\b))"
    rf"|(?P<time>\b(?:{_NUMBER}|{_SPELT}){_RANGE}[ -]?{_DAYS}{_UNIT})"
    rf"|(?P<number>(?<![\w.,-])(?:{_NUMBER})(?![\w-]))",
    re.IGNORECASE,
)
_MARK = re.compile(r"^\s*(?:[-*•·–]|\d{1,3}[.)])\s+")
_BARE = re.compile(rf"{_NUMBER}|\b(?:{_SPELT})\b", re.IGNORECASE)
_LETTERS = re.compile(r"[^\W\d_]+")
_NEGATION = re.compile(
    r"\b(?:not|no|never|cannot|neither|nicht|kein\w*|nie|nunca|ne|pas|jamais|non|niet|geen|não)\b|n['’]t\b",
    re.IGNORECASE,
)
_CONDITION = re.compile(
    r"\b(?:if|unless|when|whenever|while|until|before|after|over|above|under|below|more|less|fewer|least|most"
    r"|minimum|maximum"
    r"|min|max|up to|per|each|every|first|second|third|next|last|previous|extra|additional|another|other|only|except"
    r"|without|with|instead"
    r"|from|since|between|for example|e\.g|previously|used to|was|were|ohne|über|unter|nur|bis|ab|pro|wenn|falls|sans"
    r"|plus|moins|par|si|sin|más|menos|por|business|working|calendar|usually|typically|about|approximately|around"
    r"|may|might|could|can|must|should)\b",
    re.IGNORECASE,
)
_NEUTRAL_WORDS = """
    take takes taken issue issued process processed receive received get give given offer offered provide
    provided arrive arrives arrived accept accepted available apply applies cost charge charged amount amounts
    pay pays price fee valid remain last lasts period time usually normally customer customers order orders
    item items money return returned day days week weeks month months hour hours year years please note
    currently always also our we your you within have has make made allow allowed start will general set stay
    stays total equal equals
"""
_HEDGES = frozenset(
    ("usually", "typically", "about", "approximately", "around", "might", "could", "should", "was", "were")
)
"""Words that make two figures agree, or speak of another time: a claim that has one is not set against another."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure: its kind ("money $", "duration", "percent", "clock", "number") and its value or range."""

    kind: str
    values: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Claim:
    """One sentence in comparable form. `words` tell what it is about, `conditions` when it holds.

    `frame` are all its words, those too that lend grammar and politeness. `kinds` are those of its figures, in order.
    """

    span: Span
    figures: tuple[Figure, ...]
    frame: frozenset[str]
    words: frozenset[str]
    conditions: tuple[str, ...]
    is_denied: bool
    kinds: tuple[str, ...]


@lru_cache(maxsize=20_000)
def claims(text: str, language: str | None) -> tuple[Claim, ...]:
    """The claims of a passage's sentences, in order; questions and sentences that hedge claim nothing."""
    found = (_claim(span, language or "en") for span in sentences(text) if len(span.text) <= LONGEST)
    return tuple(claim for claim in found if claim is not None)


def subject_words(text: str, language: str | None) -> frozenset[str]:
    """What a title or heading is about, in the same form as a claim's words."""
    return _canonical(text, language or "en")


def _claim(span: Span, language: str) -> Claim | None:
    text = _MARK.sub("", span.text)
    if text.endswith("?"):
        return None
    conditions = tuple(sorted(found[0].casefold() for found in _CONDITION.finditer(text)))
    if _HEDGES & set(conditions):
        return None
    found = list(_FIGURE.finditer(text))
    bare = _FIGURE.sub(" ", text)
    figures = tuple(_figure(one) for one in found)
    return Claim(
        span,
        figures,
        frozenset(tokens(bare, language)),
        _canonical(bare, language),
        conditions,
        _NEGATION.search(text) is not None,
        tuple(figure.kind for figure in figures),
    )


def _canonical(text: str, language: str) -> frozenset[str]:
    """The words that tell what it is about; of words that mean the same, one stands for all."""
    stems = (stem for stem in tokens(text, language) if not stem.isdigit())
    return frozenset(min({stem, *synonyms(stem, language)}) for stem in stems) - _neutral(language)


@lru_cache(maxsize=64)
def _neutral(language: str) -> frozenset[str]:
    stems = tokens(_NEUTRAL_WORDS, language)
    return frozenset(min({stem, *synonyms(stem, language)}) for stem in stems)


def _figure(found: re.Match[str]) -> Figure:
    kind, text = str(found.lastgroup), found[0].casefold()
    if kind == "clock":
        return Figure("clock", tuple(_clock(text)))
    numbers = [_value(one[0]) for one in _BARE.finditer(text)]
    if kind == "money":
        sign = re.sub(r"[\d.,\s]", "", text)
        sign = {"dollar": "$", "usd": "$", "euro": "€", "eur": "€", "pound": "£", "gbp": "£"}.get(
            sign.rstrip("s"), sign
        )
        return Figure(f"money {sign}", tuple(numbers))
    if kind == "time":
        unit = next(iter(_LETTERS.findall(text)[-1:]), "")
        measure, _, factor = _unit(unit).partition(" ")
        return Figure(measure, tuple(number * float(factor) for number in numbers))
    return Figure(kind, tuple(numbers))


def _unit(word: str) -> str:
    for cut in (0, 1, 2):
        known = _UNITS.get(word[: len(word) - cut] if cut else word)
        if known:
            return known
    return "duration 1"


def _clock(text: str) -> list[float]:
    hours, _, minutes = re.sub(r"[^\d:]", "", text).partition(":")
    at = int(hours) % 12 + 12 if "p" in text and int(hours) <= 12 else int(hours)
    return [at + int(minutes or 0) / 60]


def _value(text: str) -> float:
    word = _WORDS.get(text.casefold())
    if word is not None:
        return float(word)
    whole = re.sub(r"[.,](?=\d{3}(?:\D|$))", "", text)
    return float(whole.replace(",", "."))
