"""Which of a company's answers a message asks for, and how likely it is that any of them does.

A company's direct entries are labelled texts: each wording of a question names its answer. From them a linear
classifier is fitted, one answer against the rest (support vectors by dual coordinate descent, all answers at once),
with a background of talk that belongs to nobody, so that an answer has to be asked for and not merely sound alike.
It sees a text's words and letters, and what an English text says (`encoder.py`). Numpy is loaded only for companies
that have such entries.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from baton.knowledge.background import BACKGROUND
from baton.knowledge.encoder import SIZE, encode
from baton.knowledge.support_vectors import Space, Weights, descend
from baton.knowledge.wordings import features, stems

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

MEANT = 1.4
"""The length of what a text says, beside each kind of its words and letters, which have length one."""


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
        self, labels: tuple[str, ...], space: Space, weights: Weights, known: Counter[str], wordings: int
    ) -> None:
        self.labels = labels
        self.wordings = wordings
        self._space = space
        self._weights = weights
        self._known = known

    @property
    def bytes(self) -> int:
        """What it takes in memory, by estimate."""
        return self._weights.bytes + 130 * self._space.size + 100 * len(self._known)

    def aim(self, text: str, *, language: str | None = None, limit: int = 10) -> Aim:
        """What `text` asks for. A text without any known feature asks for nothing."""
        row = self._space.row(features(text, language), _says([(text, language)])[0])
        if row.is_unknown:
            return Aim((), 0.0, 0.0)
        scores = self._weights.score(row)
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
    said = {one.text.casefold().strip() for one in wordings}
    texts = [(one.text, one.language) for one in wordings]
    texts += [(text, "en") for text in background if text.casefold() not in said]
    seen = [features(*one) for one in texts]
    space = Space(seen[: len(wordings)], seen[len(wordings) :])
    place = {label: at for at, label in enumerate(labels)}
    truth = [place[one.label] for one in wordings] + [-1] * (len(texts) - len(wordings))
    weights = Weights(space.size, SIZE, len(labels))
    descend(list(map(space.row, seen, _says(texts))), truth, weights, len(labels))
    known = Counter(stem for one in wordings for stem in stems(one.text, one.language))
    return Scope(labels, space, weights, known, len(wordings))


def _says(texts: Sequence[tuple[str, str | None]]) -> Floats:
    """What each of the texts in a language says, of length `MEANT`; nothing where it is not English."""
    import numpy as np

    found = np.zeros((len(texts), SIZE), np.float32)
    english = [at for at, (_, language) in enumerate(texts) if language is None or language.startswith("en")]
    if english:
        found[english] = MEANT * encode([texts[at][0] for at in english])
    return found


def _curve(value: float) -> float:
    return 1.0 / (1.0 + math.exp(-value))
