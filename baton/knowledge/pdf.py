"""PDF: lines with their size and place become headings, paragraphs, lists and tables, each with the page it is on."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from baton.core.errors import Unreadable
from baton.core.sources.documents import Block, Document
from baton.knowledge.pdf_layout import Line, blocks_of
from baton.knowledge.pdf_lines import lines_of

MOST_PAGES = 5_000
LEAST_CHARACTERS = 8
"""Characters a page on average below which a PDF is taken for a scan."""

_FILE_NAMES = re.compile(
    r"(?i)^(?:microsoft word|\(?anonymous\)?|\(?unspecified\)?|untitled|document\d*|"
    r".*\.(?:html?|docx?|pptx?|indd|pages|odt|rtf|xlsx?)$)"
)
_DIGITS = re.compile(r"\d+")


def read(name: str, body: bytes) -> Document:
    """Read a PDF. Raises Unreadable where it is locked, broken, or has pictures for pages."""
    import pypdfium2

    try:
        opened: Any = pypdfium2.PdfDocument(body)
    except pypdfium2.PdfiumError as refused:
        raise Unreadable(_why(name, str(refused))) from refused
    try:
        count = len(opened)
        if count > MOST_PAGES:
            raise Unreadable(f"{name} has {count:,} pages; the limit is {MOST_PAGES:,}. Split it into smaller files.")
        pages = [lines_of(opened, number) for number in range(count)]
        title = _title(opened)
    finally:
        opened.close()
    if sum(len(line.text) for page in pages for line in page) < LEAST_CHARACTERS * max(count, 1):
        raise Unreadable(
            f"{name} is a scan: its pages are pictures, with no text to read. Run text recognition (OCR) on it first."
        )
    return _document(_without_edges(pages), title)


def _document(pages: list[list[Line]], title: str) -> Document:
    blocks: list[Block] = list(blocks_of(pages))
    if blocks and not title and blocks[0].level == 1:
        title = blocks[0].text
    if blocks and blocks[0].text == title:
        blocks = blocks[1:]
    return Document(title=title, blocks=tuple(blocks))


def _title(opened: Any) -> str:
    title = " ".join(str(opened.get_metadata_value("Title")).split())
    return "" if len(title) > 200 or _FILE_NAMES.match(title) else title


def _without_edges(pages: list[list[Line]]) -> list[list[Line]]:
    """Pages without the lines that run along their tops and bottoms: headers, footers, page numbers."""
    counted = Counter(mark for page in pages for mark in {_mark(line) for line in _edges(page)})
    repeated = {mark for mark, count in counted.items() if count >= max(3, len(pages) // 2)}
    alone = {
        mark
        for mark in counted
        if re.fullmatch(r"(?i)(?:page |seite |página |p\. ?)?#(?:\s*(?:of|/|von|de)\s*#)?", mark)
    }
    dropped = repeated | (alone if len(pages) > 1 else set())
    kept: list[list[Line]] = []
    for page in pages:
        edges = {id(line) for line in _edges(page) if _mark(line) in dropped}
        kept.append([line for line in page if id(line) not in edges])
    return kept


def _edges(page: list[Line]) -> Iterator[Line]:
    yield from page[:2]
    yield from page[max(2, len(page) - 2) :]


def _mark(line: Line) -> str:
    return _DIGITS.sub("#", line.text.strip().lower())


def _why(name: str, said: str) -> str:
    if "assword" in said:
        return f"{name} is locked with a password. Save a copy without one and add that."
    if "ecurity" in said:
        return f"{name} is locked in a way that can't be opened. Save a copy without protection and add that."
    return f"{name} is damaged, or no PDF. Open it, save it anew and add that."
