"""Swedish."""

from baton.core.lexicon.shape import Lexicon

GROUPS = {
    "help": "hjälp av|hjälp från",
    "available": "ledig|tillgänglig|tillgängliga",
    "phone": "i telefon|på tråden|på telefon",
    "talked": "pratade med|talade med",
    "anyone": "någon",
    "reach_me": "kontakta mig|ringa mig|höra av sig",
    "team": "teamet|ert team|supporten",
    "who": "vem kan jag|med vem",
    "aid": "hjälp|agent|support|handläggare|medarbetare|kontakt|person",
    "real": "mänsklig*|riktig*|levande",
    "talk": (
        "prata|tala|snacka|kontakta|kontakt|koppla|kopplas|chatta|ringa|ansluta|anslut|vidarekoppla|prata|pratar|tala|talar|kontakta|kontakt|koppla|koppla mig|kopplas|chatta|nå|ringa till|"
        "få hjälp av|snacka|kopplad|prate|överföra"
    ),
    "person": (
        "människa|person|någon|någon annan|agent|kundtjänst|kundservice|handläggare|medarbetare|chef|"
        "rådgivare|operatör|representant|support|supporten|avdelning|personal|tekniker|säljare"
    ),
    "human": (
        "människa|person|agent|kundtjänst|kundservice|handläggare|medarbetare|chef|rådgivare|operatör|"
        "representant|mänsklig hjälp|mänsklig|levande person"
    ),
    "small": ("med en ett till riktig riktiga riktigt levande mänsklig er din annan ha få tack en av"),
    "stop": "om men bot robot maskin pengar för",
    "want": ("vill ha|vill|behöver|ge mig|finns det|får jag|skulle vilja|kan jag få|föredrar|kräver|önskar"),
    "dont": "inte|ingen|aldrig|slippa",
    "dont_want": "behöver ingen|behöver inte|vill inte ha|vill inte prata|inte nödvändigt|utan",
    "bot": "bot|robot|maskin|chatbot|dator|ai|boten",
    "are_you": "är du|är det här|är det|är ni|pratar jag med|du är",
    "no": "inte|en|ens|verkligen",
    "someone": "kan någon|kan ni|kan du|skulle någon kunna|be någon",
    "call_me": "ringa mig|ringa upp mig|ring mig|kontakta mig|ringa upp",
    "count": "1|2|3|4|två|tre|fyra|per",
    "ask_hours": "vilka tider|öppettider|när öppnar|när är",
}

PHRASES = {
    "whether_bot": """
        vem är du | är du en <bot> | pratar jag med en <bot> | talar jag med en <bot> | är du på riktigt
    """,
    "ask": (
        "kött och blod|med en av era <person>|med en av era kollegor|med någon av er|"
        "någon som kan hjälpa|är det någon där|är någon där|finns det någon|någon att prata med|bli uppringd|ring mig|ring upp mig|riktig människa|riktig person|koppla mig|koppla vidare|bli kopplad|<person> ~ <talk>|riktig människa|riktig person|levande människa|ring mig|ring upp mig|"
        "är det någon där|koppla mig|er chef|din chef|ingen bot|inte med en <bot>|någon att <talk> med"
    ),
    "veil": "prata om|pratar jag med ~ <person>|personer|fastighetsmäklare",
    "cry": (
        "support|chef|medarbetare|rådgivare|människa|person|agent|kundtjänst|kundservice|handläggare|operatör|någon|chef|representant|"
        "riktig människa|medarbetare"
    ),
    "polite": "tack|snälla|nu|hej|en|riktig|jag|vill|ja|nej|genast|ok",
    "yes": "ja|ja tack|gärna|okej|ok|absolut|visst|självklart",
    "no": "nej|nej tack|inte nu",
    "opening": "jag har en fråga|en fråga|kan du hjälpa mig|jag behöver hjälp|jag har ett problem",
    "hello": "hej|hallå|god morgon|god dag|god kväll|hejsan|tjena|hur mår du",
    "thanks": "tack|tack så mycket|perfekt|toppen|bra|tackar|för hjälpen",
    "bye": "hejdå|hej då|adjö|ha en bra dag|vi ses",
    "subject:refund": "återbetal*|pengarna tillbaka",
    "action:refund": ("vill ha pengarna tillbaka|mina pengar|min återbetalning|vill ha återbetalning|ge mig pengarna"),
    "subject:cancellation": "säga upp|avbeställ*|uppsägning*",
    "action:cancellation": "vill säga upp|säg upp min|vill avbeställa|avsluta mitt",
    "subject:complaint": "klagomål",
    "action:complaint": "vill klaga|lämna ett klagomål|oacceptabelt|skandal",
    "action:legal": "min advokat|stämma er|polisanmäla",
    "action:billing_dispute": "dragits två gånger|debiterats två gånger|dubbeldebiter*|fel belopp",
    "about": ("vad är|vilka är|hur länge|hur lång|hur|när|var|finns det|har ni|erbjuder ni|policy|villkor"),
    "how_to": "hur länge|hur lång|hur kan jag|hur gör|vad är er|policy",
    "mine": "min|mitt|mina|jag har|jag vill|nu",
}

LEXICON = Lexicon(language="sv", groups=GROUPS, phrases=PHRASES, keys="människa handläggare kundtjänst")
