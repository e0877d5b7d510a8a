"""What past waits teach about the next: how far they ended from what was expected, and how often a range held.

Each wait becomes a score, its length over the expected one. The range is what four of five scores fall into, and so it
learns by itself what no formula knows: that a queue's people are slower than they look, that other queues' customers
overtake. Who gave up would have waited longer still; such scores are censored, and weighed by Kaplan and Meier's rule.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import log

from baton.core.waiting.span import WaitRange

LOW, HIGH = 0.1, 0.9
"""Of a hundred waits ten may end before the range and ten after it."""

WINDOW = 600
"""How many of a queue's last waits count. More would be steadier and slower to follow a changed team."""

FEWEST = 30
"""Below so many scores there is no range at all: the tenth and the ninetieth percentile would be two customers."""

PRIOR = 20
"""How many scores the theory counts for beside those that were seen, so that thirty don't speak for all."""

ENOUGH_KEPT = 40
"""A range is told only where so many earlier ones of its queue have come out..."""

HELD = (0.72, 0.90)
"""...and this share of them held: around 80%, as far as chance leads 150 ranges astray once in fifty times."""

JUDGED = 150
"""How many of the last ranges are judged by."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Past:
    """One who joined the line: what was expected then, and what came of it.

    `wait_s` is how long they waited, to the end or, where it has not `has_ended`, so far; `was_served` says that it
    ended with a person. `wait` is the range that was reckoned, told or not. `is_free`: a slot was free, so that they
    waited for nothing but a hand.
    """

    expected_s: float
    exponent: float
    is_free: bool = False
    wait: WaitRange | None = None
    wait_s: float = 0.0
    was_served: bool = False
    has_ended: bool = True

    @property
    def gave_up(self) -> bool:
        """Whether the wait ended without a person."""
        return self.has_ended and not self.was_served

    def score(self, handling_s: float) -> float:
        """The wait over the expected one, stretched so that short lines and long ones are alike."""
        return ((self.wait_s + handling_s) / (self.expected_s + handling_s)) ** self.exponent


@dataclass(frozen=True, slots=True)
class Coverage:
    """Of `judged` ranges, the share that `held`. Who gave up before the end of a range says nothing about it."""

    judged: int
    held: float


UNJUDGED = Coverage(0, 0.0)
"""No range has come out yet."""


@dataclass(frozen=True, slots=True)
class Calibration:
    """A queue's scores at the two ends of the range, from how many waits, and how its ranges have held lately."""

    low: float
    high: float
    seen: int
    coverage: Coverage

    @property
    def is_trusted(self) -> bool:
        """Whether a range may be told. Where not, a customer hears their position and no time."""
        return self.coverage.judged >= ENOUGH_KEPT and HELD[0] <= self.coverage.held <= HELD[1]


def calibrate(pasts: Sequence[Past], *, handling_s: float) -> Calibration | None:
    """What the waits of one queue teach, the newest last; those that still go on belong with them.

    None below `FEWEST` that ended with a person.
    """
    recent = pasts[-WINDOW:]
    served = sum(past.was_served for past in recent)
    if served < FEWEST:
        return None
    scores = [(past.score(handling_s), past.was_served, 1.0) for past in recent]
    low, high = quantiles([*scores, *_theory()], (LOW, HIGH))
    return Calibration(low, high, served, coverage(pasts))


def coverage(pasts: Iterable[Past]) -> Coverage:
    """How the last ranges held: of those served, and of those who gave up only after the range had ended."""
    outcomes = [
        past.wait.holds(past.wait_s)
        for past in pasts
        if past.wait is not None and (past.was_served or past.wait_s > past.wait.high_s)
    ][-JUDGED:]
    return Coverage(len(outcomes), sum(outcomes) / len(outcomes) if outcomes else 0.0)


def quantiles(scores: Iterable[tuple[float, bool, float]], shares: tuple[float, ...]) -> tuple[float, ...]:
    """The scores below which these shares lie, by Kaplan and Meier. A score is (value, was seen to its end, weight).

    Shares rise. One that was never reached, because everybody gave up before, is the highest score.
    """
    ordered = sorted(scores, key=lambda score: (score[0], not score[1]))
    at_risk = sum(weight for _, _, weight in ordered)
    still, found = 1.0, list[float]()
    for value, was_seen, weight in ordered:
        if was_seen:
            still *= 1 - weight / at_risk
            while len(found) < len(shares) and 1 - still >= shares[len(found)] - 1e-12:
                found.append(value)
        at_risk = max(weight, at_risk - weight)
    return (*found, *(ordered[-1][0],) * (len(shares) - len(found)))


def _theory() -> list[tuple[float, bool, float]]:
    """Scores as they would fall if services had no memory: an exponential law, at the middle of each equal part."""
    return [(-log(1 - (n + 0.5) / PRIOR), True, 1.0) for n in range(PRIOR)]
