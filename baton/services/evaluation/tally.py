"""Counting what came of many lines. Tallies of parts add up, so that lines can be counted anywhere in any order."""

import heapq
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from baton.services.evaluation.expected import Expected
from baton.services.evaluation.items import Item, Part

WORST = 30
"""Examples that are kept to be read."""

BINS = 100
"""Steps into which scores are sorted for the ranking figure."""

_EXCERPT = 200


@dataclass(slots=True)
class Count:
    """Whether people were asked for rightly. `late`: of the `needed`, handed off after the turn that was named."""

    rows: int = 0
    needed: int = 0
    handed: int = 0
    right: int = 0
    late: int = 0

    def add(self, other: "Count") -> None:
        """Take another's counts in."""
        self.rows += other.rows
        self.needed += other.needed
        self.handed += other.handed
        self.right += other.right
        self.late += other.late


@dataclass(slots=True)
class Scores:
    """How often each score came, where it should have been yes and where no."""

    yes: Counter[int] = field(default_factory=Counter[int])
    no: Counter[int] = field(default_factory=Counter[int])

    def note(self, score: float, truth: bool) -> None:
        """Take one score in."""
        (self.yes if truth else self.no)[round(score * BINS)] += 1


@dataclass(frozen=True, slots=True, order=True)
class Example:
    """A line to read. `weight` is how much it matters, `line` where it stands."""

    weight: float
    line: int
    id: str = field(compare=False)
    text: str = field(compare=False)
    expected: str = field(compare=False)
    got: str = field(compare=False)
    evidence: str = field(compare=False)


@dataclass(slots=True)
class Tally:
    """Everything that the report is made of."""

    rows: int = 0
    checked: int = 0
    met: int = 0
    decisions: Counter[str] = field(default_factory=Counter[str])
    reasons: Counter[str] = field(default_factory=Counter[str])
    handoffs: dict[str, Count] = field(default_factory=dict[str, Count])
    pairs: Counter[tuple[str, str]] = field(default_factory=Counter[tuple[str, str]])
    asks: Scores = field(default_factory=Scores)
    scope: Scores = field(default_factory=Scores)
    worst: list[Example] = field(default_factory=list[Example])

    def add(self, other: "Tally") -> None:
        """Take another part's counts in."""
        self.rows += other.rows
        self.checked += other.checked
        self.met += other.met
        self.decisions.update(other.decisions)
        self.reasons.update(other.reasons)
        self.pairs.update(other.pairs)
        for key, count in other.handoffs.items():
            self.handoffs.setdefault(key, Count()).add(count)
        for mine, theirs in ((self.asks, other.asks), (self.scope, other.scope)):
            mine.yes.update(theirs.yes)
            mine.no.update(theirs.no)
        self.worst = heapq.nlargest(WORST, [*self.worst, *other.worst])

    def note(self, item: Item, row: Mapping[str, Any]) -> None:
        """Take in what came of one line: its row for the conversation as a whole."""
        self.rows += 1
        self.decisions[row["decision"]] += 1
        if row["decision"] == "handoff":
            self.reasons[row["reason"]] += 1
        expected = item.expected
        if expected is None:
            return
        self.checked += 1
        unmet = faults(expected, row)
        self.met += not unmet
        self._note_scores(expected, row)
        if expected.handoff is not None:
            self._note_handoff(item, expected, row)
        if unmet:
            self.pairs[(expected.label, got(row))] += 1
            self.worst = heapq.nlargest(WORST, [*self.worst, _example(item, expected, row, unmet)])

    def _note_scores(self, expected: Expected, row: Mapping[str, Any]) -> None:
        wants_person = expected.asks_for_person
        if wants_person is None and "customer_request" in expected.reasons:
            wants_person = True
        if wants_person is not None:
            self.asks.note(row["asks_for_person"], wants_person)
        if expected.in_scope is not None and row["in_scope"] is not None:
            self.scope.note(row["in_scope"], expected.in_scope)

    def _note_handoff(self, item: Item, expected: Expected, row: Mapping[str, Any]) -> None:
        handed = row["decision"] == "handoff"
        needed = expected.handoff is True
        late = needed and handed and _is_late(expected, row)
        one = Count(1, needed, handed, needed and handed, late)
        keys = ["all", f"language\0{item.language or 'not said'}"]
        keys += [f"{name}\0{value}" for name, value in item.slices.items()]
        if needed and expected.reasons:
            keys.append(f"expected reason\0{expected.reasons[0]}")
        if handed:
            keys.append(f"reason\0{row['reason']}")
            keys += [f"topic\0{row['topic']}"] if row["topic"] else []
        for key in keys:
            self.handoffs.setdefault(key, Count()).add(one)


