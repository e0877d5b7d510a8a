"""What an operator says of a packet: whether it was useful, and what it lacked."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from baton.core.ids import ConversationId, HandoffId, OperatorId


class Lacked(StrEnum):
    """What a packet can lack. The words for each stand in the inbox."""

    WISH = "wish"
    FACT = "fact"
    TRIED = "tried"
    SOURCE = "source"
    CUSTOMER = "customer"
    WRONG = "wrong"
    LENGTH = "length"


MOST_NOTE = 500
"""Characters of what an operator adds in their own words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rating:
    """One operator's word on the packet of one handoff. Another by the same operator replaces it."""

    handoff: HandoffId
    conversation: ConversationId
    operator: OperatorId
    operator_name: str | None
    queue: str
    useful: bool
    lacked: tuple[Lacked, ...]
    note: str | None
    at: datetime
    version: int | None = None
    """What was rated: 1 is the packet as it was handed over, 2 what a model made of it. None where nobody said."""


@dataclass(frozen=True, slots=True)
class RatingTally:
    """How packets were judged in a period: how many useful, how many not, and how often each thing was lacking."""

    useful: int
    not_useful: int
    lacked: dict[Lacked, int]
    versions: dict[int, tuple[int, int]]
    """Of each version that was rated as such, how many useful and how many not."""

    @property
    def share(self) -> float | None:
        """The useful ones among all that were rated, from 0 to 1. None where none was."""
        rated = self.useful + self.not_useful
        return self.useful / rated if rated else None


def tally(ratings: tuple[Rating, ...]) -> RatingTally:
    """The counts of some ratings."""
    useful = sum(one.useful for one in ratings)
    lacked = {kind: sum(kind in one.lacked for one in ratings) for kind in Lacked}
    versions = {one.version for one in ratings if one.version is not None}
    return RatingTally(
        useful=useful,
        not_useful=len(ratings) - useful,
        lacked={kind: count for kind, count in lacked.items() if count},
        versions={version: _said_of(ratings, version) for version in sorted(versions)},
    )


def _said_of(ratings: tuple[Rating, ...], version: int) -> tuple[int, int]:
    said = [one.useful for one in ratings if one.version == version]
    return sum(said), len(said) - sum(said)


def rating_view(one: Rating) -> dict[str, Any]:
    """A rating as JSON values, for the team."""
    return {
        "handoff_id": one.handoff,
        "conversation_id": one.conversation,
        "operator": {"id": one.operator, "name": one.operator_name},
        "queue": one.queue,
        "useful": one.useful,
        "lacked": [kind.value for kind in one.lacked],
        "note": one.note,
        "version": one.version,
        "at": one.at,
    }
