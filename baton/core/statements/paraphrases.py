"""Wordings that say the same in other words, each put as one plain one before statement and passage are compared: data.

Both sides are put plainly, so a wording may be coarser than what it stands for, but never its contrary. A plain word
with "_" at its end is a mark that `polarity_words` knows.
"""

import re
from functools import lru_cache

_CONTRACTED = (
    (re.compile(r"\bcan(?:['’]t|not)\b"), "can not"),
    (re.compile(r"\bwon['’]t\b"), "will not"),
    (re.compile(r"\bshan['’]t\b"), "shall not"),
    (re.compile(r"(?<=\w)n['’]t\b"), " not"),
    (re.compile(r"(?<=\w)['’]ll\b"), " will"),
    (re.compile(r"(?<=\w)['’]re\b"), " are"),
    (re.compile(r"(?<=\w)['’]ve\b"), " have"),
    (re.compile(r"(?<=\bit)['’]s\b|(?<=\bthat)['’]s\b|(?<=\bthere)['’]s\b"), " is"),
    (re.compile(r"(?<=\w)['’]d\b"), " would"),
)
_SAME: dict[str, tuple[tuple[str, str], ...]] = {
    "en": (
        ("return", r"(?:send|sent|give|bring|hand)(?:ing)? (?:\w+ ){0,4}?back"),
        ("refund", r"(?:get|gets|got|receive|have|give)(?: you)? (?:\w+ ){0,2}money back|money[- ]back"),
        ("at any time", r"whenever you (?:like|want|wish|please)|whenever they (?:like|want|wish|please)|any ?time"
         r"|at any hour|day (?:or|and) night|round the clock|around the clock|24/7"),
        ("immediately", r"straight away|right away|at once|without delay|instantly|as soon as possible"),
        ("until", r"up until|right up to|till"),
        ("if", r"provided(?: that)?|providing(?: that)?|as long as|so long as|on condition that|in case(?! of)|assuming"
         r"|where(?= (?:you|we|it|they|the)\b)"),
        ("under", r"not yet(?= \w+(?: years)?)"),
        ("everything except", r"everything but|all but"),
        ("contact", r"get in touch|reach out|write to|let us know|let me know"),
        ("together", r"jointly"),
        ("assemble", r"put(?:s|ting)? (?:\w+ ){0,3}together"),
        ("until", r"(?:provided|as long as|so long as|while|if) (?:\w+ ){1,3}(?:is|has|are|have) not (?:yet )?(?:been )?(?:yet )?"
         r"(?=dispatched|shipped|posted|sent|left|started|begun|cut|made|booked)"),
        ("working day", r"business day|weekday"),
        ("working days", r"business days|weekdays"),
        ("change", r"switch(?:es|ed|ing)?(?: over)?(?= to)"),
        ("at home", r"at your place"),
        ("most_", r"(?:does|do|may|must|can|will|should) not (?:exceed|go over|be (?:more|longer|older|heavier|larger) than)"
         r"|not exceed\w*|without exceeding|for a maximum of|as (?:many|much|long) as(?= (?:\d|one|two|three|four|five|six|ten))"),
        ("least_", r"(?:no|not) later than(?= [\w ]{1,30}(?:before|prior|ahead|in advance|beforehand))"),
    ),
    "de": (
        ("zurückgeben", r"rückgaben?|zurück(?:schicken|senden|zugeben|geben|bringen)|zurückge(?:schickt|sendet|geben)"),
        ("erstatten", r"(?:bekommen|erhalten|kriegen) (?:\w+ ){0,3}(?:geld )?zurück|geld zurück"),
        ("sofort", r"umgehend|unverzüglich|gleich"),
        ("höchstens", r"nicht (?:mehr|länger|älter|schwerer|größer) (?:\w+ ){0,3}als|nicht überschreit\w+"),
        ("online", r"im internet|übers internet"),
        ("telefonisch", r"am telefon|per telefon|anrufen|rufen \w+ an"),
        ("teilweise", r"zum teil|anteilig"),
        ("jederzeit", r"wann immer sie (?:wollen|möchten)|rund um die uhr"),
        ("zustehen", r"anspruch (?:auf|haben)|haben (?:\w+ )?anspruch|stehen (?:ihnen )?(?:\w+ ){0,2}zu"),
        ("gestrichen", r"fällt (?:\w+ ){0,3}aus|ausfallen|ausfällt|annullier\w+"),
        ("früher", r"eher"),
        ("unter", r"jünger als|noch (?:nicht|keine)(?= \w+ jahre)"),
        ("umtausch", r"umgetauscht|umtauschen|umzutauschen"),
    ),
    "es": (
        ("devolver", r"devoluci(?:ón|ones)|devuelv\w+|mandar de vuelta|enviar de vuelta"),
        ("reembolsar", r"(?:recib\w+|recuper\w+|devolv\w+|devolvemos) (?:\w+ ){0,2}(?:dinero|importe)"),
        ("hasta", r"no (?:super\w+|exced\w+|sobrepas\w+|pas\w+ de)(?= )|como máximo|(?:un )?máximo de|como mucho"
         r"|no (?:pued\w+|deb\w+) (?:\w+ ){1,2}más de"),
        ("al menos", r"como mínimo|(?:un )?mínimo de|por lo menos|con (?:\w+ ){1,4}de antelación(?: como mínimo)?"
         r"|no menos de"),
        ("en cualquier momento", r"cuando (?:quiera|quieras|desee)|a cualquier hora"),
        ("solo", r"únicamente|solamente|exclusivamente|sólo|nada más que"),
        ("si", r"siempre que|en caso de que|con la condición de que"),
        ("salvo", r"a no ser que|a menos que|excepto|salvo que"),
        ("menos de", r"(?:todavía |aún )?no (?:ha|han) cumplido"),
        ("avisar", r"comuni(?:car|que)\w*|inform(?:ar|e)\w*|avis\w+"),
        ("llegar", r"aparec\w+|recib\w+"),
    ),
    "fr": (
        ("retourner", r"renvo\w+|retourn\w+|retours?"),
        ("rembourser", r"(?:récupér\w+|recev\w+|rendre) (?:\w+ ){0,2}argent|rembours\w+"),
        ("à tout moment", r"quand (?:vous (?:voulez|souhaitez)|vous le souhaitez)|n['’]importe quand"),
        ("sauf", r"à moins (?:que|de)|excepté|hormis|sauf si"),
        ("most_", r"(?:ne |n['’])(?:\w+ ){0,2}(?:dépass\w+|excéd\w+) pas|(?:ne |n['’])\w+ pas (?:dépasser|excéder)"),
        ("réception", r"(?:l['’])?arrivée|recevoir|avoir reçu"),
        ("moins de", r"(?:ne |n['’])(?:a|ont|avez) pas encore"),
        ("délai", r"au plus tard|dans les|sous(?= \w+ (?:jours?|semaines?|mois|heures?))"),
        ("si", r"à condition que|pourvu que|dès lors que|lorsque|quand"),
        ("uniquement", r"n['’]existe qu\w*|ne (?:\w+ ){1,3}qu['’e]\w*"),
    ),
}  # fmt: skip
_UNDONE = {
    "en": r"un(?!der|til|done|i[a-z]|less_?|fortun|usual|expected|load)([a-z]{2,}(?:ed|rn|en|ne|id|nt))",
    "de": r"un(benutzt|getragen|geöffnet|beschädigt|gebraucht|versehrt|bezahlt|gültig|genutzt)(?=e?[rnms]?\b)",
    "es": r"sin (usar|abrir|estrenar|pagar|llevar)",
    "fr": r"non[ -]([a-zéè]+)|in(utilisé)",
}


