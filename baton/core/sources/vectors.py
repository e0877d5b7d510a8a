"""Vectors of meaning as bytes: each number of a vector of length one as a signed byte."""

import math
from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from operator import mul

SCALE = 127.0

Vector = bytes
"""A vector of length one, as `packed` makes it. An empty one is near nothing."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a question says. `counts` where likeness to it is evidence of an answer, and not only a place in a ranking:
    it was measured for the encoder that ships, and no two encoders' numbers compare."""

    vector: Vector
    counts: bool


def packed(numbers: Sequence[float]) -> bytes:
    """A vector of length one as signed bytes. Raises ValueError for numbers that are none, or all nought."""
    length = math.sqrt(sum(number * number for number in numbers))
    if not math.isfinite(length) or not length:
        raise ValueError("a vector needs a length")
    return array("b", (round(SCALE * number / length) for number in numbers)).tobytes()


def signs(vector: bytes) -> int:
    """One bit for each number, set where it is positive: vectors that are alike differ in few."""
    return int("".join("1" if number < 128 else "0" for number in vector) or "0", 2)


def cosine(one: bytes, other: bytes) -> float:
    """How alike two packed vectors are, -1..1; 0 where they are of different kinds."""
    if len(one) != len(other):
        return 0.0
    return sum(map(mul, memoryview(one).cast("b"), memoryview(other).cast("b"))) / (SCALE * SCALE)
