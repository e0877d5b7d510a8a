"""Slovak."""

from baton.core.lexicon.shape import Lexicon

GROUPS = {
    "help": "pomoc od|pomoc",
    "available": "k dispozícii|dostupný|voľný",
    "phone": "k telefónu|na telefóne|po telefóne",
    "talked": "hovoril som|hovorila som",
    "anyone": "niekoho",
    "reach_me": "ma kontaktovať|mi zavolať",
    "team": "tímu|podpory",
    "who": "s kým|na koho",
    "aid": "agent*|pomoc*|podpor*|operátor*|pracovník*|osob*",
    "real": "ľudsk*|skutočn*|živ*",
    "talk": (
        "hovoriť|hovorit|porozprávať|rozprávať|spojte|spoj|prepojte|prepojiť|spojiť|kontaktovať|komunikovať|baviť|"
        "rozprávam|pohovoriť|presmerujte"
    ),
    "person": (
        "človek|človeka|človekom|niekto|niekoho|niekým|operátor|operátora|operátorom|operátorovi|agent|agenta|"
        "agentom|pracovník|pracovníka|pracovníkom|zástupca|zástupcom|zástupcu|vedúci|vedúcim|vedúceho|manažér|"
        "manažérom|manažéra|zákaznícka podpora|zákazníckou podporou|podpora|podporou|podporu|osoba|osobou|"
        "konzultant|konzultantom|nadriadený|nadriadeným|technik|kolega|kolegom|zamestnanec|zamestnancom|"
        "zákaznícky servis|zákazníckym servisom"
    ),
    "human": (
        "človek|človeka|živý človek|živého človeka|skutočný človek|skutočného človeka|operátor|operátora|"
        "pracovníka|zástupca|zástupcu|zákaznícka podpora|zákaznícky servis|manažéra|vedúceho|agenta|konzultanta"
    ),
    "want": ("chcem|chcela by som|chcel by som|potrebujem|dajte mi|daj mi|prosím si|zavolajte|žiadam|existuje|radšej"),
    "small": "s so na od jedného nejakého živým skutočným vašou vaším za",
    "bot": "bot|bota|botom|robot|robotom|robota|stroj|strojom|počítač|automat",
    "dont": "nechcem|ne|bez|dosť",
    "dont_want": "nepotrebujem|nechcem|bez|netreba|nemusíte",
    "are_you": "si|ste|je to|hovorím s",
    "someone": "môže mi niekto|môže niekto|môžete mi|mohol by mi niekto|nech mi niekto|nech mi",
    "call_me": "zavolať|zavolá|zatelefonovať|kontaktovať",
}

PHRASES = {
    "whether_bot": """
        kto si | kto ste | si <bot> | ste <bot> | rozprávam sa s <bot> | hovorím s <bot>
    """,
    "ask": "je tam niekto|je tu niekto|zavolajte mi|zavolajte mi späť|živý človek|skutočný človek",
    "veil": (
        "hovoriť o|rozprávať o|dve osoby|na osobu|pre # osoby|počet osôb|realitný agent|realitný maklér|"
        "cestovná agentúra|koľko ľudí|nemusíte ma ~ <talk>"
    ),
    "cry": "<human>|podpora",
    "polite": "prosím|teraz|hneď|ihneď|dobrý deň|chcem|jedného",
    "yes": "áno|áno prosím|iste|dobre|jasné",
    "no": "nie|nie ďakujem|teraz nie",
    "hello": "dobrý deň|ahoj|čau|dobré ráno|dobrý večer",
    "thanks": "ďakujem|vďaka|ďakujem pekne|ďakujem veľmi pekne",
    "bye": "dovidenia|pekný deň",
}

LEXICON = Lexicon(language="sk", groups=GROUPS, phrases=PHRASES)
