"""Per what an amount is: by the month, by the year, each night."""

import re
from functools import lru_cache

_PERIODS = {
    "hour": r"hours?|hourly|stunden?|stündlich|horas?|heures?|horaires?",
    "day": r"days?|daily|tag(?:e|en|es)?|täglich|días?|diari[oa]s?|jours?|quotidien\w*",
    "night": r"nights?|nightly|nacht|nächte|noches?|nuits?",
    "week": r"weeks?|weekly|wochen?|wöchentlich|semanas?|semanal\w*|semaines?|hebdomadaires?",
    "month": r"months?|monthly|monat(?:e|en|s)?|monatlich\w*|mes(?:es)?|mensual\w*|mois|mensu\w+",
    "quarter": r"quarters?|quarterly|quartale?|vierteljährlich\w*|trimestr\w+",
    "year": r"years?|yearly|annual(?:ly)?|annum|jahre?s?|jährlich\w*|años?|anual\w*|ans?|années?|annuel\w*",
}
_BY = (
    r"(?:(?:per|pro|por|par) \w+ (?:and|und|y|et)"
    r"|per|an?|each|every|by the|pro|im|je|jede[nrs]?|al|por|cada|a la|par|chaque|l['’])\s*"
)
_NAMED = {unit: re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE) for unit, words in _PERIODS.items()}
_RATE = re.compile(
    rf"(?:[€£$%]|\d|\b(?:eur|gbp|usd|chf|euros?|pounds?|dollars?|percent))\s?(?:{_BY}(?:"
    + "|".join(f"(?P<{unit}>{words})" for unit, words in _PERIODS.items())
    + r")|(?P<monthly>monthly|monatlich|mensuales|mensuels)"
    r"|(?P<yearly>yearly|annually|jährlich|anuales|annuels))(?!\w)",
    re.IGNORECASE,
)
_SAME = {"monthly": "month", "yearly": "year"}


@lru_cache(maxsize=2_048)
def rates(text: str) -> frozenset[str]:
    """The periods that amounts of the text are for: "month" of "£5 a month"."""
    found = (str(one.lastgroup) for one in _RATE.finditer(text))
    return frozenset(_SAME.get(name, name) for name in found)


@lru_cache(maxsize=2_048)
def periods(text: str) -> frozenset[str]:
    """Every period that the text names in any form: "month" of "billed monthly"."""
    return frozenset(unit for unit, pattern in _NAMED.items() if pattern.search(text))
