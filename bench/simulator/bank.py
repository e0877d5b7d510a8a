"""The days of a bank's telephone line, from `08_queue/bank_calls_aug1999.*.jsonl` of the data folder.

Who came when, of which type and priority, and how long each took is the data's. A person is there from their first
call of the day to the last, but for gaps in which somebody waited whom they could have taken. What the data doesn't
show is drawn: how long those who were served would have waited on (from the same type's waits, with served calls as
lower bounds), and how long those would have taken who gave up (from the same type's services).
"""

import json
import random
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

from bench.simulator.engine import Told
from bench.simulator.world import Arrival, Day, Person

BREAK_S, IGNORED_S = 60.0, 20.0
"""A gap so long between a person's calls counts as not being there, if somebody waited in it so long for them."""

WRAP_S = 5.0
"""Between two calls while others wait: the median gap in the data."""

KNOWS_TYPE = 3
"""A person who has taken so many calls of a type in the month can do it."""

Span = tuple[float, float]

PRIORITIES = {"0": 0, "1": 0, "2": 2}


def days(data: Path, numbers: Sequence[int], seed: int) -> Iterator[Day]:
    """The days of those numbers (of the month)."""
    rows = [row for path in sorted((data / "08_queue").glob("bank_calls*.dev.jsonl")) for row in _rows(path)]
    waits, services = _patience(rows), _by_type((row["type"], row["ser_s"]) for row in rows if _was_served(row))
    skills = _skills(rows)
    for number in numbers:
        dice = random.Random(seed * 1000 + number)
        mine = [row for row in rows if int(row["date"][-2:]) == number]
        came = sorted((_arrival(at, row, waits, services, dice) for at, row in enumerate(mine)), key=lambda one: one.at)
        yield Day(tuple(came), tuple(_people(mine, skills)))


def as_it_was(data: Path, numbers: Sequence[int]) -> tuple[Told, ...]:
    """What the data says came of those days' calls."""
    found: list[Told] = []
    rows = [row for path in sorted((data / "08_queue").glob("bank_calls*.dev.jsonl")) for row in _rows(path)]
    for row in rows:
        if int(row["date"][-2:]) in numbers:
            by = Person(id=row["server"], spans=(), skills={row["type"]: 1}) if row["outcome"] == "AGENT" else None
            priority = PRIORITIES[row["priority"]]
            one = Arrival(
                id=row["call_id"],
                at=0,
                queue=row["type"],
                service_s=0,
                patience_s=0,
                skills={row["type"]: 1},
                priority=priority,
            )
            found.append(Told(one, wait_s=float(row["q_s"]), by=by))
    return tuple(found)


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    for line in path.read_text().splitlines():
        row = json.loads(line)
        if row["outcome"] == "AGENT" or (row["outcome"] == "HANG" and row["q_s"] > 0):
            yield row


def _was_served(row: dict[str, Any]) -> bool:
    return row["outcome"] == "AGENT" and row["ser_s"] > 0 and row["server"] != "NO_SERVER"


def _arrival(
    number: int,
    row: dict[str, Any],
    waits: dict[str, "Survival"],
    services: dict[str, list[float]],
    dice: random.Random,
) -> Arrival:
    kind, is_served = row["type"], row["outcome"] == "AGENT"
    waited = float(row["q_s"])
    return Arrival(
        id=f"cnv_{number:05}",
        at=_seconds(row["q_start"] if row["q_s"] else row["ser_start"]),
        queue=kind,
        skills={kind: 1},
        priority=PRIORITIES[row["priority"]],
        service_s=float(row["ser_s"]) if _was_served(row) else dice.choice(services[kind]),
        patience_s=waits[kind].longer_than(waited, dice) if is_served else max(1.0, waited),
    )


def _people(rows: list[dict[str, Any]], skills: dict[str, dict[str, int]]) -> Iterator[Person]:
    calls: dict[str, list[Span]] = defaultdict(list)
    for row in filter(_was_served, rows):
        start = _seconds(row["ser_start"])
        calls[row["server"]].append((start, start + row["ser_s"]))
    waits: dict[str, list[Span]] = defaultdict(list)
    for row in rows:
        if row["q_s"] > IGNORED_S:
            waits[row["type"]].append((_seconds(row["q_start"]), _seconds(row["q_start"]) + row["q_s"]))
    for name, held in sorted(calls.items()):
        theirs = [span for kind in skills[name] for span in waits[kind]]
        yield Person(id=f"opr_{name}", spans=tuple(_spans(sorted(held), theirs)), skills=skills[name], wrap_s=WRAP_S)


def _spans(held: list[Span], waits: list[Span]) -> Iterator[Span]:
    begin = held[0][0]
    for (_, ended), (start, _) in pairwise(held):
        if start - ended > BREAK_S and any(min(start, b) - max(ended, a) > IGNORED_S for a, b in waits):
            yield begin, ended
            begin = start
    yield begin, held[-1][1]


def _skills(rows: list[dict[str, Any]]) -> dict[str, dict[str, int]]:
    """Each person's types, with a level by how many of its calls they took."""
    taken = Counter((row["server"], row["type"]) for row in rows if _was_served(row))
    found: dict[str, dict[str, int]] = defaultdict(dict)
    for (server, kind), count in taken.items():
        if count >= KNOWS_TYPE:
            found[server][kind] = 1
    return found


class Survival:
    """Kaplan and Meier's estimate of how long people wait before they give up; those served only waited at least so."""

    def __init__(self, waits: list[tuple[float, bool]]) -> None:
        left, self._times, self._left_after = len(waits), [0.0], [1.0]
        for wait, gave_up in sorted(waits):
            if gave_up:
                self._times.append(wait)
                self._left_after.append(self._left_after[-1] * (1 - 1 / left))
            left -= 1

    def longer_than(self, waited: float, dice: random.Random) -> float:
        """A patience longer than what was waited; an hour where the data says no more than that."""
        here = bisect_left(self._times, waited)
        level = self._left_after[max(0, here - 1)] * dice.random()
        for time, share in zip(self._times[here:], self._left_after[here:], strict=True):
            if share <= level:
                return max(time, waited + 1.0)
        return max(3600.0, waited + 1.0)


def _patience(rows: list[dict[str, Any]]) -> dict[str, Survival]:
    waits: dict[str, list[tuple[float, bool]]] = defaultdict(list)
    for row in rows:
        waits[row["type"]].append((float(row["q_s"]), row["outcome"] == "HANG"))
    return {kind: Survival(found) for kind, found in waits.items()}


def _by_type(pairs: Iterator[tuple[str, float]]) -> dict[str, list[float]]:
    found: dict[str, list[float]] = defaultdict(list)
    for kind, value in pairs:
        found[kind].append(float(value))
    return found


def _seconds(clock: str) -> float:
    hours, minutes, seconds = map(int, clock.split(":"))
    return hours * 3600.0 + minutes * 60 + seconds
