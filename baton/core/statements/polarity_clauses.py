"""The clauses of a sentence, with what each denies, limits, or puts as free, charged or contrary to something else."""

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from baton.core.reading.tokens import guess_language, tokens
from baton.core.statements.paraphrases import plain, split_undone
from baton.core.statements.polarity_words import ELSEWHERE, MARKS

_JOINTS = {
    "en": r"but|if|when|while|whereas|because|although|though|so that|unless|however|except|or not|who|which|"
    r"and (?:we|you|they|it|he|she|your|our|for)|rather than|instead of",
    "de": r"aber|wenn|falls|weil|sondern|obwohl|sofern|es sei denn|jedoch|oder nicht|"
    r"und (?:wir|sie|es|er|ihre?|unsere?)",
    "es": r"pero|si|cuando|porque|aunque|sino|salvo|excepto|o no|mientras que|y (?:le|se|no|los|las|su)",
    "fr": r"mais|si|lorsque|quand|car|sauf|hormis|ou non|tandis que|et (?:nous|vous|il|elle|ne|le|la|les)",
}
_THEN = r",\s*(?=(?:then|after|afterwards|danach|dann|nachher|después|luego|ensuite|puis|après)\b)"
_PRICE = re.compile(r"[€£$]|\b(?:eur|gbp|usd|chf|euros?|pounds?|dollars?)\b")
_ASIDES = {"en": "without", "de": "ohne", "es": r"sin(?! (?:usar|abrir|estrenar|pagar|llevar)\b)", "fr": "sans"}
_ELLIPSIS = re.compile(r"\s*(?:and|but|or|und|aber|oder|y|pero|o|et|mais|ou)\b")
_MARK = re.compile(r"\b\w+_(?!\w)")
_BEFORE_TOO = frozenset(("de", "nl"))
"""Languages whose negation may follow what it denies ("wir liefern nicht")."""


@dataclass(frozen=True, slots=True)
class Clause:
    """Part of a sentence: its informative words, whether it denies, and the marks that it has.

    `denied` are the words under its negation and `focus` the first of them; `undone` are those that a prefix denies.
    `lacks` says that it has a word such as "skipped" or "locked", which a denial may put in other words.
    """

    words: frozenset[str]
    denies: bool
    denied: frozenset[str]
    focus: str
    undone: frozenset[str]
    marks: frozenset[str]
    is_only: bool
    is_always: bool
    is_each: bool
    is_free: bool
    is_charged: bool
    is_priced: bool
    is_unfree: bool
    is_aside: bool
    lacks: frozenset[str]
    contrasts: bool


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
    lacks: re.Pattern[str]
    contrasts: re.Pattern[str]
    opposites: tuple[tuple[str, re.Pattern[str]], ...]
    joint: re.Pattern[str]
    opened_by: re.Pattern[str]


@lru_cache(maxsize=8_192)
def clauses(sentence: str, language: str | None) -> tuple[Clause, ...]:
    """The clauses of a sentence; those without a word of their own belong to the one before."""
    code = (language or guess_language(sentence) or "en")[:2].lower()
    marks, text = _compiled(code), plain(sentence, code)
    for name, pattern in marks.settled:
        text = pattern.sub(f" {name} ", text)
    text = marks.opened_by.sub(lambda led: led[0][:-1] + ";", text)
    parts: list[str] = []
    found: list[Clause] = []
    for part in marks.joint.split(text):
        if parts and _ELLIPSIS.match(part) and not _has_words(part, code) and marks.denies.search(part):
            found.append(_denied(_clause(parts[-1], marks, code), _clause(part, marks, code)))
        elif parts and not (_has_words(part, code) and _has_words(parts[-1], code)):
            parts[-1] += " " + part
        else:
            parts.append(part)
    return (*(_clause(part, marks, code) for part in parts if part.strip()), *found)


def _denied(clause: Clause, short: Clause) -> Clause:
    """What "and for nothing after that" says of the clause before it."""
    return replace(clause, denies=not clause.denies, denied=clause.words, marks=short.marks or clause.marks)


def whole(parts: tuple[Clause, ...]) -> Clause:
    """The clauses of a sentence as one."""
    return Clause(
        frozenset[str]().union(*(part.words for part in parts)),
        any(part.denies for part in parts),
        frozenset[str]().union(*(part.denied for part in parts)),
        next((part.focus for part in parts if part.focus), ""),
        frozenset[str]().union(*(part.undone for part in parts)),
        frozenset[str]().union(*(part.marks for part in parts)),
        any(part.is_only for part in parts),
        any(part.is_always for part in parts),
        any(part.is_each for part in parts),
        any(part.is_free for part in parts),
        any(part.is_charged for part in parts),
        any(part.is_priced for part in parts),
        any(part.is_unfree for part in parts),
        False,
        frozenset[str]().union(*(part.lacks for part in parts)),
        any(part.contrasts for part in parts),
    )


