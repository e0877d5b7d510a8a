"""Haitian Creole."""

from baton.core.lexicon.shape import Lexicon

GROUPS = {
    "anyone": "moun",
    "help": "èd",
    "available": "disponib|lib",
    "phone": "nan telefòn|sou telefòn",
    "reach_me": "rele m|rele mwen|kontakte m",
    "team": "ekip",
    "who": "ak kiyès|ak ki moun|kiyès mwen ka",
    "aid": "èd|asistans|ajan|sipò|moun|yon",
    "real": "imen|moun|vrè|reyèl",
    "talk": ("pale|konekte|konekte m|mete m an kontak|an kontak|transfere|transfere m|kominike|pase m|diskite|jwenn"),
    "person": (
        "moun|yon moun|ajan|reprezantan|manadjè|operatè|sèvis kliyan|sèvis kliyantèl|sipèvizè|konseye|anplwaye|"
        "responsab|imen|yon lòt moun|ekip|sipò|chèf"
    ),
    "human": ("moun|vrè moun|yon vrè moun|ajan|reprezantan|manadjè|operatè|sèvis kliyan|sipèvizè|konseye|imen|èt imen"),
    "want": "mwen vle|m vle|mwen bezwen|m bezwen|ban m|banm|fè m|mwen ta renmen|bay mwen|rele yon",
    "small": "yon ak avèk vrè ou a nan",
    "bot": "wobo|robo|robot|bot|machin|òdinatè",
    "dont": "pa vle|pa bezwen",
    "dont_want": "pa bezwen|pa vle|mwen pa bezwen|pa gen bezwen",
    "are_you": "èske ou se|ou se|ou|èske se",
}

PHRASES = {
    "ask": (
        "gen yon moun|èske gen moun|gen moun|rele mwen|rele m|telefòne m|vrè moun|<dont> ~ <bot>|"
        "yon moun ka rele m|moun ki ka ede"
    ),
    "veil": "de moun|pou chak moun|chak moun|konbyen moun|pale de|ajan imobilye|ou se yon moun|dwa moun",
    "cry": "<human>",
    "polite": "silvouplè|tanpri|kounye a|mwen|yon|touswit|souple",
    "yes": "wi|oke|dakò",
    "no": "non|non mèsi",
    "hello": "bonjou|alo|bonswa|sak pase",
    "thanks": "mèsi|mèsi anpil",
}

LEXICON = Lexicon(language="ht", groups=GROUPS, phrases=PHRASES)
