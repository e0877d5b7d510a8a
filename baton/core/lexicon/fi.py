"""Finnish."""

from baton.core.lexicon.shape import Lexicon

GROUPS = {
    "help": "apua|apu",
    "available": "vapaana|saatavilla|paikalla",
    "phone": "puhelimeen|puhelimessa",
    "talked": "puhuin",
    "anyone": "jonkun|joku",
    "reach_me": "ottaa yhteyttä|soittaa minulle|ottaa minuun yhteyttä",
    "team": "tiimistä|tiimistänne",
    "who": "kenen kanssa|kenelle",
    "aid": "apua|apu|agentti|asiakaspalvelija|henkilö|tuki|tukea|ihminen",
    "real": "ihmisen|inhimillis*|oikea|elävä",
    "talk": (
        "puhua|puhu|jutella|keskustella|yhdistä|yhdistäkää|yhteyttä|yhteys|ohjaa|siirrä|chatata|soittaa|puhun|puhuisin|puheluun|puhua|puhu|puhuisin|jutella|keskustella|yhdistä|yhdistäkää|yhdistää|ottaa yhteyttä|yhteyttä|"
        "chatata|tavoittaa|siirrä|apua|yhteys"
    ),
    "person": (
        "ihmis*|ihminen|henkilö*|asiakaspalvelu*|asiakaspalvelija*|jonkun|joku|jollekin|jollekulle|"
        "edustaja*|virkailija*|esimie*|operaattori*|agentti*|työntekijä*|neuvoja*|asiantuntija*|päällik*"
    ),
    "human": (
        "ihmis*|ihminen|oikea ihminen|asiakaspalvelija*|asiakaspalvelu*|edustaja*|virkailija*|esimie*|"
        "elävä ihminen|oikea henkilö*|oikean ihmisen|työntekijä*"
    ),
    "small": ("oikean oikea elävä elävän kanssa jonkun teidän heti nyt toisen toinen joku päästä saada jutella"),
    "stop": "botti robotti kone raha",
    "want": ("haluan|haluaisin|tarvitsen|saisinko|saanko|voinko|anna|antakaa|onko siellä|onko|voisinko|vaadin|pyydän"),
    "dont": "en|ei|älä|enää",
    "dont_want": "en tarvitse|en halua|ei tarvitse|ei tarvita|ilman",
    "bot": "botti|botin|robotti|robotin|kone|koneen|tekoäly|tekoälyn",
    "are_you": "oletko|onko tämä|oletteko|puhunko|sinä olet",
    "someone": "voiko joku|voisiko joku|voitteko|voisitko|pyydä jotakuta",
    "call_me": "soittaa minulle|soittakaa|soita minulle|soittaa takaisin|ottaa minuun yhteyttä",
    "count": "1|2|3|4|kaksi|kolme|neljä|kahdelle",
}

PHRASES = {
    "whether_bot": """
        kuka olet | kuka sinä olet | oletko <bot> | puhunko <bot> kanssa | oletko oikea ihminen
    """,
    "ask": (
        "ihmisagent*|ihmisasiakaspalvelija*|ihmiskontakti*|ihmisapu*|antakaa ~ ihminen|anna ~ ihminen|antakaa minulle <person>|soittakaa minulle|soita minulle|minulle soitetaan|soittopyyntö|onko siellä ketään|onko täällä ketään|onko ketään|joku joka voisi auttaa|oikea ihminen|<person> ~ <talk>|oikea ihminen|oikean ihmisen|elävä ihminen|soittakaa minulle|"
        "onko siellä ketään|onko siellä joku|yhdistä minut|yhdistäkää minut|en halua ~ <bot>|"
        "ihmisen kanssa|ihmiselle|asiakaspalvelijalle|asiakaspalvelijan kanssa"
    ),
    "veil": ("puhunko ~ <person>|hengelle|henkilölle|kiinteistönvälittäjä|en tarvitse ~ <person>|henkilöä"),
    "cry": (
        "asiakaspalvelu|tuki|esimies|neuvoja|ihminen|ihmisen|ihmiselle|asiakaspalvelija|asiakaspalvelijan|asiakaspalvelu|henkilö|edustaja|"
        "virkailija|oikea ihminen|joku|esimies"
    ),
    "polite": "kiitos|nyt|hei|heti|oikea|haluan|joo|kyllä|ei|ok",
    "yes": "kyllä|joo|kyllä kiitos|joo kiitos|ok|selvä|mielellään|totta kai",
    "no": "ei|ei kiitos|ei nyt",
    "hello": "hei|moi|terve|hyvää huomenta|hyvää päivää|hyvää iltaa|moikka|päivää",
    "thanks": "kiitos|kiitos paljon|kiitoksia|hienoa|loistavaa|avusta",
    "bye": "hei hei|näkemiin|moi moi|hyvää päivänjatkoa|heippa",
    "subject:refund": "hyvity*|palautus*|rahat takaisin",
    "action:refund": "haluan rahat takaisin|haluan rahani|rahani takaisin|hyvitykseni",
    "subject:cancellation": "peru*|irtisano*",
    "action:cancellation": "haluan perua|haluan irtisanoa|peruuttaa tilaukseni|irtisanoa sopimukseni",
    "action:complaint": "haluan valittaa|tehdä valituksen|valitus*",
    "action:legal": "asianajajani|haastaa oikeuteen|lakimieheni",
    "action:billing_dispute": "veloitettu kahdesti|veloitettu kaksi kertaa|väärä summa",
    "about": "mikä on|mitkä ovat|kuinka kauan|kauanko|miten|milloin|missä|onko teillä|ehdot",
    "how_to": "kuinka kauan|kauanko|miten|mikä on|ehdot",
    "mine": "minun|haluan|tilaukseni|rahani|heti",
}

LEXICON = Lexicon(language="fi", groups=GROUPS, phrases=PHRASES, keys="asiakaspalvelija ihminen ihmisen")