@lru_cache(maxsize=4_096)
def bare(sentence: str, language: str) -> str:
    """The sentence put plainly, without the small words that tell clauses apart."""
    marks, text = _compiled(language), plain(sentence, language)
    for _, pattern in marks.settled:
        text = pattern.sub(" ", text)
    return _stripped(_MARK.sub(" ", text), marks)


def _has_words(part: str, code: str) -> bool:
    return bool(tokens(_MARK.sub(" ", part), code))


def _stripped(text: str, marks: _Compiled) -> str:
    for pattern in (marks.denies, marks.refuses, marks.free, marks.charged, marks.only, marks.always, marks.lends):
        text = pattern.sub(" ", text)
    for _, pattern in marks.opposites:
        text = pattern.sub(" ", text)
    return text


def _clause(text: str, marks: _Compiled, code: str) -> Clause:
    aside = _ASIDES.get(code, "(?!)")
    is_aside = re.match(rf"\s*{aside}\b", text) is not None
    text, undone = split_undone(text, code)
    own = re.sub(aside, " ", text, count=1) if is_aside else text
    negation, refusal = marks.denies.search(text), marks.refuses.search(text)
    denies = (negation is None) != (refusal is None)
    words = frozenset(tokens(_stripped(_MARK.sub(" ", own), marks), code))
    prefixed = frozenset(tokens(" ".join(undone), code))
    under = _under(text, negation or refusal, marks, code) if denies else []
    if is_aside:
        under = under[:1]  # "without interest" denies nothing but the interest
    if under and under[0] in prefixed:  # "can't be unblocked" denies nothing of "blocked"
        denies, under, prefixed = False, [], prefixed - {under[0]}
    return Clause(
        words,
        denies,
        frozenset(under),
        under[0] if under else "",
        prefixed,
        frozenset(name for name, pattern in marks.opposites if pattern.search(text)),
        marks.only.search(text) is not None,
        marks.always.search(text) is not None,
        "each_" in text,
        marks.free.search(text) is not None,
        marks.charged.search(text) is not None,
        _PRICE.search(text) is not None,
        "charged_" in text,
        is_aside,
        frozenset(marks.lacks.findall(text)),
        marks.contrasts.search(text) is not None,
    )


def _under(text: str, negation: re.Match[str] | None, marks: _Compiled, code: str) -> list[str]:
    """The words under a negation: those after it, or all where none follows or the language puts it last."""
    assert negation is not None  # noqa: S101 - a clause that denies has one
    after = tokens(_stripped(_MARK.sub(" ", text[negation.end() :]), marks), code)
    if after and code not in _BEFORE_TOO:
        return after
    return after + tokens(_stripped(_MARK.sub(" ", text[: negation.start()]), marks), code)


@lru_cache(maxsize=64)
def _compiled(code: str) -> _Compiled:
    marks = MARKS.get(code, ELSEWHERE)
    joint, opened_by = r"[,;:、，；：–—()\n]", "(?!)"
    if code in _JOINTS:
        joint = rf"{_THEN}|[;–—()|\n]|\s-\s|\b(?=(?:{_JOINTS[code]}|{_ASIDES[code]})\b)"
        opened_by = rf"^\W*(?:{_JOINTS[code]}|{_ASIDES[code]})\b[^,]*,"
    pairs = [
        (f"{side}{at}", pattern)
        for at, pair in enumerate(marks.opposites)
        for side, pattern in zip("ab", pair, strict=True)
    ]
    return _Compiled(
        _whole_words(marks.denies) if code in MARKS else re.compile(marks.denies, re.IGNORECASE),
        _whole_words(marks.refuses),
        tuple((name, _whole_words(pattern)) for name, pattern in marks.settled),
        _whole_words(rf"{marks.only}|only_"),
        _whole_words(rf"{marks.always}|always_"),
        _whole_words(marks.free),
        _whole_words(marks.charged),
        _whole_words(marks.lends),
        _whole_words(marks.lacks),
        _whole_words(marks.contrasts),
        tuple((name, _whole_words(pattern)) for name, pattern in pairs),
        re.compile(joint),
        re.compile(opened_by),
    )


def _whole_words(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{pattern})(?!\w)", re.IGNORECASE)
