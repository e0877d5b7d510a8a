"""When a waiting customer is told again. Too seldom and the card lies; too often and nobody can read it."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from baton.core.waiting.span import WaitRange

QUIET = timedelta(seconds=15)
"""The least time between two tellings: a line that moves by five in a second is one move to who reads it."""

RISE_QUIET = timedelta(seconds=60)
"""And where the position grew, because somebody more urgent came: that may turn round again by itself."""

MARGIN = 1.5
"""A range came nearer when what is left of the told one is so many times as long..."""

MARGIN_S = 30.0
"""...and longer by so many seconds, below which nobody plans."""

WARN_S = 10.0
"""A range that will not hold is owned up to so many seconds before its end."""

SHORTEST_S = 60.0
"""No sentence names less than "less than a minute", so no range ends before that for who was told it."""


class Telling(StrEnum):
    """What to do: nothing, move the card without a word, or say in the chat that what was told was wrong."""

    NOTHING = "nothing"
    MOVE = "move"
    OWN_UP = "own_up"


@dataclass(frozen=True, slots=True)
class Told:
    """What a customer was told at a moment: the position, and the wait from that moment on where one was told.

    `words` are the range as they read it, in their language, and `end_s` is the longest wait that these name: ranges
    are rounded outward, and a customer holds us to what they read.
    """

    at: datetime
    position: int
    wait: WaitRange | None = None
    end_s: float | None = None
    words: str = ""

    def left_s(self, now: datetime) -> float | None:
        """The seconds from now to the told end; below 0 where it has passed, None where none was told."""
        return None if self.end_s is None else self.end_s - (now - self.at).total_seconds()


@dataclass(frozen=True, slots=True)
class News:
    """What to tell, and how: quietly on the card, or in the chat because the last range will not hold.

    `end_s` is set where the end that was told before still binds, in seconds from now.
    """

    telling: Telling
    wait: WaitRange | None = None
    end_s: float | None = None


NO_NEWS = News(Telling.NOTHING)


def told_view(told: Told | None) -> dict[str, Any] | None:
    """The range as the API shows it: seconds from `at` on, and the words. None where none was told."""
    if told is None or told.wait is None:
        return None
    return {"low_s": told.wait.low_s, "high_s": told.wait.high_s, "at": told.at, "words": told.words}


def tell_again(told: Told, now: datetime, *, position: int, wait: WaitRange | None) -> News:
    """What one who was told `told` hears of what is true now. A range is never put off without owning up to it."""
    left = told.left_s(now)
    if left is not None and left <= WARN_S:
        return News(Telling.OWN_UP, wait)
    if now - told.at < (QUIET if position <= told.position else RISE_QUIET):
        return NO_NEWS
    if left is not None and wait is not None and wait.low_s > left:
        return News(Telling.OWN_UP, wait)
    if position != told.position or _came_nearer(left, wait):
        return News(Telling.MOVE, *_within(left, wait))
    return NO_NEWS


def _came_nearer(left: float | None, wait: WaitRange | None) -> bool:
    if wait is None:
        # No range any more is no news: the one that was told stands until it is owned up to.
        return False
    if left is None:
        return True
    end = max(wait.high_s, SHORTEST_S)
    return left > end * MARGIN and left - end > MARGIN_S


def _within(left: float | None, wait: WaitRange | None) -> tuple[WaitRange | None, float | None]:
    """The range as it may be told quietly, and the end that binds: not beyond the one that was told before."""
    if left is None:
        return wait, None
    if wait is None:
        return WaitRange(0.0, left), left
    return WaitRange(min(wait.low_s, left), min(wait.high_s, left)), min(max(wait.high_s, SHORTEST_S), left)
