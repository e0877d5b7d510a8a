"""The report of an evaluation, as JSON values: how good, where not, and what to read first."""

from collections.abc import Mapping
from typing import Any

from baton.services.evaluation.tally import BINS, Count, Example, Scores, Tally

MOST_PAIRS = 15
MOST_GROUPS = 40
"""Lines of a table. The rest is summed up in its last line."""


def report(tally: Tally) -> dict[str, Any]:
    """The whole report. Shares are from 0 to 1, None where there is nothing to share out."""
    groups: dict[str, dict[str, Any]] = {}
    for key, count in tally.handoffs.items():
        if key != "all":
            kind, _, name = key.partition("\0")
            # What was handed off for a reason, or on a topic, has no lines that were spared it.
            without = {"false_rate": None} if kind in ("reason", "topic") else {}
            groups.setdefault(kind, {})[name] = shares(count) | without
    return {
        "rows": tally.rows,
        "checked": tally.checked,
        "as_expected": tally.met,
        "decisions": dict(tally.decisions.most_common()),
        "handoff_reasons": dict(tally.reasons.most_common()),
        "handoff": shares(tally.handoffs["all"]) if "all" in tally.handoffs else None,
        "groups": {kind: _largest(names) for kind, names in groups.items()},
        "confused": [
            {"expected": wanted, "got": came, "rows": count}
            for (wanted, came), count in tally.pairs.most_common(MOST_PAIRS)
        ],
        "asks_for_person": _scores(tally.asks),
        "in_scope": _scores(tally.scope),
        "read_first": [_example(one) for one in tally.worst],
    }


def shares(count: Count) -> dict[str, Any]:
    """Counts, and what they come to.

    Precision: of the handoffs, those that were needed. Recall: of the needed, those that came. False rate: of those
    that need no person, those that got one. Late rate: of the needed, those that came after the turn that was named.
    """
    spared = count.rows - count.needed
    return {
        "rows": count.rows,
        "needed": count.needed,
        "handed_off": count.handed,
        "precision": _share(count.right, count.handed),
        "recall": _share(count.right, count.needed),
        "false_rate": _share(count.handed - count.right, spared),
        "late_rate": _share(count.late, count.needed),
    }


def auroc(scores: Scores) -> float | None:
    """The chance that a yes scores above a no. None where there are not both."""
    yes, no = sum(scores.yes.values()), sum(scores.no.values())
    if not yes or not no:
        return None
    below, above = 0, 0.0
    for at in range(BINS + 1):
        above += scores.yes[at] * (below + scores.no[at] / 2)
        below += scores.no[at]
    return above / (yes * no)


def _scores(scores: Scores) -> dict[str, Any] | None:
    """How well a score tells yes from no, and whether it is true to its word: of those it gives 0.8, 8 in 10."""
    ranked = auroc(scores)
    if not scores.yes and not scores.no:
        return None
    bins: list[dict[str, Any]] = []
    for low in range(0, BINS, BINS // 10):
        inside = range(low, low + BINS // 10 + (low == BINS - BINS // 10))
        yes = sum(scores.yes[at] for at in inside)
        rows = yes + sum(scores.no[at] for at in inside)
        if rows:
            bins.append({"from": low / BINS, "to": (low + BINS // 10) / BINS, "rows": rows, "yes": yes / rows})
    return {"auroc": ranked, "rows": sum(one["rows"] for one in bins), "calibration": bins}


def _largest(names: Mapping[str, Mapping[str, Any]]) -> list[dict[str, Any]]:
    ordered = sorted(names.items(), key=lambda one: (-one[1]["rows"], one[0]))
    return [{"name": name, **values} for name, values in ordered[:MOST_GROUPS]]


def _example(one: Example) -> dict[str, Any]:
    return {
        "line": -one.line,
        "id": one.id,
        "text": one.text,
        "expected": one.expected,
        "got": one.got,
        "evidence": one.evidence,
    }


def _share(part: int, whole: int) -> float | None:
    return part / whole if whole else None
