"""Trains `risk`: whether a conversation is going badly, from the names of its events.

    uv run --group training python -m training.risk --data ../shared/data [--ceiling]

Prints what cross-validation says, then writes the weights. Rows: BETOLD (Apache 2.0), calls to a phone bot told as
intents, a third of which end late with the caller hanging up or demanding a person. An alarm is in time where at
least two events follow it; the threshold is chosen on training folds alone. With `--ceiling` nothing is written: the
model and boosted trees are asked the same way, at a threshold that one in ten of the unseen calls that went well pass.
"""

import argparse
import json
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix, vstack
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import StratifiedKFold

from baton.core.triggers.risk import Course, event, features
from training.fit import SEED, fit, matrix, ship

BUCKETS = 1 << 14
STRENGTH = 1.0
FIRST = 6
"""Events before which a call is not judged in training: so far they are all alike."""

EARLY = 2
"""Events that must follow an alarm, for it to be in time."""

FALSE = 0.12
"""Share of the other calls that may raise an alarm in cross-validation within the training folds. The model that
ships has learnt from more calls than those, and raises fewer: about 0.10 on unseen calls."""

FOLDS, INNER, ROUNDS = 5, 4, 3
EXACTLY = 0.10
"""Share of false alarms at which models are compared."""

NAMES, LAST = 60, 6
"""Names of events that trees count, the most frequent ones, and events before the moment that they see in order."""


@dataclass(frozen=True)
class Call:
    """One call: its events, the features after each, which events are the caller's, and how it ended."""

    course: Course
    rows: csr_matrix
    by_customer: np.ndarray
    is_late: bool

    @property
    def moments(self) -> range:
        """The events after which something could still be done; nearly all where nothing was to be done."""
        return range(FIRST, len(self.course) - (EARLY if self.is_late else 0))


def read(path: Path) -> list[Call]:
    """The calls of a file, in its order."""
    return [_call(json.loads(line)) for line in path.read_text().splitlines()]


def _call(row: dict) -> Call:
    course = tuple(event("customer" if e["role"] == "user" else "bot", e["intent"]) for e in row["events"])
    rows = matrix([features(course[: at + 1]) for at in range(len(course))], buckets=BUCKETS)
    return Call(course, rows, np.array([name.startswith("customer") for name in course]), bool(row["late_handoff"]))


Score = Callable[[Call], np.ndarray]


def learn(calls: Sequence[Call], strength: float) -> Score:
    """A score after each event, learnt from these calls."""
    rows = vstack([call.rows[call.moments.start : call.moments.stop] for call in calls])
    truths = np.concatenate([np.full(len(call.moments), call.is_late) for call in calls])
    model = LogisticRegression(C=strength, max_iter=2000).fit(rows, truths)
    return lambda call: model.decision_function(call.rows)


def trees(calls: Sequence[Call]) -> Score:
    """Boosted trees over how often and how long ago each event came, repeats, and the last events in order."""
    names = [name for name, _ in Counter(name for call in calls for name in call.course).most_common(NAMES)]
    places = {name: at for at, name in enumerate(names)}
    seen = {id(call): _counted(call, places) for call in calls}
    rows = np.vstack([seen[id(call)][call.moments.start : call.moments.stop] for call in calls])
    truths = np.concatenate([np.full(len(call.moments), call.is_late) for call in calls])
    model = HistGradientBoostingClassifier(max_iter=150, learning_rate=0.05, max_leaf_nodes=15, random_state=SEED)
    model.fit(rows, truths)
    return lambda call: model.decision_function(_counted(call, places))


def _counted(call: Call, places: Mapping[str, int]) -> np.ndarray:
    rows = np.zeros((len(call.course), 2 * NAMES + LAST + 2))
    counts, ago = np.zeros(NAMES), np.full(NAMES, 99.0)
    repeats = 0
    for at, name in enumerate(call.course):
        ago += 1
        repeats += at > 1 and name == call.course[at - 2]
        if (place := places.get(name)) is not None:
            counts[place] += 1
            ago[place] = 0
        last = [places.get(one, NAMES) for one in call.course[max(0, at + 1 - LAST) : at + 1]]
        rows[at] = np.concatenate([counts, ago, [-1] * (LAST - len(last)) + last, [at, repeats]])
    return rows


