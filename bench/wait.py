"""How honest the told waits are: `uv run python bench/wait.py --data ../shared/data [--from 16] [--to 20] [--by hour]`.

Each call of the days that had to wait is told a range by what was known at that moment; the ranges learn from the calls
before it, from the first day on. Beside it: half to one and a half times the average of the last hour, and the middle
80% of Erlang C for those who wait. A call that was given up inside its range says nothing; one given up after its end
was longer than told.
"""

import argparse
import heapq
import statistics
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from math import log
from pathlib import Path

from calls import Call, Day, days

from baton.core.waiting import HANDLING_S, Calibration, Past, WaitRange, calibrate, mean_wait, reckon
from baton.core.waiting.calibration import WINDOW, quantiles

REFRESH_S = 30.0
"""A desk learns from what has ended every so many seconds."""


@dataclass(frozen=True, slots=True)
class Ranged:
    """A call with the ranges that it could have been told."""

    call: Call
    ahead: int
    told: WaitRange | None
    is_shown: bool
    last_hour: WaitRange | None
    erlang_c: WaitRange | None
    erlang_mean_s: float


class Queue:
    """One type of call, and what its ranges have learned."""

    def __init__(self) -> None:
        self.ended: list[Past] = []
        self.waiting: dict[int, tuple[float, Past]] = {}
        self.leaving: list[tuple[float, int]] = []
        self.outcome: dict[int, Past] = {}
        self.learned_at = -REFRESH_S
        self.calibration: Calibration | None = None

    def at(self, now: float) -> Calibration | None:
        """What was learned by then."""
        while self.leaving and self.leaving[0][0] <= now:
            _, number = heapq.heappop(self.leaving)
            self.waiting.pop(number)
            self.ended.append(self.outcome.pop(number))
        if now - self.learned_at >= REFRESH_S:
            going_on = [replace(past, wait_s=now - since) for since, past in self.waiting.values()]
            self.calibration = calibrate([*self.ended[-WINDOW:], *going_on], handling_s=HANDLING_S)
            self.learned_at = now
        return self.calibration

    def join(self, number: int, now: float, past: Past, call: Call) -> None:
        """A call joins the line; how it ends is known when it does."""
        self.waiting[number] = (now, past)
        self.outcome[number] = replace(past, wait_s=call.wait_s, was_served=call.was_served)
        heapq.heappush(self.leaving, (now + call.wait_s, number))


def ranged(all_days: Iterable[Day]) -> Iterator[Ranged]:
    """Every call that waited, with its ranges, learning as a desk would."""
    queues: dict[str, Queue] = defaultdict(Queue)
    for day in all_days:
        for number, call in enumerate(day.waited):
            scene = day.scene(call)
            now = call.day * 86_400 + call.joined
            queue = queues[call.kind]
            calibration = queue.at(now)
            past = reckon(scene, calibration) if scene else None
            if scene is None or past is None:
                continue
            queue.join(call.day * 100_000 + number, now, past, call)
            shown = calibration is not None and calibration.is_trusted
            hour = [other.wait_s for other in day.hour_before(call.joined)]
            mean = statistics.fmean(hour) if hour else None
            load = day.load(call.joined)
            yield Ranged(
                call,
                scene.ahead,
                past.wait,
                shown,
                WaitRange(mean / 2, mean * 1.5) if mean else None,
                _erlang_c(int(scene.slots), load, scene.service_s),
                mean_wait(int(scene.slots), load, scene.service_s),
            )


def _erlang_c(servers: int, load: float, service_s: float) -> WaitRange | None:
    if load >= servers:
        return None
    pace = service_s / (servers - load)
    return WaitRange(-log(0.9) * pace, -log(0.1) * pace)


