"""The program that refuses what a passage does not say."""

import pytest

from baton.core.support import is_supported

PASSAGE = "You can return furniture within 30 days of delivery. We do not refund delivery costs of 49.90 EUR."


@pytest.mark.parametrize(
    "statement",
    [
        "You can return furniture within 30 days.",
        "Furniture can be returned within 30 days of delivery.",
        "Delivery costs of 49.90 EUR are not refunded.",
    ],
)
def test_what_the_passage_says_is_supported(statement: str):
    assert is_supported(statement, [PASSAGE], language="en")


@pytest.mark.parametrize(
    "statement",
    [
        "You can return furniture within 60 days.",
        "We refund delivery costs of 59.90 EUR.",
        "You can return it to any shop in France for store credit.",
        "Your order was dispatched this morning.",
        "We refund delivery costs of 49.90 EUR.",
        "",
    ],
)
def test_what_it_does_not_say_is_not(statement: str):
    assert not is_supported(statement, [PASSAGE], language="en")


def test_a_negation_that_the_passage_does_not_have_is_not_supported():
    assert not is_supported("You cannot return furniture.", ["You can return furniture."], language="en")


def test_without_a_passage_nothing_is_supported():
    assert not is_supported("Anything at all.", [], language="en")
