"""One small linear model: features in, a probability per label out, and the features that told most.

A feature is any string ("w:refund", "c3:ref"). It is hashed into one of a power of two of buckets, and each label has
a small weight per bucket. Weights are trained by the scripts in `training/`, rounded to one byte each and shipped in
`baton/core/weights/`. Reading them is like importing a module: constants of the program, read once.
"""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from operator import itemgetter
from zlib import crc32

ZERO = 128
"""The byte of a weight of nothing. Bytes without a sign are the fastest numbers to read."""

_FROM_ZERO = bytes((byte + ZERO) % 256 for byte in range(256))
"""For each byte of a file, where weights have signs, the one that is kept."""

MOST_REMEMBERED = 50_000
LONGEST_REMEMBERED = 48
"""Features, and their characters, whose hash is remembered: some five megabytes."""


@dataclass(frozen=True, slots=True)
class Linear:
    """A trained model. Each label has its own bytes, which less `ZERO` and times its scale are its weights, and a bias.

    Labels are judged apart, each against all the rest: their probabilities need not add up to one.
    """

    labels: tuple[str, ...]
    buckets: int
    weights: tuple[bytes, ...]
    scales: tuple[float, ...]
    biases: tuple[float, ...]

    def probabilities(self, features: Iterable[str]) -> Mapping[str, float]:
        """How likely each label is, 0..1. A feature given twice counts once; none at all gives the bias alone."""
        return self.at(self.places(features))

    def at(self, places: Collection[int]) -> Mapping[str, float]:
        """How likely each label is, by the buckets that the features fall into."""
        picked, zeros = _picked(places), ZERO * len(places)
        length = math.sqrt(len(places)) or 1.0
        return {
            label: _probability(bias + scale * (sum(picked(weights)) - zeros) / length)
            for label, weights, scale, bias in zip(self.labels, self.weights, self.scales, self.biases, strict=True)
        }

    def telling(self, features: Iterable[str], label: str, *, most: int = 3) -> tuple[str, ...]:
        """The features that speak most for a label, the strongest first; none that speaks against it."""
        weights = self.weights[self.labels.index(label)]
        weighed = {feature: weights[place(feature, buckets=self.buckets)] for feature in features}
        strongest = sorted((one for one in weighed if weighed[one] > ZERO), key=lambda one: (-weighed[one], one))
        return tuple(strongest[:most])

    def places(self, features: Iterable[str]) -> set[int]:
        """The buckets that the features fall into."""
        mask = self.buckets - 1
        return {_HASHES[feature] & mask for feature in features}


def place(feature: str, *, buckets: int) -> int:
    """The bucket of a feature; `buckets` is a power of two. The same on every machine."""
    return _HASHES[feature] & (buckets - 1)


class _Hashes(dict[str, int]):
    """Each feature's hash, worked out when it is first met: most features of a language come up again and again."""

    def __missing__(self, feature: str) -> int:
        value = crc32(feature.encode("utf-8", "surrogatepass"))
        if len(feature) <= LONGEST_REMEMBERED:
            if len(self) >= MOST_REMEMBERED:
                self.clear()
            self[feature] = value
        return value


_HASHES = _Hashes()


def parse(data: bytes) -> Linear:
    """The model in a file of weights: one line of JSON (labels, buckets, scales, biases), then the bytes by label.

    Raises ValueError where the file is not whole.
    """
    head, _, body = data.partition(b"\n")
    facts = json.loads(head)
    labels, buckets = tuple(facts["labels"]), int(facts["buckets"])
    if buckets & (buckets - 1) or len(body) != buckets * len(labels):
        raise ValueError(f"a file of weights for {len(labels)} labels and {buckets} buckets has {len(body)} bytes")
    weights = tuple(body[at * buckets : (at + 1) * buckets].translate(_FROM_ZERO) for at in range(len(labels)))
    return Linear(labels, buckets, weights, tuple(facts["scales"]), tuple(facts["biases"]))


@cache
def shipped(name: str) -> Linear:
    """The model of this name in `baton/core/weights/`, read when first needed and kept."""
    return parse(resources.files("baton.core.weights").joinpath(f"{name}.weights").read_bytes())


def _picked(places: Collection[int]) -> Callable[[bytes], Iterable[int]]:
    """Reads the bytes at these places, all in one go: three times as fast as one by one."""
    if len(places) < 2:  # of one place `itemgetter` gives no tuple, and of none it can't be made
        return lambda weights: [weights[one] for one in places]
    return itemgetter(*places)


def _probability(score: float) -> float:
    return 1.0 / (1.0 + math.exp(-score)) if score > -700 else 0.0