def faults(expected: Expected, row: Mapping[str, Any]) -> tuple[str, ...]:
    """In what the row is not as expected; empty where it is."""
    handed = row["decision"] == "handoff"
    found: list[str] = []
    if expected.handoff is not None and expected.handoff is not handed:
        found.append("handoff")
    elif expected.decisions and row["decision"] not in expected.decisions:
        found.append("decision")
    elif handed and _is_late(expected, row):
        found.append("late")
    for name, wanted in (("reason", expected.reasons), ("rule", expected.rules), ("topic", expected.topics)):
        if wanted and row[name] not in wanted and expected.handoff is not False:
            found.append(name)
    if expected.queues and row["queue"] not in expected.queues:
        found.append("queue")
    asked = row["reason"] == "customer_request" or any(one["kind"] == "asks_for_person" for one in row["signals"])
    if expected.asks_for_person is not None and expected.asks_for_person is not asked:
        found.append("asks_for_person")
    return tuple(dict.fromkeys(found))


def got(row: Mapping[str, Any]) -> str:
    """What came out, in a word or two, with the topic where there is one."""
    if row["decision"] != "handoff":
        return str(row["decision"])
    return f"handoff: {row['reason']}" + (f" ({row['topic']})" if row["topic"] else "")


def _is_late(expected: Expected, row: Mapping[str, Any]) -> bool:
    turn = row.get("turn")
    return expected.by_turn is not None and turn is not None and turn > expected.by_turn


def _example(item: Item, expected: Expected, row: Mapping[str, Any], unmet: tuple[str, ...]) -> Example:
    evidence = [words for signal in row["signals"] for words in signal["evidence"]]
    return Example(
        weight=_weight(expected, row, unmet),
        line=-item.line,
        id=str(item.id),
        text=_excerpt(item, row),
        expected=expected.label if "handoff" in unmet or "decision" in unmet else _differs(expected, unmet),
        got=got(row),
        evidence=", ".join(dict.fromkeys(evidence[:3])),
    )


def _weight(expected: Expected, row: Mapping[str, Any], unmet: tuple[str, ...]) -> float:
    """A person who was needed and didn't come weighs most, then a needless one, then a late one, then the rest."""
    if "handoff" in unmet:
        sure = float(row["confidence"]) if expected.handoff else _strength(row)
        return (3.0 if expected.handoff else 2.0) + sure
    return 1.0 if "late" in unmet else 0.0


def _strength(row: Mapping[str, Any]) -> float:
    return max((float(signal["score"]) for signal in row["signals"]), default=0.0)


def _differs(expected: Expected, unmet: tuple[str, ...]) -> str:
    wanted = {
        "late": f"by turn {expected.by_turn}",
        "reason": " or ".join(expected.reasons),
        "rule": " or ".join(expected.rules),
        "topic": " or ".join(expected.topics),
        "queue": " or ".join(expected.queues),
        "asks_for_person": "asks for a person" if expected.asks_for_person else "doesn't ask for a person",
    }
    return ", ".join(wanted[one] for one in unmet if one in wanted)


def _excerpt(item: Item, row: Mapping[str, Any]) -> str:
    """The customer's words that decided, or their last ones, without what would disturb a terminal."""
    at = row.get("turn")
    own = [turn for turn in item.turns if turn.by is Part.CUSTOMER]
    turn = item.turns[at] if isinstance(at, int) else own[-1]
    text = turn.text or turn.intent or "(nothing)"
    return " ".join("".join(c if c.isprintable() else " " for c in text[:_EXCERPT]).split())
