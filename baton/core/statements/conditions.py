"""The conditions and limits that a sentence puts on what it says.

"Return is free for members" does not say that return is free, and neither does "free unless it is faulty". "You can
cancel until noon" does not say that you can cancel. A limit of time, number or occasion is one only to what is granted.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from baton.core.reading.tokens import tokens
from baton.core.statements.condition_words import GETS, GROUP_TAILS, GROUPS, MAY, OPENS, SPANS, TAILS, TIMES
from baton.core.statements.figures import Figure, figures, without_figures
from baton.core.statements.paraphrases import plain
from baton.core.statements.polarity_clauses import bare, clauses

_ENDS = re.compile(r"[,:.](?!\d)|[;!?—–()\n]|\b(?:but|and (?:we|you|it|they)|aber|pero|mais)\b")
_EXCEPTS = re.compile(r"except|außer")
"""What is left out of the last thing of a list, not of all of it."""
_ANY_END = re.compile(
    r"[;—–\n](?!\s*(?:it|they|these|sie|er|es|ella|ello|elle|il|elles|ils)\b)|,\s*(?:but|aber|doch|pero|mais)\b"
)
_COUNTED_FROM = re.compile(r"\d[\d.,]*(?: \w+){1,2} (?:after|nach|tras|después de|après)$")
"""What a span of time counts from, which is no condition of its own."""
_LEADS = re.compile(r"\W*(?:if|when|once|wenn|falls|sofern|sobald|si|cuando|lorsque|quand)\b")
_WITHIN = re.compile(r"within|innerhalb|binnen|en un plazo|dentro de|dans|sous")
_OURS = re.compile(r"\b(?:we|wir|nous)\b")
"""Who does it, where a span of time is how soon something comes and no limit of what is granted."""
_AND = re.compile(r"(?:^|,|\b(?:and|or|und|oder|y|o|et|ou)\b)")


@dataclass(frozen=True, slots=True)
class Condition:
    """What a clause says, and the condition it is said under, both as words; `text` is the condition as it reads.

    `figures` are the condition's, and `grants` what is granted under it, where it limits nothing else;
    `is_count` says that it has no word but "once" or the like.
    """

    main: frozenset[str]
    words: frozenset[str]
    figures: tuple[Figure, ...]
    grants: frozenset[str] | None
    text: str
    is_count: bool = False


@lru_cache(maxsize=4_096)
def conditions(sentence: str, code: str, *, is_claim: bool = False) -> tuple[Condition, ...]:
    """The conditions of a sentence, each with what is said under it. Those of a claim count whatever they limit."""
    text = plain(sentence, code)
    opened = [one for one in _opens(code).finditer(text) if not _COUNTED_FROM.search(text[: one.end()])]
    starts = [*(one.start() for one in opened), len(text)]
    found = (
        _condition(text, one, following, code, is_claim) for one, following in zip(opened, starts[1:], strict=True)
    )
    return tuple(one for one in found if one is not None)


def _condition(text: str, opened: re.Match[str], following: int, code: str, is_claim: bool) -> Condition | None:
    """The condition that begins there; None where it only limits, and nothing is granted under it."""
    end = _ENDS.search(text, opened.end())
    clause_ends = stop = end.start() if end else len(text)
    if opened["span"]:
        stop = min(stop, _span_ends(text, opened.end(), code))
    elif opened["group"]:
        tail = GROUP_TAILS.match(text, opened.end())
        stop = tail.end() if tail and code != "de" else opened.end()
    elif opened["times"]:
        stop = min(stop, following)
    before = _ENDS if _EXCEPTS.match(opened[0]) else _ANY_END
    places = [0, *(at.end() for at in before.finditer(text, 0, opened.start()))]
    begins = next((at for at in reversed(places) if text[at : opened.start()].strip(" ,")), 0)
    main = text[begins : opened.start()] + (text[stop:clause_ends] if opened["span"] or opened["group"] else "")
    is_led = opened["span"] and _LEADS.match(text[begins:]) is not None
    if is_led:
        main = f"{main}; {text[clause_ends:]}"
    if not tokens(main, code):
        main = text[stop : next((at.start() for at in _ANY_END.finditer(text, stop)), len(text))]
    granted = None
    if opened["span"] or opened["times"]:
        beside = main if is_led else _nearest(main, opened.start() - begins, code)
        granted = grants(f"{opened[0]} {beside}" if opened["span"] else beside, code)
        if not is_led and _WITHIN.match(opened[0]):
            granted = frozenset[str]() if _OURS.search(main) else granted - {"gets"}
        if not granted and not is_claim:
            return None
    held = text[opened.start() : stop].strip()
    words = frozenset(tokens(without_figures(bare(held, code), code), code))
    is_count = not words and not figures(held, code) and bool(opened["times"])
    if is_count:
        words = frozenset(held.split())
    said = without_figures(bare(main, code), code)
    return Condition(frozenset(tokens(said, code)) - words, words, figures(held, code), granted, held, is_count)


def _span_ends(text: str, at: int, code: str) -> int:
    first = next((one for one in figures(text[at:], code)), None)
    ends = at + first.end if first else at
    tail = _tail(code).match(text, ends)
    return tail.end() if tail else ends


def _nearest(main: str, at: int, code: str) -> str:
    """The part of a clause that stands beside its condition, of those that "and" joins."""
    cuts = [0, *(one.end() for one in _AND.finditer(main)), len(main)]
    parts = [(begin, main[begin:end]) for begin, end in pairwise(cuts) if tokens(main[begin:end], code)]
    return next((part for begin, part in reversed(parts) if begin <= at), main)


@lru_cache(maxsize=4_096)
def grants(text: str, code: str) -> frozenset[str]:
    """What a text grants: that something is "free", that one "may", that one "gets" it. A refusal grants nothing."""
    parts = clauses(text, code)
    if any(part.denies and not part.is_aside for part in parts):
        return frozenset()
    said = plain(text, code)
    kinds = {"free": any(part.is_free for part in parts)}
    kinds |= {"may": _may(code).search(said) is not None, "gets": _gets(code).search(said) is not None}
    return frozenset(kind for kind, has in kinds.items() if has)


@lru_cache(maxsize=16)
def _opens(code: str) -> re.Pattern[str]:
    if code not in OPENS:
        return re.compile(r"(?!)")
    kinds = (
        rf"(?:{OPENS[code]}|(?P<group>{GROUPS[code]}))(?!\w)|(?P<span>{SPANS[code]})|(?P<times>(?:{TIMES[code]}))(?!\w)"
    )
    return re.compile(rf"(?<!\w)(?:{kinds})")


@lru_cache(maxsize=16)
def _tail(code: str) -> re.Pattern[str]:
    return re.compile(TAILS[code])


@lru_cache(maxsize=16)
def _may(code: str) -> re.Pattern[str]:
    return _whole(MAY.get(code, "(?!)"))


@lru_cache(maxsize=16)
def _gets(code: str) -> re.Pattern[str]:
    return _whole(GETS.get(code, "(?!)"))


def _whole(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{pattern})(?!\w)")
