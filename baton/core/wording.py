"""How customers word things, beside single words: phrases that stand for a word of the help pages, and words that
are so common in speech that their absence from a passage says little. Data, per language."""

import re
from functools import lru_cache

from baton.core.screen import Screen

_PHRASES: dict[str, tuple[tuple[str, str], ...]] = {
    "en": (
        (r"\b(?:send|sending|sent|bring|give|take|ship|post|mail)\b((?: \w+){0,4}?) back\b", r"return\1"),
        (r"\b(?:get|want|have|got)\b((?: \w+){0,3}?) (?:money|my cash) back\b", r"refund\1"),
        (r"\b(?:log|sign|logging|signing|logged|signed)[ -](?:in|on|into)\b", "login/sign-in"),
        (r"\bwhere(?:'s|’s| is| are|s) (?:my|our)\b", "track my"),
        (r"\bput(?:ting)? (?:it |them )?together\b", "assemble"),
        (r"\b(?:do|must|will|should|would) (?:i|we|you) (?:have to |need to )?pay (?:extra )?for\b", "cost of"),
        # Help pages say what the policy is, and seldom call it one.
        (r"\b(refund|exchange|cancell?ation)s? polic(?:y|ies)\b", r"\1"),
        (r"\breturns? polic(?:y|ies)\b", "how long to return"),
        (r"\bget(?:ting)? rid of\b", "recycle/remove"),
        (r"\bopening (?:times|hours)\b", "open hours"),
        (r"\bmiss(?:ed)? (?:my|the|a|your) (?:delivery|slot|courier|driver)\b", "not at home delivery"),
        (r"\b(?:pick|picking|picked)(?: \w+){0,3} up\b", "collect"),
        (r"\blook(?:ing)? after\b", "care/clean"),
        (r"\b(?:run|runs|ran|running) out\b", "expire"),
        (r"\bgift (?:voucher|certificate|token)", "gift card"),
        (
            r"\b(?:pay|paying) (?:monthly|by the month|later|over time)\b|\bspread the (?:cost|payments?)\b",
            "pay instalments",
        ),
        (r"\b(?:return|cancellation|refund) (?:window|period|deadline)\b", "return how long days"),
        (r"\b(?:stopped|stops|quit) working\b|\bbroke(?: down)?\b", "broken/fault"),
        (r"\b(?:is|are|comes?) (\w+ )?included\b", r"is \1cost included"),
        (r"\b(?:straight|right) away\b|\bimmediately available\b", "in stock"),
        (r"\bhow old is (?:your|the) (?:company|business|firm)\b", "when company founded"),
        (r"\b(?:talk|speak) (?:to|with) (?:someone|somebody|a person|you)\b(?: on the phone| by phone)?", "phone call"),
        (r"\b(?:fill|filling)(?: \w+)? (?:in|out)\b", "complete/fill form"),
        (r"\bgive (?:it |them |this )?to (?:someone|somebody|a friend)\b", "transfer"),
        (r"\bmoney (?:is |be |comes? )?back\b", "refund"),
        (r"\b(?:go|goes|give|gave) (?:it |them )?back\b", "return"),
        (r"\b(?:second|2nd)[ -]hand\b", "used/secondhand"),
        (r"\b(?:is|are|was|were|has) (?:still )?(?:left|remaining)\b", "balance"),
        (r"\bthird[ -]part(?:y|ies)\b", "partner"),
        (r"\bat once\b|\bat the same time\b", "combine"),
        (
            r"\b(?:did ?n[o'’]?t|has ?n[o'’]?t|have ?n[o'’]?t|never|not) (?:come|came|arrived?|turned up|shown up)\b",
            "not missing/arrived",
        ),
        (r"\bshould have (?:been here|come|arrived)\b|\bstill waiting(?: for)?\b", "late not arrived"),
        (r"\b(?:taken|charged|billed|debited) (?:twice|two times|double)\b|\bdouble charged\b", "charged twice"),
        (r"\b(?:no[ -]?(?:one|body)(?: is|'s|s)?|not|out|am not|are not|isn't) (?:at )?(?:home|in)\b", "not at home"),
        (r"\b(?:no longer|not|isn'?t|does ?n[o'’]?t) work(?:ing|s)?\b", "does not work"),
        (r"\bhow (?:do|can|could|would|should) (?:i|we|you|one)\b", "how do i"),
        (r"\b(?:change|changed|changing) my mind\b", "return/cancel"),
        (r"\bhow old (?:must|do|should|does) (?:i|you|one|my \w+|someone)\b", "minimum age years old"),
        (r"\bwhat age\b|\bat which age\b", "age years old"),
        (r"\b(?:get|recover|find) (?:my |the )?password back\b|\blost my password\b", "forgotten/reset password"),
        (r"\b(?:do|did|does)(?: ?n[o'’]?t| not) (?:show up|turn up|come)\b|\bno[- ]show\b", "missed appointment"),
        (r"\b(?:can ?n[o'’]?t|cannot|can't|unable to) (?:make it|come|attend)\b", "cancel/move appointment"),
        (r"\bhow far (?:ahead|in advance)\b", "how many ahead/advance/months"),
        (r"\b(?:turn|turned|change|changed|convert|converted) (?:in)?to (?:cash|money)\b", "paid out money"),
        (r"\b(?:off|from) (?:your|the) (?:mailing|email) list\b", "unsubscribe marketing/newsletter emails"),
        (r"\bleave (?:the|my|our|a) car\b|\bpark(?:ing)? (?:my|the|our) car\b", "parking"),
        (r"\btak(?:e|es|ing)((?: \w+){1,4}?) away\b", r"recycle/remove/take away\1"),
        (r"\bget hold of you\b|\breach you\b", "contact/phone/email"),
        (r"\bpaid? (?:in )?(?:monthly|parts|rates)\b|\bpay (?:in parts|bit by bit)\b", "pay instalments"),
        (r"\bhalf now\b(?:.{0,12}\bhalf (?:later|after|then))?", "instalments/deposit"),
        (r"\bfrom start to finish\b|\ball in all\b", "takes"),
        (
            r"\b(?:have|having|had) (?:a |the )?(?:tooth|teeth) (?:taken |pulled )?out\b",
            "tooth taken out extraction",
        ),
    ),
}
_COMPILED = {
    code: tuple((re.compile(pattern, re.IGNORECASE), instead) for pattern, instead in pairs)
    for code, pairs in _PHRASES.items()
}

