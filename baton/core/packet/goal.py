"""What the customer wants: the message of theirs that says it best, found without a model."""

import re
from collections.abc import Sequence
from functools import lru_cache

from baton.core.packet.words import count_words
from baton.core.reading.leaning import doubts, follows, leans, says_yes, without_opener
from baton.core.track import FRESH
from baton.core.triggers.heard import listen
from baton.core.triggers.person import asks_for_person

_WISH = re.compile(
    r"\?|؟|？|\b(?:(?<!n['’]t )(?<!not )(?:want|need)|would like"
    r"|i['’]d like|trying to|help|how|why|where|when|can i|can you|could you|problem"
    r"|issue|not working|(?:does|is|has|wo)n['’]?t"
    r"|(?:^|help me )(?:find|book|get|show|search|look for|buy|order|return|exchange|replace|send|reserve|schedule"
    r"|track|update|move|add|remove)"
    r"|hoping to|looking (?:to|for)|wondering|prefer|can['’]?t|cannot|unable|broken|wrong|missing|charged"
    r"|cancel(?:l?ed|l?ing)?|refund|change(?! of plan)|compensat\w+|trouble|damaged|delay(?:ed)?|frustrated|not \w+ing"
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
_EMPTY = re.compile(
    r"\b(?:help|assist) me(?: out| check)?(?: with (?:this|that|it))?\s*(?:[,.?!]|$)|\banother way\b", re.IGNORECASE
)
_VAGUE = re.compile(
    r"\b(?:a|any|some|few|several|couple of|certain) (?:changes?|questions?|adjustments?|modifications?|things?)\b"
    r"|\b(?:help|assistance) with (?:an?|my|our|some|something)\b|\bchange my \w+(?: details)?[.!]?$",
    re.IGNORECASE,
)
"""An opening that announces a matter and doesn't say which: "some changes to my booking", "help with an order"."""

_BARE = re.compile(r"\W*(?:[\w.+-]*[\d@][\w@.+-]*\W*)?$")
"""A number, a code or an e-mail address alone: what somebody was asked for."""

_NUMBER = re.compile(r"\d[\w-]*")
_SENTENCE = re.compile(r"(?<=[.!?؟。！？])\s+|(?<=[。！？])|\n+")

KEPT = 256
"""Sentences whose reading is kept: one packet asks about each of them several times."""

OPENING = 14
"""What the first message is worth for being the first and naming its matter: there people say what they came for."""

SPECIFIC = 2
"""What a number or date is worth, up to two of them: who names one has come to the point."""

LONG_ENOUGH = 12
"""Words after which a longer message says no more about the wish."""

ONE_LINE = 17
"""Words that fit the summary's line together with its topic."""

TELLS = 5
"""Words from which a sentence before the wish tells something, and is more than a greeting."""

FULL = 14
"""What a later sentence is worth that says more of the matter than a short opening did."""

A_MATTER = 5
"""Words beside a request for a person that make it a request about something ("... about my refund")."""


def find_goal(texts: Sequence[str]) -> str:
    """The words that say best what is wanted: they ask for something, can stand alone and aren't talk about the talk.

    A later wish that says more of the matter, or leans on them ("could you make an exception in my case?"), is put
    behind. "" where there are only greetings, thanks and numbers.
    """
    parts = ["" if _BARE.match(without_opener(text)) else _from_the_wish(text) for text in texts]
    standing = [place for place, part in enumerate(parts) if part and not leans(_SENTENCE.split(part)[0])]
    standing = [place for place in standing if place == 0 or _opens(_SENTENCE.split(parts[place])[0])] or standing
    standing = [place for place in standing if any(map(_holds_a_wish, _SENTENCE.split(parts[place])))] or standing
    if not standing:
        return max(parts, key=_worth, default="")
    best = max(standing, key=lambda place: (_worth(parts[place]) + OPENING * _says_which(parts[place], place), place))
    if count_words(parts[best]) > ONE_LINE:
        return parts[best]
    # The last message stands in the packet by itself, and would only be read twice.
    behind = _behind(parts, best, [place for place in standing if best < place < len(parts) - 1])
    return f"{parts[best]} … {behind}" if behind else parts[best]


def _behind(parts: Sequence[str], best: int, standing: Sequence[int]) -> str:
    """What is read together with the best: the later wish that says most, or else the last that leans on it."""
    fuller = max(standing, key=lambda place: _worth(_SENTENCE.split(parts[place])[0]), default=None)
    if fuller is not None and _worth(said := _SENTENCE.split(parts[fuller])[0]) >= FULL:
        return said
    return next((said for part in reversed(parts[best + 1 :]) if _goes_on(said := _SENTENCE.split(part)[0])), "")


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


@lru_cache(maxsize=KEPT)
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
    if leans(sentences[start]):
        start = next((place for place in range(start - 1, -1, -1) if not leans(sentences[place])), start)
    for place, sentence in enumerate(sentences[:start]):
        tells = count_words(sentence) >= TELLS and not _TALK.search(sentence) and not leans(sentence)
        if tells and count_words(" ".join(sentences[place:])) <= ONE_LINE:
            return " ".join(sentences[place:])
    return " ".join(sentences[start:])


def _goes_on(sentence: str) -> bool:
    """Whether it is a wish that goes on from an earlier one, and no mere yes."""
    if not _holds_a_wish(sentence) or _TALK.search(sentence) or says_yes(sentence) or doubts(sentence):
        return False
    return leans(sentence) or follows(sentence)


def _says_which(part: str, place: int) -> bool:
    """Whether it is the first message, and names what it came for."""
    return place == 0 and not all(map(_VAGUE.search, filter(_holds_a_wish, _SENTENCE.split(part))))


def _opens(sentence: str) -> bool:
    """Whether it can open a matter, and is no more than a word on one that is under way."""
    return not follows(sentence) and not doubts(sentence)


@lru_cache(maxsize=KEPT)
def _holds_a_wish(sentence: str) -> bool:
    return count_words(sentence) >= 3 and not _EMPTY.search(sentence) and bool(_WISH.search(sentence))
