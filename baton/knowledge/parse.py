"""From bytes to a document. A format is one file with a `read` function and one line in `FORMATS`."""

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import PurePosixPath
from urllib.parse import urlsplit

from baton.core.errors import Unreadable
from baton.core.reading.sentences import is_item
from baton.core.reading.tokens import guess_language
from baton.core.sources.documents import Block, BlockKind, Document, Pair
from baton.core.sources.urls import web_address
from baton.knowledge import docx, entries, html, markdown, pdf, plain, table
from baton.knowledge.decode import decode, readable

MAX_BYTES = 50_000_000
"""Largest document that is read, in bytes. A manual with pictures has this much; a help page a thousandth of it."""

MAX_BLOCKS = 200_000
"""Most blocks that are kept of one document."""

Reader = Callable[[str, bytes, str | None], Document]
"""(file name, body, the charset that the server named) -> document. Raises Unreadable."""


def _text(read: Callable[[str], Document]) -> Reader:
    return lambda name, body, charset: read(decode(name, body, charset))


def _named_text(read: Callable[[str, str], Document]) -> Reader:
    return lambda name, body, charset: read(name, decode(name, body, charset))


def _binary(read: Callable[[str, bytes], Document]) -> Reader:
    return lambda name, body, _: read(name, body)


_MARKDOWN, _HTML, _PLAIN = _text(markdown.read), _text(html.read), _text(plain.read)
_TABLE, _YAML = _named_text(table.read), _named_text(entries.read_yaml)

FORMATS: dict[str, Reader] = {
    ".md": _MARKDOWN,
    ".markdown": _MARKDOWN,
    ".html": _HTML,
    ".htm": _HTML,
    ".xhtml": _HTML,
    ".txt": _PLAIN,
    ".text": _PLAIN,
    ".pdf": _binary(pdf.read),
    ".docx": _binary(docx.read),
    ".csv": _TABLE,
    ".tsv": _TABLE,
    ".yaml": _YAML,
    ".yml": _YAML,
    ".json": _named_text(entries.read_json),
    ".jsonl": _named_text(entries.read_json_lines),
}
"""File ending -> reader."""

HOSTED_APART = frozenset({".pdf", ".docx"})
"""Formats whose readers may take much time or memory, or fall over, and are therefore run in a process of their own."""

MEDIA_TYPES: dict[str, str] = {
    "text/markdown": ".md",
    "text/x-markdown": ".md",
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/plain": ".txt",
    "application/pdf": ".pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "text/csv": ".csv",
    "text/tab-separated-values": ".tsv",
}
"""Media type -> the ending that it reads like."""

_CHARSET = re.compile(r"(?i);\s*charset\s*=\s*\"?([\w.:-]{2,40})")


def parse(name: str, body: bytes, media_type: str | None = None) -> Document:
    """Read a document. The name's ending decides the format, then `media_type`. Raises Unreadable with the reason."""
    ending = format_of(name, media_type)
    if len(body) > MAX_BYTES:
        raise Unreadable(
            f"{name} is larger than {MAX_BYTES / 1e6:.0f} MB, the limit for one document. Split it into smaller files."
        )
    if not body.strip():
        raise Unreadable(f"{name} is empty.")
    charset = _CHARSET.search(media_type or "")
    document = FORMATS[ending](name, body, charset[1] if charset else None)
    blocks = _joined(block for block in document.blocks[:MAX_BLOCKS] if block.text)
    if not document.pairs and not any(block.kind is not BlockKind.HEADING for block in blocks):
        raise Unreadable(f"{name} has no text to answer from.")
    prose = " ".join([*(block.text for block in blocks[:60]), *(pair.answer for pair in document.pairs[:60])])
    return replace(
        document,
        title=readable(document.title) or _title_from(name),
        blocks=blocks,
        url=web_address(document.url),
        pairs=tuple(_fit(pair) for pair in document.pairs),
        language=document.language or guess_language(prose),
        audience=document.audience,
    )


def format_of(name: str, media_type: str | None = None) -> str:
    """The ending (".md") that a file is read as; of a web address the `media_type` goes before its ending.

    Raises Unreadable where there is no reader for it.
    """
    is_address = name.startswith(("https://", "http://"))
    path = urlsplit(name).path if is_address else name.replace("\\", "/")
    ending = PurePosixPath(path).suffix.lower()
    known = MEDIA_TYPES.get((media_type or "").split(";", 1)[0].strip().lower())
    # A server knows what it sends; the end of an address is only a part of a name.
    if known and (is_address or ending not in FORMATS):
        return known
    if ending in FORMATS:
        return ending
    kind = f"{ending} files" if ending else "files without an ending"
    raise Unreadable(
        f"{name} can't be read: {kind} are not supported. Use Markdown, HTML, plain text, PDF, DOCX or CSV."
    )


def _joined(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """A further paragraph of a list item has no mark of its own and belongs to the item's line."""
    out: list[Block] = []
    for block in blocks:
        if block.kind is BlockKind.ITEM and not is_item(block.text) and out and out[-1].kind is BlockKind.ITEM:
            out[-1] = replace(out[-1], text=f"{out[-1].text} {block.text}")
        else:
            out.append(block)
    return tuple(out)


def _fit(pair: Pair) -> Pair:
    """Escapes of JSON and YAML can write what no text holds, and addresses that are commands to a browser."""
    said = (readable(pair.question), readable(pair.answer))
    return replace(pair, question=said[0], answer=said[1], url=web_address(pair.url))


def _title_from(name: str) -> str:
    stem = PurePosixPath(name.replace("\\", "/")).stem.replace("_", " ").replace("-", " ").strip()
    return stem[:1].upper() + stem[1:] if stem else "Untitled"
