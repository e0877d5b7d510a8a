"""Whether a sentence turns another one round: denies what it affirms, widens it, or puts its contrary.

Sentences are compared clause by clause, because one that says two things may well deny just one of them.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from baton.core.polarity_words import DENIES_ELSEWHERE, MARKS, Marks
from baton.core.tokens import guess_language, tokens

NEAR = 0.6
"""The share of a clause's words that another must have to be taken for what it was worded from."""

AS_NEAR = 0.8
"""The share of the nearest clause's likeness from which another may be what a clause was worded from as well."""

_JOINTS = {
    "en": r"but|if|when|while|because|although|so that|unless|however|except|or not|"
    r"and (?:we|you|they|it|he|she|your|our)",
    "de": r"aber|wenn|falls|weil|sondern|obwohl|sofern|es sei denn|jedoch|oder nicht|"
    r"und (?:wir|sie|es|er|ihre?|unsere?)",
    "es": r"pero|si|cuando|porque|aunque|sino|salvo que|excepto|o no|y (?:le|se|no|los|las|su)",
    "fr": r"mais|si|lorsque|quand|car|sauf|hormis|ou non|et (?:nous|vous|il|elle|ne|le|la|les)",
}
_THEN = r",\s*(?=(?:then|after|afterwards|danach|dann|nachher|después|luego|ensuite|puis|après)\b)"
_PRICE = re.compile(r"[€£$]|\b(?:eur|gbp|usd|chf|euros?|pounds?|dollars?)\b")
_ASIDES = {"en": "without", "de": "ohne", "es": "sin", "fr": "sans"}
_NEVER = re.compile(r"(?!)")


@dataclass(frozen=True, slots=True)
class Clause:
    """Part of a sentence: its informative words, whether it denies, and the marks that it has."""

    words: frozenset[str]
    denies: bool
    marks: frozenset[str]
    is_only: bool
    is_always: bool
    is_free: bool
    is_charged: bool
    is_priced: bool
    is_unfree: bool
    is_aside: bool


@lru_cache(maxsize=8_192)
def clauses(sentence: str, language: str | None) -> tuple[Clause, ...]:
    """The clauses of a sentence; those without a word of their own belong to the one before."""
    code = (language or guess_language(sentence) or "en")[:2].lower()
    marks, text = _compiled(code), sentence.casefold()
    for name, pattern in marks.settled:
        text = pattern.sub(f" {name} ", text)
    text = marks.opened_by.sub(lambda led: led[0][:-1] + ";", text)
    parts: list[str] = []
    for part in marks.joint.split(text):
        if parts and not (_has_words(part, code) and _has_words(parts[-1], code)):
            parts[-1] += " " + part
        else:
            parts.append(part)
    return tuple(_clause(part, marks, code) for part in parts if part.strip())


def _has_words(part: str, code: str) -> bool:
    return bool(tokens(re.sub(r"\w+_(?!\w)", " ", part), code))


def bare(sentence: str, language: str) -> str:
    """The sentence without the small words that `turns_round` looks at."""
    marks, text = _compiled(language), sentence.casefold()
    for _, pattern in marks.settled:
        text = pattern.sub(" ", text)
    return _stripped(text, marks)


def _stripped(text: str, marks: "_Compiled") -> str:
    for pattern in (marks.denies, marks.refuses, marks.free, marks.charged, marks.only, marks.always, marks.lends):
        text = pattern.sub(" ", text)
    for _, pattern in marks.opposites:
        text = pattern.sub(" ", text)
    return text


def denies(sentence: str, language: str | None) -> bool:
    """Whether the sentence denies or limits something anywhere."""
    return any(clause.denies or clause.is_only for clause in clauses(sentence, language))


def turns_round(statement: str, source: tuple[str, ...], language: str | None) -> str | None:
    """What the statement turns round of the sentences it was worded from, or None: "negation", "only", "always" or
    "contrary"."""
    said = clauses(statement, language)
    words = frozenset[str]().union(*(clause.words for clause in said))
    theirs = [clause for sentence in source for clause in clauses(sentence, language)]
    whole = [_whole(clauses(sentence, language)) for sentence in source]
    asides = (clause.words for clause in theirs if clause.is_aside and clause.words)
    if not any(clause.denies or clause.is_free for clause in said) and any(aside <= words for aside in asides):
        return "negation"
    for clause in said:
        why = _against(clause, _near(clause, theirs), whole)
        if why:
            return why
    return None


