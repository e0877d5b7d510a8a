"""Latvian."""

from baton.core.lexicon.shape import Lexicon

GROUPS = {
    "anyone": "kādu",
    "help": "palīdzība no",
    "available": "brīvs|pieejams",
    "phone": "pa telefonu",
    "reach_me": "sazināties ar mani|man piezvanīt",
    "team": "komandas",
    "who": "ar ko",
    "aid": "palīdzīb*|atbalst*|operator*|aģent*|konsultant*|cilvēk*",
    "real": "cilvēka|cilvēcisk*|īst*|dzīv*",
    "talk": (
        "runāt|parunāt|aprunāties|sarunāties|savienojiet|savieno|pārslēdziet|pārslēdz|sazināties|runātu|parunātu|"
        "komunicēt"
    ),
    "person": (
        "cilvēku|cilvēks|kādu|kāds|operators|operatoru|operatora|konsultants|konsultantu|vadītājs|vadītāju|"
        "darbinieks|darbinieku|klientu apkalpošana|klientu apkalpošanu|klientu dienestu|pārstāvis|pārstāvi|aģents|"
        "aģentu|speciālistu|speciālists|atbalsts|atbalstu|personu|priekšnieku|menedžeri"
    ),
    "human": (
        "cilvēku|cilvēks|īstu cilvēku|īsts cilvēks|dzīvu cilvēku|dzīvs cilvēks|operators|operatoru|konsultants|"
        "konsultantu|darbinieks|darbinieku|pārstāvi|pārstāvis|vadītāju|klientu apkalpošana|aģentu|aģents"
    ),
    "want": "gribu|vēlos|vēlētos|vajag|man vajag|lūdzu|dodiet|iedodiet|pasauciet",
    "small": "ar īstu dzīvu pie jūsu vienu",
    "bot": "bots|botu|robots|robotu|mašīnu|datoru",
    "dont": "negribu|nevēlos|ne|bez|pietiek",
    "dont_want": "nevajag|man nevajag|negribu|nevēlos|bez",
    "are_you": "tu esi|jūs esat|vai tu|vai jūs|vai tas ir|vai tu esi",
    "someone": "vai kāds var|vai kāds varētu|kāds|vai varat|lai kāds",
    "call_me": "piezvanīt|piezvana|man piezvanīt|sazināties ar mani|piezvanītu",
}

PHRASES = {
    "ask": (
        "vai tur kāds ir|vai kāds ir|vai ir kāds|ir kāds|piezvaniet man|atzvaniet|atzvaniet man|īsts cilvēks|"
        "dzīvs cilvēks"
    ),
    "veil": (
        "runāt par|parunāt par|divām personām|personai|# personām|cilvēkiem|nekustamā īpašuma|ceļojumu aģents|"
        "cilvēktiesības|cik cilvēku"
    ),
    "cry": "<human>",
    "polite": "lūdzu|tagad|tūlīt|gribu|man|steidzami|labdien",
    "yes": "jā|jā lūdzu|labi|protams",
    "no": "nē|nē paldies",
    "hello": "labdien|sveiki|čau|labrīt|labvakar",
    "thanks": "paldies|liels paldies|paldies jums",
    "bye": "uz redzēšanos|atā|jauku dienu",
}

LEXICON = Lexicon(language="lv", groups=GROUPS, phrases=PHRASES)
