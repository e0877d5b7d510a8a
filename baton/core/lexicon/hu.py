"""Hungarian."""

from baton.core.lexicon.shape import Lexicon

GROUPS = {
    "help": "segítsége|segítségét",
    "available": "szabad|elérhető",
    "phone": "telefonon|telefonhoz|vonalban",
    "talked_after": "beszéltem",
    "anyone": "valakit|valaki",
    "reach_me": "felhívni|visszahívni|hívni|felhívna|keressen",
    "team": "csapatból|csapattól",
    "who": "kivel",
    "aid": "segítség*|ügyintéző*|operátor*|személy*|munkatárs*|támogatás*|ember*|ügynök*|kapcsolat*",
    "real": "emberi|élő|valódi|igazi",
    "talk": (
        "beszélni|beszelni|beszéljek|beszélhetnék|beszélhetek|beszélnem|kapcsolj*|kapcsolja|kapcsolni|csevegni|"
        "átkapcsol*|kapcsolatba|irányítson|beszélgetni|egyeztetni"
    ),
    "person": (
        "ember*|élő ember*|valaki*|ügyintéző*|munkatárs*|operátor*|ügyfélszolgálat*|vezető*|főnök*|menedzser*|"
        "képviselő*|tanácsadó*|kolléga*|kollégá*|személ*|felettes*|supporttal|supportot"
    ),
    "human": (
        "ember|embert|élő embert|élő ember|igazi embert|igazi ember|valódi embert|valódi ember|emberi|ügyintézőt|"
        "ügyintéző|munkatársat|munkatárs|operátort|operátor|ügyfélszolgálat|ügyfélszolgálatot|vezetőt|a vezetőt|"
        "menedzsert|képviselőt|tanácsadót|főnököt|valakit|élő operátort"
    ),
    "talk_after": (
        "beszélni|beszéljek|beszélhetnék|beszélhetek|beszélnem|kapcsol*|beszélgetni|chatelni|szeretnék beszélni"
    ),
    "want": "kérek|kérem|akarok|szeretnék|kell|kellene|adjanak|adjon|adj|hívják|hívja|van ott|kérném",
    "want_after": "kell|kérek|kérem|akarok|szeretnék|kellene|kell nekem",
    "small": "egy az a valódi igazi élő",
    "bot": "bot*|robot*|gép|géppel|chatbot*|automata|automatával",
    "dont": "nem akarok|nem szeretnék|ne",
}

PHRASES = {
    "whether_bot": """
        ki vagy | ön kicsoda | robot vagy | te robot vagy | bot vagy | robottal beszélek | géppel beszélek
        ember vagy | valódi ember vagy
    """,
    "ask": (
        "kivel beszélhet*|kivel tudok beszélni|<person> ~ felhívni|felhívni ~ <person>|felhívna ~ <person>|van ott valaki|van itt valaki|valaki van ott|hívjanak vissza|hívjon vissza|hívjanak fel|hívjon fel|"
        "visszahívást|valaki ~ hívni|valaki ~ hívjon|nem akarok bot*|nem akarok gép*|nem akarok robot*"
    ),
    "veil": (
        "te ember|ön ember|ember vagy|ember ön|robot vagy|nem kell ~ <person>|nem szeretnék ~ <person>|"
        "nem akarok ~ ember*|nem akarok ~ ügyintéző*|<person> nem kell|ingatlanügynök*|személyenként|két személy*|"
        "két fő*|fő részére|hány ember*|# ember"
    ),
    "cry": "<human>|élő ember",
    "polite": "kérem|légyszi|légy szíves|kérek|most|azonnal|szeretnék|egy|legyen szíves",
    "yes": "igen|persze|rendben|igen kérem|jó",
    "no": "nem|nem köszönöm|most nem",
    "hello": "szia|helló|jó napot|üdvözlöm|jó estét|jó reggelt|jó napot kívánok",
    "thanks": "köszönöm|köszi|köszönöm szépen|nagyon köszönöm|kösz",
    "bye": "viszlát|viszontlátásra|szép napot",
}

LEXICON = Lexicon(language="hu", groups=GROUPS, phrases=PHRASES)
