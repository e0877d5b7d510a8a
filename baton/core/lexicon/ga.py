"""Irish."""

from baton.core.lexicon.shape import Lexicon

GROUPS = {
    "aid": "cabhair|gníomhaire|tacaíocht|duine|oibreoir",
    "real": "daonna|fíor|beo",
    "talk": "labhairt|caint|teagmháil|i dteagmháil|aistrigh mé|cuir mé|comhrá|cur tríd",
    "person": (
        "duine|duine éigin|aon duine|gníomhaire|oibreoir|bainisteoir|bainisteoir|mbainisteoir|"
        "seirbhís do chustaiméirí|seirbhís custaiméirí|ionadaí|hionadaí|foireann|tacaíocht|maoirseoir|"
        "comhairleoir"
    ),
    "human": ("duine|duine fíor|duine beo|gníomhaire|oibreoir|bainisteoir|ionadaí|seirbhís do chustaiméirí|maoirseoir"),
    "want": "ba mhaith liom|teastaíonn|tá uaim|tabhair dom|caithfidh mé|theastaigh|faigh dom",
    "small": "le leis an fíor uaim do",
    "bot": "róbat|bot|meaisín|ríomhaire",
    "dont": "níl mé ag iarraidh|nílim ag iarraidh|ní theastaíonn uaim|ní mian liom",
    "dont_want": "níl ~ de dhíth|ní theastaíonn",
}

PHRASES = {
    "ask": (
        "an bhfuil aon duine|an bhfuil duine|an bhfuil duine éigin|bhfuil aon duine ann|cuir glaoch orm|"
        "glaoigh orm|cuir scairt orm|duine fíor|<dont> ~ <bot>"
    ),
    "veil": ("an duine thú|an duine tú|bord do|an duine|níl <person> ~ dhíth|níl <person> uaim|mé an duine|gach duine"),
    "cry": "<human>",
    "polite": "le do thoil|más é do thoil é|anois|láithreach",
    "yes": "tá|sea|ceart go leor|is ea",
    "no": "níl|ní hea|ní",
    "hello": "dia duit|dia dhuit|haigh",
    "thanks": "go raibh maith agat|grma|go raibh míle maith agat",
}

LEXICON = Lexicon(language="ga", groups=GROUPS, phrases=PHRASES)
