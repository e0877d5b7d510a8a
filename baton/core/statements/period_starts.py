"""From what a period is counted: from the order, the delivery, the departure."""

import re
from functools import lru_cache

WINDOW = 5
"""Words after "after" or "days of" among which what a period is counted from is named."""

_FROM = {
    "en": r"(?:minutes?|hours?|days?|weeks?|months?|years?) of|after|following|from|since|once|as soon as|upon|before"
    r"|prior to|when|(?:starts?|begins?|runs?) (?:with|on|at|from)",
    "de": r"nach|nachdem|ab|seit|vor|sobald|bevor",
    "es": r"después de(?:l)?|tras|desde|a partir de(?:l)?|antes de(?:l)?|una vez|cuando|siguientes a",
    "fr": r"après|suivant|suivent|suit|dès|depuis|avant|une fois|lorsque|quand|à compter de",
}
_BACK = r"\W+(?:that|this|which|then|das|dem|diesem|eso|ello|esto|cela|ça|quoi)\b"
"""What points back and names nothing."""
_EVENTS: dict[str, dict[str, str]] = {
    "en": {
        "the order": r"order\w*|purchas\w+|buy\w*|bought|book(?:ed|ing)?|reserv\w+",
        "the delivery": r"deliver\w*|receiv\w+|receipt|arriv\w+|reach\w*|get|got|comes?|came|collect\w*|pick\w*",
        "the dispatch": r"post(?:ed|ing)?|sen[dt]\w*|dispatch\w*|ship(?:ped|ping)?|hand(?:ed|ing)?",
        "the departure": r"depart\w*|leav\w+|take-?off|flights?|travel\w*|trip",
        "the request": r"request\w*|ask\w*|appl(?:y|ied|ying|ication)|claim\w*|contact\w*|report\w*|tell|told|notif\w+",
        "the end": r"cancel\w*|terminat\w+|end\w*|expir\w+|clos\w+",
        "the start": r"activat\w+|us(?:e|ed|ing)|start\w*|begin\w*|sign\w*|join\w*|open\w*",
        "the visit": r"appointments?|visits?|treatments?|surgery|stay",
        "the payment": r"pay\w*|paid|invoic\w+|bill\w*",
    },
    "de": {
        "the order": r"bestell\w+|kauf\w*|gekauft|buchung\w*|gebucht|erwerb",
        "the delivery": r"erhalt\w*|liefer\w+|geliefert|zustell\w+|ankunft|ankomm\w+|ankommt|eingang\w*|eintr\w+|empfang\w*|da",
        "the dispatch": r"absend\w+|versand\w*|abschick\w+|versend\w+",
        "the departure": r"abflug\w*|flug\w*|abreise|abfahrt|reise\w*",
        "the request": r"antrag\w*|anfrage\w*|melde\w+|meldung",
        "the end": r"kündig\w+|ende\w*|ablauf\w*|storni\w+|ablaufen",
        "the start": r"aktivier\w+|beginn\w*|start\w*|anmeld\w+|eröffnung|nutzung",
        "the visit": r"termin\w*|behandlung\w*|untersuchung\w*|besuch\w*",
        "the payment": r"zahlung\w*|rechnung\w*|bezahl\w+",
    },
    "es": {
        "the order": r"compr\w+|pedidos?|reserv\w+",
        "the delivery": r"recepción|recib\w+|entreg\w+|lleg\w+",
        "the dispatch": r"envi\w+|envíos?|expedi\w+",
        "the departure": r"salidas?|salir|vuelos?|viaje",
        "the request": r"solicit\w+|petición|avis\w+",
        "the end": r"fin|finaliz\w+|cancel\w+|vencimiento|baja",
        "the start": r"activ\w+|inicio|alta|apertura|uso",
        "the visit": r"citas?|visitas?|tratamiento",
        "the payment": r"pag\w+|factur\w+|cargos?",
    },
    "fr": {
        "the order": r"command\w+|achats?|achet\w+|réserv\w+",
        "the delivery": r"récept\w+|livr\w+|arriv\w+|reçu\w*|recev\w+|réception",
        "the dispatch": r"envo\w+|expédi\w+",
        "the departure": r"départs?|vols?|voyage",
        "the request": r"demand\w+|signal\w+",
        "the end": r"résili\w+|fin|expir\w+|annul\w+",
        "the start": r"activ\w+|début|inscri\w+|souscri\w+|ouverture",
        "the visit": r"rendez-vous|visites?|consultation",
        "the payment": r"pai\w+|pay\w+|factur\w+|prélèvement",
    },
}


def other_start(statement: str, source: str, code: str) -> str | None:
    """What the statement counts or dates from where the passage's sentences name only something else, or None."""
    said, theirs = starts(statement, code), starts(source, code)
    return min(said) if said and theirs and not said & theirs else None


@lru_cache(maxsize=4_096)
def starts(text: str, code: str) -> frozenset[str]:
    """What the text counts or dates from, by kind."""
    compiled = _compiled(code)
    if compiled is None:
        return frozenset()
    opens, events = compiled
    folded = text.casefold()
    windows = [one["window"] for one in opens.finditer(folded)]
    return frozenset(name for name, pattern in events for window in windows if pattern.search(window))


@lru_cache(maxsize=16)
def _compiled(code: str) -> tuple[re.Pattern[str], tuple[tuple[str, re.Pattern[str]], ...]] | None:
    if code not in _FROM:
        return None
    opens = re.compile(
        rf"(?<!\w)(?:{_FROM[code]})(?!\w)(?!{_BACK})(?=(?P<window>(?:[^\w.,;:!?]+[\w’'-]+){{1,{WINDOW}}}))"
    )
    events = ((name, re.compile(rf"(?<!\w)(?:{words})(?!\w)")) for name, words in _EVENTS[code].items())
    return opens, tuple(events)
