"""docs/reference/states.md is the state table."""

from docs.states import PAGE, page


def test_the_page_is_what_the_table_draws() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "run `python tests/docs/states.py`"