def row(name: str, found: list[Ranged], of: Callable[[Ranged], WaitRange | None]) -> str:
    """One line of the table."""
    told = [(one.call, wait) for one in found if (wait := of(one)) is not None]
    known = [(call, wait) for call, wait in told if call.was_served or call.wait_s > wait.high_s]
    served = [(call, wait) for call, wait in told if call.was_served]
    if not served:
        return f"{name:<22} {len(told):>6}      -"
    width = statistics.median(wait.high_s - wait.low_s for _, wait in told)
    low, high = (statistics.median(getattr(wait, end) for _, wait in told) for end in ("low_s", "high_s"))
    return (
        f"{name:<22} {len(told):>6} {_held(known):>8.1%} {_held(served):>8.1%} {_all_stayed(told):>8.1%} "
        f"{sum(call.wait_s < wait.low_s for call, wait in served) / len(served):>7.1%} "
        f"{sum(call.wait_s > wait.high_s for call, wait in served) / len(served):>7.1%} {width:>7.0f} s "
        f"{low:>5.0f}-{high:.0f} s"
    )


HEAD = (
    f"{'':<22} {'calls':>6} {'held':>8} {'served':>8} {'if all':>8} {'sooner':>7} {'later':>7} {'width':>9} "
    f"{'middle range':>13}"
)


def _held(outcomes: list[tuple[Call, WaitRange]]) -> float:
    return sum(wait.holds(call.wait_s) for call, wait in outcomes) / len(outcomes)


def _all_stayed(told: list[tuple[Call, WaitRange]]) -> float:
    """The share that holds had nobody given up: Kaplan and Meier over where in the range each wait ended."""
    places = [(_place(call.wait_s, wait), call.was_served, 1.0) for call, wait in told]
    steps = tuple(n / 400 for n in range(1, 400))
    return sum(1 <= place <= 2 for place in quantiles(places, steps)) / len(steps)


def _place(wait_s: float, wait: WaitRange) -> float:
    if wait_s < wait.low_s:
        return wait_s / wait.low_s
    if wait_s <= wait.high_s:
        return 1 + (wait_s - wait.low_s) / max(1e-9, wait.high_s - wait.low_s)
    return 2 + (wait_s - wait.high_s) / max(1.0, wait.high_s)


GROUPS: dict[str, Callable[[Ranged], str]] = {
    "hour": lambda one: f"{int(one.call.joined // 3600):02}:00",
    "type": lambda one: one.call.kind,
    "ahead": lambda one: _band(one.ahead, (0, 1, 2, 4, 8, 16)),
    "day": lambda one: f"{one.call.day:02}",
}


def _band(value: int, starts: tuple[int, ...]) -> str:
    at = max(n for n, start in enumerate(starts) if value >= start)
    if at + 1 == len(starts):
        return f"{starts[at]:02}+"
    return f"{starts[at]:02}" if starts[at + 1] == starts[at] + 1 else f"{starts[at]:02}-{starts[at + 1] - 1:02}"


def report(found: list[Ranged], by: tuple[str, ...]) -> str:
    """The tables."""
    lines = [HEAD]
    lines += [
        row("Baton, all reckoned", found, lambda one: one.told),
        row("Baton, told", found, lambda one: one.told if one.is_shown else None),
        row("last hour's average", found, lambda one: one.last_hour),
        row("Erlang C", found, lambda one: one.erlang_c),
    ]
    served = [one for one in found if one.call.was_served]
    calm = [one.erlang_mean_s for one in served if one.erlang_c is not None]
    lines.append(
        f"\nThose served waited {statistics.fmean(one.call.wait_s for one in served):.0f} s in the mean and "
        f"{statistics.median(one.call.wait_s for one in served):.0f} s in the middle; Erlang C's mean is "
        f"{statistics.median(calm):.0f} s in the middle, and none at all for {1 - len(calm) / len(served):.0%} of them "
        "(more load than people)."
    )
    for name in by:
        groups: dict[str, list[Ranged]] = defaultdict(list)
        for one in found:
            groups[GROUPS[name](one)].append(one)
        lines += ["", HEAD, *(row(f"{name} {key}", groups[key], lambda one: one.told) for key in sorted(groups))]
    return "\n".join(lines)


def main() -> None:
    """Read, replay, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--from", dest="first", type=int, default=16, help="the first day that is reported")
    parser.add_argument("--to", dest="last", type=int, default=20, help="the last one")
    parser.add_argument("--by", nargs="*", choices=sorted(GROUPS), default=[])
    asked = parser.parse_args()
    found = [one for one in ranged(days(asked.data)) if asked.first <= one.call.day <= asked.last]
    print(report(found, tuple(asked.by)))


if __name__ == "__main__":
    main()
