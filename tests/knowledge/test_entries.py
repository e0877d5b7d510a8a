"""Entries come from YAML; a file that is not a list of them says what to mend."""

import pytest

from baton.core.errors import Unreadable
from baton.core.ids import DocumentId, SourceId
from baton.core.sources.documents import Pair
from baton.knowledge.chunk import cut
from baton.knowledge.parse import parse

GROWS = "- &a0 {k: 1}\n" + "\n".join(f"- &a{n}\n  <<: [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 12))
GROWS = GROWS.encode()


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
        (b"- question: [\n", "e.yaml is not valid YAML: line 2, column 1: expected"),
        (b"just text", "should be a list"),
        (b"question: x", "should be a list"),
        (b"[]", "should be a list"),
        (b"- question: x\n", "Entry 1"),
        (b"- {question: x, answer: y}\n- {question: 3, answer: y}\n", "Entry 2"),
        (b"- text\n", "Entry 1"),
        (b"- !!python/object/apply:os.system [ls]\n", "not valid YAML"),
        (b"[" * 5_000, "not valid YAML"),
        (b"- !!bool z\n", "not valid YAML"),
        (b"- {question: x, answer: &a y}\n- {question: x, answer: *a}\n", "line 2 repeats another place by an alias"),
        (GROWS, "line 3 repeats another place by an alias"),
        (b"x" * 2_000_001, "larger"),
        (bytes(range(256)) * 10, "readable text"),
    ],
)
def test_what_is_no_list_of_entries_says_why(body: bytes, says: str) -> None:
    with pytest.raises(Unreadable) as refused:
        parse("e.yaml", body)
    assert says in refused.value.detail
    assert refused.value.detail.endswith(".")


@pytest.mark.parametrize(
    ("name", "body", "says"),
    [
        ("e.json", b'[\n{"question"]', "e.json is not valid JSON: line 2, column 12: Expecting ':' delimiter."),
        (
            "e.jsonl",
            b'{"question": "x", "answer": "y"}\n{"a"',
            "line 2, column 5: Expecting ':' delimiter.",
        ),
    ],
)
def test_a_slip_in_json_is_named_by_its_place_in_the_file(name: str, body: bytes, says: str) -> None:
    with pytest.raises(Unreadable) as refused:
        parse(name, body)
    assert refused.value.detail.endswith(says)


def test_escapes_write_nothing_that_no_text_holds() -> None:
    entry = rb'[{"question": "Op\ud800en\u0000?", "answer": "Y\u0000es.\udfff", "url": "https://x.example"}]'
    assert parse("e.json", entry).pairs == (Pair("Open?", "Yes.", "https://x.example"),)
    assert parse("e.yaml", rb'- {question: "Open\0?", answer: "Yes.\0"}').pairs == (Pair("Open?", "Yes."),)


@pytest.mark.parametrize("url", ["javascript:alert(1)", "JavaScript:alert(1)", "data:text/html,x", "//x.example"])
def test_an_address_that_is_not_of_the_web_is_left_out(url: str) -> None:
    entry = f'{{"question": "Open?", "answer": "Yes.", "url": "{url}"}}'
    for name, body in (("e.json", f"[{entry}]"), ("e.jsonl", entry), ("e.yaml", f"- {entry}")):
        assert parse(name, body.encode()).pairs == (Pair("Open?", "Yes."),)
    assert parse("e.md", f"---\nurl: {url}\n---\n# Open\n\nYes, daily.\n".encode()).url is None


@pytest.mark.parametrize(
    ("name", "body", "about"),
    [
        ("e.yaml", b"- {question: Open?, answer: Yes., queue: desk, topic: hours}", "desk"),
        ("e.json", b'[{"question": "Open?", "answer": "Yes.", "topic": " hours "}]', "hours"),
        ("e.json", b'[{"question": "Open?", "answer": "Yes.", "topic": "", "queue": 3}]', None),
        ("e.csv", b"question,topic,answer,queue\nOpen?,hours,Yes.,desk", "desk"),
        ("e.csv", b"question,topic,answer,queue\nOpen?,hours,Yes.,", "hours"),
        ("e.csv", b"question,answer\nOpen?,Yes.", None),
    ],
)
def test_an_entry_says_where_its_questions_belong(name: str, body: bytes, about: str | None) -> None:
    document = parse(name, body)
    assert [pair.about for pair in document.pairs] == [about]
    passages = cut(document, SourceId("s"), DocumentId("d")).passages
    assert [passage.about for passage in passages] == [about]
