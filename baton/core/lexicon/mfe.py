"""Mauritian Creole."""

from baton.core.lexicon.shape import Lexicon

GROUPS = {
    "anyone": "dimounn|dimoun|kikenn",
    "help": "led|led ek",
    "available": "disponib|lib|la",
    "phone": "lor telefonn|lor telefon",
    "reach_me": "telefonn mwa|apel mwa|kontakte mwa",
    "team": "lekip|ekip",
    "who": "ar kisannla|ar ki dimounn|ar kisann|avek kisann|ek kisannla|kisannla mo kapav",
    "aid": "led|ajan|dimoun*|sipor|kikenn|asistans",
    "real": "imin|vre|vrai",
    "talk": "led|ed|kontak|kontakte|kontakt|zwenn|parle avek|koze avek|koz avek|koz ar|koz ek|koz ek|koz|cause|coze|koze|pal|parle|met mwa an kontak|an kontak|konekte|transfer|diskite|zwenn|gagn",
    "person": (
        "dimounn|dimoun|dimoune|kikenn|kikenne|kiken|ajan|agent|reprezantan|manejer|manager|manazer|servis kliyan|"
        "servis client|service client|sipervizer|supervisor|operater|imin|humain|patron|konseye|staff|sipor|"
        "support|ekip"
    ),
    "human": (
        "dimounn|dimoun|dimoune|vre dimounn|vre dimoun|ajan|reprezantan|manejer|manager|servis kliyan|"
        "service client|imin|humain|operater|konseye"
    ),
    "want": (
        "mo le|mo'le|mo oule|mo anvi|mo envi|mo bizin|bizin|donn mwa|done mwa|les mwa|mo pou kontan|rod|mo pe rod"
    ),
    "small": "ar avek enn ene en vre vrai ek ar ban zot",
    "bot": "robo|robot|bot|masinn|machine|ordinater",
    "dont": "pa anvi|pa le|pa oule|pa envi|nepli anvi",
    "dont_want": "pa bizin|pa anvi|pa le|nepli bizin|pa oule",
    "are_you": "to|ou|eski to|eski ou|to enn|ou enn",
}

PHRASES = {
    "ask": (
        "ena kikenn|ena dimoun*|kikenn la|telefonn mwa|telefon mwa|apel mwa|apel moi|call mwa|rapel mwa|"
        "vre dimoun*|<dont> ~ <bot>|kikenn kapav ed mwa|koz ar <person>|koz ek <person>|koz avek <person>"
    ),
    "veil": "pou de dimoun*|de dimoun*|sak dimoun*|to enn dimoun*|to enn robo|koz lor|ajan imobilie|komie dimoun*",
    "cry": "<human>",
    "polite": "silvouple|sivouple|svp|aster|mo|enn|please|deswit",
    "yes": "wi|oui|ok|dakor",
    "no": "non|non mersi",
    "hello": "bonzour|bonjour|alo|salam",
    "thanks": "mersi|mersi boukou|merci",
}

LEXICON = Lexicon(language="mfe", groups=GROUPS, phrases=PHRASES)
