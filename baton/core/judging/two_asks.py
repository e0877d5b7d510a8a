"""A message that asks two things: each looked up for itself, so that what has a source is answered and what has none is
said to have none.

"Do you deliver on Sundays and what does it cost?" is looked up whole, and as "Do you deliver on Sundays" and, said
after it, "what does it cost?".
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from baton.core.answers.form import form_of
from baton.core.answers.fusion import in_turn
from baton.core.answers.grounding import Grounding
from baton.core.copy import Language, said
from baton.core.decision import Reason
from baton.core.messages import Citation, Statement
from baton.core.reading.clauses import asks, clauses
from baton.core.reading.language_tags import primary
from baton.core.reading.tokens import tokens
from baton.core.reading.wording import commonness
from baton.core.signals import Signal, SignalKind

LEAST = 3
"""Words of a half below which it is no question of its own ("and how?")."""

MOSTLY = 0.4
"""The share of a half's words, by their weight, from which an answer that has them speaks of it."""

_OPENS = {
    "en": r"and (?:also )?(?=(?:how|what|what['’]s|when|where|who|which|why|can|could|do|does|did|is|are|will|would"
    r"|should|may) \w+)",
    "de": r"und (?=(?:wie|was|wann|wo|wer|welche\w*|warum|kann|können|darf|gibt|haben|ist|sind|liefern) \w+)",
    "es": r"y (?=(?:cómo|qué|cuándo|cuánto|cuánta|dónde|quién|cuál|por qué|puedo|pueden|hay|tienen) \w+)",
    "fr": r"et (?=(?:comment|quand|combien|où|qui|quel\w*|pourquoi|est-ce|puis-je|peut-on|y a-t-il) ?\w+)",
    "it": r"e (?=(?:come|quando|quanto|quanti|dove|chi|quale|perché|posso|avete|c['’]è) ?\w+)",
    "pt": r"e (?=(?:como|quando|quanto|onde|quem|qual|posso|têm|há) \w+)",
    "nl": r"en (?=(?:hoe|wat|wanneer|waar|wie|welke|waarom|kan|kunnen|mag|hebben|is) \w+)",
}
_JOINED = {code: re.compile(rf"(?i),?\s+{opens}") for code, opens in _OPENS.items()}


@dataclass(frozen=True, slots=True)
class Lookup:
    """One thing to look up, and what was asked before it."""

    question: str
    before: str = ""


def lookups(question: str, before: str, language: str | None) -> tuple[Lookup, ...]:
    """What to look up for a message: itself, and its two halves where it asks two things."""
    halves = _halves(question, language)
    whole = Lookup(question, before)
    return (whole, Lookup(halves[0], before), Lookup(halves[1], halves[0])) if halves else (whole,)


def together(
    found: Sequence[Grounding], ways: Sequence[Lookup], needed: float, language: str | None
) -> tuple[Grounding, tuple[Signal, ...]]:
    """What the sources say to the whole and its halves, as one; with a signal for the half that they don't answer.

    `found` answers the `ways` of `lookups`, in their order. `needed` is the confidence from which an answer is given.
    The whole stands where it is as sure and lacks no word, or where neither half is.
    """
    if len(found) == 1:
        return found[0], ()
    whole, first, second = found
    if _is_sure(whole, needed) and not whole.missing:
        return whole, ()
    is_sure = [_is_sure(first, needed), _is_sure(second, needed)]
    if all(is_sure):
        return _joined(whole, first, second), ()
    if not any(is_sure):
        return whole, ()
    answered, other = (first, second) if is_sure[0] else (second, first)
    lacking = ways[2 if is_sure[0] else 1].question
    half = replace(answered, hits=tuple(in_turn(answered.hits, other.hits)), reading=whole.reading)
    if _is_told(lacking, answered.text, language):
        return half, ()
    return half, (Signal(SignalKind.PARTLY_ANSWERED, 1.0, (lacking,)),)


def with_lacking(
    text: str, answer: Grounding | None, signals: Sequence[Signal], language: Language
) -> tuple[str, Grounding | None]:
    """An answer with what it says of the half that has no source, if there is one."""
    lacking = next((one.evidence[0] for one in signals if one.kind is SignalKind.PARTLY_ANSWERED), "")
    if not lacking or answer is None:
        return text, answer
    note = f"“{lacking}” – {said.offer(Reason.NO_SOURCE, language)}"
    return f"{text}\n\n{note}", replace(answer, statements=(*answer.statements, Statement(note, ())))


def _halves(question: str, language: str | None) -> tuple[str, str] | None:
    joint = _JOINED.get(primary(language or "en"))
    parts = [half for part in clauses(question) for half in (joint.split(part) if joint else [part])]
    asking = [at for at, part in enumerate(parts) if asks(part)]
    if len(asking) != 2 or any(len(parts[at].split()) < LEAST for at in asking):
        return None
    begins = asking[1]
    return " ".join(parts[:begins]).rstrip(" ,"), " ".join(parts[begins:])


def _is_sure(found: Grounding, needed: float) -> bool:
    return bool(found.statements) and found.confidence >= needed and not found.alternatives


def _is_told(question: str, text: str, language: str | None) -> bool:
    """Whether an answer that was quoted for the other half has most of this one's words, and its form."""
    form, code = form_of(question), primary(language or "en")
    own = {stem: commonness(stem, code) for stem in tokens(question, language) if not form.is_formal(stem)}
    there = set(tokens(text, language))
    told = sum(weight for stem, weight in own.items() if stem in there)
    return form.has_it(text) and bool(own) and told >= MOSTLY * sum(own.values())


def _joined(whole: Grounding, first: Grounding, second: Grounding) -> Grounding:
    """Both answers, each sentence once, under one row of numbers."""
    citations: dict[str, Citation] = {}
    statements: dict[str, Statement] = {}
    for found in (first, second):
        numbers: dict[int, int] = {}
        for one in found.citations:
            kept = citations.setdefault(one.taken, replace(one, n=len(citations) + 1))
            numbers[one.n] = kept.n
        for each in found.statements:
            statements.setdefault(each.text, replace(each, citations=tuple(numbers[n] for n in each.citations)))
    return replace(
        whole,
        confidence=min(first.confidence, second.confidence),
        statements=tuple(statements.values()),
        citations=tuple(citations.values()),
        alternatives=(),
        nearest=(),
        hits=tuple(in_turn(first.hits, second.hits)),
        missing=(),
        in_scope=min(first.in_scope, second.in_scope),
    )
