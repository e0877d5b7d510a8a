"""What the default policy does with tau-bench's dialogues, turn by turn: `uv run python -m bench.tau --data DIR`.

The bot's turns are gpt-4o's, as given. `transfer` is the benchmark's own label, whose policy tells the bot to refuse
refunds and changes by itself; so a handoff that it calls false may be one that Baton's default policy wants.
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from baton.core.decision import Decision, DecisionKind
from baton.services.evaluation.items import Item, read_item
from baton.services.evaluation.judged import Judged, Setting, judged
from baton.services.policy.policies import load_default

SHOWN = 12


@dataclass(frozen=True)
class Told:
    """One dialogue: whether it should be and was transferred, and the decision at each customer's turn."""

    id: str
    should: bool
    was: bool
    item: Item
    turns: tuple[Judged, ...]

    @property
    def handoff(self) -> Judged | None:
        return next((one for one in self.turns if one.decision.kind is DecisionKind.HANDOFF), None)


def read(path: Path) -> Iterator[Told]:
    setting = Setting.of(load_default(), None, lambda: 0.0)
    for number, line in enumerate(path.read_text().splitlines(), start=1):
        row: dict[str, Any] = json.loads(line)
        item = read_item(line, number=number)
        turns = tuple(step for step in judged(item, setting) if isinstance(step, Judged))
        should = bool(row.get("gold_transfer", row.get("actual_transfer")))
        yield Told(str(row["id"]), should, bool(row["actual_transfer"]), item, turns)


def report(told: list[Told]) -> None:
    needed, spared = [t for t in told if t.should], [t for t in told if not t.should]
    turns = sum(len(t.turns) for t in told)
    print(f"{len(told)} dialogues, {turns} turns of customers; {len(needed)} with a transfer in the label")
    print(
        f"  gpt-4o itself: {_share(needed, lambda t: t.was)} of those, {_share(spared, lambda t: t.was)} of the others"
    )
    print(f"  Baton: {_share(needed, _handed)} of those, {_share(spared, _handed)} of the others")
    print("\n  reason of the first handoff      labelled  others  median turn")
    for why in sorted({_why(t) for t in told if t.handoff}):
        some = [t for t in told if t.handoff and _why(t) == why]
        at = sorted(t.turns.index(t.handoff) + 1 for t in some if t.handoff)
        right = sum(t.should for t in some)
        print(f"  {why:<32} {right:>8} {len(some) - right:>7}  {at[len(at) // 2]:>11}")
    kinds = Counter(_kind(one.decision) for t in told for one in t.turns)
    print("\n  all turns: " + ", ".join(f"{kind} {count}" for kind, count in kinds.most_common()))
    print("\n  handed off where the label has no transfer")
    for t in [t for t in spared if t.handoff][:SHOWN]:
        first = t.handoff
        assert first
        said = " ".join(t.item.turns[first.at].text.split())[:110]
        print(f"  {t.id} turn {first.at}, {_why(t)} ({', '.join(first.decision.evidence)[:50]}): “{said}”")


def _handed(told: Told) -> bool:
    return told.handoff is not None


def _why(told: Told) -> str:
    return _kind(told.handoff.decision) if told.handoff else ""


def _kind(decision: Decision) -> str:
    if decision.kind is not DecisionKind.HANDOFF:
        return decision.kind.value
    return f"{decision.reason.value}{f' ({decision.topic})' if decision.topic else ''}"


def _share(told: list[Told], holds: Any) -> str:
    count = sum(1 for one in told if holds(one))
    return f"{count}/{len(told)} ({count / max(1, len(told)):.0%})"


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.tau", description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    folder = parser.parse_args().data / "01_tau"
    report(list(read(folder / "conversations.dev.jsonl")))
    print("\nretail and airline, other dialogues (the label is what the bot did)\n")
    report(list(read(folder / "fewshot_conversations.dev.jsonl")))


if __name__ == "__main__":
    main()
