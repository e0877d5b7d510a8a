"""How customers word things, beside single words: phrases that stand for a word of the help pages, and words that
are so common in speech that their absence from a passage says little. Data, per language."""

import re

_PHRASES: dict[str, tuple[tuple[str, str], ...]] = {
    "en": (
        (r"\b(?:send|sending|sent|bring|give|take|ship|post|mail)\b((?: \w+){0,4}?) back\b", r"return\1"),
        (r"\b(?:get|want|have|got)\b((?: \w+){0,3}?) (?:money|cash) back\b", r"refund\1"),
        (r"\b(?:log|sign|logging|signing|logged|signed)[ -](?:in|on|into)\b", "sign-in login"),
        (r"\bwhere(?:'s|’s| is| are|s) (?:my|our)\b", "track my"),
        (r"\bput(?:ting)? (?:it |them )?together\b", "assemble"),
        (r"\b(?:do|must|will|should|would) (?:i|we|you) (?:have to |need to )?pay (?:extra )?for\b", "cost of"),
        # Help pages say what the policy is, and seldom call it one.
        (r"\b(refund|exchange|cancell?ation)s? polic(?:y|ies)\b", r"\1"),
        (r"\breturns? polic(?:y|ies)\b", "how long to return"),
        (r"\bget rid of\b", "recycle remove"),
        (r"\bopening (?:times|hours)\b", "open hours"),
        (r"\bhow (?:do|can|could|would|should) (?:i|we|you|one)\b", "how do i"),
    ),
}
_COMPILED = {
    code: tuple((re.compile(pattern, re.IGNORECASE), instead) for pattern, instead in pairs)
    for code, pairs in _PHRASES.items()
}

_COMMON_EN = """able accept actual add afford allow amount answer anymore appreciate area ask assist available away
    awesome bad based basic believe best better big bit book bring call case certain chance check choose
    clear come common complete concern confirm consider contact correct couple cover current day deal
    decide detail different direct do easy else end enjoy ensure enough especially ever exact example
    expect explain extra fact far feel few find fine first follow found free full future general
    generally good great guess guest guy happen happy hard hear help hold hope idea important include
    including info inform information instead interested issue just keep kind last later least leave
    left let level like likely list little live long look lot love main major make manage many matter
    maybe mean mention mind moment much must name near need new next nice normal note number offer ok
    old one option original part particular people perfect perhaps person place plan please point
    possible prefer present pretty previous problem process proper provide put question quick quite
    rather read real reason recent recommend regarding related remember request require rest right round
    run same say second see seem select send set several show similar simple single situation small soon
    sort sound special specific spend start state stay step still stuff such suggest suppose sure system
    take talk tell test think thought time today together told tomorrow tonight total touch toward tried
    trip true try turn type understand update use used usual various visit wait way week well whatever
    whole wish without wonder word work world worry worth would wrong year yesterday yet"""
_COMMON: dict[str, frozenset[str]] = {"en": frozenset(_COMMON_EN.split())}

COMMON_WEIGHT = 0.35
"""What is left of a common word's weight."""


_FOLLOWS = re.compile(
    r"(?i)^\W*(?:and|or|but|what about|how about|und|oder|was ist mit|y|o|et|ou|e|en)\b"
    r"(?! (?:also )?(?:how|what) (?:do|can) i\b)|"
    r"\b(?:its|they|them|their|theirs|that one|this one|those|these ones|the other one)\b|"
    r"\bit\b(?! (?:possible|ok|okay|true|necessary|correct|normal|allowed|legal|safe|too late))"
)


def follows_up(question: str) -> bool:
    """Whether a question leans on what was said before it ("and to Scotland?", "what about its fee?")."""
    return _FOLLOWS.search(question) is not None


def reworded(text: str, language: str | None) -> str:
    """The question with phrases put as the help pages would have them."""
    for pattern, instead in _COMPILED.get((language or "en")[:2], ()):
        text = pattern.sub(instead, text)
    return text


def commonness(word: str, language: str | None) -> float:
    """What share of its weight a word, as written, keeps: 1 for most, less for those that anybody says anywhere."""
    return COMMON_WEIGHT if word in _COMMON.get((language or "en")[:2], ()) else 1.0
