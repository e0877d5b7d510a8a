"""What an English sentence says, as a vector: sentences that say much the same in other words lie near each other.

The Universal Sentence Encoder, lite (Cer et al. 2018; Google, Apache 2.0): two layers of a transformer over a
sentence's pieces, the mean of what they make of each, and one layer more. Its weights are a byte each, in
`encoder.npz`, made by `training/encoder.py`. Numpy and they are loaded when something is first encoded.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any

from baton.knowledge.pieces import UNKNOWN, Pieces

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

WEIGHTS = Path(__file__).parent / "encoder.npz"

SIZE = 512
"""Numbers of a vector."""

HEADS = 4
"""Ways in which a layer looks at the other pieces."""

LONGEST = 128
"""Pieces that are read of a sentence."""

AT_ONCE = 64
"""Sentences that are read together."""

KEPT = 20_000
"""Sentences whose vectors are remembered, those used last: some 40 MB. Wordings are learnt anew with each change."""

SMALL = 1e-6
"""What keeps a spread of nothing from being divided by."""


def encode(texts: Sequence[str]) -> Floats:
    """A row of length one for each text; those of equal meaning have a product near 1, of unrelated ones near 0.

    Takes 1 to 2 ms of processor time for each of many short texts, some 4 for one alone, nothing for one remembered.
    """
    return _encoder().encode(texts)


@cache
def _encoder() -> Encoder:
    import numpy as np

    with np.load(WEIGHTS) as weights:
        return Encoder(weights)


class Encoder:
    """The encoder. Encoding changes nothing but what is remembered, so any number of threads may."""

    def __init__(self, weights: Mapping[str, Any]) -> None:
        pieces = zip(bytes(weights["pieces"]).decode().split("\n"), weights["scores"].tolist(), strict=True)
        self._pieces = Pieces({piece: (at, score) for at, (piece, score) in enumerate(pieces) if piece})
        self._waves = weights["waves"]
        self._meaning = _whole(weights, "meaning")
        self._first, self._last = _Linear(weights, "first"), _Linear(weights, "last")
        self._layers = [_Layer(weights, at) for at in (0, 1)]
        self._kept: OrderedDict[str, Floats] = OrderedDict()
        self._lock = Lock()

    def encode(self, texts: Sequence[str]) -> Floats:
        """A row of length one for each text."""
        import numpy as np

        known = self._remembered(texts)
        new = sorted(set(texts) - known.keys(), key=lambda text: (len(text), text))
        for start in range(0, len(new), AT_ONCE):
            some = new[start : start + AT_ONCE]
            known |= zip(some, self._read(some), strict=True)
        self._remember({text: known[text] for text in new})
        return np.array([known[text] for text in texts], np.float32).reshape(len(texts), SIZE)

    def _remembered(self, texts: Sequence[str]) -> dict[str, Floats]:
        with self._lock:
            found = {text: self._kept[text] for text in texts if text in self._kept}
            for text in found:
                self._kept.move_to_end(text)
            return found

    def _remember(self, vectors: Mapping[str, Floats]) -> None:
        with self._lock:
            self._kept.update(vectors)
            while len(self._kept) > KEPT:
                self._kept.popitem(last=False)

    def _read(self, texts: Sequence[str]) -> Floats:
        """The vectors of a few texts, whose pieces lie one after the other in one matrix."""
        import numpy as np

        pieces = [self._pieces.of(text)[:LONGEST] or [UNKNOWN] for text in texts]
        ends = np.cumsum([len(one) for one in pieces])
        cuts = list(zip([0, *ends[:-1]], ends, strict=True))
        turned = np.concatenate([np.arange(len(one), dtype=np.float32) for one in pieces])[:, None] * self._waves
        # The embedding is added twice, once with its place: so the encoder was trained.
        said = 2 * self._meaning[np.concatenate(pieces)] + np.concatenate([np.sin(turned), np.cos(turned)], axis=1)
        first, second = self._layers
        said = self._first.of(said) + first.attended(said, cuts)
        said = first.widened(said)
        said = second.widened(said + second.attended(said, cuts))
        whole = np.tanh(self._last.of(np.array([said[start:end].mean(axis=0) for start, end in cuts])))
        return whole / np.linalg.norm(whole, axis=1, keepdims=True)


class _Linear:
    """A matrix and what is added after it."""

    def __init__(self, weights: Mapping[str, Any], name: str) -> None:
        self._matrix, self._bias = _whole(weights, name), weights[f"{name}.bias"]

    def of(self, values: Floats) -> Floats:
        return values @ self._matrix + self._bias


class _Layer:
    """One layer of the transformer."""

    def __init__(self, weights: Mapping[str, Any], at: int) -> None:
        self._asks, self._joins = _Linear(weights, f"{at}.attends"), _Linear(weights, f"{at}.joins")
        self._widens, self._narrows = _Linear(weights, f"{at}.widens"), _Linear(weights, f"{at}.narrows")
        self._norms = {
            name: (weights[f"{at}.{name}"], weights[f"{at}.{name}.bias"])
            for name in ("before_attending", "before_widening")
        }

    def attended(self, said: Floats, cuts: Sequence[tuple[int, int]]) -> Floats:
        """What each piece takes from the pieces of its own text."""
        import numpy as np

        asked = self._asks.of(_even(said, *self._norms["before_attending"]))
        size = asked.shape[1] // 3 // HEADS
        taken = np.empty((len(said), HEADS * size), np.float32)
        for start, end in cuts:
            each = asked[start:end].reshape(end - start, 3, HEADS, size).transpose(1, 2, 0, 3)
            near = each[0] @ each[1].transpose(0, 2, 1) / size**0.5
            near = np.exp(near - near.max(axis=-1, keepdims=True))
            shares = near / near.sum(axis=-1, keepdims=True)
            taken[start:end] = (shares @ each[2]).transpose(1, 0, 2).reshape(end - start, -1)
        return self._joins.of(taken)

    def widened(self, said: Floats) -> Floats:
        """Each piece with what is made of it alone."""
        return said + self._narrows.of(self._widens.of(_even(said, *self._norms["before_widening"])).clip(0))


def _even(said: Floats, scale: Floats, bias: Floats) -> Floats:
    """Each row around nothing and spread by one, then scaled (layer normalisation)."""
    said = said - said.mean(axis=1, keepdims=True)
    spread = (said * said).mean(axis=1, keepdims=True) + SMALL
    return said * (scale / spread**0.5) + bias


def _whole(weights: Mapping[str, Any], name: str) -> Floats:
    """A matrix in whole numbers, as it was before it was rounded to bytes."""
    scale = weights.get(f"{name}.scale")
    return weights[name] if scale is None else weights[name].astype(scale.dtype) * scale
