"""Which of a company's answers a message asks for, and how likely it is that any of them does.

A company's direct entries are labelled texts: each wording of a question names its answer. From them a linear
classifier is fitted, one answer against the rest (support vectors by dual coordinate descent, all answers at once),
with a background of talk that belongs to nobody, so that an answer has to be asked for and not merely sound alike.
Numpy is loaded here and nowhere else, and only for companies that have such entries.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from baton.knowledge.background import BACKGROUND
from baton.knowledge.wordings import Features, features, stems

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

ROUNDS = 5
"""Times that the fit goes through all wordings. Further rounds changed no figure."""

COST = 1.0
"""What a wording on the wrong side costs, beside weights that are large."""

RARE = 2
"""Wordings in which a feature must occur, where there are many wordings."""

MANY = 3_000
"""Wordings from which features of a single one are left out, for their memory."""


@dataclass(frozen=True, slots=True)
class Wording:
    """A text that asks for the answer `label`."""

    text: str
    label: str
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Aim:
    """What a message asks for. `labels` are answers with their scores, best first (1.0: sure, -1.0: not at all).

    `in_scope` is how likely it is that any of them answers it, `sure` that the first one does; both 0..1.
    """

    labels: tuple[tuple[str, float], ...]
    in_scope: float
    sure: float


class Scope:
    """A fitted classifier. Made by `fit`; reading it changes nothing, so any number of threads may."""

    def __init__(
        self, labels: tuple[str, ...], space: _Space, weights: Floats, biases: Floats, known: Counter[str], size: int
    ) -> None:
        self.labels = labels
        self.wordings = size
        self._space = space
        self._weights = weights
        self._biases = biases
        self._known = known

    @property
    def bytes(self) -> int:
        """What it takes in memory, by estimate."""
        return int(self._weights.nbytes) + 130 * self._space.size + 100 * len(self._known)

    def aim(self, text: str, *, language: str | None = None, limit: int = 10) -> Aim:
        """What `text` asks for. A text without any known feature asks for nothing."""
        places, values = self._space.row(features(text, language))
        if not len(places):
            return Aim((), 0.0, 0.0)
        scores = values @ self._weights[places] + self._biases
        first = scores.argsort()[::-1][: max(limit, 2)]
        best = [(self.labels[at], float(scores[at])) for at in first]
        top, second = best[0][1], best[1][1] if len(best) > 1 else -1.0
        within = _curve(0.7 + 4.0 * top + 1.5 * self._covered(stems(text, language)))
        return Aim(tuple(best[:limit]), within, within * _curve(-0.35 + 0.6 * top + 3.2 * (top - second)))

    def _covered(self, said: set[str]) -> float:
        """The part of the text's telling words that occur in wordings, each by how rare it is; less one half."""
        worth = {stem: math.log((self.wordings + 1) / (self._known[stem] + 0.5)) for stem in said}
        whole = sum(worth.values())
        return sum(value for stem, value in worth.items() if self._known[stem]) / whole - 0.5 if whole > 0 else -0.5


def fit(wordings: Sequence[Wording], background: Sequence[str] = BACKGROUND) -> Scope | None:
    """The classifier that tells these wordings' answers apart; None where there are not two answers.

    The same wordings give the same classifier. Takes some 0.4 ms for each wording at 150 answers.
    """
    labels = tuple(dict.fromkeys(one.label for one in wordings))
    if len(labels) < 2:
        return None
    import numpy as np

    mine = [features(one.text, one.language) for one in wordings]
    said = {one.text.casefold().strip() for one in wordings}
    theirs = [features(text, "en") for text in background if text.casefold() not in said]
    space = _Space(mine, theirs)
    place = {label: at for at, label in enumerate(labels)}
    truth = np.array([place[one.label] for one in wordings] + [-1] * len(theirs))
    weights, biases = _descend([space.row(one) for one in (*mine, *theirs)], truth, space.size, len(labels))
    known = Counter(stem for one in wordings for stem in stems(one.text, one.language))
    return Scope(labels, space, weights, biases, known, len(wordings))


Row = tuple[Any, Any]


class _Space:
    """The place and the worth of each feature."""

    def __init__(self, mine: Sequence[Features], theirs: Sequence[Features]) -> None:
        import numpy as np

        rows = [*mine, *theirs]
        counts = [Counter(one for row in rows for one in set(row[kind])) for kind in range(len(rows[0]))]
        least = RARE if len(mine) >= MANY else 1
        self._places: list[dict[str, int]] = []
        self.size = 0
        worth: list[float] = []
        for count in counts:
            kept = [feature for feature, times in count.items() if times >= least]
            self._places.append({feature: self.size + at for at, feature in enumerate(kept)})
            self.size += len(kept)
            worth += [math.log((1 + len(rows)) / (1 + count[feature])) + 1 for feature in kept]
        self._worth = np.array(worth, np.float32)

    def row(self, row: Features) -> Row:
        """A text as places and values; each kind of its features has length one."""
        import numpy as np

        places: list[Any] = []
        values: list[Any] = []
        for kind, found in enumerate(row):
            at = self._places[kind]
            times = Counter(at[one] for one in found if one in at)
            if times:
                here = np.fromiter(times.keys(), np.int64, len(times))
                value = self._worth[here] * (1 + np.log(np.fromiter(times.values(), np.float32, len(times))))
                places.append(here)
                values.append(value / math.sqrt(float(value @ value)))
        if not places:
            return np.empty(0, np.int64), np.empty(0, np.float32)
        return np.concatenate(places), np.concatenate(values).astype(np.float32)


def _descend(rows: Sequence[Row], truth: Any, size: int, answers: int) -> tuple[Floats, Floats]:
    """Weights by place and answer, and biases: the L2 support vector machine of each answer against the rest.

    Dual coordinate descent (Hsieh et al. 2008); a wording is one step for all answers.
    """
    import numpy as np

    weights = np.zeros((size, answers), np.float32)
    biases = np.zeros(answers, np.float32)
    duals = np.zeros((len(rows), answers), np.float32)
    slack = np.float32(0.5 / COST)
    signs = np.full((answers + 1, answers), -1, np.float32)
    np.fill_diagonal(signs, 1)
    steps = [float(values @ values) + 1 + slack for _, values in rows]
    for turn in range(ROUNDS):
        for at in np.random.default_rng(turn).permutation(len(rows)):
            places, values = rows[at]
            own, sign, dual = weights[places], signs[truth[at]], duals[at]
            wrong = sign * (values @ own + biases) - 1 + slack * dual
            better = np.maximum(dual - wrong / steps[at], 0)
            change = (better - dual) * sign
            duals[at] = better
            weights[places] = own + np.outer(values, change)
            biases += change
    return weights, biases


def _curve(value: float) -> float:
    return 1.0 / (1.0 + math.exp(-value))