def ceiling(calls: Sequence[Call], *, strength: float) -> None:
    """Print what the model that ships and the trees catch, at the same share of false alarms."""
    for name, fitted in (("linear", lambda seen: learn(seen, strength)), ("trees", trees)):
        out: list[tuple[float, float, float]] = []
        for seen, unseen in folds(calls, FOLDS, SEED):
            score = fitted(seen)
            scored = [(call, score(call)) for call in unseen]
            out.append(rates(scored, threshold(scored, share=EXACTLY)))
        in_time, at_all, false = np.mean(out, axis=0)
        print(f"  {name:<8} in time {in_time:.1%}, at all {at_all:.1%}, false {false:.1%}")


def threshold(scored: Sequence[tuple[Call, np.ndarray]], *, share: float = FALSE) -> float:
    """The lowest at which no more than `share` of the calls that went well raise an alarm, at a caller's turn."""
    peaks = np.sort([score[call.by_customer].max() for call, score in scored if not call.is_late])[::-1]
    return float(peaks[int(len(peaks) * share)]) + 1e-9


def rates(scored: Sequence[tuple[Call, np.ndarray]], at: float) -> tuple[float, float, float]:
    """(caught in time, caught at all, false alarms), deciding at the caller's turns."""
    late = [(c, s >= at) for c, s in scored if c.is_late]
    well = [(c, s >= at) for c, s in scored if not c.is_late]
    in_time = np.mean([(alarm & c.by_customer)[:-EARLY].any() for c, alarm in late])
    at_all = np.mean([(alarm & c.by_customer).any() for c, alarm in late])
    return float(in_time), float(at_all), float(np.mean([(alarm & c.by_customer).any() for c, alarm in well]))


def folds(calls: Sequence[Call], parts: int, seed: int) -> list[tuple[list[Call], list[Call]]]:
    """Splits by call: (to learn from, to try on)."""
    split = StratifiedKFold(parts, shuffle=True, random_state=seed).split(calls, [c.is_late for c in calls])
    return [([calls[i] for i in one], [calls[i] for i in other]) for one, other in split]


def chosen(calls: Sequence[Call], *, strength: float, seed: int) -> float:
    """The threshold, from calls that each were scored by a model which had not seen them."""
    scored: list[tuple[Call, np.ndarray]] = []
    for seen, unseen in folds(calls, INNER, seed):
        score = learn(seen, strength)
        scored += [(call, score(call)) for call in unseen]
    return threshold(scored)


def cross_validate(calls: Sequence[Call], *, strength: float, rounds: int) -> np.ndarray:
    """A row of rates for each fold of each round."""
    out: list[tuple[float, float, float]] = []
    for seed in range(rounds):
        for seen, unseen in folds(calls, FOLDS, seed):
            score = learn(seen, strength)
            out.append(rates([(call, score(call)) for call in unseen], chosen(seen, strength=strength, seed=seed)))
    return np.array(out)


def train(calls: Sequence[Call], strength: float) -> bytes:
    """The weights that ship, moved so that the threshold is a probability of one half."""
    at = chosen(calls, strength=strength, seed=SEED)
    rows = [features(call.course[: at + 1]) for call in calls for at in call.moments]
    truths = [call.is_late for call in calls for _ in call.moments]
    data = fit(rows, {"risk": truths}, buckets=BUCKETS, strength=strength)
    head, _, body = data.partition(b"\n")
    facts = json.loads(head)
    facts["biases"] = [facts["biases"][0] - at]
    return json.dumps(facts).encode() + b"\n" + body


def main() -> None:
    """Measure, train, ship."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--strength", type=float, default=STRENGTH)
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    parser.add_argument("--ceiling", action="store_true", help="compare with boosted trees, and write nothing")
    asked = parser.parse_args()
    calls = read(asked.data / "02_betold" / "dialogs.dev.jsonl")
    if asked.ceiling:
        ceiling(calls, strength=asked.strength)
        return
    found = cross_validate(calls, strength=asked.strength, rounds=asked.rounds)
    print(f"{len(calls)} calls, {sum(c.is_late for c in calls)} late; {asked.rounds} rounds of {FOLDS} folds")
    for name, mean, spread in zip(("in time", "at all", "false"), found.mean(0), found.std(0), strict=True):
        print(f"  {name:<8} {mean:.1%} (± {spread:.1%} between folds)")
    data = train(calls, asked.strength)
    print(ship("risk", data))


if __name__ == "__main__":
    main()
