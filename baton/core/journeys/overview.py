"""How the desk did in a period: what began in it, where it went, and how it ended."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """Conversations that began on a day and were handed over for a reason (None: the bot kept them).

    `by_bot` were closed without a person, `left` of these because the customer said no more; `by_person` were closed
    after a person had written, `unanswered` after a handoff in which nobody had; `open` are not closed.
    """

    day: date
    reason: str | None
    count: int
    by_bot: int
    left: int
    by_person: int
    unanswered: int
    open: int


@dataclass(frozen=True, slots=True)
class Overview:
    """The shares of a period, with how long customers waited for a person's first words, in seconds."""

    shares: tuple[Share, ...] = ()
    replies: int = 0
    median_s: float | None = None
    ninetieth_s: float | None = None
    now: dict[str, int] = field(default_factory=dict[str, int])

    def total(self, name: str) -> int:
        """The sum of one of the counts."""
        return sum(getattr(one, name) for one in self.shares)

    @property
    def handed_over(self) -> int:
        """How many were handed over."""
        return _count(one for one in self.shares if one.reason)

    @property
    def reasons(self) -> tuple[tuple[str, int], ...]:
        """Why, the most frequent reason first."""
        counted = Counter[str]()
        for one in self.shares:
            counted[one.reason or ""] += one.count
        del counted[""]
        return tuple(sorted(counted.items(), key=lambda item: (-item[1], item[0])))

    def on(self, day: date) -> tuple[int, int]:
        """How many began on a day, and how many of them were handed over."""
        that = [one for one in self.shares if one.day == day]
        return _count(that), _count(one for one in that if one.reason)


def _count(shares: Iterable[Share]) -> int:
    return sum(one.count for one in shares)
