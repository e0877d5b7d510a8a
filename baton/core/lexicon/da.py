"""Danish."""

from baton.core.lexicon.shape import Lexicon

GROUPS = {
    "help": "hjælp fra|hjælp af",
    "available": "ledig|tilgængelig",
    "phone": "i telefonen|i røret|på telefon",
    "talked": "talte med|snakkede med",
    "anyone": "nogen",
    "reach_me": "kontakte mig|ringe til mig|ringe mig op",
    "team": "teamet|jeres team|supporten",
    "who": "hvem kan jeg|med hvem",
    "aid": "hjælp|agent|support|medarbejder|kontakt|person",
    "real": "menneskelig*|rigtig*|levende",
    "talk": (
        "tal|tale|snak|snakke|kontakt|kontakte|stil|omstilles|chatte|forbind|viderestil|ringe|tale|taler|snakke|snakker|kontakte|kontakt|stille om|stilles om|viderestille|viderestil|chatte|"
        "komme i kontakt|hjælp fra|forbindes|forbind"
    ),
    "person": (
        "menneske|person|nogen|en anden|agent|kundeservice|medarbejder|chef|rådgiver|operatør|"
        "repræsentant|support|leder|afdeling|personale|tekniker|konsulent"
    ),
    "human": (
        "menneske|person|agent|kundeservice|medarbejder|chef|leder|rådgiver|operatør|repræsentant|"
        "menneskelig hjælp|levende person|konsulent"
    ),
    "small": ("med et en til rigtig rigtigt ægte levende menneskelig jeres din anden have få tak af gerne i"),
    "stop": "om men bot robot maskine penge for",
    "want": (
        "vil have|vil|vil gerne|skal bruge|har brug for|giv mig|er der|kan jag få|kan jeg få|ønsker|"
        "foretrækker|kræver|må jeg"
    ),
    "dont": "ikke|ingen|aldrig",
    "dont_want": "har ikke brug for|behøver ikke|vil ikke have|vil ikke tale|ikke nødvendigt|uden",
    "bot": "bot|robot|maskine|chatbot|computer|ai|botten",
    "are_you": "er du|er det|er det her|er i|taler jeg med|du er",
    "no": "ikke|et|en|overhovedet",
    "someone": "kan nogen|kan i|kan du|kunne nogen|vil nogen",
    "call_me": "ringe til mig|ringe mig op|ring til mig|kontakte mig|ring mig op",
    "count": "1|2|3|4|to|tre|fire|per",
    "ask_hours": "hvornår åbner|åbningstider|hvad tid|hvornår er",
}

PHRASES = {
    "whether_bot": """
        hvem er du | er du en <bot> | taler jeg med en <bot> | snakker jeg med en <bot> | er du rigtig
    """,
    "ask": (
        "nogen der kan hjælpe|er der nogen|nogen at tale med|blive ringet op|ringes op|ring til mig|ring mig op|rigtigt menneske|rigtig person|stil mig om|stille mig om|viderestil*|<person> ~ <talk>|rigtigt menneske|rigtig person|levende menneske|ring til mig|ring mig op|"
        "er der nogen|stil mig om|jeres chef|din chef|ingen bot|ikke med en <bot>|nogen at <talk> med"
    ),
    "veil": "tale om|taler jeg med ~ <person>|personer|ejendomsmægler",
    "cry": (
        "support|chef|rådgiver|kundeservice|menneske|person|agent|kundeservice|medarbejder|operatør|nogen|chef|repræsentant|rigtigt menneske|rådgiver"
    ),
    "polite": "tak|nu|hej|et|en|rigtigt|jeg|vil|ja|nej|venligst|ok",
    "yes": "ja|ja tak|gerne|okay|ok|selvfølgelig|meget gerne",
    "no": "nej|nej tak|ikke nu",
    "opening": "jeg har et spørgsmål|et spørgsmål|kan du hjælpe mig|kan i hjælpe mig|jeg har brug for hjælp|jeg har et problem",
    "hello": "hej|goddag|godmorgen|god aften|hallo|halløj",
    "thanks": "tak|mange tak|tusind tak|perfekt|super|fint|for hjælpen",
    "bye": "farvel|hej hej|hav en god dag|vi ses",
    "subject:refund": "refunder*|pengene tilbage|tilbagebetal*",
    "action:refund": "vil have mine penge|mine penge tilbage|min refusion|vil have pengene tilbage",
    "subject:cancellation": "opsig*|annuller*",
    "action:cancellation": "vil opsige|opsige mit|annullere min|vil annullere",
    "subject:complaint": "klage*",
    "action:complaint": "vil klage|indgive en klage|uacceptabelt",
    "action:legal": "min advokat|sagsøge|politianmelde",
    "action:billing_dispute": "trukket to gange|dobbelt betal*|forkert beløb",
    "about": "hvad er|hvor længe|hvor lang|hvordan|hvornår|hvor|har i|tilbyder i|politik|vilkår",
    "how_to": "hvor længe|hvor lang|hvordan|hvad er jeres|politik",
    "mine": "min|mit|mine|jeg har|jeg vil|nu",
}

LEXICON = Lexicon(language="da", groups=GROUPS, phrases=PHRASES, keys="menneske medarbejder kundeservice")
