"""What customers thought of a conversation: five faces, and a comment if they like."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from baton.core.ids import ConversationId

SCORES = range(1, 6)
"""From very bad to very good: five, as the field's surveys have it, so that numbers can be compared."""

MOST_CHARACTERS = 1_000


@dataclass(frozen=True, slots=True)
class Rating:
    """The last rating of a conversation. `after_handoff`: a person had been asked in before it was given."""

    conversation_id: ConversationId
    customer: str | None
    score: int
    comment: str | None
    at: datetime
    after_handoff: bool


@dataclass(frozen=True, slots=True)
class Scores:
    """How many ratings there were of each score."""

    spread: Mapping[int, int] = field(default_factory=dict[int, int])

    @property
    def count(self) -> int:
        """How many ratings."""
        return sum(self.spread.values())

    @property
    def mean(self) -> float | None:
        """The mean score, from 1 to 5. None where nobody has rated: no mean of nothing."""
        return sum(score * n for score, n in self.spread.items()) / self.count if self.count else None

    def __add__(self, other: "Scores") -> "Scores":
        return Scores({score: self.spread.get(score, 0) + other.spread.get(score, 0) for score in SCORES})
