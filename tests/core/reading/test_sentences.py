"""Sentences end where a reader would end them."""

import pytest

from baton.core.reading.sentences import sentences


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("It costs £4.95. It takes 3.5 days.", ["It costs £4.95.", "It takes 3.5 days."]),
        ("Ask Dr. Smith, e.g. by phone. He knows!", ["Ask Dr. Smith, e.g. by phone.", "He knows!"]),
        ("Open 9 a.m. to 5 p.m. Monday is closed.", ["Open 9 a.m. to 5 p.m.", "Monday is closed."]),
        ("Write to J. Doe. Now.", ["Write to J. Doe.", "Now."]),
        ("返金は五日です。次の文！", ["返金は五日です。", "次の文！"]),
        ("क्या? हाँ। ठीक।", ["क्या?", "हाँ।", "ठीक।"]),
        ("1. Do this. Then that.\n2. Stop.", ["1. Do this. Then that.", "2. Stop."]),
        ("- One. Two.\n- Three", ["- One. Two.", "- Three"]),
        ("No full stop\nnext line", ["No full stop", "next line"]),
        ("Wait... what? Now.", ["Wait... what?", "Now."]),
        ("", []),
        (" \n\n ", []),
        ("...", ["..."]),
    ],
)
def test_splits(text: str, parts: list[str]) -> None:
    found = sentences(text)
    assert [span.text for span in found] == parts
    assert all(text[span.start : span.end] == span.text for span in found)


def test_a_long_line_of_stops_is_split_in_linear_time() -> None:
    assert len(sentences("a. " * 200_000)) > 0
