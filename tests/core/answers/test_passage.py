"""What a title names."""

import pytest

from baton.core.answers.passage import refuses, subject_of


@pytest.mark.parametrize(
    ("title", "subject"),
    [
        ("Silver Card: Fees", "Silver Card"),
        ("Why am I being charged a fee on my Navy Blue Account?", "Navy Blue Account"),
        ("Blue Account features and fees", "Blue Account"),
        ("International withdrawals for Blue Account", "Blue Account"),
        ("What to Know Before Closing Your Account", "What to Know Before Closing Your Account"),
        ("Getting Started with Sky Blue", "Getting Started with Sky Blue"),
        ("Change or cancel an order", "Change or cancel an order"),
    ],
)
def test_a_title_is_about_the_name_that_stands_in_it(title: str, subject: str) -> None:
    assert subject_of(title) == subject


def test_what_is_exclusive_excludes_nothing() -> None:
    assert refuses("Exclusions")
    assert not refuses("Exclusive benefits")
