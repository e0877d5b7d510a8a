"""A text is cut into the longest pieces that a vocabulary has."""

import pytest

from baton.knowledge.pieces import LONGEST_WORD, Pieces

LISTED = ("[CLS]", "[SEP]", "[UNK]", "refund", "re", "##fund", "##s", "##u", "a", "?", "退", "£", "$", "5", "£##5")
PIECES = Pieces(LISTED)


def cut(text: str) -> list[str]:
    """The pieces of a text, without those before and after it."""
    before, *found, after = PIECES.of(text, 50)
    assert (LISTED[before], LISTED[after]) == ("[CLS]", "[SEP]")
    return [LISTED[number] for number in found]


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("refunds", ["refund", "##s"]),
        ("Refund a refund", ["refund", "a", "refund"]),
        ("refund?", ["refund", "?"]),
        ("réfund", ["refund"]),
        ("ref", ["[UNK]"]),
        ("refundøs refund", ["[UNK]", "refund"]),
        ("退退", ["退", "退"]),
        ("$5", ["$", "5"]),
        ("£5", ["[UNK]"]),
        ("re\u200dfund", ["refund"]),
        ("a" * (LONGEST_WORD + 1), ["[UNK]"]),
        (" \n", []),
    ],
)
def test_a_text_is_cut_into_these_pieces(text: str, pieces: list[str]):
    assert cut(text) == pieces


def test_no_more_pieces_are_read_than_asked_for():
    assert PIECES.of("refunds " * 9_000, 3) == [0, 3, 6, 3, 1]
