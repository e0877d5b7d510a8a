"""Words that say that a person is there now, for moments at which nobody is."""

import re

from baton.core.copy.catalogues import Catalogue
from baton.core.reading.language_tags import primary

_HERE = {
    "en": r"(?:with|for) you (?:right )?now|(?:here|there|available) right now|in a moment|right away|"
    r"is online|are online|is (?:here|available) now|"
    r"are (?:here|available) now|are here for you|(?:someone|somebody|a person|a colleague) (?:is|will be) with you|"
    r"one moment|please hold|is joining|connecting you now|immediately|instantly",
    "de": r"gleich für Sie da|sofort|umgehend|im Moment für Sie da|ist jetzt da|sind jetzt da|jetzt für Sie da|"
    r"einen Moment bitte|in Kürze|verbinde Sie jetzt",
    "fr": r"tout de suite|immédiatement|est en ligne|sommes en ligne|est là|dans un instant|un instant",
    "es": r"de inmediato|inmediatamente|enseguida|está en línea|en un momento|ahora mismo|un momento",
    "it": r"subito|immediatamente|è in linea|tra un attimo|un momento|in questo momento c’è",
    "pt": r"imediatamente|está online|num instante|um momento|agora mesmo",
    "nl": r"meteen|onmiddellijk|is nu online|een moment|zo bij u",
    "pl": r"natychmiast|za chwilę|jest teraz dostępn\w+|chwileczkę",
    "sv": r"genast|omedelbart|är här nu|ett ögonblick|strax",
    "da": r"med det samme|omgående|er her nu|et øjeblik|straks",
    "nb": r"med en gang|omgående|er her nå|et øyeblikk|straks",
    "fi": r"heti|välittömästi|on paikalla nyt|hetkinen",
    "cs": r"ihned|okamžitě|je tu teď|okamžik",
    "ru": r"немедленно|сейчас на связи|уже на связи|одну минуту",
    "uk": r"негайно|зараз на зв’язку|одну хвилину",
    "tr": r"hemen|şu anda çevrimiçi|bir dakika",
    "ar": r"فورًا|حالًا|متصل الآن|لحظة واحدة",
    "he": r"מיד|זמין עכשיו|רק רגע",
    "ja": r"すぐに|ただいま担当者が(?:おります|対応)|少々お待ち",
    "ko": r"지금 바로|즉시|잠시만 기다려",
    "zh": r"马上|立即|立刻|馬上|正在为您服务|正在為您服務",
}
"""By language, what a company may write into a wording and no customer may read while nobody is there."""

_DENIED = re.compile(
    r"\b(?:nobody|no one|not|never|niemand|nicht|kein\w*|personne|pas|nadie|nessuno|non|ninguém|não|no|nikt|nie|"
    r"ingen|ikke|inte|kukaan|nikdo|никто|не|ніхто|kimse)\b[^.]*$",
    re.IGNORECASE,
)
"""What turns it into its opposite, where it stands just before in the same sentence."""

_NEAR = 30
"""Characters before it in which it is denied."""

_KEYS = ("now_here",)
"""The desk's own sentences that say so."""

_NO_SPACES = frozenset({"ja", "zh", "th"})


def says_somebody_is_there(text: str, words: Catalogue) -> str | None:
    """The words by which a text says that a person is there at this moment; None where it doesn't."""
    folded = text.casefold()
    for key in _KEYS:
        said = words.text(key)
        if said and said.casefold() in folded:
            return said
    language = primary(words.code)
    phrases = _HERE.get(language)
    if phrases is None:
        return None
    whole = phrases if language in _NO_SPACES else rf"(?<!\w)(?:{phrases})(?!\w)"
    said = re.finditer(whole, text, re.IGNORECASE)
    return next((one[0] for one in said if not _DENIED.search(text[max(0, one.start() - _NEAR) : one.start()])), None)
