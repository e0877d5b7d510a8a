"""Passages follow headings, keep lists whole, and keep their ids when their text has not moved."""

from baton.core.ids import DocumentId, SourceId
from baton.core.sources.documents import Block, BlockKind, Document
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


def test_a_web_pages_passage_opens_at_its_own_words() -> None:
    page = b"""<link rel=canonical href="https://x.example/p"><h1>Help</h1><p>First - of all, call us.</p>
        <h2 id=pay>Paying</h2><ol><li>Open the bill.</li></ol>
        <h2 id=cost>Cost</h2><table><tr><th>A<th>B<tr><td>1<td>2</table>"""
    opened = [(p.url, p.anchor) for p in passages(page, "a.html").passages]
    assert opened == [
        ("https://x.example/p", ":~:text=First%20%2D%20of%20all%2C%20call%20us."),
        ("https://x.example/p", "pay:~:text=Open%20the%20bill."),
        ("https://x.example/p", "cost"),
    ]
    assert passages(page.replace(b"<link", b"<nolink"), "a.html").passages[1].anchor == "pay"


def test_a_row_of_a_table_file_stands_alone_under_its_number() -> None:
    made = passages(b"Size,Price\nSmall,4\nLarge,9\n", "prices.csv").passages
    assert [(p.text, p.anchor) for p in made] == [("- Small: Price 4", "row=2"), ("- Large: Price 9", "row=3")]


def test_a_pair_is_an_entry_and_keeps_its_id_wherever_its_row_moves() -> None:
    made = passages(
        b'Question,Answer,Link\nOpen?,"Yes,\ndaily.",\nShut?,No.,https://x.example/shut\n', "faq.csv"
    ).passages
    assert [(p.question, p.title, p.text, p.url, p.anchor) for p in made] == [
        ("Open?", "Open?", "Yes,\ndaily.", None, "row=2"),
        ("Shut?", "Shut?", "No.", "https://x.example/shut", None),
    ]
    moved = passages(b"Question,Answer\nNew?,Yes.\nShut?,No.\nOpen?,Yes.\n", "faq.csv").passages
    assert {p.question: p.id for p in made}.items() <= {p.question: p.id for p in moved}.items()


def test_an_answer_as_long_as_a_document_is_cut_as_one() -> None:
    made = passages(f"Question,Answer\nWhy?,{'It is so because it is so. ' * 400}\n".encode(), "faq.csv").passages
    assert len(made) > 5
    assert {(p.question, p.heading) for p in made} == {(None, "Why?")}


def test_sentences_of_a_script_without_spaces_are_joined_without_one() -> None:
    text = "返金には五営業日かかります。" * 100
    made = passages(text.encode(), "a.txt")
    assert "".join(p.text for p in made.passages) == text
    assert all(made.text[p.start : p.end] == p.text for p in made.passages)


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
