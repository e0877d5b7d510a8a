"""Proof that a language is whole: every sentence, every placeholder, and an answer to every question at a handoff."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from baton.core.copy.catalogues import FALLBACK, Catalogue, catalogue, po_file
from baton.core.copy.notice import HandoffFacts, Question, handoff_notice
from baton.core.copy.po import PoFile
from baton.core.copy.wording import URGING, placeholders, register, wording
from baton.core.decision import Reason
from baton.core.followups.modes import Mode
from baton.core.waiting import WaitRange

MAX_WORDS = {"notice": 75, "brief": 60}
"""Words of the English notice, at most: it is read on a phone by somebody who is waiting."""

_NOW = datetime(2026, 11, 20, 19, 0, tzinfo=UTC)
_BERLIN = ZoneInfo("Europe/Berlin")
_OPENS = (_NOW + timedelta(days=12)).astimezone(_BERLIN)
_SLOT = (_OPENS, _OPENS + timedelta(hours=1))
_WAIT = WaitRange(300, 600)

_BASE = HandoffFacts(
    reason=Reason.CUSTOMER_REQUEST,
    queue="billing",
    queue_name="Billing",
    now=_NOW,
    is_open=True,
    operators_here=2,
    position=3,
)
_CLOSED = replace(_BASE, is_open=False, operators_here=0, position=None)

SITUATIONS: Mapping[str, HandoffFacts] = {
    "live": replace(_BASE, mode=Mode.LIVE, position=1),
    "live, with a wait": replace(_BASE, mode=Mode.LIVE, position=1, wait=WaitRange(0, 50)),
    "someone is there": _BASE,
    "someone is there, with a wait": replace(_BASE, wait=_WAIT),
    "a wait of hours": replace(_BASE, wait=WaitRange(2400, 9000)),
    "next in line": replace(_BASE, operators_here=1, position=1),
    "position unknown": replace(_BASE, position=None),
    "somebody in danger": replace(_BASE, danger=True),
    "open, nobody there": replace(_BASE, operators_here=0, position=1),
    "closed": replace(_CLOSED, next_open=_OPENS),
    "closed, customer elsewhere": replace(_CLOSED, next_open=_OPENS, customer_timezone="America/New_York"),
    "closed for good": _CLOSED,
    "ticket": replace(_CLOSED, mode=Mode.TICKET, reference="B-1042", due=_OPENS),
    "ticket, no due time": replace(_CLOSED, mode=Mode.TICKET, reference="B-1042"),
    "ticket, no number yet": replace(_CLOSED, mode=Mode.TICKET),
    "callback": replace(_CLOSED, mode=Mode.CALLBACK, slot=_SLOT),
    "callback, no slot yet": replace(_CLOSED, mode=Mode.CALLBACK),
    "e-mail": replace(_CLOSED, mode=Mode.EMAIL, email="ada@example.com", due=_OPENS),
    "e-mail, no due time": replace(_CLOSED, mode=Mode.EMAIL, email="ada@example.com"),
    "e-mail, no address yet": replace(_CLOSED, mode=Mode.EMAIL),
    "at an outside desk": replace(_BASE, operators_here=0, position=None, mode=Mode.OUTSIDE),
}
"""Everything that can be true of a queue when a handoff opens, in each mode."""

FORMS: Mapping[str, tuple[str, bool]] = {
    "chat": ("web", False),
    "chat, brief": ("web", True),
    "e-mail": ("email", False),
    "voice": ("voice", False),
}
"""How a notice is told: the channel, and whether it is brief."""


def lint(language: str) -> list[str]:
    """What is wrong with a language's catalogue, a sentence each; empty where it is whole."""
    found = [*_compare(po_file(language), language)]
    return found or [*lint_notices(catalogue(language))]


def lint_notices(words: Catalogue) -> Iterator[str]:
    """What is wrong with the notices that a catalogue's sentences make, in each mode, situation and form."""
    for reason in Reason:
        yield from _flaws(replace(_BASE, reason=reason), words, f"someone is there, {reason.value}")
    for situation, facts in SITUATIONS.items():
        for form, (channel, brief) in FORMS.items():
            told = replace(facts, channel=channel, brief=brief)
            yield from _flaws(told, words, f"{situation}, {form}")


def _compare(ours: PoFile, language: str) -> Iterator[str]:
    base = po_file(FALLBACK)
    for key in sorted(base.source.keys() - ours.singular.keys() - ours.plural.keys()):
        yield f"The text {key} is missing."
    for key in sorted(ours.source.keys() - base.source.keys()):
        yield f"The text {key} is not one that the desk uses."
    for key in sorted(ours.source.keys() & base.source.keys()):
        if ours.source[key] != base.source[key]:
            yield f"The text {key} was translated from other English. Look at it again."
    for key, said in sorted((*((key, (one,)) for key, one in ours.singular.items()), *ours.plural.items())):
        if key in base.source:
            flaws = _sentences(said, base.source[key], ours, language=language, key=key)
            yield from (f"The text {key} {flaw}" for flaw in flaws)


def _sentences(said: Sequence[str], english: Sequence[str], ours: PoFile, *, language: str, key: str) -> Iterator[str]:
    base, is_plural = english[0], len(english) > 1
    numbers = Counter(ours.form(n) for n in range(200)) if is_plural else Counter({0: 200})
    if len(said) != len(numbers):
        yield f"has {len(said)} forms, and the language {len(numbers)}."
    expected = placeholders(base)
    for form, one in enumerate(said):
        # A form for one number alone may say it in a word, as Arabic and Hebrew do: "an hour", "two hours".
        may_omit = expected & {"n"} if numbers[form] == 1 else frozenset[str]()
        given = placeholders(one) | may_omit
        if given != expected:
            yield f"has the placeholders {sorted(given)}, not {sorted(expected)}."
        if not one.strip() and base.strip():
            yield "is empty."
        yield from wording(one, language, key=key)
        yield from register(one, language)


def _flaws(facts: HandoffFacts, words: Catalogue, where: str) -> Iterator[str]:
    yield from (f"In the notice ({where}): {flaw}" for flaw in _of_notice(facts, words))


def _of_notice(facts: HandoffFacts, words: Catalogue) -> Iterator[str]:
    notice = handoff_notice(facts, words)
    for question in Question:
        answer = notice.answers.get(question, "").strip()
        if not answer or answer not in notice.text:
            yield f"nothing answers {question.value}."
    if "{" in notice.text or "}" in notice.text:
        yield "a placeholder was not filled."
    rest = notice.text.replace(words.text(URGING), "")
    limit = MAX_WORDS["brief" if facts.is_brief else "notice"]
    if words.code == FALLBACK and len(rest.split()) > limit:
        yield f"it has more than {limit} words."
    for promise in notice.promises:
        if promise.says not in notice.text:
            yield f"the promise {promise.kind.value} is not what the customer reads."
        rest = rest.replace(promise.says, "")
    for fact in (facts.position, facts.reference, facts.email):
        rest = rest.replace(str(fact), "")
    if any(sign.isdecimal() for sign in rest):
        yield "it tells a time that no promise stands behind."
