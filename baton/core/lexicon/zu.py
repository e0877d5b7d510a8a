"""Zulu."""

from baton.core.lexicon.shape import Lexicon

GROUPS = {
    "aid": "usizo|umuntu|umeluleki",
    "real": "wangempela|womuntu",
    "talk": (
        "ukukhuluma|khuluma|ngikhulume|ngixhumanise|ngixhumaniseni|xhumana|ukuxhumana|ngingakhuluma|ngidlulisele|"
        "ukuxoxa|ngicela|ngifuna"
    ),
    "person": (
        "nomuntu|umuntu|nothile|nomphathi|umphathi|nomsebenzi|umsebenzi|umsebenzi wasosizo|"
        "nesevisi yamakhasimende|isevisi yamakhasimende|nommeleli|ummeleli|umeluleki|nomeluleki|umphathi|"
        "opharetha|ne agent|agent|i agent"
    ),
    "human": (
        "umuntu|umuntu wangempela|umsebenzi wasosizo|ummeleli|umphathi|isevisi yamakhasimende|opharetha|umeluleki"
    ),
    "bot": "nerobhothi|irobhothi|robhothi|umshini|nomshini|ibot",
    "want": "ngifuna|ngidinga|ngicela|ngiphe",
    "small": "wangempela",
    "dont": "angifuni|angithandi",
    "dont_want": "angidingi|angifuni",
}

PHRASES = {
    "ask": (
        "ukhona umuntu|kukhona umuntu|ngicela ningishayele|ngishayeleni|ningishayele|umuntu wangempela|<dont> ~ <bot>"
    ),
    "veil": "ungumuntu|labantu ababili|umuntu ngamunye|abantu|angidingi ~ <person>|ngaphandle komuntu",
    "cry": "<human>",
    "polite": "ngicela|manje|uma uthanda",
    "yes": "yebo|kulungile",
    "no": "cha|cha ngiyabonga",
    "hello": "sawubona|sanibonani",
    "thanks": "ngiyabonga|siyabonga",
}

LEXICON = Lexicon(language="zu", groups=GROUPS, phrases=PHRASES)
