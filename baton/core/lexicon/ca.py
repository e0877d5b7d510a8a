"""Catalan."""

from baton.core.lexicon.shape import Lexicon

GROUPS = {
    "anyone": "algú",
    "help": "ajuda d|ajuda de",
    "available": "disponible|lliure",
    "phone": "al telèfon|per telèfon",
    "reach_me": "contactar me|trucar me",
    "team": "equip|suport",
    "who": "amb qui",
    "aid": "agent|ajuda|assistència|suport|atenció|operador|persona",
    "real": "humà|humana|real",
    "talk": (
        "parlar|parli|parlo|passar|passeu|passa|passeu me|connectar|connecteu|connecta|connecteu me|connectin|"
        "contactar|transferir|transferiu|posar en contacte|xatejar|comunicar|atengui|poseu me"
    ),
    "person": (
        "persona|humà|humana|algú|agent|operador|operadora|assessor|assessora|responsable|encarregat|supervisor|"
        "gestor|gerent|representant|atenció al client|servei al client|suport|empleat|tècnic|treballador|cap|"
        "equip"
    ),
    "human": (
        "persona|persona real|humà|ésser humà|agent|agent humà|operador|operadora|assessor|representant|"
        "responsable|supervisor|gestor|atenció al client|servei al client|algú|atenció humana|gerent"
    ),
    "want": "vull|voldria|necessito|doneu me|dona m|doni m|m agradaria|hi ha|prefereixo|exigeixo|demano",
    "small": "amb un una el la al l de del d amb cap humà real veritable vostre",
    "bot": "bot|robot|màquina|ordinador|xatbot|ia",
    "dont": "no vull|no|prou",
    "dont_want": "no necessito|no vull|no cal|sense|no em cal",
    "are_you": "ets|sou|és vostè|és això|parlo amb",
    "someone": "em pot|algú em pot|em podeu|que algú em|podeu",
    "call_me": "trucar|trucar me|telefonar|contactar",
    "count": "dues|tres|quatre|cinc|cada|per|2|3|4",
    "human_noun": "immobiliari|immobiliària|de viatges|d assegurances",
}

PHRASES = {
    "whether_bot": """
        qui ets | qui és vostè | amb qui parlo | ets un <bot> | estic parlant amb un <bot> | parlo amb un <bot>
        ets una <human>
    """,
    "ask": (
        "hi ha algú|que hi ha algú|truqueu me|truca m|truqui m|algú que m ajudi|persona real|em pot trucar ~ algú|"
        "em trucar algú|em pot atendre|ésser humà|connecteu me amb"
    ),
    "veil": (
        "parlar de|parlar sobre|dues persones|per persona|per a # persones|agent immobiliari|agent de viatges|"
        "no necessito cap|drets humans|estic parlant amb"
    ),
    "cry": "<human>|suport",
    "polite": "si us plau|sisplau|ara|ja|de seguida|vull|un|una|bon dia|hola",
    "yes": "sí|si us plau|d acord|és clar|esclar",
    "no": "no|no gràcies|ara no",
    "hello": "hola|bon dia|bona tarda|bona nit",
    "thanks": "gràcies|moltes gràcies|merci",
    "bye": "adéu|fins aviat|a reveure",
}

LEXICON = Lexicon(language="ca", groups=GROUPS, phrases=PHRASES)