@lru_cache(maxsize=4_096)
def plain(text: str, code: str) -> str:
    """The text in lower case, contractions written out and paraphrases put plainly."""
    folded = text.casefold()
    if code == "en":
        for pattern, written in _CONTRACTED:
            folded = pattern.sub(written, folded)
    for instead, pattern in _compiled(code):
        folded = pattern.sub(instead, folded)
    return folded


def split_undone(text: str, code: str) -> tuple[str, tuple[str, ...]]:
    """The text with "unused" put as "used", and the words so negated, in the order of the text."""
    pattern = _undone(code)
    if pattern is None:
        return text, ()
    found: list[str] = []

    def bare(one: re.Match[str]) -> str:
        found.append(next(group for group in one.groups() if group))
        return " " + found[-1]

    return pattern.sub(bare, text), tuple(found)


@lru_cache(maxsize=16)
def _compiled(code: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((instead, re.compile(rf"(?<!\w)(?:{pattern})(?!\w)")) for instead, pattern in _SAME.get(code, ()))


@lru_cache(maxsize=16)
def _undone(code: str) -> re.Pattern[str] | None:
    return (
        re.compile(rf"(?<!\w)(?:{_UNDONE[code]})(?!\w)" if code != "de" else rf"(?<!\w)(?:{_UNDONE[code]})")
        if code in _UNDONE
        else None
    )
