"""What a replay foretold of a policy, held against what came once it was in force."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import sqrt

ALL = "all"
"""The name of the sum over all reasons."""

SURE = 1.96
"""Standard deviations within which 19 of 20 counts lie where nothing but chance is at work."""


@dataclass(frozen=True, slots=True)
class Foretold:
    """Handoffs by reason, as a replay counted them in so many conversations of the past."""

    conversations: int
    handoffs: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Held:
    """Handoffs of one reason: how many were to be expected, from `low` to `high` by chance alone, and how many came."""

    reason: str
    expected: float
    low: float
    high: float
    came: int

    @property
    def is_by_chance(self) -> bool:
        """Whether the difference needs no other cause than chance."""
        return self.low <= self.came <= self.high


def held_against(foretold: Foretold, conversations: int, came: Mapping[str, int]) -> tuple[Held, ...]:
    """What was to be expected of so many conversations beside the handoffs that came in them, the sum first.

    Chance is at work twice: in the conversations that were replayed, and in those that came.
    """
    told, counted = foretold.handoffs, came
    most = {name: max(told.get(name, 0), counted.get(name, 0)) for name in {*told, *counted}}
    sums = _held(ALL, sum(told.values()), foretold.conversations, conversations, sum(counted.values()))
    return sums, *(
        _held(name, told.get(name, 0), foretold.conversations, conversations, counted.get(name, 0))
        for name in sorted(most, key=lambda name: (-most[name], name))
    )


def _held(reason: str, told: int, of: int, conversations: int, came: int) -> Held:
    share = conversations / max(1, of)
    # Half a handoff more, so that a reason that never came is not taken to be impossible.
    spread = SURE * sqrt((told + 0.5) * share * (1 + share))
    expected = told * share
    return Held(reason, expected, max(0.0, expected - spread), expected + spread, came)
