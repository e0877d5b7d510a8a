"""What the customer wants: the message of theirs that says it best, found without a model."""

import re
from collections.abc import Sequence

from baton.core.leaning import leans, says_yes, without_opener
from baton.core.packet_words import count_words
from baton.core.track import FRESH
from baton.core.triggers.heard import listen
from baton.core.triggers.person import asks_for_person

_WISH = re.compile(
    r"\?|؟|？|\b(?:want|need|would like|i'd like|trying to|help|how|why|where|when|can i|can you|could you|problem"
    r"|issue|not working|(?:does|is|has|wo)n'?t|hoping to|prefer|can'?t|cannot|unable|broken|wrong|missing|charged"
    r"|cancel|refund|change"
    r"|möchte|brauche"
    r"|will|wie|warum|kann ich|können sie|funktioniert nicht|quiero|quisiera|necesito|cómo|por qué|no funciona|puedo"
    r"|voudrais|veux|besoin|comment|pourquoi|ne fonctionne pas|puis-je|vorrei|voglio|bisogno|perché|non funziona|posso"
    r"|quero|gostaria|preciso|não funciona|wil|graag|nodig|hoe|waarom|werkt niet|kan ik|chcę|chciał\w*|potrzebuję|jak"
    r"|dlaczego|nie działa|mogę|istiyorum|ihtiyacım|nasıl|neden|çalışmıyor)\b|أريد|أحتاج|كيف|لماذا|مشكلة"
    r"|たい|ください|どう|なぜ|できません|ますか",
    re.IGNORECASE,
)
_TALK = re.compile(
    r"\b(?:human|person|someone|agent|operator|representative|supervisor|manager|bot|robot|mensch|mitarbeiter\w*|jemand\w*"
    r"|persona|humano|agente|operador\w*|personne|humain|conseiller|operatore|umano|pessoa|atendente|iemand|mens"
    r"|medewerker|człowiek\w*|konsultant\w*|insan\w*|temsilci\w*|yetkili\w*|useless|ridiculous|stupid|thanks?|thank you"
    r"|hello|hi|hey|yes|no|ok|okay)\b|شخص|إنسان|موظف|人間|担当者|オペレーター",
    re.IGNORECASE,
)
_EMPTY = re.compile(r"\b(?:help|assist) me(?: out)?(?: with (?:this|that|it))?\b|\banother way\b", re.IGNORECASE)
_NUMBER = re.compile(r"\d[\w-]*")
_SENTENCE = re.compile(r"(?<=[.!?؟。！？])\s+|(?<=[。！？])|\n+")

OPENING = 5
"""What the first message is worth for being the first: there people say what they came for."""

SPECIFIC = 2
"""What a number or date is worth, up to two of them: who names one has come to the point."""

LONG_ENOUGH = 12
"""Words after which a longer message says no more about the wish."""

ONE_LINE = 17
"""Words that fit the summary's line together with its topic."""

TELLS = 5
"""Words from which a sentence before the wish tells something, and is more than a greeting."""


A_MATTER = 5
"""Words beside a request for a person that make it a request about something ("... about my refund")."""


def find_goal(texts: Sequence[str]) -> str:
    """The words that say best what is wanted: they ask for something, can stand alone and aren't talk about the talk.

    A later wish that leans on them ("could you make an exception in my case?") is put behind.
    """
    parts = [_from_the_wish(text) for text in texts]
    standing = [place for place, part in enumerate(parts) if part and not leans(_SENTENCE.split(part)[0])]
    standing = [place for place in standing if any(map(_holds_a_wish, _SENTENCE.split(parts[place])))] or standing
    if not standing:
        return max(parts, key=_worth, default="") or next(iter(texts), "")
    best = max(standing, key=lambda place: (_worth(parts[place]) + OPENING * (place == 0), place))
    after = [said for part in parts[best + 1 :] if _goes_on(said := _SENTENCE.split(part)[0])]
    return f"{parts[best]} … {after[-1]}" if after and count_words(parts[best]) <= ONE_LINE else parts[best]


def says_a_wish(text: str) -> bool:
    """Whether the text is about a matter at all, and not only about the talk itself or for a person."""
    if only_asks_for_person(text):
        return False
    return _worth(text) > 0 and bool(_WISH.search(text) or count_words(text) >= 5)


def only_asks_for_person(text: str) -> bool:
    """Whether the text asks for a person and says next to nothing else."""
    heard = listen(text)
    if asks_for_person(heard, track=FRESH) is None:
        return False
    asking = heard.covered("ask", "whom", "cry", "polite")
    rest = [word for at, word in enumerate(heard.text.words) if at not in asking and word not in (".", "?")]
    return len(rest) < A_MATTER


def _worth(text: str) -> int:
    words = count_words(text[:600])
    wishes = min(len(_WISH.findall(text[:600])), 3)
    talk = min(len(_TALK.findall(text[:600])), 3)
    named = min(len(_NUMBER.findall(text[:600])), 2)
    return min(words, LONG_ENOUGH) + 3 * wishes + SPECIFIC * named - 5 * talk - (8 if words < 4 else 0)


def _from_the_wish(text: str) -> str:
    """The text from its first sentence that holds a wish and can stand alone, or else from its first wish.

    What was told before the wish ("it came with a torn seat") stays where the whole fits the line. "" where there is
    no wish.
    """
    sentences = [said for part in _SENTENCE.split(text) if (said := without_opener(part))]
    starts = [place for place, sentence in enumerate(sentences) if _holds_a_wish(sentence)]
    start = next((place for place in starts if not leans(sentences[place])), next(iter(starts), None))
    if start is None:
        return " ".join(sentences)
    for place, sentence in enumerate(sentences[:start]):
        tells = count_words(sentence) >= TELLS and not _TALK.search(sentence) and not leans(sentence)
        if tells and count_words(" ".join(sentences[place:])) <= ONE_LINE:
            return " ".join(sentences[place:])
    return " ".join(sentences[start:])


def _goes_on(sentence: str) -> bool:
    """Whether it is a wish that goes on from an earlier one, and no mere yes."""
    return _holds_a_wish(sentence) and leans(sentence) and not _TALK.search(sentence) and not says_yes(sentence)


def _holds_a_wish(sentence: str) -> bool:
    return count_words(sentence) >= 3 and not _EMPTY.search(sentence) and bool(_WISH.search(sentence))
