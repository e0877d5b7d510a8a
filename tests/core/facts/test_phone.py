"""Telephone numbers that can be dialled, and a clear word for those that can't."""

import pytest

from baton.core.errors import Invalid
from baton.core.facts.phone import read_phone


@pytest.mark.parametrize(
    ("text", "region", "number"),
    [
        ("+44 20 7946 0958", None, "+442079460958"),
        ("030 901820", "de", "+4930901820"),
        ("(650) 253-0000", "US", "+16502530000"),
    ],
)
def test_a_number_is_read_as_people_write_it(text: str, region: str | None, number: str):
    assert read_phone(text, region=region).number == number


def test_a_number_is_shown_as_people_write_it():
    assert read_phone("+442079460958").shown == "+44 20 7946 0958"


@pytest.mark.parametrize("text", ["", "call me", "12", "+49", "+1 555", "030 901820", "+999 123 456 789", "1" * 41])
def test_what_is_no_number_is_refused_with_an_example(text: str):
    with pytest.raises(Invalid, match=r"\+44 20 7946 0958") as refused:
        read_phone(text)
    assert refused.value.code == "bad_phone"
