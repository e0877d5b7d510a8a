"""Icelandic."""

from baton.core.lexicon.shape import Lexicon

GROUPS = {
    "anyone": "einhvern",
    "help": "hjálp frá",
    "available": "laus|til taks",
    "phone": "í síma|í símann",
    "reach_me": "haft samband við mig|hringt í mig",
    "team": "teyminu",
    "who": "hvern get ég|við hvern",
    "aid": "aðstoð|hjálp|þjónusta|fulltrú*|manneskj*|starfsm*",
    "real": "mannleg*|mennsk*|alvöru|raunveruleg*",
    "talk": "tala|tengdu|tengja|talað|ræða|spjalla|samband|ná í|ná sambandi|flytja mig",
    "person": (
        "manneskju|mann|einhvern|einhver|fulltrúa|fulltrúi|þjónustufulltrúa|þjónustufulltrúi|starfsmann|"
        "starfsmaður|yfirmann|yfirmaður|þjónustuver|þjónustuverið|stjórnanda|ráðgjafa|ráðgjafi|aðila|"
        "þjónustufulltrúann|tæknimann|fólk"
    ),
    "human": (
        "manneskju|alvöru manneskju|raunverulega manneskju|lifandi manneskju|fulltrúa|fulltrúi|þjónustufulltrúa|"
        "þjónustufulltrúi|starfsmann|starfsmaður|yfirmann|þjónustuver|ráðgjafa|manneskja|alvöru fólk"
    ),
    "want": "ég vil|vil|þarf|ég þarf|gefðu mér|viltu|óska eftir|fá|má ég fá|get ég fengið",
    "small": "við alvöru að einn með",
    "bot": "vélmenni|botta|bot|vél|tölvu",
    "dont": "vil ekki|ekki",
    "dont_want": "þarf ekki|vil ekki|óþarfi|engan",
    "are_you": "ertu|eruð þið|er þetta|er ég að tala við",
    "someone": "getur einhver|gæti einhver|geturðu|getið þið|má einhver",
    "call_me": "hringt í mig|hringja í mig|haft samband|hringt",
}

PHRASES = {
    "ask": (
        "er einhver þarna|er einhver|er einhver hér|hringdu í mig|hringið í mig|alvöru manneskj*|"
        "gefðu mér samband|<dont> ~ <bot>"
    ),
    "veil": "tala um|fyrir tvo|á mann|fyrir # manns|fasteignasali|þarf ekki ~ <person>|hversu margir",
    "cry": "<human>",
    "polite": "takk|vinsamlegast|strax|núna|ég vil|gjarnan",
    "yes": "já|já takk|allt í lagi|endilega",
    "no": "nei|nei takk",
    "hello": "halló|hæ|góðan daginn|sæl|sæll",
    "thanks": "takk|takk fyrir|kærar þakkir|takk kærlega",
}

LEXICON = Lexicon(language="is", groups=GROUPS, phrases=PHRASES)
