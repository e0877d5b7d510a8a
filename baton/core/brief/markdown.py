"""A document as Markdown (GitHub's)."""

import re
from collections.abc import Iterator

from baton.core.brief.document import Block, Document, Items, Quote, Table, Text

_MARKS = re.compile(r"([\\`*_\[\]<>|])")


def markdown(document: Document) -> str:
    """The document's text, with an end of line at its end."""
    return "\n\n".join(_parts(document)) + "\n"


def _parts(document: Document) -> Iterator[str]:
    yield f"# {_plain(document.title)}"
    yield _plain(document.under)
    for section in document.sections:
        yield f"{'#' * section.level} {_plain(section.title)}"
        yield from map(_block, section.blocks)


def _block(block: Block) -> str:
    match block:
        case Text(text):
            return _plain(text)
        case Items(lines):
            return "\n".join(f"- {_plain(line)}" for line in lines)
        case Quote(text):
            return "\n".join(f"> {_plain(line)}".rstrip() for line in text.split("\n"))
        case Table(head, rows):
            return "\n".join((_row(head), _row(("---",) * len(head), is_rule=True), *map(_row, rows)))


def _row(cells: tuple[str, ...], *, is_rule: bool = False) -> str:
    return f"| {' | '.join(cells if is_rule else map(_plain, cells))} |"


def _plain(text: str) -> str:
    """Text in which nothing is markup, on one line."""
    return _MARKS.sub(r"\\\1", " ".join(text.split()))
