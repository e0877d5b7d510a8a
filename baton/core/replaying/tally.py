"""What a replay comes to, counted: what differs, and the handoffs as they were and as they would be."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime, tzinfo
from typing import Any

from baton.core.replaying.differing import Change, Difference
from baton.core.replaying.first import Walked
from baton.core.replaying.recorded import UNKNOWN, Recorded

WAS, WOULD = "was", "would_be"

View = dict[str, Any]


@dataclass(slots=True)
class Tally:
    """Counts over conversations; two can be added. `zone` is the time zone of days and half hours.

    `changes` counts by (change, what it is counted by, value), `becomes` by (decision then, decision now), `handoffs`
    by (what it is counted by, value, was or would be), `load` by (days or half hours, queue, which, was or would be).
    """

    zone: tzinfo
    totals: Counter[str] = field(default_factory=Counter[str])
    changes: Counter[tuple[str, str, str]] = field(default_factory=Counter[tuple[str, str, str]])
    becomes: Counter[tuple[str, str]] = field(default_factory=Counter[tuple[str, str]])
    handoffs: Counter[tuple[str, str, str]] = field(default_factory=Counter[tuple[str, str, str]])
    load: Counter[tuple[str, str, str, str]] = field(default_factory=Counter[tuple[str, str, str, str]])

    def note(self, walked: Walked) -> None:
        """Take in a conversation."""
        self.totals["conversations"] += 1
        for name in ("compared", "not_comparable", "by_no_rule", "not_the_same"):
            self.totals[name] += getattr(walked, name)
        for one in walked.recorded.handoffs:
            for side in (WAS, WOULD):
                self._count_handoff(one.at, one.reason, one.queue, walked.recorded, side, 1)
        if walked.difference is not None:
            self._note_difference(walked.recorded, walked.difference)

    def add(self, other: "Tally") -> None:
        """Take in another part."""
        for name in ("totals", "changes", "becomes", "handoffs", "load"):
            getattr(self, name).update(getattr(other, name))

    def _note_difference(self, recorded: Recorded, one: Difference) -> None:
        self.totals["different"] += 1
        self.totals["by_sources_of_today"] += one.by_sources_of_today
        self.becomes[one.was.kind.value, one.now.kind.value] += 1
        self.changes[one.change.value, "count", ""] += 1
        for by, value in (("reasons", _reason(one)), ("queues", _queue(one)), ("languages", one.language)):
            if value:
                self.changes[one.change.value, by, value] += 1
        if gone := one.handoff:
            self._count_handoff(gone.at, gone.reason, gone.queue, recorded, WOULD, -1)
        if comes := one.comes:
            self._count_handoff(comes.at, comes.reason, comes.queue, recorded, WOULD, 1)

    def _count_handoff(self, at: datetime, reason: str, queue: str, recorded: Recorded, side: str, by: int) -> None:
        there = at.astimezone(self.zone)
        language = recorded.language or UNKNOWN
        for name, value in (("total", ""), ("reasons", reason), ("queues", queue), ("languages", language)):
            self.handoffs[name, value, side] += by
        self.load["days", queue, there.date().isoformat(), side] += by
        self.load["half_hours", queue, f"{there.hour:02}:{'30' if there.minute >= 30 else '00'}", side] += by


def counts_view(tally: Tally) -> View:
    """The counts ready for JSON, nested by their keys: two such views are added number by number."""
    nested: View = {"totals": dict(tally.totals), "changes": {}, "becomes": {}, "handoffs": {}, "load": {}}
    for name in ("changes", "becomes", "handoffs", "load"):
        counted: Counter[tuple[str, ...]] = getattr(tally, name)
        for key, count in counted.items():
            _put(nested[name], [part for part in key if part], count)
    return nested


def _put(into: View, key: list[str], count: int) -> None:
    for part in key[:-1]:
        into = into.setdefault(part, {})
    into[key[-1]] = count


def _reason(one: Difference) -> str:
    """By which reason a difference is counted: from one to the other, where a handoff has another one."""
    if one.change in (Change.VANISHES, Change.LATER):
        return one.was.reason
    is_new = one.change in (Change.EARLIER, Change.APPEARS)
    same = is_new or one.was.reason == one.now.reason
    return one.now.reason if same else f"{one.was.reason} > {one.now.reason}"


def _queue(one: Difference) -> str | None:
    if one.change is Change.OTHER_QUEUE:
        return f"{one.was.queue} > {one.now.queue}"
    return one.now.queue or one.was.queue
