"""What is told of a simulated day."""

from collections.abc import Sequence
from dataclasses import dataclass

from bench.simulator.engine import Told


@dataclass(frozen=True, slots=True)
class Figures:
    """Waits are those of the served, in seconds. Shares are from 0 to 1.

    `matched` had a person with every skill, level and language asked for on arrival; `known` came to the one who knew
    them. `kept` of the promises that weren't withdrawn by giving up in time. `passed_s` is the longest by which one who
    came later came first with a person who could have taken both; `urgent_s` the mean wait of the highest priority.
    """

    count: int
    mean_s: float
    p50_s: float
    p90_s: float
    most_s: float
    urgent_s: float
    gave_up: float
    matched: float
    known: float
    kept: float
    passed_s: float
    gini: float


def figures(told: Sequence[Told]) -> Figures:
    """The figures of one or more days together."""
    served = [one for one in told if one.was_served]
    waits = sorted(one.wait_s or 0.0 for one in served)
    top = max((one.arrival.priority for one in told), default=0)
    urgent = [one.wait_s or 0.0 for one in served if one.arrival.priority == top]
    due = [one for one in told if one.was_served or (one.wait_s or 0.0) > one.arrival.target_s]
    return Figures(
        count=len(told),
        mean_s=_mean(waits),
        p50_s=_at(waits, 0.5),
        p90_s=_at(waits, 0.9),
        most_s=_at(waits, 1.0),
        urgent_s=_mean(urgent),
        gave_up=1 - len(served) / max(1, len(told)),
        matched=_share([_matches(one) for one in served]),
        known=_share([one.by is not None and one.by.id == one.arrival.knows for one in served if one.arrival.knows]),
        kept=_share([one.was_served and (one.wait_s or 0.0) <= one.arrival.target_s for one in due]),
        passed_s=max((one.passed_s for one in told), default=0.0),
        gini=_gini(waits),
    )


def _matches(one: Told) -> bool:
    person, asked = one.by, one.arrival
    if person is None:
        return False
    speaks = asked.language is None or not person.languages or asked.language in person.languages
    return speaks and all(person.skills.get(skill, 0) >= level for skill, level in asked.skills.items())


def _gini(values: Sequence[float]) -> float:
    """0 where all are the same, towards 1 where one has everything. `values` in order."""
    total = sum(values)
    if not total:
        return 0.0
    weighted = sum(place * value for place, value in enumerate(values, start=1))
    return 2 * weighted / (len(values) * total) - (len(values) + 1) / len(values)


def _at(values: Sequence[float], share: float) -> float:
    return values[min(len(values) - 1, int(share * len(values)))] if values else 0.0


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values) if values else 0.0


def _share(values: Sequence[bool]) -> float:
    return sum(values) / len(values) if values else 0.0
