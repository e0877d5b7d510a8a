"""The risk that a conversation is going badly: from what happened in it and in which order, and from what was said.

Somebody else's bot tells its turns by the names of its intents: `customer:negate`, `bot:propose_date`. A small linear
model weighs what came, how often, in which order and how late. It was trained on real calls to one phone bot; so that
it is of use to others, names also count by their pieces (`not`, `understand`), and by coming again, whatever they are.

Words strain a conversation: each that shows trouble adds its share, and with every turn without one the strain fades.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import pairwise

from baton.core.signals import Signal, SignalKind
from baton.core.weights.linear import shipped

LONGEST = 64
"""Events that are looked at, the latest ones."""

MOST_ALIKE = 4
"""How many times one event is told apart from once more."""

STRAINS: Mapping[SignalKind, float] = {
    SignalKind.STUCK: 0.3,
    SignalKind.DISTRESS: 0.4,
    SignalKind.NO_SOURCE: 0.15,
    SignalKind.LOW_CONFIDENCE: 0.15,
    SignalKind.URGENCY: 0.1,
    SignalKind.AMBIGUOUS: 0.05,
}
"""What a signal of full strength adds of what is left to the top."""

KEPT = 0.7
"""What is left of the strain at the customer's next turn."""

RELIEF = 0.3
"""What is left of it when they say thanks or chat."""

TROUBLED = 0.3
"""Risk from which a person should look: a single answer that did not help at all reaches it."""

CALM = 0.1
"""Risk below which nothing of what went wrong is worth a word any more."""

MOST_TROUBLES = 3
"""Troubles that are remembered, the latest ones."""

_PIECES = re.compile(r"[^\W\d_]+")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")

Course = tuple[str, ...]
"""What happened, in order: who, a colon, and the intent's name."""


def event(by: str, intent: str) -> str:
    """One event of a course, its name in one spelling: `NotUnderstood`, `not-understood` and `not_understood`."""
    return f"{by}:{'_'.join(pieces(intent))}"


def pieces(intent: str) -> tuple[str, ...]:
    """The words that an intent's name is made of, without numbers."""
    return tuple(piece.lower() for piece in _PIECES.findall(_CAMEL.sub("_", intent)))


@lru_cache(maxsize=256)
def risk_of(course: Course) -> float:
    """How likely it is, 0..1, that the customer gives up or demands a person. From 0.5 on a person should take over."""
    return shipped("risk").probabilities(features(course))["risk"] if course else 0.0


def strain_after(strain: float, signals: Iterable[Signal]) -> float:
    """How badly it has gone, 0..1, after a turn of the customer's with these signals."""
    now = strain * KEPT
    for signal in signals:
        if signal.kind is SignalKind.SMALL_TALK:
            return strain * RELIEF
        now = 1.0 - (1.0 - now) * (1.0 - STRAINS.get(signal.kind, 0.0) * min(signal.score, 1.0))
    return round(now, 4)


def troubles_after(before: tuple[str, ...], signals: Iterable[Signal], risk: float) -> tuple[str, ...]:
    """The kinds of signal that show why it goes badly, the latest and heaviest first; none once it is calm again."""
    if risk < CALM:
        return ()
    shown = {signal.kind for signal in signals if signal.kind in STRAINS}
    latest = sorted(shown, key=lambda kind: (-STRAINS[kind], kind.value))
    return tuple(dict.fromkeys((*(kind.value for kind in latest), *before)))[:MOST_TROUBLES]


def features(course: Course) -> list[str]:
    """What the model weighs in a course up to now."""
    seen = course[-LONGEST:]
    return [*_events(seen), *_orders(seen), *_parts(seen), *_lengths(course)]


def _events(course: Course) -> Iterator[str]:
    for name, count in Counter(course).items():
        yield from (f"n{times}:{name}" for times in range(1, min(count, MOST_ALIKE) + 1))


def _orders(course: Course) -> Iterator[str]:
    yield f"last:{course[-1]}"
    yield f"last:{'>'.join(course[-2:])}"
    yield f"last:{'>'.join(course[-3:])}"
    yield from (f"then:{one}>{other}" for one, other in pairwise(course))
    for by in ("customer", "bot"):
        own = [name for name in course if name.startswith(by)]
        yield f"own:{'>'.join(own[-2:])}"
        echoes = sum(one == other for one, other in pairwise(own))
        yield from (f"echo:{by}:{times}" for times in range(1, min(echoes, MOST_ALIKE) + 1))


def _parts(course: Course) -> Iterator[str]:
    counts: Counter[str] = Counter()
    for name in course:
        by, _, intent = name.partition(":")
        counts.update({f"{by}:{piece}" for piece in intent.split("_")})
    for part, count in counts.items():
        yield from (f"part{times}:{part}" for times in range(1, min(count, MOST_ALIKE) + 1))


def _lengths(course: Course) -> Iterator[str]:
    yield f"long:{min(len(course) // 4, 12)}"
    again = sum(count - 1 for count in Counter(course).values())
    yield from (f"again:{times}" for times in range(1, min(again, 2 * MOST_ALIKE) + 1))
