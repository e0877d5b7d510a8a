"""Galician."""

from baton.core.lexicon.shape import Lexicon

GROUPS = {
    "anyone": "alguén",
    "help": "axuda de|axuda dunha",
    "available": "dispoñible|libre",
    "phone": "por teléfono|ao teléfono",
    "reach_me": "contactarme|chamarme",
    "team": "equipo|soporte",
    "who": "con quen",
    "aid": "axente|axuda|asistencia|soporte|atención|operador|persoa",
    "real": "humano|humana|real",
    "talk": (
        "falar|falo|fale|pasar|páseme|pásame|conectar|conécteme|conéctame|contactar|transferir|transfírame|"
        "comunicar|atenda|poñer en contacto|chatear"
    ),
    "person": (
        "persoa|humano|humana|alguén|axente|operador|operadora|asesor|asesora|responsable|encargado|supervisor|"
        "xestor|xerente|representante|atención ao cliente|servizo ao cliente|soporte|empregado|técnico|xefe|"
        "equipo"
    ),
    "human": (
        "persoa|persoa real|humano|ser humano|axente|axente humano|operador|operadora|asesor|representante|"
        "responsable|supervisor|xerente|atención ao cliente|servizo ao cliente|alguén"
    ),
    "want": "quero|quixera|necesito|preciso|gustaríame|déame|dáme|hai|prefiro|esixo|deme",
    "small": "cunha cun co coa cun unha un o a real de verdade con ao",
    "bot": "bot|robot|máquina|ordenador|chatbot",
    "dont": "non quero|non|sen",
    "dont_want": "non necesito|non preciso|non quero|non fai falta|sen",
    "are_you": "es|é vostede|é isto|estou a falar con",
    "someone": "pode|alguén pode|pódenme|poden|que alguén me",
    "call_me": "chamarme|chame|contactarme|telefonarme",
    "count": "dúas|tres|catro|cinco|cada|por|2|3|4",
    "human_noun": "inmobiliario|inmobiliaria|de viaxes|de seguros",
}

PHRASES = {
    "ask": "hai alguén|chámenme|chámame|chámeme|pode chamarme alguén|ser humano|persoa real|alguén que me axude",
    "veil": "falar de|falar sobre|dúas persoas|por persoa|para # persoas|axente inmobiliario|dereitos humanos",
    "cry": "<human>|soporte",
    "polite": "por favor|agora|xa|quero|un|unha|ola|bos días",
    "yes": "si|si por favor|de acordo|claro",
    "no": "non|non grazas",
    "hello": "ola|bos días|boas tardes|boas",
    "thanks": "grazas|moitas grazas",
    "bye": "adeus|ata logo",
}

LEXICON = Lexicon(language="gl", groups=GROUPS, phrases=PHRASES)
