"""From bytes to a document. A format is one file with a `read` function and one line in `FORMATS`."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import PurePosixPath

from baton.core.documents import Block, BlockKind, Document
from baton.core.errors import Unreadable
from baton.core.sentences import is_item
from baton.core.tokens import guess_language
from baton.knowledge import html, markdown, plain
from baton.knowledge.decode import decode

MAX_BYTES = 20_000_000
"""Largest document that is read, in bytes. A help page is a thousandth of this."""

MAX_BLOCKS = 200_000
"""Most blocks that are kept of one document."""

Reader = Callable[[str], Document]

FORMATS: dict[str, Reader] = {
    ".md": markdown.read,
    ".markdown": markdown.read,
    ".html": html.read,
    ".htm": html.read,
    ".xhtml": html.read,
    ".txt": plain.read,
    ".text": plain.read,
}
"""File ending -> reader of its decoded text."""

MEDIA_TYPES: dict[str, str] = {
    "text/markdown": ".md",
    "text/x-markdown": ".md",
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/plain": ".txt",
}
"""Media type -> the ending that it reads like."""


def parse(name: str, body: bytes, media_type: str | None = None) -> Document:
    """Read a document. The name's ending decides the format, then `media_type`. Raises Unreadable with the reason."""
    ending = format_of(name, media_type)
    if len(body) > MAX_BYTES:
        raise Unreadable(
            f"{name} has {len(body) / 1e6:.0f} MB; the limit for one document is {MAX_BYTES / 1e6:.0f} MB. "
            "Split it into smaller files."
        )
    if not body.strip():
        raise Unreadable(f"{name} is empty.")
    document = FORMATS[ending](decode(name, body))
    blocks = _joined(block for block in document.blocks[:MAX_BLOCKS] if block.text)
    if not any(block.kind is not BlockKind.HEADING for block in blocks):
        raise Unreadable(f"{name} has no text to answer from.")
    prose = " ".join(block.text for block in blocks[:60])
    return Document(
        title=document.title or _title_from(name),
        blocks=blocks,
        url=document.url,
        language=document.language or guess_language(prose),
        audience=document.audience,
    )


def format_of(name: str, media_type: str | None = None) -> str:
    """The ending (".md") that a file is read as. Raises Unreadable where there is no reader for it."""
    ending = PurePosixPath(name.replace("\\", "/")).suffix.lower()
    if ending in FORMATS:
        return ending
    known = MEDIA_TYPES.get((media_type or "").split(";", 1)[0].strip().lower())
    if known:
        return known
    kind = f"{ending} files" if ending else "files without an ending"
    raise Unreadable(
        f"{name} can't be read: {kind} are not supported. Use Markdown, HTML or plain text (.md, .html, .txt)."
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


def _title_from(name: str) -> str:
    stem = PurePosixPath(name.replace("\\", "/")).stem.replace("_", " ").replace("-", " ").strip()
    return stem[:1].upper() + stem[1:] if stem else "Untitled"
