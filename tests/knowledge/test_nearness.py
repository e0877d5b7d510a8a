"""The nearest vectors are found, and those of passages that are gone are not."""

import random

import pytest

from baton.core.sources.vectors import packed
from baton.knowledge.nearness import Nearness


def test_the_nearest_of_many_is_found_first() -> None:
    chance = random.Random(1)  # noqa: S311
    made = [[chance.gauss(0, 1) for _ in range(64)] for _ in range(500)]
    nearness = Nearness()
    for key, numbers in enumerate(made):
        nearness.add(key, packed(numbers))
    asked = [number + chance.gauss(0, 0.3) for number in made[77]]
    found = nearness.nearest(packed(asked), 3)
    assert found[0][0] == 77
    assert [alike for _, alike in found] == sorted((alike for _, alike in found), reverse=True)


def test_what_has_an_empty_vector_is_near_nothing() -> None:
    nearness = Nearness()
    nearness.add(1, b"")
    nearness.add(2, packed([1.0, 0.1]))
    asked = packed([1.0, 0.2])
    assert [key for key, _ in nearness.nearest(asked, 3)] == [2]
    assert (nearness.alike(1, asked), nearness.alike(3, asked)) == (None, None)
    assert nearness.alike(2, asked) == pytest.approx(0.99, abs=0.02)


def test_a_dropped_vector_is_gone_with_its_bytes() -> None:
    nearness = Nearness()
    nearness.add(1, packed([1.0, 0.0]))
    nearness.add(1, packed([0.0, 1.0]))
    assert (len(nearness), 1 in nearness) == (1, True)
    nearness.drop(1)
    nearness.drop(1)
    assert (len(nearness), nearness.bytes, nearness.nearest(packed([1.0, 0.0]), 3)) == (0, 0, [])
