"""A thing named in place of another in an English question: "the guarantee on a sofa", "and the cushions?"."""

import re

from baton.core.reading.clauses import asks, clauses

_DETERMINER = r"(?:a|an|the|my|your|our|their|this|that|these|those|any|some|one|two|three|\d+)"
_PREPOSITION = r"(?:to|for|on|in|at|from|with|without|by|during|before|after|of|about|into)"
_ENDS = re.compile(
    rf"(?i)^(?:{_PREPOSITION}|and|or|but|so|when|if|that|which|who|then|now|again|please|today|tomorrow|too|take|takes|"
    r"cost|costs|last|lasts|be|been|come|comes|work|works|need|needs|arrive|arrives|include|includes|included|"
    r"available|free|open|close|allowed|possible|valid|is|are|was|were|do|does|can|could|will|would|"
    r"should|must|have|has|i|you|we|it|they|me|us|back|yet|there|here|\w{3,}ed)$"
)
_LED = re.compile(
    rf"(?i)(?P<prep>\b{_PREPOSITION}\s+)?(?P<det>\b{_DETERMINER}\s+)|(?P<only>\b{_PREPOSITION}\s+)|"
    r"(?P<verb>\b(?:you|i|we|they)\s+(?:also |still |ever )?[^\W\d_]+\s+)|"
    r"(?P<be>^\W*(?:(?:how|what|when|where|why)(?: \w+)? )?(?:is|are|does|do|can|could|will|should|must)\s+)"
)
_WORD = re.compile(r"[^\s?!.,;]+")
TO = re.compile(rf"(?i)({_PREPOSITION})\s+(.+)")
_NO_THING_EN = "home once all least first last time advance person total i you we it they there"
_NO_THING = frozenset(_NO_THING_EN.split())
_ONE = re.compile(r"(?i)(.*?)\s*\bones?|(.+['’]s)")
DO_IT = re.compile(r"(?i)(\w+) (?:it|them|one|that)")
"""What to do with the thing that was asked about."""

_DOES = re.compile(r"(?i)(.*?\b(?:i|we|you|to)\s+)(\w+)\s+")


def replaced(question: str, named: str) -> str | None:
    """`question` with `named` where it fits, None where it doesn't show where.

    A phrase with a preposition takes the place of one with the same; a thing takes the place of the last thing, "the
    large one" that of what it is said of, and "cancel it" that of what would be done.
    """
    parts = list(clauses(question))
    for at in reversed(range(len(parts))):
        if asks(parts[at]) or len(parts) == 1:
            done = _within(parts[at], named)
            if done:
                return " ".join((*parts[:at], done, *parts[at + 1 :]))
    return None


def _within(clause: str, named: str) -> str | None:
    plain = clause.rstrip("?!. ")
    spans = list(_things(plain))
    to = TO.fullmatch(named)
    if to:
        same = [span for span in spans if span[2] == to[1].casefold()]
        if not same:
            return None
        start, end, _ = same[-1]
        return f"{plain[:start]}{to[2]}{plain[end:]}?"
    if not spans:
        return None
    start, end, _ = spans[-1]
    deed, does = DO_IT.fullmatch(named), _DOES.match(plain)
    if deed:
        return f"{does[1]}{deed[1]} {plain[start:]}?" if does else None
    one = _ONE.fullmatch(named)
    if one:
        named = f"{one[1] or one[2]} {plain[start:end].split()[-1]}".strip()
    return f"{plain[:start]}{named}{plain[end:]}?"


def _things(clause: str) -> list[tuple[int, int, str]]:
    """(start, end, preposition) of each thing that the clause names, its article within."""
    found: list[tuple[int, int, str]] = []
    at = 0
    while led := _LED.search(clause, at):
        start = led.start("det") if led["det"] else led.end()
        prep = (led["prep"] or led["only"] or "").strip().casefold()
        end = _end(clause, led.end())
        at = max(end, led.end())
        if end > led.end() and clause[led.end() : end].casefold() not in _NO_THING:
            found.append((start, end, prep))
    return found


def _end(clause: str, start: int) -> int:
    """Where the thing that begins at `start` ends: before a word that is none of it."""
    end = start
    for word in _WORD.finditer(clause, start):
        if clause[end : word.start()].strip() or _ENDS.match(word[0]):
            break
        end = word.end()
    return end
