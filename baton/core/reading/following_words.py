"""How customers go on from what they asked, per language: the words that open a follow-up. Data.

Other languages than these are read by what English and they share: a short question may take up the one before it.
"""

import re


def _opening(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?i)\W*(?:{pattern})\b[\s,:]*")


_COURTESIES = {
    "en": "ok|okay|alright|right|great|cool|thanks|thank you|ah|oh|hmm+|well|so",
    "de": "ok|okay|danke|gut|super|ah|ach|aha|hm+",
    "fr": "ok|merci|bien|d'accord|ah",
    "es": "ok|vale|gracias|bien|ah",
    "it": "ok|grazie|bene|ah",
    "pt": "ok|obrigad[oa]|certo|ah",
    "nl": "ok|oké|bedankt|goed|ah",
}
_CONJUNCTIONS = {
    "en": "and|or|but|also",
    "de": "und|oder|aber|auch",
    "fr": "et|ou|mais|aussi",
    "es": "y|e|o|pero|también",
    "it": "e|o|ma|anche",
    "pt": "e|ou|mas|também",
    "nl": "en|of|maar|ook",
}
_WHOLE = {"en": r"(?! (?:also )?(?:how|what|where|when) (?:do|can|does|is|are)(?: (?:i|you|we|your|the))?\b)"}
"""What makes a question of its own of what an "and" leads to."""

_SWAPS = {
    "en": "(?:what|how) about|how's about|what of|same (?:question )?(?:for|with|about)",
    "de": "was ist mit|wie (?:ist|sieht) es (?:aus )?(?:mit|bei)|und bei",
    "fr": "(?:qu'en est-il|et pour|et si c'est)(?: (?:de|du|des|pour))?",
    "es": "qué (?:pasa con|hay de|tal)|y (?:con|para)",
    "it": "che ne dici di|e (?:per|con|se è)",
    "pt": "e quanto a|e (?:para|com|se for)",
    "nl": "hoe zit het met|wat met|en (?:voor|bij|met)",
}

OPENER = {
    code: _opening(rf"(?:(?:{first})\W+)*(?:{_CONJUNCTIONS[code]}){_WHOLE.get(code, '')}")
    for code, first in _COURTESIES.items()
}
"""What takes up the question before: "and", "or", "but"."""

SWAPS = {
    code: _opening(rf"(?:(?:{first}|{_CONJUNCTIONS[code]})\W+)*(?:{_SWAPS[code]})")
    for code, first in _COURTESIES.items()
}
"""What names another thing to ask the same of: "what about"."""

MEANT = {
    code: _opening(pattern)
    for code, pattern in {
        "en": r"(?:(?:no|not that|sorry|actually|oh|wait|oops)\W+)*(?:i (?:meant|mean|am asking about|"
        r"was asking about)|i'm asking about)|(?:no|sorry|actually)\W+(?=(?:to|for|on|in|at|from|with)\b)",
        "de": r"(?:(?:nein|sorry|entschuldigung|ach)\W+)*ich (?:meinte|meine)",
        "fr": r"(?:(?:non|pardon|désolée?)\W+)*je (?:voulais dire|parle de|parlais de)",
        "es": r"(?:(?:no|perdón|perdona)\W+)*(?:me refería a|quería decir|quise decir)",
        "it": r"(?:(?:no|scusa|scusi)\W+)*(?:intendevo|volevo dire)",
        "pt": r"(?:(?:não|desculpe?)\W+)*(?:quis dizer|queria dizer|estava falando de)",
        "nl": r"(?:(?:nee|sorry)\W+)*ik (?:bedoelde|bedoel)",
    }.items()
}
"""What puts the question before right: "no, I meant"."""

_ASKING = {
    "en": "how|what|what's|whats|when|where|where's|who|which|why|can|could|do|does|did|is|are|was|will|would|should|"
    "may|must|have|has",
    "de": r"wie|was|wann|wo|wer|warum|welche\w*|kann|können|darf|ist|sind|habe|haben",
    "fr": "comment|quand|combien|où|pourquoi|quel|quelle|puis-je|peut|est|est-ce|sont|ai",
    "es": "cómo|cuándo|cuánto|dónde|qué|quién|puedo|puede|hay|es|son|tengo",
    "it": "come|quando|quanto|dove|perché|chi|cosa|posso|può|è|sono|ho",
    "pt": "como|quando|quanto|onde|porque|quem|posso|pode|é|são|tenho",
    "nl": "hoe|wanneer|hoeveel|waar|wat|wie|waarom|kan|mag|is|zijn|heb",
}
_TELLING = {
    "en": "i|i'm|i've|we|you|it|they|if|please",
    "de": "ich|wir|sie|es|man|wenn|bitte",
    "fr": "je|nous|vous|on|il|si",
    "es": "yo|si|por favor",
    "it": "io|se|per favore",
    "pt": "eu|se|por favor",
    "nl": "ik|wij|jullie|als|alsjeblieft",
}
ASKING = {code: _opening(rf"(?:(?:{_COURTESIES[code]})\W+)*(?:{words})") for code, words in _ASKING.items()}
"""What a whole question begins with."""

QUESTION = {code: re.compile(rf"(?i)\b(?:{words}|{_TELLING[code]})\b") for code, words in _ASKING.items()}
"""What makes a sentence of words: who has one of these asks or tells, and doesn't only name a thing."""

_FREE_EN = """how what when where which who why much many long often far soon old big late early is are was were be
    been do does did can could will would should may must have has had having got get getting need needs i i'm i'd i've
    you we me my us your the a an any some there here to for of in on at by from with and or so then now still exactly
    please ok okay thanks cost costs price charge charged pay take takes time times day days hour hours week weeks
    month months year years until till before after first last most least it's that's that this possible allowed
    know tell work works done it its they them their theirs those these one ones other others"""

CONTENT_FREE = frozenset(_FREE_EN.split())
"""Words that say nothing of what a question is about."""
