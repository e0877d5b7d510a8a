"""The calls of a bank as a queue that can be asked, at each moment, what a desk would have known then.

Read from `08_queue/bank_calls_aug1999.*.jsonl` of the data folder. All types share one pool of people, who take the
caller with the smallest time of arrival less a credit; a caller of priority 2 has 90 seconds of it (the gap at which
callers overtake one another in the data). Only what had happened by a moment is told of it.
"""

import json
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from baton.core.waiting import Scene

CREDIT_S = {"0": 0.0, "1": 0.0, "2": 90.0}
SEEN_S = 1200.0
"""A person who has ended no call for so long has left."""


@dataclass(frozen=True, slots=True)
class Call:
    """One call. Seconds of the day; `wait_s` is 0 for those who were served at once."""

    day: int
    kind: str
    joined: float
    wait_s: float
    was_served: bool
    service_s: float
    server: str
    ranks_at: float

    @property
    def left(self) -> float:
        """When it was taken or given up."""
        return self.joined + self.wait_s

    @property
    def ended(self) -> float:
        """When its service ended."""
        return self.left + self.service_s


@dataclass(frozen=True)
class Day:
    """A day's calls, asked about one moment after another."""

    calls: tuple[Call, ...]

    @cached_property
    def waited(self) -> tuple[Call, ...]:
        """Those that had to wait, by when they joined."""
        return tuple(sorted((call for call in self.calls if call.wait_s > 0), key=lambda call: call.joined))

    @cached_property
    def _served(self) -> tuple[Call, ...]:
        return tuple(sorted((call for call in self.calls if call.was_served), key=lambda call: call.ended))

    @cached_property
    def _ends(self) -> list[float]:
        return [call.ended for call in self._served]

    @cached_property
    def _left(self) -> tuple[Call, ...]:
        return tuple(sorted(self.waited, key=lambda call: call.left))

    @cached_property
    def _leavings(self) -> list[float]:
        return [call.left for call in self._left]

    @cached_property
    def _arrivals(self) -> list[float]:
        return sorted(call.joined for call in self.calls)

    def people(self, at: float) -> int:
        """How many serve: those who hold a call or ended one lately."""
        since = bisect_left(self._ends, at - SEEN_S)
        return len({call.server for call in self._served[since:] if call.left <= at})

    def service_s(self, at: float) -> float | None:
        """The mean of the last sixty services that had ended by then."""
        upto = bisect_right(self._ends, at)
        recent = self._served[max(0, upto - 60) : upto]
        return sum(call.service_s for call in recent) / len(recent) if recent else None

    def gives_up(self, at: float) -> float:
        """The share of waiting callers that gave up in a second, over the last hundred who waited."""
        upto = bisect_right(self._leavings, at)
        recent = self._left[max(0, upto - 100) : upto]
        waited = sum(call.wait_s for call in recent)
        return sum(not call.was_served for call in recent) / waited if waited else 0.0

    def hour_before(self, at: float) -> list[Call]:
        """Those who waited and were served within the last hour."""
        since, upto = bisect_left(self._leavings, at - 3600), bisect_right(self._leavings, at)
        return [call for call in self._left[since:upto] if call.was_served]

    def load(self, at: float) -> float:
        """The load in erlangs by the arrivals of the last half hour."""
        came = bisect_right(self._arrivals, at) - bisect_left(self._arrivals, at - 1800)
        return came / 1800 * (self.service_s(at) or 0.0)

    def scene(self, call: Call) -> Scene | None:
        """What was known when a call joined the line; None before the first service of the day had ended."""
        service_s = self.service_s(call.joined)
        if service_s is None or service_s <= 0:
            return None
        ahead = sum(
            other.ranks_at <= call.ranks_at
            for other in self._left[bisect_right(self._leavings, call.joined) :]
            if other.joined <= call.joined and other is not call
        )
        slots = self.people(call.joined)
        return Scene(ahead=ahead, slots=slots, free=0, service_s=service_s, gives_up=self.gives_up(call.joined))


def days(data: Path) -> Iterator[Day]:
    """Every day in the data, in order."""
    by_day: dict[int, list[Call]] = {}
    for path in sorted((data / "08_queue").glob("bank_calls_aug1999.*.jsonl")):
        for line in path.read_text().splitlines():
            row = json.loads(line)
            if row["outcome"] != "PHANTOM" and (row["q_s"] > 0 or row["outcome"] == "AGENT"):
                call = _call(row)
                by_day.setdefault(call.day, []).append(call)
    yield from (Day(tuple(by_day[day])) for day in sorted(by_day))


def _call(row: dict[str, str | int]) -> Call:
    joined = _seconds(str(row["q_start"] if row["q_s"] else row["ser_start"]))
    return Call(
        day=int(str(row["date"])[-2:]),
        kind=str(row["type"]),
        joined=joined,
        wait_s=float(row["q_s"]),
        was_served=row["outcome"] == "AGENT",
        service_s=float(row["ser_s"]),
        server=str(row["server"]),
        ranks_at=joined - CREDIT_S[str(row["priority"])],
    )


def _seconds(clock: str) -> float:
    hours, minutes, seconds = clock.split(":")
    return int(hours) * 3600 + int(minutes) * 60 + int(seconds)
