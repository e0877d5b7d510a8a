"""A message read after the question before it: "and the cushions?" is a question only with what it takes up.

What is looked up is one whole question. Where the message names something else of the same kind, that takes the place
of the old ("how long is the guarantee on the cushions?"); where it asks on, the words before go with it.
"""

import re
from dataclasses import replace
from functools import lru_cache

from baton.core.reading.chat_spelling import spelt_out
from baton.core.reading.clauses import clauses
from baton.core.reading.following_words import ASKING, CONTENT_FREE, MEANT, OPENER, QUESTION, SWAPS
from baton.core.reading.language_tags import primary
from baton.core.reading.replacing import DO_IT, TO, replaced
from baton.core.values import value

SHORT = 7
"""Words up to which a question may take up what was said before without a word that shows it."""

PHRASE = 7
"""Words of the longest thing that is named in place of another."""

WHOLE = 4
"""Words from which a question after a question back asks on, and does not name a choice."""

KEPT = 3
"""Clauses of a conversation's question that are kept for what is asked next."""


@value
class Reading:
    """One way to read a message: what is asked, and earlier words that it leans on, if any.

    `follows` says whether it takes up the question before it, `named` what it names in place of something there,
    `whole` what to read the next message after.
    """

    question: str
    context: str = ""
    follows: bool = False
    named: str = ""

    @property
    def whole(self) -> str:
        """The question with what it leans on, cut to its latest clauses."""
        parts = clauses(f"{_ended(self.context)} {self.question}" if self.context else self.question)
        return " ".join(parts[-KEPT:])


@lru_cache(maxsize=1_024)
def readings(text: str, before: str, language: str | None) -> tuple[Reading, ...]:
    """Ways to read `text`, said after the question `before` (empty where nothing was asked), the likeliest first.

    There is at least one. The first that the sources surely answer is meant, and the first of all where none is.
    """
    text = spelt_out(text, language)
    alone = Reading(text)
    if not before.strip() or not text.strip():
        return (alone,)
    code = primary(language or "en")
    named = _named(text, code)
    if named:
        leaning = Reading(named, before, follows=True, named=named)
        whole = replaced(before, named) if code == "en" else None
        return (replace(leaning, question=whole, context=""), leaning) if whole else (leaning,)
    if follows_up(text, language):
        if _is_bare(text):
            return (Reading(f"{_ended(before)} {text}", follows=True),)
        # "Ok, can I order by phone?" may ask something new all the same: it is sure of itself then.
        leaning = Reading(text, before, follows=True)
        return (leaning,) if _PRONOUN.search(text) else (leaning, alone)
    if len(text.split()) <= SHORT:
        return (alone, Reading(text, before, follows=True))
    return (alone,)


def begins_anew(text: str, language: str | None) -> bool:
    """Whether `text` asks something, or names something else to ask about, rather than one of the choices offered."""
    code = primary(language or "en")
    if any(table.get(code, table["en"]).match(text) for table in (SWAPS, MEANT, OPENER)):
        return True
    return len(text.split()) >= WHOLE and ASKING.get(code, ASKING["en"]).match(text) is not None


def follows_up(question: str, language: str | None = None) -> bool:
    """Whether a question leans on the one before it: it refers back, or says nothing of what it is about."""
    if refers_back(question, language):
        return True
    asks = primary(language or "en") == "en" and QUESTION["en"].match(question) is not None
    return asks and _PRONOUN.search(question) is None and _is_bare(question)


def refers_back(question: str, language: str | None = None) -> bool:
    """Whether its words refer to something said before ("and to Scotland?", "what about its fee?", "what time?")."""
    code = primary(language or "en")
    if OPENER.get(code, OPENER["en"]).match(question) or _BARE.fullmatch(question) or _IF.match(question):
        return True
    pronoun = _PRONOUN.search(question)
    return pronoun is not None and _OWN_NOUN.search(question[: pronoun.start()]) is None


def _named(text: str, code: str) -> str | None:
    """What a message names in place of something in the question before, without what leads to it."""
    plain = text.strip().strip("?!.… ")
    swap = SWAPS.get(code, SWAPS["en"]).match(plain) or MEANT.get(code, MEANT["en"]).match(plain)
    lead = swap or OPENER.get(code, OPENER["en"]).match(plain)
    rest = plain[lead.end() :].strip() if lead else plain
    if not rest or len(rest.split()) > PHRASE or _tells(rest, code):
        return None
    return rest if lead or TO.fullmatch(rest) else None


def _tells(rest: str, code: str) -> bool:
    """Whether words are a sentence and don't only name a thing, or what to do with it ("cancel it")."""
    named = DO_IT.fullmatch(rest) if code == "en" else None
    return QUESTION.get(code, QUESTION["en"]).search(named[1] if named else rest) is not None


def _is_bare(question: str) -> bool:
    """Whether a question has no word that tells what it is about ("how long do I have?", "how much is it?")."""
    return all(word in CONTENT_FREE for word in _WORD.findall(question.casefold()))


def _ended(text: str) -> str:
    return text if text.rstrip().endswith(("?", ".", "!")) else f"{text.rstrip()}?"


_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_PRONOUN = re.compile(
    r"(?i)\b(?:its|they|them|their|theirs|that one|this one|those|these ones|the other one|the others)\b|"
    r"\bit\b(?! (?:(?:possible|ok|okay|true|necessary|correct|normal|allowed|legal|safe) (?:to|for|that|if)|"
    r"too late)\b)|\b(?:on|in|for|with|buy|get|have|need|return|use|want) one\b(?=\W*$)"
)
_DEGREE = "best|first|last|latest|least|longest|most|next|only|same"
_OWN_NOUN = re.compile(
    rf"(?i)\b(?:my|our|your|the|a|an|this|that)\s+(?:(?:{_DEGREE})\s+)?(?!(?:{_DEGREE}|you|they)\b)[^\W\d_]{{3,}}"
)
"""A thing that the message names before its pronoun, which then means that thing."""

_BARE = re.compile(
    r"(?i)\W*(?:(?:ok|okay|so|and|but|hi|hey|please)\W+)*(?:(?:at |from |until |since )?(?:what|which) "
    r"(?:time|hour|price|cost|date|day|size|colou?r|one)s?|(?:from |until |since )?when|where|why(?: not)?|who|which|"
    r"how(?: (?:much|many|long|often|far|soon|old))?)(?:\W+(?:exactly|please|then|thanks|though))*\W*"
)
"""A question word and nothing that it asks about."""

_IF = re.compile(r"(?i)\W*(?:even|also|only|not even|what|unless)\s+(?:if|when)\b(?!.*\?\s+\w)|\W*unless\b")
