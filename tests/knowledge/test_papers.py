"""PDF, Word and table files are read with their structure and places; what can't be read says why, and what to do."""

import io
import zipfile

import papers
import pytest

from baton.core.errors import Unreadable
from baton.core.sources.documents import Document, Pair
from baton.knowledge.parse import parse


def shapes(document: Document) -> list[tuple[str, int, str | None, str]]:
    return [(block.kind.value, block.level, block.anchor, block.text) for block in document.blocks]


def test_a_pdf_keeps_headings_lists_and_tables_each_with_its_page() -> None:
    document = parse("guide.pdf", papers.pdf())
    paragraph = (papers.WHY * 3).strip()
    assert (document.title, document.language) == ("Harbour Guide", "en")
    assert shapes(document) == [
        ("heading", 1, "page=1", "Returns part 1"),
        ("paragraph", 0, "page=1", paragraph),
        ("paragraph", 0, "page=1", "Part 1 has a second paragraph of its own."),
        ("item", 0, "page=1", "1. Open your orders."),
        ("item", 0, "page=1", "2. Choose the order."),
        ("item", 0, "page=1", "3. Print the label."),
        ("heading", 2, "page=1", "What it costs"),
        ("row", 0, "page=1", "- Post: Cost 4.95; Days 3"),
        ("row", 0, "page=1", "- Courier: Cost 9.95; Days 1"),
        *(
            line
            for n in (2, 3)
            for line in (
                ("heading", 1, f"page={n}", f"Returns part {n}"),
                ("paragraph", 0, f"page={n}", paragraph),
                ("paragraph", 0, f"page={n}", f"Part {n} has a second paragraph of its own."),
            )
        ),
    ]


def test_a_pdf_is_called_what_it_calls_itself_unless_that_is_a_file_name() -> None:
    assert parse("guide.pdf", papers.pdf(title="Customer guide 2026")).title == "Customer guide 2026"
    assert parse("guide.pdf", papers.pdf(title="guide.html")).title == "Harbour Guide"
    assert parse("guide.pdf", papers.pdf(title="Microsoft Word - final_v2.docx")).title == "Harbour Guide"


def test_a_word_file_keeps_headings_lists_and_tables() -> None:
    document = parse("warranty.docx", papers.word())
    assert document.title == "Warranty"
    assert shapes(document) == [
        ("paragraph", 0, None, "Every lamp has a warranty of five years."),
        ("heading", 1, None, "How to claim"),
        ("item", 0, None, "1. Take a picture."),
        ("item", 0, None, "2. Write to us."),
        ("heading", 2, None, "Spare parts"),
        ("row", 0, None, "- Shade: Price 12.00"),
    ]


@pytest.mark.parametrize("sign", [",", ";", "\t", "|"])
def test_pairs_are_found_by_the_names_of_their_columns_in_any_order(sign: str) -> None:
    body = sign.join(["Thema", "Antwort", "Frage"]) + "\n" + sign.join(["x", '"Ja, ""gern""."', "Geht das?"]) + "\n"
    assert parse("faq.csv", body.encode("utf-8-sig")).pairs == (Pair("Geht das?", 'Ja, "gern".', None, "row=2"),)


def test_other_tables_have_a_row_for_each_row() -> None:
    document = parse("sizes.tsv", b"Size\tWidth\tPrice\nSmall\t40 cm\t9\n\nLarge\t90 cm\t\n")
    assert shapes(document) == [
        ("row", 0, "row=2", "- Small: Width 40 cm; Price 9"),
        ("row", 0, "row=4", "- Large: Width 90 cm"),
    ]


def archive(**files: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, body in files.items():
            packed.writestr(name.replace("__", "/"), body)
    return out.getvalue()


GROWS = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "' + b"b" * 1000 + b'">]><w:document/>'

GROWS_LATE = GROWS.replace(b"?><!", b"?><!--" + b" " * 10_000 + b"--><!")


@pytest.mark.parametrize(
    ("name", "body", "says"),
    [
        ("a.pdf", papers.pdf(password="secret"), "locked with a password"),
        ("a.pdf", papers.scan(), "is a scan"),
        ("a.pdf", papers.pdf()[:1500], "damaged"),
        ("a.pdf", b"%PDF-1.7 and nothing", "damaged"),
        ("a.pdf", b"hello", "damaged, or no PDF"),
        ("a.docx", papers.word()[:4000], "damaged"),
        ("a.docx", b"PK\x03\x04", "damaged"),
        ("a.docx", b"hello", "damaged"),
        (
            "a.docx",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600,
            "locked with a password, or was saved by an old Word",
        ),
        ("a.docx", archive(a=b"x"), "is not a Word document"),
        ("a.docx", archive(word__document_xml=b"x"), "is not a Word document"),
        ("a.docx", archive(**{"word__document.xml": GROWS}), "damaged"),
        ("a.docx", archive(**{"word__document.xml": GROWS_LATE}), "damaged"),
        ("a.docx", archive(**{"word__document.xml": GROWS.decode().encode("utf-16-le")}), "damaged"),
        ("a.docx", archive(**{"word__document.xml": b"<w:document/>", "word__styles.XML": GROWS}), "damaged"),
        ("a.docx", archive(**{"word__document.xml": b"<w:document>"}), "damaged"),
        ("a.csv", b'question,answer\n"never closed,x\na,b\n', "a quote is opened in line 2 and never closed"),
        ("a.csv", b'question,answer\na,b\n"c" d,e\n', "the quotes in line 3 do not match"),
        ("a.csv", b"question,answer\n", "nothing below it"),
        ("a.csv", b"question,answer\n,\n", "no text"),
        ("a.csv", b"a,b\n" * 60_000, "rows"),
        ("a.csv", b"\x89PNG\r\n", "picture"),
    ],
)
def test_what_cannot_be_read_says_why_in_one_line(name: str, body: bytes, says: str) -> None:
    with pytest.raises(Unreadable) as refused:
        parse(name, body)
    assert says in refused.value.detail
    assert refused.value.detail.startswith("a.")
    assert refused.value.detail.endswith((".", '("").'))
    assert "\n" not in refused.value.detail


def test_a_document_that_unpacks_to_more_than_there_may_be_says_so() -> None:
    big = archive(**{"word__document.xml": b"<x/>", "big": b"\0" * 201_000_000})
    test_what_cannot_be_read_says_why_in_one_line("a.docx", big, "too large")
