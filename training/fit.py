"""Fits a linear model on texts turned into features, and writes it as a file of weights."""

import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from baton.core.weights.linear import place
from training import WEIGHTS

SEED = 7


def matrix(rows: Sequence[Iterable[str]], *, buckets: int) -> csr_matrix:
    """The rows' features by bucket, each row of length one, as `Linear` will see them."""
    places = [sorted({place(feature, buckets=buckets) for feature in row}) for row in rows]
    starts = np.cumsum([0, *(len(row) for row in places)])
    values = np.concatenate([np.full(len(row), 1 / np.sqrt(len(row) or 1)) for row in places])
    return csr_matrix((values, np.concatenate([np.array(row, int) for row in places]), starts), (len(rows), buckets))


def fit(
    rows: Sequence[Iterable[str]],
    truths: Mapping[str, Sequence[bool]],
    *,
    buckets: int = 1 << 15,
    strength: float = 10.0,
    balance: float = 1.0,
    heft: Sequence[float] | None = None,
) -> bytes:
    """A file of weights: one logistic regression per label of `truths`, each weight rounded to a byte.

    `strength` is the inverse of the regularisation; `balance` weighs the rows for which a label holds,
    `heft` each row.
    """
    features = matrix(rows, buckets=buckets)
    scales: list[float] = []
    biases: list[float] = []
    bodies: list[bytes] = []
    for truth in truths.values():
        model = LogisticRegression(C=strength, class_weight={True: balance, False: 1.0}, max_iter=2000)
        model.fit(features, np.array(truth), sample_weight=None if heft is None else np.array(heft))
        scale = max(float(np.abs(model.coef_).max()) / 127, 1e-9)
        bodies.append(np.rint(model.coef_[0] / scale).astype(np.int8).tobytes())
        scales.append(scale)
        biases.append(float(model.intercept_[0]))
    head = {"labels": list(truths), "buckets": buckets, "scales": scales, "biases": biases}
    return json.dumps(head).encode() + b"\n" + b"".join(bodies)


def ship(name: str, data: bytes) -> Path:
    """Write a file of weights to where the program reads it."""
    path = WEIGHTS / f"{name}.weights"
    path.write_bytes(data)
    return path
