"""Basque."""

from baton.core.lexicon.shape import Lexicon

GROUPS = {
    "aid": "laguntza|agente*|operadore*|pertsona*|langile*",
    "real": "giza|benetako",
    "person": (
        "pertsona batekin|pertsona bat|pertsona|pertsonarekin|norbaitekin|norbait|inor|gizaki batekin|gizaki bat|"
        "gizakia|giza agente|operadore*|agente batekin|agentearekin|agente*|arduradun*|arduradunarekin|"
        "bezeroarentzako arreta*|zuzendariarekin|aholkulari*|langile*|laguntza zerbitzu*|ordezkari*|kudeatzaile*|"
        "nagusiarekin"
    ),
    "human": (
        "pertsona bat|benetako pertsona bat|benetako pertsona|gizaki bat|gizakia|operadorea|operadore bat|agentea|"
        "agente bat|arduraduna|aholkulari bat|bezeroarentzako arreta|ordezkari bat|langile bat"
    ),
    "talk_after": "hitz egin|hitz egiteko|lotu|konektatu|jarri harremanetan|harremanetan|pasatu|txateatu",
    "want_after": "nahi|behar|mesedez|nahi dut|behar dut",
    "small": "bat batekin",
    "bot": "bot*|robot*|makina*|ordenagailu*",
}

PHRASES = {
    "ask": (
        "inor dago|norbait dago|norbait al dago|inor al dago|dei iezadazue|deitu iezadazu*|deitu didazue|"
        "deitu niri|norbaitek dei*|norbaitek deitu|benetako pertsona|ez dut ~ <bot>"
    ),
    "veil": (
        "gizakia zara|pertsona zara|pertsonentzako|pertsonako|ez dut ~ <person> ~ behar|ez dut <person> behar|"
        "giza eskubide*|higiezinen agente*|ez dut ~ pertsona ~ hitz|bi pertsona*|buruz hitz egin"
    ),
    "cry": "<human>",
    "polite": "mesedez|orain|berehala|nahi dut|bat|kaixo",
    "yes": "bai|bai mesedez|ados|noski",
    "no": "ez|ez eskerrik asko",
    "hello": "kaixo|egun on|arratsalde on|aupa",
    "thanks": "eskerrik asko|mila esker",
    "bye": "agur|gero arte",
}

LEXICON = Lexicon(language="eu", groups=GROUPS, phrases=PHRASES)
