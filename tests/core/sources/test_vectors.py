"""Packed vectors keep what is alike alike."""

import pytest

from baton.core.sources.vectors import cosine, packed, signs


def test_a_vector_is_like_itself_and_unlike_its_opposite() -> None:
    one, other = packed([3.0, -4.0, 0.5]), packed([-3.0, 4.0, -0.5])
    assert cosine(one, one) == pytest.approx(1.0, abs=0.02)
    assert cosine(one, other) == pytest.approx(-1.0, abs=0.02)
    assert (signs(one) ^ signs(other)).bit_count() == 3


def test_length_does_not_matter() -> None:
    assert packed([3.0, 4.0]) == packed([30.0, 40.0])


def test_vectors_of_two_kinds_are_not_alike() -> None:
    assert cosine(packed([1.0, 0.0]), packed([1.0, 0.0, 0.0])) == 0.0


@pytest.mark.parametrize("numbers", [[], [0.0, 0.0], [float("nan")], [float("inf"), 1.0]])
def test_a_vector_without_a_length_is_refused(numbers: list[float]) -> None:
    with pytest.raises(ValueError, match="length"):
        packed(numbers)
