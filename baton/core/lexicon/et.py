"""Estonian."""

from baton.core.lexicon.shape import Lexicon

GROUPS = {
    "anyone": "kedagi",
    "help": "abi",
    "available": "saadaval|vaba",
    "phone": "telefonile|telefonis",
    "reach_me": "minuga ühendust|mulle helistada",
    "team": "meeskonnast",
    "who": "kellega",
    "aid": "abi|tuge|tugi|agent|operaator|inimene|inimest",
    "real": "inimlik|inimlikku|päris|elav|inimese",
    "talk": "rääkida|raakida|ühendage|ühenda|suunake|suuna|vestelda|suhelda|suunata|kontakteeruda|kõneleda",
    "person": (
        "inimesega|inimene|inimest|kellegagi|keegi|operaatori*|operaator|klienditeenindaja*|klienditeenindus*|"
        "klienditoe*|klienditugi|konsultandi*|konsultant|juhataja*|juhiga|ülemus*|esindaja*|töötaja*|teenindaja*|"
        "agendiga|agent|spetsialisti*|isikuga|konsultandile|operaatorile"
    ),
    "human": (
        "inimest|inimene|päris inimest|päris inimene|elav inimene|elavat inimest|operaator|operaatorit|"
        "klienditeenindaja|klienditeenindajat|klienditeenindus|konsultant|konsultanti|juhatajat|esindajat|agenti|"
        "töötajat"
    ),
    "talk_after": "rääkida|ühendage|suunake|vestelda|suhelda",
    "want": "tahan|soovin|sooviksin|vajan|palun|andke|anna|kutsuge|on vaja",
    "want_after": "palun|vaja|tahan|soovin",
    "small": "päris elava mulle mind ühe",
    "bot": "bot*|robot*|masin*|arvuti*",
    "dont": "ei taha|ei soovi|ilma",
    "dont_want": "ei vaja|ei taha|ei soovi|pole vaja|ei ole vaja",
    "are_you": "sa oled|oled|kas sa oled|te olete|kas see on",
}

PHRASES = {
    "ask": (
        "kas keegi on|keegi on seal|on seal keegi|helistage mulle|helista mulle|keegi ~ helistada|päris inimene|"
        "päris inimest|elav inimene|<dont> ~ <bot>"
    ),
    "veil": (
        "rääkida millestki|kahele inimesele|inimesele|inimese kohta|# inimesele|kinnisvaramaakler|reisibüroo|"
        "pole ~ vaja|ei ole ~ vaja|ei taha ~ <person>|ei vaja ~ <person>|mitu inimest|inimõigused"
    ),
    "cry": "<human>",
    "polite": "palun|kohe|praegu|nüüd|tahan|tere|üks",
    "yes": "jah|jaa|jah palun|muidugi|olgu",
    "no": "ei|ei aitäh|mitte praegu",
    "hello": "tere|tervist|tere päevast|tere hommikust|hei",
    "thanks": "aitäh|tänan|suur aitäh|tänan väga",
    "bye": "head aega|nägemist",
}

LEXICON = Lexicon(language="et", groups=GROUPS, phrases=PHRASES)
