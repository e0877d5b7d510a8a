"""What is simulated: who comes and who is there. Times are seconds from the start of a day."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from baton.core.policy.queue import Relax

START = datetime(2026, 3, 2, tzinfo=UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """Somebody who wants a person: what they need, how long they take, and how long they have patience.

    `target_s` is what they were promised: a person within so many seconds.
    """

    id: str
    at: float
    queue: str
    service_s: float
    patience_s: float
    skills: Mapping[str, int] = field(default_factory=dict[str, int])
    language: str | None = None
    tier: str | None = None
    priority: int = 0
    knows: str | None = None
    weight: int = 1
    target_s: float = 300.0
    relax: tuple[Relax, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """An operator of the day, with the spans in which they are there and what they need after each conversation."""

    id: str
    spans: tuple[tuple[float, float], ...]
    skills: Mapping[str, int] = field(default_factory=dict[str, int])
    languages: tuple[str, ...] = ()
    capacity: int = 1
    wrap_s: float = 0.0


@dataclass(frozen=True, slots=True)
class Day:
    """A day's arrivals by time, and its people."""

    arrivals: tuple[Arrival, ...]
    people: tuple[Person, ...]


def moment(seconds: float) -> datetime:
    """That second of the day."""
    return START + timedelta(seconds=seconds)
