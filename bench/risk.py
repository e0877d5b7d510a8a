"""How well the running risk tells conversations that go badly: `uv run python -m bench.risk --data DIR`.

From intents alone on calls to a phone bot (BETOLD; the shipped weights have seen these rows, so what `training/risk.py`
says of unseen ones counts, and this only checks the whole road), and from text on dialogues rated by people (USS,
which nothing was trained on).
"""

import argparse
import json
from pathlib import Path
from typing import Any

from baton.services.evaluation.items import read_item
from baton.services.evaluation.judged import Setting, judged
from baton.services.policy.policies import load_default
from bench.scoring import auroc

EARLY = 2


def steps(row: dict[str, Any]) -> list[tuple[int, float, bool]]:
    """(index, risk, whether it hands off) after each turn."""
    setting = Setting.of(load_default(), None, lambda: 0.0)
    item = read_item(json.dumps(row), number=1)
    return [(one.at, one.risk, _hands_off(one)) for one in judged(item, setting)]


def _hands_off(one: Any) -> bool:
    decision = getattr(one, "decision", None)
    return decision is not None and decision.kind.value == "handoff"


def betold(path: Path) -> None:
    rows = [json.loads(line) for line in path.read_text().splitlines()]
    late = in_time = at_all = well = false = 0
    for row in rows:
        first = next((at for at, _, stops in steps(row) if stops), None)
        if row["late_handoff"]:
            late += 1
            at_all += first is not None
            in_time += first is not None and first < len(row["events"]) - EARLY
        else:
            well += 1
            false += first is not None
    print(f"BETOLD, {len(rows)} calls by the default policy (rows that the weights have seen)")
    print(f"  two events early {in_time / late:.1%}, at all {at_all / late:.1%}, false {false / well:.1%}")


def uss(path: Path) -> None:
    by_set: dict[str, list[tuple[float, float]]] = {}
    by_turn: dict[str, list[tuple[float, float]]] = {}
    for line in path.read_text().splitlines():
        row = json.loads(line)
        risks = {at: risk for at, risk, _ in steps({"turns": row["turns"]})}
        if not risks:
            continue
        name = row["dataset"]
        by_set.setdefault(name, []).append((max(risks.values()), _mean(row["overall"])))
        for at, turn in enumerate(row["turns"]):
            if turn.get("sat") and at in risks:
                by_turn.setdefault(name, []).append((risks[at], _mean(turn["sat"])))
    print("\nUSS: risk from text against what people rated (unsatisfied: below 3 of 5, on average)")
    print("                  dialogues unsatisfied  AUROC  rank corr.     turns unsatisfied  AUROC")
    for name in sorted(by_set):
        whole, turn = by_set[name], by_turn.get(name, [])
        print(
            f"  {name:<14} {len(whole):>9} {sum(s < 3 for _, s in whole):>11}  {_auroc(whole):.3f}      "
            f"{-_spearman(whole):+.3f} {len(turn):>9} {sum(s < 3 for _, s in turn):>11}  {_auroc(turn):.3f}"
        )


def _auroc(pairs: list[tuple[float, float]]) -> float:
    return auroc([risk for risk, rated in pairs if rated < 3], [risk for risk, rated in pairs if rated >= 3])


def _spearman(pairs: list[tuple[float, float]]) -> float:
    one, other = _ranks([risk for risk, _ in pairs]), _ranks([rated for _, rated in pairs])
    middle = (len(pairs) - 1) / 2
    spread = [sum((r - middle) ** 2 for r in ranks) ** 0.5 for ranks in (one, other)]
    along = sum((a - middle) * (b - middle) for a, b in zip(one, other, strict=True))
    return along / (spread[0] * spread[1]) if all(spread) else float("nan")


def _ranks(values: list[float]) -> list[float]:
    order = sorted(range(len(values)), key=values.__getitem__)
    ranks = [0.0] * len(values)
    at = 0
    while at < len(order):
        end = at
        while end < len(order) and values[order[end]] == values[order[at]]:
            end += 1
        for place in order[at:end]:
            ranks[place] = (at + end - 1) / 2
        at = end
    return ranks


def _mean(rated: list[int]) -> float:
    return sum(rated) / len(rated)


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.risk", description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    data = parser.parse_args().data
    betold(data / "02_betold" / "dialogs.dev.jsonl")
    uss(data / "05_satisfaction" / "uss_dialogs.dev.jsonl")


if __name__ == "__main__":
    main()
