"""A word that no page has is taken for the one that was meant, and real words for none."""

import pytest

from baton.core.reading.spelling import meant

KNOWN = ("password", "delivered", "guarantee", "mattress", "address", "expire", "table", "night", "private", "ireland")


@pytest.mark.parametrize(
    ("typed", "word"),
    [
        ("pasword", "password"),
        ("deliverd", "delivered"),
        ("guarantte", "guarantee"),
        ("mattrses", "mattress"),
        ("adress", "address"),
        ("matttress", "mattress"),
        ("expiry", "expire"),
        ("privacy", "private"),
    ],
)
def test_slips_and_other_endings_are_read_as_the_word_of_the_sources(typed: str, word: str) -> None:
    assert meant(typed, KNOWN) == word


@pytest.mark.parametrize("typed", ["cable", "light", "iceland", "tab", "kitchens", "b-114x", "", "nights7", "assword"])
def test_other_words_are_left_alone(typed: str) -> None:
    assert meant(typed, KNOWN) is None
