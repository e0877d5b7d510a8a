"""Afrikaans."""

from baton.core.lexicon.shape import Lexicon

GROUPS = {
    "anyone": "iemand",
    "help": "hulp van",
    "available": "beskikbaar",
    "phone": "op die telefoon|op die lyn",
    "reach_me": "my kontak|my bel",
    "team": "span|julle span",
    "who": "met wie",
    "aid": "hulp|agent|ondersteuning|persoon|konsultant",
    "real": "menslike|regte|lewende",
    "talk": "praat|gesels|verbind|skakel|sit my deur|deurskakel|kontak|in verbinding|oorplaas|chat|deursit",
    "person": (
        "mens|persoon|iemand|agent|konsultant|operateur|bestuurder|toesighouer|verteenwoordiger|kliëntediens|"
        "kliënte diens|ondersteuning|personeel|werknemer|raadgewer|baas|hoof|personeellid|klantediens"
    ),
    "human": (
        "mens|regte mens|regte persoon|lewende mens|agent|konsultant|operateur|verteenwoordiger|bestuurder|"
        "kliëntediens|klantediens|toesighouer|menslike agent"
    ),
    "talk_after": "praat|gesels|verbind|kontak",
    "want": "wil|ek wil|gee my|soek|benodig|het nodig|ek soek|kry vir my|is daar|verkies",
    "small": "met n die jou jul 'n regte lewende na",
    "bot": "bot|robot|masjien|rekenaar|kletsbot",
    "dont": "nie|wil nie|moenie",
    "dont_want": "het nie|nie nodig|wil nie|geen",
    "are_you": "is jy|is u|is dit|praat ek met|jy is",
    "someone": "kan iemand|kan julle|kan u|sal iemand|laat iemand",
    "call_me": "my bel|my skakel|my terugbel|my kontak",
    "count": "twee|drie|vier|per|elke|2|3|4",
}

PHRASES = {
    "ask": "is daar iemand|bel my|bel my terug|skakel my terug|regte mens|sit my deur|nie met ~ <bot>",
    "veil": "praat oor|twee mense|per persoon|eiendomsagent|reisagent|menseregte|het nie ~ <person>|hoeveel mense",
    "cry": "<human>",
    "polite": "asseblief|nou|dadelik|ek|wil|n|hallo",
    "yes": "ja|ja asseblief|goed|natuurlik",
    "no": "nee|nee dankie",
    "hello": "hallo|goeie dag|goeiemôre|haai|goeiemiddag",
    "thanks": "dankie|baie dankie",
    "bye": "totsiens|koebaai",
}

LEXICON = Lexicon(language="af", groups=GROUPS, phrases=PHRASES)
