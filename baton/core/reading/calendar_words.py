"""Days of the week and months named in a text, whatever they are called there."""

import re
from functools import lru_cache

_DAYS = """
    monday mon montag mo lunes lundi lunedì lunedi maandag poniedziałek segunda-feira
    tuesday tue dienstag di martes mardi martedì martedi dinsdag wtorek terça-feira
    wednesday wed mittwoch mi miércoles mercredi mercoledì mercoledi woensdag środa quarta-feira
    thursday thu donnerstag do jueves jeudi giovedì giovedi donderdag czwartek quinta-feira
    friday fri freitag fr viernes vendredi venerdì venerdi vrijdag piątek sexta-feira
    saturday sat samstag sonnabend sábado samedi sabato zaterdag sobota
    sunday sun sonntag so domingo dimanche domenica zondag niedziela
"""
_MONTHS = """
    january jan januar enero janvier gennaio januari janeiro
    february feb februar febrero février febbraio februari fevereiro
    march mar märz marzo mars maart março
    april apr abril avril aprile
    may mai mayo maggio mei maio
    june jun juni junio juin giugno junho
    july jul juli julio juillet luglio julho
    august aug agosto août augustus
    september sep sept septiembre septembre settembre setembro
    october oct oktober okt octubre octobre ottobre outubro
    november nov noviembre novembre novembro
    december dec dezember dez diciembre décembre dicembre dezembro
"""
_LOWER_IN = frozenset(
    [
        "may",
        "mar",
        "mars",
        "march",
        "do",
        "di",
        "mi",
        "so",
        "fr",
        "mo",
        "sat",
        "sun",
        "mai",
        "mei",
        "marzo",
        "dec",
        "jan",
        "nov",
        "sep",
    ]
)
"""Names that are other words too: read as a name only with a capital, or beside a number."""

_TO = re.compile(r"\s*(?:-|–|—|to|through|until|till|bis|a|al|hasta|à|au|tot|do)\s*", re.IGNORECASE)


@lru_cache(maxsize=2_048)
def dates(text: str) -> frozenset[str]:
    """The days ("d0" is Monday) and months ("m0" is January) that `text` names; a span of days names each of them."""
    names, pattern = _table()
    found: set[str] = set()
    before: tuple[str, int] | None = None
    for one in pattern.finditer(text):
        word = one[0]
        if word.casefold() in _LOWER_IN and not _is_date(text, one.start(), one.end(), word):
            continue
        name = names[word.casefold().rstrip("s")] if word.casefold() not in names else names[word.casefold()]
        found.add(name)
        if before and before[0][0] == name[0] == "d" and _TO.fullmatch(text, before[1], one.start()):
            first, last = int(before[0][1:]), int(name[1:])
            found |= {f"d{day % 7}" for day in range(first, last + (7 if last < first else 0))}
        before = (name, one.end())
    return frozenset(found)


def _is_date(text: str, start: int, end: int, word: str) -> bool:
    beside = re.search(r"\d\.?\s*$", text[:start]) or re.match(r"\.?\s*\d", text[end:])
    if len(word) <= 3 and word.casefold() not in ("may", "mai", "mei"):
        # Two letters are a day only beside another one or a clock's time: "Mo-Fr", "So 10-14 Uhr".
        return word[0].isupper() and (beside or re.match(r"\.?\s?[-–]\s?[A-Z]", text[end:]) is not None)  # type: ignore[return-value]
    return beside is not None


@lru_cache(maxsize=1)
def _table() -> tuple[dict[str, str], re.Pattern[str]]:
    names: dict[str, str] = {}
    for kind, lines in (("d", _DAYS), ("m", _MONTHS)):
        for index, line in enumerate(lines.strip().splitlines()):
            names |= dict.fromkeys(line.split(), f"{kind}{index}")
    longest = sorted(names, key=len, reverse=True)
    # Only whole names have a plural: "dos" is no Sunday.
    words = "|".join(f"{name}s?" if len(name) > 4 else name for name in longest)
    return names, re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE)