_EITHER = re.compile(r"[^\W\d_]+(?:/[^\W\d_]+)+")

_SCREENS = {code: Screen([pattern for pattern, _ in pairs]) for code, pairs in _PHRASES.items()}

_COMMON_EN = """able accept across actual add afford ago allow almost alone always amount another answer anymore apart
    appreciate area around ask assist attempt available away awesome bad based basic become begin
    believe best better beyond big bit book bother bring call came case cause certain chance check
    choose circumstances clear colleague come common complete concern condition confirm consider contact
    correct couple course current customer date day deal decide desire detail different direct
    discuss do due during earlier early easy either else elsewhere end enjoy enough ensure entire
    especially even event ever everywhere evidently exact example expect explain extra fact far fast
    feel few figure find fine first follow found four free friend full future general generally given
    goes gone good got gotten great guess guest guidance guy half happen happy hard head hear help hence
    hint hold hope however idea ideal immediate important include including indeed info inform
    information inquire instance instead intend interested involve issue just keep keeps kept kind large last later
    least leave left let level like likely likewise little live long look lot love main major made make makes
    man manage many matter maybe mean means meanwhile mention method middle mind mine moment moreover
    most mostly much must name near necessary need never new next nice nobody none noon normal note
    nothing notice nowadays number obtain occur odd offer often oh ok old one option original otherwise
    overall part particular people per perfect perhaps permit person phrase place plain plan please
    pleased plenty point policies policy portion possible possibly prefer present pretty previous prior
    problem procedure proceed process proper provide purpose put question quick quickly quite rather
    read real realise realize reason recent recommend regard regarding related relevant remain remember
    request require respond rest result right round rule rules run same say scenario second see seem
    select send session set several shortly show similar simple simply since single sit site situation
    small somebody sometime sometimes somewhere soon sort sound special specific spend stand start state
    stay step still straight stuff success such suggest suppose sure system take talk tell terms test
    thanks think third thought til till time today together told tomorrow tonight total touch toward
    tried trip trouble true try turn two type understand unfortunately unless update use used useful
    usual value various version via visit wait want way week weekday weekdays weekend weekends well went
    whatever whether whichever whoever whole willing wish within without wonder word work world worry
    worth would wrong year yesterday yet yours"""
_COMMON: dict[str, frozenset[str]] = {"en": frozenset(_COMMON_EN.split())}

_GENERIC: dict[str, frozenset[str]] = {
    "en": frozenset(
        ("policy", "policies", "information", "info", "details", "rules", "terms", "guidelines", "procedure")
    )
}

COMMON_WEIGHT = 0.35
"""What is left of a common word's weight."""


_DOES = re.compile(
    r"\b(?:how (?:do|can|could|should|would|to)(?: i| we| you)?|"
    r"(?:can|could|may|do|must|should) (?:i|we)(?: have to| need to)?|"
    r"where (?:do|can) i|(?:want|like|need|trying|try|able) to)(?: still| also| just)? (\w+)"
)
_EXISTS = re.compile(
    r"(?i)^\W*(?:(?:do|have) you|(?:do|does) (?:they|the company)|(?:are|is) there)(?: \w+)? "
    r"(?:have|sell|stock|do|offer|got|carry|make|any)\b|"
    r"^\W*(?:do|have) you (?:have|sell|stock|do|offer|got|carry|make)\b"
)


LIGHT = frozenset(("make", "use", "put", "find", "take", "do", "get", "have", "see", "leave", "keep", "try"))
"""Verbs that leave what is done to their noun: who makes a complaint complains."""


def deed(text: str) -> str | None:
    """What the customer would do, as written in casefolded `text`: "book" of "how do i book a table"."""
    found = _DOES.search(text)
    return found[1] if found else None


def asks_for_existence(text: str) -> bool:
    """Whether the question is if the company has a thing, so that nothing broader will do."""
    return _EXISTS.search(text) is not None


@lru_cache(maxsize=4_096)
def reworded(text: str, language: str | None) -> str:
    """The question with phrases put as the help pages would have them."""
    code = (language or "en")[:2]
    screen = _SCREENS.get(code)
    first = screen.first(text) if screen else None
    if first is None:
        return text
    for pattern, instead in _COMPILED[code][first:]:
        text = pattern.sub(instead, text)
    return text


def either(text: str) -> list[list[str]]:
    """Words of which any one will do, as `reworded` puts them ("recycle/remove"), and as customers write them too."""
    return [found.split("/") for found in _EITHER.findall(text)] if "/" in text else []


def is_generic(word: str, language: str | None) -> bool:
    """Whether a word, as written, only says that something is told, such as the "policy" of "refund policy"."""
    return word in _GENERIC.get((language or "en")[:2], ())


def commonness(word: str, language: str | None) -> float:
    """What share of its weight a word, as written, keeps: 1 for most, less for those that anybody says anywhere."""
    return COMMON_WEIGHT if word in _COMMON.get((language or "en")[:2], ()) else 1.0
