"""Swahili."""

from baton.core.lexicon.shape import Lexicon

GROUPS = {
    "anyone": "mtu",
    "help": "msaada wa",
    "available": "anayepatikana|yupo|wapo",
    "phone": "kwenye simu|kwa simu",
    "reach_me": "kunipigia|anipigie|kuwasiliana nami",
    "team": "timu",
    "who": "na nani",
    "aid": "msaada wa|usaidizi wa|wakala|mhudumu|mtu|msaada",
    "real": "binadamu|mtu|halisi|wa kibinadamu|ya kibinadamu|ya binadamu",
    "talk": (
        "zungumza|wasiliana|unganisha|ongea|nizungumze|niongeleshe|kuwasiliana|kuongea|kuzungumza|niongee|nizungumze|kuwasiliana|niunganishe|niunganisheni|unganisha|nihamishe|kuchati|"
        "naongea|niongeshe|nipeleke|nizungumzishe|ongea|kupata"
    ),
    "person": (
        "mtu|binadamu|wakala|mhudumu|mwakilishi|meneja|msimamizi|huduma kwa wateja|huduma za wateja|mfanyakazi|"
        "opereta|afisa|kiongozi|mteja msaada|mkuu|timu ya msaada|agent|customer care|customer service|yeyote"
    ),
    "human": (
        "mtu|mtu halisi|binadamu|wakala|mhudumu|mwakilishi|meneja|msimamizi|huduma kwa wateja|opereta|afisa|"
        "mtu wa kweli|customer care"
    ),
    "want": "nataka|naomba|nahitaji|ningependa|nipe|nipeni|nipatie|natafuta|niitie",
    "small": "na wa kwa ya halisi wenu moja mmoja",
    "bot": "roboti|bot|mashine|kompyuta",
    "dont": "sitaki|sipendi",
    "dont_want": "sihitaji|sitaki|hakuna haja ya|usini*",
    "are_you": "wewe ni|je wewe ni|je wewe|wewe|u",
}

PHRASES = {
    "ask": (
        "kuna mtu|kuna mtu hapo|kuna mtu yeyote|nipigie simu|nipigieni simu|nipigie|mtu anipigie|anipigie simu|"
        "mtu halisi|<dont> ~ <bot>|mtu wa kunisaidia"
    ),
    "veil": (
        "watu wawili|watu #|kwa kila mtu|kila mtu|watu wangapi|wakala wa nyumba|wakala wa safari|haki za binadamu|"
        "kuhusu mtu"
    ),
    "cry": "<human>",
    "polite": "tafadhali|sasa|haraka|naomba|nataka|sasa hivi|tafadhali sana",
    "yes": "ndiyo|ndio|sawa|naam",
    "no": "hapana|hapana asante|la",
    "hello": "habari|jambo|hujambo|mambo|salamu|shikamoo",
    "thanks": "asante|asante sana|nashukuru",
    "bye": "kwaheri|baadaye",
}

LEXICON = Lexicon(language="sw", groups=GROUPS, phrases=PHRASES)
