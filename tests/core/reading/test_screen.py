"""The screen lets nothing through unasked that an expression would match, and says which one to begin with."""

import re

import pytest

from baton.core.reading.screen import Screen

PATTERNS = (r"\bsend(?: \w+){0,2} back\b", r"\bget rid of\b", r"\bhow old (?:is|are)\b")


@pytest.mark.parametrize(
    "text",
    [
        "Can I send it back?",
        "send the café back",
        "SEND Ware zurück back",
        "how do I get rid of it",
        "Ähow old is",
        "nothing of the kind",
        "\ud800 get rid of \0 it",
        "",
    ],
)
def test_what_an_expression_matches_is_never_held_back(text: str):
    wanted = [n for n, one in enumerate(PATTERNS) if re.search(one, text, re.IGNORECASE)]
    first = Screen(PATTERNS).first(text)
    assert not wanted or (first is not None and first <= wanted[0])


def test_it_holds_back_what_none_could_match():
    assert Screen(PATTERNS).first("Where is my order?") is None


def test_it_names_the_first_that_could_match():
    assert Screen(PATTERNS).first("how old is the one that I get rid of") == 1


def test_an_expression_that_looks_around_is_refused():
    with pytest.raises(ValueError, match="RE2 does not know"):
        Screen([r"price(?! match)"])
