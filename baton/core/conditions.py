"""The conditions that a passage puts on what it says, and whether a statement has left one out.

"Return is free for members" does not say that return is free, and neither does "free unless it is faulty".
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from baton.core.figures import figures
from baton.core.paraphrases import plain
from baton.core.polarity_clauses import bare, clauses
from baton.core.tokens import tokens

MOSTLY = 0.6
"""The share of a statement's words that a clause must have for its condition to hold for the statement too."""

_GROUPS = {
    "en": r"for (?:[\w-]+ ){0,2}(?:[\w-]+-)?(?:members|subscribers|students|customers|patients|children|residents|holders|owners)",
    "de": r"für (?:\w+ ){0,2}(?:\w+-)?(?:mitglieder|abonnenten|studenten|studierende|kunden|patienten|kinder|inhaber)",
    "es": r"para (?:\w+ ){0,2}(?:socios|miembros|estudiantes|clientes|pacientes|niños|residentes|titulares)",
    "fr": r"pour les (?:\w+ ){0,2}(?:membres|abonnés|étudiants|clients|patients|enfants|résidents|titulaires)",
}
_OPENS = {
    "en": r"only (?:if|when|after|for|in|with|to)|(?:in|for|on|at|with|to)(?: [\w-]+){1,4} only|if|unless"
    r"|except|by request|on request|(?:on )?orders? (?:above|over|from|of)(?= [£€$]?\d)|(?:above|over|from)(?= [£€$]\d)",
    "de": r"nur (?:wenn|nach|für|in|bei|mit)|wenn|falls|sofern|außer|es sei denn,?|auf anfrage|ab(?= \d[\d.,]* ?(?:€|eur))",
    "es": r"solo (?:si|para|en|con|a)|si|salvo|a petición|a partir de(?= \d)|desde(?= \d[\d.,]* ?€)",
    "fr": r"(?:uniquement|seulement) (?:si|pour|en|à|avec)|si|sauf|sur demande|à partir de(?= \d)|dès(?= \d)",
}
_HEDGES = {
    "en": r"if|unless|except|only|when|once|otherwise|that case|then|after that|depend\w*|subject to|certain|some"
    r"|eligible|usually|may be able|might",
    "de": r"wenn|falls|sofern|außer|nur|sobald|sonst|dann|diesem fall|danach|manche|bestimmte|eventuell",
    "es": r"si|salvo|solo|cuando|una vez|entonces|ese caso|después|algun\w+|ciert\w+",
    "fr": r"si|sauf|uniquement|seule\w*|lorsque|une fois|alors|ce cas|ensuite|certain\w+|sinon",
}
_ENDS = re.compile(r"[,;:.!?—–()\n]|\b(?:but|and (?:we|you|it|they)|aber|pero|mais)\b")
_EXCEPTS = re.compile(r"except|außer")
"""What is left out of the last thing of a list, not of all of it."""
_FROM_AMOUNT = re.compile(r"(?:on )?orders?\b|above|over|from|ab\b|a partir|desde|à partir|dès")
_EXCEPTION = re.compile(r"unless|except|außer|es sei denn|salvo|sauf")
_ANY_END = re.compile(
    r"[;—–\n](?!\s*(?:it|they|these|sie|er|es|ella|ello|elle|il|elles|ils)\b)|,\s*(?:but|aber|doch|pero|mais)\b"
)


@dataclass(frozen=True, slots=True)
class Condition:
    """What a clause says, and the condition it is said under, both as words; `text` is the condition as it reads."""

    main: frozenset[str]
    words: frozenset[str]
    text: str


def left_out(statement: str, source: tuple[str, ...], code: str, known: Callable[[str], frozenset[str]]) -> str | None:
    """The condition of these sentences that the statement says the rest of without, or None. `known` are the passages'
    own words for one of the statement's."""
    said = plain(statement, code)
    if code not in _OPENS or _hedged(code).search(said):
        return None
    own = [known(word) or frozenset((word,)) for word in tokens(bare(statement, code), code) if not word[0].isdigit()]
    words = frozenset[str]().union(*own)
    is_refusal = any(clause.denies for clause in clauses(statement, code))
    has_figure = bool(figures(statement, code))
    for sentence in source:
        for condition in conditions(sentence, code):
            if has_figure and _FROM_AMOUNT.match(condition.text):
                continue  # whose figure it is is looked at with the figures
            if is_refusal and _EXCEPTION.match(condition.text):
                continue  # whoever is refused asks again; whoever was promised too much is let down
            if condition.words and not words & condition.words and _is_under(own, condition.main):
                return condition.text
    return None


def _is_under(own: list[frozenset[str]], main: frozenset[str]) -> bool:
    """Whether the statement's words are mostly the clause's, or have all of a short one's ("but lenses only if …")."""
    shared = sum(bool(one & main) for one in own)
    return bool(own) and (shared >= MOSTLY * len(own) or (bool(main) and main <= frozenset[str]().union(*own)))


@lru_cache(maxsize=4_096)
def conditions(sentence: str, code: str) -> tuple[Condition, ...]:
    """The conditions of a sentence, each with what is said under it."""
    text, found = plain(sentence, code), list[Condition]()
    for one in _opens(code).finditer(text):
        end = _ENDS.search(text, one.end())
        stop = end.start() if end else len(text)
        before = _ENDS if _EXCEPTS.match(one[0]) else _ANY_END
        starts = [0, *(at.end() for at in before.finditer(text, 0, one.start()))]
        begins = next((at for at in reversed(starts) if text[at : one.start()].strip(" ,")), 0)
        ends = next((at.start() for at in _ANY_END.finditer(text, stop)), len(text))
        main = text[begins : one.start()]
        if not tokens(main, code):
            main = text[stop:ends]
        words = frozenset(tokens(text[one.start() : stop], code))
        found.append(Condition(frozenset(tokens(main, code)) - words, words, text[one.start() : stop].strip()))
    return tuple(found)


@lru_cache(maxsize=16)
def _opens(code: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{_OPENS[code]}|{_GROUPS[code]})(?!\w)") if code in _OPENS else re.compile(r"(?!)")


@lru_cache(maxsize=16)
def _hedged(code: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{_HEDGES[code]})(?!\w)")
