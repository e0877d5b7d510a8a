"""One line of the launch check: what was looked at, how it stands, and where to mend it."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum


class Mark(StrEnum):
    """How a line stands. One that refuses keeps the company from going live."""

    OK = "ok"
    WARNING = "warning"
    REFUSES = "refuses"


class Part(StrEnum):
    """What a line is about, in the order in which they are told."""

    RULES = "rules"
    QUEUES = "queues"
    WORDS = "words"
    SOURCES = "sources"
    QUESTIONS = "questions"
    WAYS_IN = "ways_in"


@dataclass(frozen=True, slots=True)
class Line:
    """One line. `room` is the console's room to mend it in, as its address has it (`queues/billing`).

    `line` and `column` are its place in the policy, from 1; 0 where it has none there.
    """

    part: Part
    mark: Mark
    says: str
    hint: str = ""
    room: str = ""
    line: int = 0
    column: int = 0


def listed(names: Sequence[str], most: int = 4) -> str:
    """Names in a row, the first of many."""
    more = len(names) - most
    return ", ".join(names[:most]) + (f" and {more} more" if more > 0 else "")
