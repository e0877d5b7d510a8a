"""A text is cut into pieces the likeliest way."""

from baton.knowledge.pieces import LONGEST, UNKNOWN, Pieces

PIECES = Pieces(
    {"▁re": (1, -3.0), "fund": (2, -3.0), "▁refund": (3, -5.0), "s": (4, -1.0), "▁": (5, -2.0), "▁a": (6, -1.0)}
)


def test_one_piece_is_taken_where_two_are_less_likely():
    assert PIECES.of("refunds") == [3, 4]


def test_two_pieces_are_taken_where_one_is_less_likely():
    likely = Pieces({"▁re": (1, -2.0), "fund": (2, -2.0), "▁refund": (3, -5.0)})
    assert likely.of("refund") == [1, 2]


def test_letters_that_no_piece_has_are_one_unknown_piece():
    assert PIECES.of("refund øø") == [3, 5, UNKNOWN]


def test_spaces_around_a_text_say_nothing():
    assert PIECES.of("  refunds \n") == PIECES.of("refunds")


def test_an_empty_text_has_no_pieces():
    assert PIECES.of(" ") == []


def test_letters_in_another_form_are_the_same():
    assert PIECES.of("ｒｅｆｕｎｄ") == [3]


def test_a_paste_is_cut_only_as_far_as_it_is_looked_at():
    assert len(PIECES.of("a " * 5_000)) <= LONGEST
