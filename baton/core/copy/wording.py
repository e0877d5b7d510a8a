"""What can be told of a sentence without understanding it: it shouts, promises by itself, rambles, is too familiar."""

import re
from collections.abc import Iterator, Mapping
from string import Formatter

_SHOUTS = re.compile(r"[!！¡]|\b[A-ZÀ-ÞА-Я]{4,}\b")
_FIGURE = re.compile(r"\d+")
_PLACEHOLDER = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{\w*\}")

MOST_CHARACTERS = 240
"""Of one sentence or two: three lines on a telephone."""

_VAGUE = {
    "en": "soon|shortly|immediately|instantly|asap|right away|in no time|any moment|guarantee",
    "de": "bald|sofort|umgehend|unverzüglich|in Kürze|gleich|garantiert|garantieren",
    "fr": "bientôt|immédiatement|dans les plus brefs délais|sous peu|tout de suite|garantissons|garantie",
    "es": "pronto|inmediatamente|en breve|enseguida|de inmediato|garantizamos",
    "it": "presto|subito|immediatamente|a breve|garantiamo",
    "nl": "binnenkort|meteen|direct|onmiddellijk|zo snel mogelijk|garanderen",
    "pt": "em breve|imediatamente|logo mais|garantimos",
    "pl": "wkrótce|natychmiast|niezwłocznie|zaraz|gwarantujemy",
    "sv": "snart|omedelbart|strax|genast|garanterar",
    "da": "snart|straks|omgående|garanterer",
    "nb": "snart|straks|omgående|garanterer",
    "fi": "pian|heti|välittömästi|takaamme",
    "cs": "brzy|ihned|okamžitě|zaručujeme",
    "ru": "скоро|немедленно|сейчас же|гарантируем",
    "uk": "скоро|негайно|гарантуємо",
    "tr": "yakında|hemen|derhal|garanti",
    "ca": "aviat|de seguida|immediatament|garantim",
    "bg": "скоро|веднага|незабавно|гарантираме",
    "hi": "जल्द|जल्दी|शीघ्र|तुरंत|तत्काल|गारंटी",
    "th": "เร็ว ๆ นี้|เร็วๆ นี้|เร็วๆนี้|ในไม่ช้า|ทันที(?!่)|โดยด่วน",
}
"""Words that promise a time which nobody has looked up, by language. A promise names its moment and is recorded."""

_FAMILIAR = {
    "de": "du|dich|dir|dein|deine|deinen|deinem|deiner|euch|euer",
    "fr": "tu|toi|ton|tes",
    "es": "tú|te|ti|tu|tus|contigo",
    "it": "tu|ti|te|tuo|tua|tuoi|tue",
    "nl": "je|jij|jou|jouw|jullie",
    "pl": "ty|ciebie|tobie|cię|ci|twój|twoja|twoje|twoją",
    "cs": "ty|tě|tebe|tobě|ti|tvůj|tvoje|tvá",
    "sk": "ty|ťa|teba|tebe|ti|tvoj|tvoja|tvoje",
    "ru": "ты|тебя|тебе|твой|твоя|твоё|твои",
    "uk": "ти|тебе|тобі|твій|твоя|твоє|твої",
    "bg": "ти|теб|твоят|твоя|твое|твои",
    "sr": "ти|тебе|теби|твој|твоја|твоје",
    "hr": "ti|tebe|tebi|tvoj|tvoja|tvoje",
    "sl": "ti|tebe|tebi|tvoj|tvoja|tvoje",
    "ro": "tu|tine|ție|tău|ta|tale",
    "el": "εσύ|εσένα|σου",
    "hu": "te|téged|neked|tied",
    "fi": "sinä|sinun|sinua|sinulle|sinut",
    "et": "sina|sinu|sind|sulle",
    "lt": "tu|tave|tau|tavo",
    "lv": "tu|tevi|tev|tavs|tava",
    "tr": "sen|seni|sana|senin",
    "ca": "tu|teu|teva|teus|teves",
    "fa": "تو",
    "ur": "تم|تمہارا|تمہاری|تو",
    "hi": "तुम|तू|तुम्हारा|तुम्हारी|तेरा",
    "bn": "তুমি|তোমার|তোমাকে|তুই",
    "ta": "நீ|உன்|உனக்கு",
    "id": "kamu|kau",
    "ms": "kamu|awak",
    "th": "เธอ|จ้ะ",
    "zh": "你",
}
"""Words of the familiar register, in the languages whose catalogue keeps to the polite one."""


_UNSPACED = frozenset({"ja", "th", "zh"})
"""Languages that write no spaces between words."""


def placeholders(template: str) -> frozenset[str]:
    """The names in braces. A positional `{}` counts as the empty name. Raises ValueError for a stray brace."""
    return frozenset(name for _, name, _, _ in Formatter().parse(template) if name is not None)


URGING = "danger"
"""The sentence that tells whom to call now: it names telephone numbers, and promises nothing of ours."""


def wording(sentence: str, language: str, *, key: str = "") -> Iterator[str]:
    """What is wrong with the sentence of a key whoever wrote it, each as the end of "The text now_closed ..."."""
    plain = _PLACEHOLDER.sub("", sentence)
    if found := _SHOUTS.search(plain):
        yield f"shouts ({found[0]}). Leave exclamation marks and capitals out."
    if key != URGING and (found := _FIGURE.search(plain)):
        yield f"names a figure ({found[0]}) that no promise stands behind. Figures come in by placeholders."
    if key != URGING and (found := _word(plain, _VAGUE, language)):
        yield f'promises a time that nobody has looked up ("{found}"). Say a moment by a placeholder, or leave it out.'
    if len(plain) > MOST_CHARACTERS:
        yield f"has {len(plain)} characters, more than {MOST_CHARACTERS}. Customers read it on a telephone."


def register(sentence: str, language: str) -> Iterator[str]:
    """Where a sentence of ours leaves the polite register of its language."""
    if found := _word(_PLACEHOLDER.sub("", sentence), _FAMILIAR, language):
        yield f'mixes registers: "{found}" is familiar, and the rest of the catalogue is polite.'


def _word(sentence: str, by_language: Mapping[str, str], language: str) -> str | None:
    """The word of the language's that the sentence has, None where it has none."""
    words = by_language.get(_base(language))
    if words is None:
        return None
    if _base(language) in _UNSPACED:
        found = re.search(f"({words})", sentence)
    else:
        # Letters with vowel signs are no "word" to a regular expression, so the ends are told by what stands around.
        found = re.search(rf"(?:^|[\s(«“\"'’¿])({words})(?=$|[\s.,:;?)»”\"'’،؟।])", sentence, re.IGNORECASE)
    return found[1] if found else None


def _base(language: str) -> str:
    return language.replace("_", "-").split("-")[0]
