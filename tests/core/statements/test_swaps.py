"""Names that the passages do not have, and words in another's place."""

import pytest

from baton.core.statements.support_source import source_of
from baton.core.statements.swaps import swapped_word

TEAM = source_of("Team\nAdmins can add or remove seats at any time. Three viewers may comment.", "en")


@pytest.mark.parametrize(
    ("statement", "word"),
    [
        ("Viewers can add or remove seats at any time.", "viewer"),
        ("Admins can add or remove seats at any time.", None),
        ("Owners can add or remove seats at any time.", None),
        ("We let admins add or remove seats whenever they like.", None),
    ],
)
def test_a_word_of_another_sentence_in_a_copied_one_is_named(statement: str, word: str | None):
    assert swapped_word(statement, TEAM.sentences[1:2], TEAM) == word
