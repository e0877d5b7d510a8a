"""Entries come from YAML; a file that is not a list of them says what to mend."""

import pytest

from baton.core.documents import Pair
from baton.core.errors import Unreadable
from baton.knowledge.parse import parse


def test_entries_are_read_in_order() -> None:
    body = "- question: Open?\n  answer: |\n    Yes.\n    Daily.\n  url: https://x.example\n"
    body += "- {question: No?, answer: no}\n"
    assert parse("e.yaml", body.encode()).pairs == (
        Pair("Open?", "Yes.\nDaily.\n", "https://x.example"),
        Pair("No?", "no"),
    )


@pytest.mark.parametrize(
    ("body", "says"),
    [
        (b"- question: [\n", "not valid YAML"),
        (b"just text", "should be a list"),
        (b"question: x", "should be a list"),
        (b"[]", "should be a list"),
        (b"- question: x\n", "Entry 1"),
        (b"- {question: x, answer: y}\n- {question: 3, answer: y}\n", "Entry 2"),
        (b"- text\n", "Entry 1"),
        (b"- !!python/object/apply:os.system [ls]\n", "not valid YAML"),
        (b"[" * 5_000, "not valid YAML"),
        (b"x" * 2_000_001, "larger"),
        (bytes(range(256)) * 10, "readable text"),
    ],
)
def test_what_is_no_list_of_entries_says_why(body: bytes, says: str) -> None:
    with pytest.raises(Unreadable) as refused:
        parse("e.yaml", body)
    assert says in refused.value.detail
    assert refused.value.detail.endswith(".")
