"""Which words a conversation can end with."""

import pytest

from baton.core.errors import Invalid
from baton.core.policy.dispositions import STANDARD, Disposition, check, flaw

OWN = (Disposition("solved", "Solved"), Disposition("spam", "Spam", retired=True), Disposition("paid", "Paid back"))


def test_a_word_of_the_list_is_taken_and_another_is_refused_with_those_that_are_in_use():
    check(OWN, "paid")
    with pytest.raises(Invalid) as refused:
        check(OWN, "sloved")
    assert (refused.value.code, refused.value.extra) == ("unknown_disposition", {"known": ["solved", "paid"]})
    assert refused.value.detail == "There is no disposition sloved. Use one of solved, paid."


def test_a_retired_one_is_told_to_be_retired():
    assert flaw(OWN, "spam") == "The disposition spam is retired. Use one of solved, paid."


def test_the_usual_ones_are_all_in_use():
    assert [one.id for one in STANDARD if flaw(STANDARD, one.id)] == []
