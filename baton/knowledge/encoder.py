"""What an English text says, as a vector: texts that say much the same in other words lie near each other, and a
question lies near what answers it.

all-MiniLM-L6-v2 (sentence-transformers, Apache 2.0; Wang et al. 2020, Reimers and Gurevych 2019): six layers of a
transformer over a text's pieces, and the mean of what they make of each. Its weights are a byte each, in
`encoder.npz`, made by `training/encoder.py`. Numpy and they are loaded when something is first encoded.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any

from baton.knowledge.background import BACKGROUND
from baton.knowledge.pieces import Pieces

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

WEIGHTS = Path(__file__).parent / "encoder.npz"

MODEL = "all-MiniLM-L6-v2"
"""Its name. Vectors that are kept bear it: those of two encoders do not compare."""

SIZE = 384
"""Numbers of a vector."""

LAYERS = 6

HEADS = 12
"""Ways in which a layer looks at the other pieces."""

LONGEST = 126
"""Pieces that are read of a text: what it was trained on, less one before and one after."""

AT_ONCE = 64
"""Texts that are read together."""

KEPT = 20_000
"""Texts whose vectors are remembered, those used last: some 30 MB. Wordings are learnt anew with each change."""

SMALL = 1e-12
"""What keeps a spread of nothing from being divided by."""


def encode(texts: Sequence[str]) -> Floats:
    """A row of length one for each text; those of equal meaning have a product near 1, of unrelated ones near 0.

    Takes 5 to 8 ms of processor time for each of many short texts, some 16 for one alone, 25 to 50 for a section of a
    page, nothing for one remembered.
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
        self._pieces = Pieces(bytes(weights["pieces"]).decode().split("\n"))
        # The largest matrix stays in bytes: of it a few rows are read at a time.
        self._meaning, self._meaning_scale = weights["meaning"], weights.get("meaning.scale")
        self._places = _whole(weights, "places")
        self._first = _Norm(weights, "first")
        self._layers = [_Layer(weights, at) for at in range(LAYERS)]
        # The talk of nobody's company is learnt by every company: it comes read.
        self._kept: OrderedDict[str, Floats] = OrderedDict(zip(BACKGROUND, weights.get("background", ()), strict=False))
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

        pieces = [self._pieces.of(text, LONGEST) for text in texts]
        ends = np.cumsum([len(one) for one in pieces])
        cuts = list(zip([0, *ends[:-1]], ends, strict=True))
        said = self._said(np.concatenate(pieces))
        said = self._first.of(said + self._places[np.concatenate([np.arange(len(one)) for one in pieces])])
        for layer in self._layers:
            said = layer.widened(layer.attended(said, cuts))
        whole = np.array([said[start:end].mean(axis=0) for start, end in cuts])
        return whole / np.linalg.norm(whole, axis=1, keepdims=True)

    def _said(self, pieces: Any) -> Floats:
        rows = self._meaning[pieces]
        return rows if self._meaning_scale is None else rows * self._meaning_scale[pieces]


class _Linear:
    """A matrix and what is added after it."""

    def __init__(self, weights: Mapping[str, Any], name: str) -> None:
        self._matrix, self._bias = _whole(weights, name), weights[f"{name}.bias"]

    def of(self, values: Floats) -> Floats:
        return values @ self._matrix + self._bias


class _Norm:
    """Each row around nothing and spread by one, then scaled (layer normalisation)."""

    def __init__(self, weights: Mapping[str, Any], name: str) -> None:
        self._scale, self._bias = weights[f"{name}.norm"], weights[f"{name}.norm.bias"]

    def of(self, said: Floats) -> Floats:
        said = said - said.mean(axis=1, keepdims=True)
        spread = (said * said).mean(axis=1, keepdims=True) + SMALL
        return said * (self._scale / spread**0.5) + self._bias


class _Layer:
    """One layer of the transformer."""

    def __init__(self, weights: Mapping[str, Any], at: int) -> None:
        self._asks, self._joins = _Linear(weights, f"{at}.asks"), _Linear(weights, f"{at}.joins")
        self._widens, self._narrows = _Linear(weights, f"{at}.widens"), _Linear(weights, f"{at}.narrows")
        self._attended, self._widened = _Norm(weights, f"{at}.attended"), _Norm(weights, f"{at}.widened")

    def attended(self, said: Floats, cuts: Sequence[tuple[int, int]]) -> Floats:
        """Each piece with what it takes from the pieces of its own text."""
        import numpy as np

        asked = self._asks.of(said)
        size = SIZE // HEADS
        taken = np.empty((len(said), SIZE), np.float32)
        for start, end in cuts:
            each = asked[start:end].reshape(end - start, 3, HEADS, size).transpose(1, 2, 0, 3)
            near = each[0] @ each[1].transpose(0, 2, 1) / size**0.5
            near = np.exp(near - near.max(axis=-1, keepdims=True))
            shares = near / near.sum(axis=-1, keepdims=True)
            taken[start:end] = (shares @ each[2]).transpose(1, 0, 2).reshape(end - start, SIZE)
        return self._attended.of(said + self._joins.of(taken))

    def widened(self, said: Floats) -> Floats:
        """Each piece with what is made of it alone."""
        return self._widened.of(said + self._narrows.of(_gated(self._widens.of(said))))


def _gated(values: Floats) -> Floats:
    """Values let through the more the larger they are (GELU, by its formula with tanh)."""
    import numpy as np

    return 0.5 * values * (1 + np.tanh(0.7978845608 * values * (1 + 0.044715 * values * values)))


def _whole(weights: Mapping[str, Any], name: str) -> Floats:
    """A matrix in whole numbers, as it was before it was rounded to bytes."""
    scale = weights.get(f"{name}.scale")
    return weights[name] if scale is None else weights[name].astype(scale.dtype) * scale
