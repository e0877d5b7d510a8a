"""A linear classifier of texts, one label against the rest: support vectors by dual coordinate descent.

The method is that of Hsieh et al. 2008, "A dual coordinate descent method for large-scale linear SVM". A text is a
row: features of three kinds that occur or not (`wordings.py`), and a vector for what it says (`encoder.py`). One text
is one step for all labels.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from baton.knowledge.wordings import Features

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]
    Places = NDArray[np.int64]

ROUNDS = 5
"""Times that the fit goes through all wordings. Further rounds changed no figure."""

COST = 1.0
"""What a wording on the wrong side costs, beside weights that are large."""

RARE = 2
"""Wordings in which a feature must occur, where there are many wordings."""

MANY = 3_000
"""Wordings from which features of a single one are left out, for their memory."""


@dataclass(frozen=True, slots=True)
class Row:
    """A text as the places of its known features with their values, and what it `says`."""

    places: Places
    values: Floats
    says: Floats

    @property
    def is_unknown(self) -> bool:
        """Whether no feature of the text was ever seen."""
        return not len(self.places)

    def square(self) -> float:
        """The row's length, squared."""
        return float(self.values @ self.values + self.says @ self.says)


class Space:
    """The place and the worth of each feature of the texts that are learnt from."""

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

    def row(self, row: Features, says: Floats) -> Row:
        """A text as a row; each kind of its features has length one."""
        import numpy as np

        places: list[Places] = [np.empty(0, np.int64)]
        values: list[Floats] = [np.empty(0, np.float32)]
        for kind, found in enumerate(row):
            at = self._places[kind]
            times = Counter(at[one] for one in found if one in at)
            if times:
                here = np.fromiter(times.keys(), np.int64, len(times))
                value = self._worth[here] * (1 + np.log(np.fromiter(times.values(), np.float32, len(times))))
                places.append(here)
                values.append(value / math.sqrt(float(value @ value)))
        return Row(np.concatenate(places), np.concatenate(values).astype(np.float32), says)


class Weights:
    """The weights of each feature for each label, those of what a text says, and the labels' biases."""

    def __init__(self, size: int, says: int, labels: int) -> None:
        import numpy as np

        self._of_features = np.zeros((size, labels), np.float32)
        self._of_saying = np.zeros((says, labels), np.float32)
        self._biases = np.zeros(labels, np.float32)

    @property
    def bytes(self) -> int:
        """What they take in memory."""
        return self._of_features.nbytes + self._of_saying.nbytes

    def score(self, row: Row) -> Floats:
        """How far on the side of each label the row lies: 1.0 is sure, -1.0 not at all."""
        scores = row.values @ self._of_features[row.places] + row.says @ self._of_saying + self._biases
        return cast("Floats", scores)

    def learn(self, row: Row, change: Floats) -> None:
        """Move each label's weights by its `change` times the row."""
        self._of_features[row.places] += row.values[:, None] * change
        if row.says.any():
            self._of_saying += row.says[:, None] * change
        self._biases += change


def descend(rows: Sequence[Row], truth: Sequence[int], weights: Weights, labels: int) -> None:
    """Fit `weights` to rows of which each has the label `truth`; -1 for one that has none."""
    import numpy as np

    duals = np.zeros((len(rows), labels), np.float32)
    slack = np.float32(0.5 / COST)
    signs = np.full((labels + 1, labels), -1, np.float32)
    np.fill_diagonal(signs, 1)
    steps = [row.square() + 1 + slack for row in rows]
    for turn in range(ROUNDS):
        for at in np.random.default_rng(turn).permutation(len(rows)):
            row, sign, dual = rows[at], signs[truth[at]], duals[at]
            wrong = sign * weights.score(row) - 1 + slack * dual
            better = np.maximum(dual - wrong / steps[at], 0)
            weights.learn(row, (better - dual) * sign)
            duals[at] = better
