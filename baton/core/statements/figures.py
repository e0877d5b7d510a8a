"""The figures of a text in a form in which two can be compared: amounts, shares, spans of time, times of day, dates.

"£1,500" and "1.500 £", "9 am" and "09:00", "two weeks" and "14 days" are each the same figure; "30 days" and "30 %"
are not, and neither are "3 days" and "3 working days".
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from baton.core.reading.tokens import guess_language
from baton.core.statements.figure_words import COUNTED, SPANS

_UNITS = {
    "percent": (r"%|٪|per ?cent\w*|pct|prozent|por ciento|pour ?cent|per cento|por cento|procent", 1.0),
    "workday": (
        r"(?:business|working|week)[ -]?days?|(?:werk|arbeits|geschäfts|bank)tage?n?|días? (?:hábil(?:es)?|laborables?)|"
        r"jours? (?:ouvr\w+)|giorn[oi] lavorativ[oi]|dias? úte?i[sl]|werkdag(?:en)?",
        1.0,
    ),
    "minute": (r"min(?:ute|uto|uut)?[snt]?|minuti|minuten", 1 / 60),
    "hour": (r"hours?|hrs?|h|stunden?|horas?|heures?|or[ae]|uur|uren", 1.0),
    "day": (r"(?:calendar )?days?|nights?|(?:kalender)?tage?n?|días?|dias?|jours?|giorn[oi]|dag(?:en)?|nächte", 24.0),
    "week": (r"weeks?|wochen?|semanas?|semaines?|settiman[ae]|wek?en|week", 168.0),
    "month": (r"months?|monate?n?|mes(?:es)?|mois|mes[ei]|mês|maand(?:en)?", 1.0),
    "year": (r"years?|yrs?|jahre?n?|años?|ans?|années?|ann[oi]|anos?|ja(?:ar|ren)", 12.0),
    "cm": (r"cm|centimet\w+|zentimeter", 1.0),
    "km": (r"km|kilomet\w+", 1.0),
    "kg": (r"kg|kilos?|kilogra\w+", 1.0),
    "mb": (r"mb|megabytes?", 1.0),
    "gb": (r"gb|gigabytes?", 1.0),
    "EUR": (r"€|eur|euros?", 1.0),
    "GBP": (r"£|gbp|pounds?|pfund|libras?|livres?", 1.0),
    "USD": (r"\$|usd|dollars?|dólares|dollari", 1.0),
    "CHF": (r"chf|francs?|franken", 1.0),
    "cent": (r"cents?|p|pence|céntimos?|centimes?", 1.0),
}
_TENS = re.compile(
    r"\b(twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)[- ](one|two|three|four|five|six|seven|eight|nine)\b",
    re.IGNORECASE,
)
CURRENCIES = frozenset(("EUR", "GBP", "USD", "CHF", "cent"))
_IN_HOURS = frozenset(("minute", "hour", "day", "week"))
_IN_MONTHS = frozenset(("month", "year"))
_AM = r"a\.?m\b\.?"
_PM = r"p\.?m\b\.?"
_GROUPS = "|".join(f"(?P<{unit}>{words})" for unit, (words, _) in _UNITS.items())
_UNIT = re.compile(
    rf"[\s\u00a0-]?\s*(?:(?P<am>{_AM})|(?P<pm>{_PM})|(?P<clock>uhr\b)|(?:{_GROUPS})(?![^\W\d_]))", re.IGNORECASE
)
_SIGN = re.compile(r"(?:(?P<EUR>€|eur)|(?P<GBP>£|gbp)|(?P<USD>\$|usd)|(?P<CHF>chf))\s?$", re.IGNORECASE)
_NUMBER = re.compile(r"\d{1,2}[:h]\d{2}(?!\d)|\d{1,3}(?:[.,'\u00a0\u202f]\d{3})+(?:[.,]\d{1,2})?(?!\d)|\d+(?:[.,]\d+)?")
_RANGE = re.compile(r"\s?(?:-|–|—|to|and|or|bis|und|oder|a|y|o|à|et|ou|e|tot|en)\s?$", re.IGNORECASE)
_ARTICLE = re.compile(
    r"\b(?:an?|eine[mnrs]?|ein|un[ae]?|um|uma|een|per|each|every|pro|jede[mnrs]?|por|cada|par|chaque)(?=\s)",
    re.IGNORECASE,
)
_PART_OF = {"half": 0.5, "quarter of": 0.25}
_PART = re.compile(r"(?i)\b(half|quarter of)\s+$")
_ITEM = re.compile(r"^\s*\d{1,3}[.)]\s")


@dataclass(frozen=True, slots=True)
class Figure:
    """A number as written and what it counts. `unit` is empty where the text names none that is known.

    Spans of time are in hours or in months, times of day ("time") in minutes after midnight.
    """

    number: float
    value: float
    unit: str
    at: int
    end: int

    def is_same(self, other: "Figure") -> bool:
        """Whether both may mean the same. A number without a unit is the same as one with any."""
        if self.unit == other.unit:
            return abs(self.value - other.value) < 1e-6
        if {self.unit, other.unit} == {"hour", "time"}:
            return self._as_time() == other._as_time()
        if "time" in (self.unit, other.unit) and "" in (self.unit, other.unit):
            return abs(self._on_the_dial() - other._on_the_dial()) < 1e-6
        return not (self.unit and other.unit) and self.number == other.number

    def _on_the_dial(self) -> float:
        """Hours from 0 to 12; a number without a unit is read as "8.30" is."""
        whole = int(self.value)
        return (self.value / 60 if self.unit == "time" else whole + (self.value - whole) / 0.6) % 12

    def _as_time(self) -> float:
        return self.value if self.unit == "time" else self.value * 60


@lru_cache(maxsize=4_096)
def figures(text: str, language: str | None = None) -> tuple[Figure, ...]:
    """The figures of `text` in reading order; the number of a list item is none."""
    item = _ITEM.match(text)
    begin = item.end() if item else 0
    code = (language or guess_language(text) or "en")[:2].lower()
    found = _named_spans(text, begin, code)
    found += [_figure(text, one.start(), one.end(), _value(one[0])) for one in _NUMBER.finditer(text, begin)]
    found += _in_words(text, begin, code)
    ones = (_figure(text, one.start(), one.end(), _part(text, one.start())) for one in _ARTICLE.finditer(text, begin))
    found += [one for one in ones if one.unit in _IN_HOURS | _IN_MONTHS | {"workday"}]
    return _ranged(text, _apart(found))


def without_figures(text: str, language: str | None = None) -> str:
    """The text without its figures and their units."""
    for figure in reversed(figures(text, language)):
        text = text[: figure.at] + " " + text[figure.end :]
    return text


def _apart(found: list[Figure]) -> list[Figure]:
    """In reading order, without those that are part of another: "half a year" has no "a year" of its own."""
    kept: list[Figure] = []
    for figure in sorted(found, key=lambda one: (one.at, -one.end)):
        if not kept or figure.at >= kept[-1].end or figure.end > kept[-1].end:
            kept.append(figure)
    return kept


def _named_spans(text: str, begin: int, code: str) -> list[Figure]:
    return [
        Figure(value, value, unit, one.start(), one.end())
        for pattern, value, unit in _span_words(code)
        for one in pattern.finditer(text, begin)
    ]


@lru_cache(maxsize=16)
def _span_words(code: str) -> tuple[tuple[re.Pattern[str], float, str], ...]:
    return tuple(
        (re.compile(rf"\b(?:{words})\b", re.IGNORECASE), value, unit) for words, value, unit in SPANS.get(code, ())
    )


def _in_words(text: str, begin: int, code: str) -> list[Figure]:
    """The numbers written out, "twenty-one" as one of them."""
    counted = _counted(code)
    if counted is None:
        return []
    pattern, values = counted
    found = [
        _figure(text, one.start(), one.end(), values[one[1].casefold()] + values[one[2].casefold()])
        for one in (_TENS.finditer(text, begin) if code == "en" else ())
    ]
    inside = {at for figure in found for at in range(figure.at, figure.end)}
    words = (one for one in pattern.finditer(text, begin) if one.start() not in inside)
    found += [_figure(text, one.start(), one.end(), values[one[0].casefold()]) for one in words]
    return found


def _figure(text: str, start: int, end: int, value: float) -> Figure:
    if re.fullmatch(r"\d{1,2}[:h]\d{2}", text[start:end]):
        return _time(text, start, end)
    sign = _SIGN.search(text, max(0, start - 5), start)
    unit = _UNIT.match(text, end)
    after = unit.end() if unit else end
    name = str((sign or unit).lastgroup) if sign or unit else ""  # pyright: ignore[reportOptionalMemberAccess]
    if name in ("am", "pm", "clock"):
        return Figure(value, _hours(value, name) * 60, "time", start, after)
    if name in _IN_HOURS | _IN_MONTHS:
        return Figure(value, value * _UNITS[name][1], "hour" if name in _IN_HOURS else "month", start, after)
    return Figure(value, value, name, start, after)


def _part(text: str, at: int) -> float:
    """How much of one is meant by the article there: half of it in "half an hour"."""
    found = _PART.search(text, max(0, at - 12), at)
    return _PART_OF[found[1].lower()] if found else 1.0


def _hours(value: float, name: str) -> float:
    return value if name == "clock" or value > 12 else value % 12 + (12 if name == "pm" else 0)


def _time(text: str, start: int, end: int) -> Figure:
    hours, minutes = (int(part) for part in re.split("[:h]", text[start:end]))
    unit = _UNIT.match(text, end)
    if unit and unit.lastgroup in ("am", "pm"):
        hours = hours % 12 + (12 if unit.lastgroup == "pm" else 0)
    after = unit.end() if unit else end
    return Figure(float(hours), hours * 60.0 + minutes, "time", start, after)


def _ranged(text: str, found: list[Figure]) -> tuple[Figure, ...]:
    """The first number of "2 to 4 days" has the unit of the second."""
    for index in range(len(found) - 2, -1, -1):
        one, after = found[index], found[index + 1]
        between = re.sub(r"^[\d.,:]+|^[^\W\d_]+(?=\s)", "", text[one.at : after.at]).rstrip("€£$ ")
        if (
            one.unit
            or not after.unit
            or not _RANGE.fullmatch(" " + between.strip() if between.strip().isalpha() else between)
        ):
            continue
        factor = after.value / after.number if after.number and after.unit != "time" else 60.0
        value = one.number * factor
        if after.unit == "time" and after.value >= 720 and one.number < 12 and value + 720 < after.value:
            value += 720
        found[index] = Figure(one.number, value, after.unit, one.at, one.end)
    return tuple(found)


@lru_cache(maxsize=16)
def _counted(code: str) -> tuple[re.Pattern[str], dict[str, float]] | None:
    words = COUNTED.get(code)
    if words is None:
        return None
    values: dict[str, float] = {}
    for at, word in enumerate(words.split()):
        name, _, value = word.partition("=")
        values[name] = float(value) if value else at + 2.0
    return re.compile(rf"\b(?:{'|'.join(values)})\b", re.IGNORECASE), values


def _value(text: str) -> float:
    """1,299.50 and 1.299,50 are the same amount."""
    if ":" in text or "h" in text:
        return 0.0
    grouped = re.fullmatch(r"(\d{1,3}(?:[.,'\u00a0\u202f]\d{3})+)(?:[.,](\d{1,2}))?", text)
    if grouped:
        return float(re.sub(r"\D", "", grouped[1]) + "." + (grouped[2] or "0"))
    return float(text.replace(",", "."))