def _against(clause: Clause, near: list[Clause], whole: list[Clause]) -> str | None:
    if clause.is_only and not any(each.is_only or each.denies for each in whole):
        return "only"
    if clause.is_always and not any(each.is_always or each.denies for each in whole):
        return "always"
    if clause.denies and not any(each.denies for each in whole):
        return "negation"
    if clause.is_free and not any(each.is_free for each in whole):
        return "contrary"
    if clause.is_unfree and any(each.is_free for each in whole) and not any(each.is_unfree for each in whole):
        return "contrary"
    if not near:
        return None
    if all(clause.denies != each.denies for each in near):
        return "negation"
    return "contrary" if _is_contrary(clause, near[0]) else None


def _is_contrary(clause: Clause, nearest: Clause) -> bool:
    if clause.is_charged and not clause.is_priced and not clause.is_free and nearest.is_free and not nearest.is_charged:
        return True
    for mark in clause.marks - nearest.marks:
        contrary = ("b" if mark[0] == "a" else "a") + mark[1:]
        if contrary in nearest.marks - clause.marks:
            return True
    return False


def _near(clause: Clause, others: list[Clause]) -> list[Clause]:
    """The clauses that it may have been worded from, the likeliest first: those with most of the words of either."""
    alike: list[tuple[float, Clause]] = []
    for other in others:
        shared = len(clause.words & other.words)
        if shared and shared / min(len(clause.words), len(other.words)) >= NEAR:
            alike.append((shared / len(clause.words | other.words), other))
    alike.sort(key=lambda pair: -pair[0])
    return [other for likeness, other in alike if likeness >= AS_NEAR * alike[0][0]]


def _whole(parts: tuple[Clause, ...]) -> Clause:
    return Clause(
        frozenset[str]().union(*(part.words for part in parts)),
        any(part.denies for part in parts),
        frozenset[str]().union(*(part.marks for part in parts)),
        any(part.is_only for part in parts),
        any(part.is_always for part in parts),
        any(part.is_free for part in parts),
        any(part.is_charged for part in parts),
        any(part.is_priced for part in parts),
        any(part.is_unfree for part in parts),
        False,
    )


@dataclass(frozen=True, slots=True)
class _Compiled:
    denies: re.Pattern[str]
    refuses: re.Pattern[str]
    settled: tuple[tuple[str, re.Pattern[str]], ...]
    only: re.Pattern[str]
    always: re.Pattern[str]
    free: re.Pattern[str]
    charged: re.Pattern[str]
    lends: re.Pattern[str]
    opposites: tuple[tuple[str, re.Pattern[str]], ...]
    joint: re.Pattern[str]
    opened_by: re.Pattern[str]


@lru_cache(maxsize=64)
def _compiled(code: str) -> _Compiled:
    marks: Marks | None = MARKS.get(code)
    joint = re.compile(
        rf"{_THEN}|[;–—()|\n]|\s-\s|\b(?=(?:{_JOINTS[code]}|{_ASIDES[code]})\b)"
        if code in _JOINTS
        else r"[,;:、，；：–—()\n]"
    )
    if marks is None:
        return _Compiled(
            re.compile(DENIES_ELSEWHERE, re.IGNORECASE),
            _NEVER,
            (),
            _NEVER,
            _NEVER,
            _NEVER,
            _NEVER,
            _NEVER,
            (),
            joint,
            _NEVER,
        )
    pairs = [
        (f"{side}{at}", pattern)
        for at, pair in enumerate(marks.opposites)
        for side, pattern in zip("ab", pair, strict=True)
    ]
    return _Compiled(
        _whole_words(marks.denies),
        _whole_words(marks.refuses),
        tuple((name, _whole_words(pattern)) for name, pattern in marks.settled),
        _whole_words(rf"{marks.only}|only_"),
        _whole_words(rf"{marks.always}|always_"),
        _whole_words(marks.free),
        _whole_words(marks.charged),
        _whole_words(marks.lends),
        tuple((name, _whole_words(pattern)) for name, pattern in pairs),
        joint,
        re.compile(rf"^\W*(?:{_JOINTS[code]})\b[^,]*,"),
    )


def _whole_words(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{pattern})(?!\w)", re.IGNORECASE)


def _clause(text: str, marks: _Compiled, code: str) -> Clause:
    aside = _ASIDES.get(code)
    is_aside = aside is not None and text.lstrip().startswith(aside)
    own = text.replace(aside, " ", 1) if aside and is_aside else text
    return Clause(
        frozenset(tokens(_stripped(re.sub(r"\b\w+_(?!\w)", " ", own), marks), code)),
        (marks.denies.search(text) is None) != (marks.refuses.search(text) is None),
        frozenset(name for name, pattern in marks.opposites if pattern.search(text)),
        marks.only.search(text) is not None,
        marks.always.search(text) is not None,
        marks.free.search(text) is not None,
        marks.charged.search(text) is not None,
        _PRICE.search(text) is not None,
        "charged_" in text,
        is_aside,
    )
