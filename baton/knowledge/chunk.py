"""A document into passages: cut at headings, small enough to read at a glance, lists whole where they fit."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field

from baton.core.documents import Block, BlockKind, CutDocument, Document
from baton.core.grounding import Passage
from baton.core.ids import DocumentId, PassageId, SourceId
from baton.core.sentences import sentences
from baton.knowledge.slugs import slug_of

TARGET_WORDS = 140
"""Words of a passage aimed at: about what a chat window shows without scrolling."""

MAX_WORDS = 200
"""Words above which even a list or a paragraph is cut, between items or sentences."""

_LINES = (BlockKind.ITEM, BlockKind.ROW)


@dataclass(slots=True)
class _Section:
    """What stands under one heading."""

    path: tuple[str, ...] = ()
    anchor: str | None = None
    blocks: list[Block] = field(default_factory=list[Block])


def cut(document: Document, source_id: SourceId, document_id: DocumentId, *, version: int = 1) -> CutDocument:
    """Cut a document into passages. Same document, same ids: a passage's id changes only with its place."""
    text: list[str] = []
    passages: list[Passage] = []
    ordinals: dict[str, int] = {}
    at = 0
    for section in _sections(document.blocks):
        place = section.anchor or slug_of(section.path[-1] if section.path else "")
        if section.path:
            text.append(f"{section.path[-1]}\n")
            at += len(text[-1])
        for piece in _pieces(section.blocks):
            ordinals[place] = ordinals.get(place, 0) + 1
            passages.append(
                Passage(
                    id=passage_id(document_id, place, ordinals[place]),
                    source_id=source_id,
                    document_id=document_id,
                    title=document.title,
                    heading=" > ".join(section.path),
                    text=piece,
                    url=document.url,
                    anchor=section.anchor,
                    start=at,
                    end=at + len(piece),
                    version=version,
                    language=document.language,
                )
            )
            text.append(f"{piece}\n\n")
            at += len(text[-1])
    return CutDocument(text="".join(text), passages=tuple(passages))


def passage_id(document_id: DocumentId, place: str, ordinal: int) -> PassageId:
    """A stable id from the document, the heading's anchor and the passage's number under it."""
    digest = hashlib.sha256(f"{document_id}\0{place}\0{ordinal}".encode()).hexdigest()
    return PassageId(f"psg_{digest[:24]}")


def _sections(blocks: tuple[Block, ...]) -> list[_Section]:
    sections = [_Section()]
    open_headings: list[tuple[int, str]] = []
    for block in blocks:
        if block.kind is not BlockKind.HEADING:
            sections[-1].blocks.append(block)
            continue
        open_headings = [heading for heading in open_headings if heading[0] < block.level]
        open_headings.append((block.level, block.text))
        sections.append(_Section(tuple(text for _, text in open_headings), block.anchor))
    return [section for section in sections if section.blocks]


def _pieces(blocks: list[Block]) -> Iterator[str]:
    piece, size = "", 0
    for unit in _units(blocks):
        words = _size(unit)
        if piece and size + words > TARGET_WORDS:
            yield piece
            piece, size = "", 0
        piece = f"{piece}\n\n{unit}" if piece else unit
        size += words
    if piece:
        yield piece


def _units(blocks: list[Block]) -> Iterator[str]:
    """Paragraphs, and lists or tables together with the line that introduces them."""
    at = 0
    while at < len(blocks):
        lead: list[str] = []
        if blocks[at].kind not in _LINES:
            first, at = blocks[at], at + 1
            if at >= len(blocks) or blocks[at].kind not in _LINES or _size(first.text) > 40:
                yield from _halves(first.text)
                continue
            lead = [first.text]
        kind = blocks[at].kind
        lines: list[str] = []
        while at < len(blocks) and blocks[at].kind is kind:
            lines.append("  " * min(blocks[at].level, 6) + blocks[at].text)
            at += 1
        yield from _batches([*lead, *lines])


def _batches(lines: list[str]) -> Iterator[str]:
    """A list in as few pieces as fit, equal in size, cut between items."""
    lines = [part for line in lines for part in _halves(line)]
    sizes = [_size(line) for line in lines]
    total = sum(sizes)
    limit = total if total <= MAX_WORDS else total / -(-total // TARGET_WORDS)
    batch: list[str] = []
    size = 0
    for line, words in zip(lines, sizes, strict=True):
        if batch and size + words > limit:
            yield "\n".join(batch)
            batch, size = [], 0
        batch.append(line)
        size += words
    if batch:
        yield "\n".join(batch)


def _halves(text: str) -> Iterator[str]:
    """A paragraph as it is, or cut between sentences (between words, where there are none) when it is too long."""
    if _size(text) <= MAX_WORDS:
        yield text
        return
    piece, size = "", 0
    for span in sentences(text):
        for part in _bounded(span.text):
            words = _size(part)
            if piece and size + words > TARGET_WORDS:
                yield piece
                piece, size = "", 0
            piece = f"{piece} {part}" if piece else part
            size += words
    if piece:
        yield piece


def _bounded(text: str) -> Iterator[str]:
    limit = MAX_WORDS * 8
    while len(text) > limit:
        at = text.rfind(" ", limit // 2, limit)
        at = at if at > 0 else limit
        yield text[:at].rstrip()
        text = text[at:].lstrip()
    if text:
        yield text


def _size(text: str) -> int:
    """Words; in scripts without spaces, and in unbroken runs, a word for every six characters."""
    return max(text.count(" ") + text.count("\n") + 1, len(text.encode()) // 12)
