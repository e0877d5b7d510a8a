"""Passages follow headings, keep lists whole, and keep their ids when their text has not moved."""

from baton.core.documents import Block, BlockKind, Document
from baton.core.ids import DocumentId, SourceId
from baton.knowledge.chunk import MAX_WORDS, cut
from baton.knowledge.parse import parse

PAGE = b"""# Returns

Intro words here.

## How long

You have 45 days.

### Mattresses

100 nights.

## How to

Do this:

1. One step.
2. Two steps.
"""


def passages(body: bytes, name: str = "a.md") -> tuple:
    document = parse(name, body)
    return cut(document, SourceId("src_1"), DocumentId("doc_1"))


def test_passages_carry_their_heading_path_and_offsets() -> None:
    made = passages(PAGE)
    assert [(p.title, p.heading, p.anchor, p.text) for p in made.passages] == [
        ("Returns", "", None, "Intro words here."),
        ("Returns", "How long", "how-long", "You have 45 days."),
        ("Returns", "How long > Mattresses", "mattresses", "100 nights."),
        ("Returns", "How to", "how-to", "Do this:\n1. One step.\n2. Two steps."),
    ]
    assert all(made.text[p.start : p.end] == p.text for p in made.passages)


def test_ids_are_stable_and_belong_to_the_place() -> None:
    before = {p.anchor: p.id for p in passages(PAGE).passages}
    after = {p.anchor: p.id for p in passages(PAGE.replace(b"45 days", b"60 days").replace(b"Intro", b"Some")).passages}
    assert before == after
    assert len(set(before.values())) == 4


def test_a_long_section_is_cut_between_paragraphs_and_never_across_a_heading() -> None:
    body = "\n\n".join(["word " * 60] * 6) + "\n\n## Next\n\nShort."
    made = passages(body.encode()).passages
    assert [p.heading for p in made] == ["", "", "", "Next"]
    assert max(len(p.text.split()) for p in made) <= MAX_WORDS


def test_a_list_stays_whole_when_it_fits_and_is_cut_between_items_when_not() -> None:
    short = "Steps:\n\n" + "".join(f"{n}. {'word ' * 10}\n" for n in range(1, 13))
    assert len(passages(b"word " * 100 + b"\n\n" + short.encode()).passages[-1].text.splitlines()) == 13
    long = "".join(f"{n}. {'word ' * 10}\n" for n in range(1, 61))
    made = passages(long.encode()).passages
    assert len(made) > 3
    assert all(line[0].isdigit() for p in made for line in p.text.splitlines())


def test_a_paragraph_without_sentences_or_spaces_is_still_bounded() -> None:
    for text in ("a" * 1_000_000, "word " * 200_000, "返金" * 100_000):
        document = Document(title="x", blocks=(Block(BlockKind.PARAGRAPH, text.strip()),))
        made = cut(document, SourceId("src_1"), DocumentId("doc_1"))
        assert max(len(p.text) for p in made.passages) <= MAX_WORDS * 12
        assert "".join(p.text for p in made.passages).replace(" ", "") == text.replace(" ", "")
