"""Norwegian."""

from baton.core.lexicon.shape import Lexicon

GROUPS = {
    "help": "hjelp fra|hjelp av",
    "available": "ledig|tilgjengelig",
    "phone": "på telefonen|på tråden|på telefon",
    "talked": "snakket med|pratet med",
    "anyone": "noen",
    "reach_me": "kontakte meg|ringe meg|ta kontakt",
    "team": "teamet|teamet deres|support",
    "who": "hvem kan jeg|med hvem",
    "aid": "hjelp|agent|support|medarbeider|kundebehandler|kontakt|person",
    "real": "menneskelig*|ekte|levende",
    "talk": (
        "snakk|snakke|prate|prat|kontakt|kontakte|sett|chatte|ringe|koble|kobles|tale|snakke|snakker|prate|prater|tale|kontakte|kontakt|sette over|settes over|koble|chatte|overføre|"
        "komme i kontakt|hjelp fra|sett meg over"
    ),
    "person": (
        "menneske|person|noen|noen andre|agent|kundeservice|kundebehandler|medarbeider|sjef|rådgiver|"
        "operatør|representant|support|leder|avdeling|ansatt|saksbehandler|kundesenter"
    ),
    "human": (
        "menneske|person|agent|kundeservice|kundebehandler|medarbeider|sjef|leder|rådgiver|operatør|"
        "representant|menneskelig hjelp|levende person|saksbehandler"
    ),
    "small": ("med et en til ekte virkelig levende menneskelig deres din annen ha få takk av gjerne i"),
    "stop": "om men bot robot maskin penger for",
    "want": ("vil ha|vil|vil gjerne|trenger|gi meg|er det|finnes det|kan jeg få|ønsker|foretrekker|krever|må"),
    "dont": "ikke|ingen|aldri",
    "dont_want": "trenger ikke|trenger ingen|vil ikke ha|vil ikke snakke|ikke nødvendig|uten",
    "bot": "bot|robot|maskin|chatbot|datamaskin|ki|boten",
    "are_you": "er du|er dette|er det|snakker jeg med|du er",
    "no": "ikke|et|en|egentlig",
    "someone": "kan noen|kan dere|kan du|kunne noen|vil noen",
    "call_me": "ringe meg|ringe meg opp|ring meg|kontakte meg|ringe meg tilbake",
    "count": "1|2|3|4|to|tre|fire|per",
    "ask_hours": "når åpner|åpningstider|hvilke tider|når er",
}

PHRASES = {
    "whether_bot": """
        hvem er du | er du en <bot> | snakker jeg med en <bot> | er du ekte
    """,
    "ask": (
        "noen som kan hjelpe|er det noen der|er det noen her|noen å snakke med|bli oppringt|ring meg|ekte menneske|ekte person|sett meg over|noen til å ringe|kan jeg bli satt over|<person> ~ <talk>|ekte menneske|ekte person|levende menneske|ring meg|er det noen der|"
        "sett meg over|sjefen din|sjefen deres|ingen bot|ikke med en <bot>|noen å <talk> med"
    ),
    "veil": "snakke om|snakker jeg med ~ <person>|personer|eiendomsmegler",
    "cry": (
        "support|sjef|rådgiver|kundeservice|menneske|person|agent|kundeservice|kundebehandler|medarbeider|operatør|noen|sjef|representant|"
        "ekte menneske|rådgiver"
    ),
    "polite": "takk|nå|hei|et|en|ekte|jeg|vil|ja|nei|vær så snill|ok",
    "yes": "ja|ja takk|gjerne|ok|okei|selvfølgelig",
    "no": "nei|nei takk|ikke nå",
    "hello": "hei|god morgen|god dag|god kveld|hallo|heisann",
    "thanks": "takk|tusen takk|mange takk|perfekt|supert|for hjelpen",
    "bye": "ha det|ha det bra|ha en fin dag|vi sees",
    "subject:refund": "refusjon*|pengene tilbake|refunder*",
    "action:refund": "vil ha pengene tilbake|pengene mine|refusjonen min|vil ha refusjon",
    "subject:cancellation": "si opp|avbestill*|kanseller*|oppsigelse*",
    "action:cancellation": "vil si opp|si opp abonnementet|vil avbestille|vil kansellere",
    "subject:complaint": "klage*",
    "action:complaint": "vil klage|sende inn en klage|uakseptabelt",
    "action:legal": "advokaten min|saksøke|politianmelde",
    "action:billing_dispute": "trukket to ganger|belastet to ganger|dobbelt trekk|feil beløp",
    "about": ("hva er|hvor lenge|hvor lang|hvordan|når|hvor|har dere|tilbyr dere|retningslinjer|vilkår"),
    "how_to": "hvor lenge|hvor lang|hvordan|hva er deres|retningslinjer",
    "mine": "min|mitt|mine|jeg har|jeg vil|nå",
}

LEXICON = Lexicon(language="no", groups=GROUPS, phrases=PHRASES, keys="menneske kundebehandler kundeservice")
