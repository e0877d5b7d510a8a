"""A document into passages: cut at headings, small enough to read at a glance, lists whole where they fit."""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any
from urllib.parse import quote

from baton.core.answers.grounding import Passage
from baton.core.ids import DocumentId, PassageId, SourceId
from baton.core.sources.documents import Block, BlockKind, CutDocument, Document
from baton.knowledge.fitting import MAX_WORDS, TARGET_WORDS, halves, size_of
from baton.knowledge.slugs import slug_of

MOST_QUESTION = 500
MOST_ANSWER = 8_000
"""Characters of a pair of question and answer, as of a direct entry."""

FRAGMENT_WORDS = 8
FRAGMENT_CHARACTERS = 80
"""How much of a passage's beginning a link names, for the browser to find and to mark."""

_LINES = (BlockKind.ITEM, BlockKind.ROW)
_MARKER = re.compile(r"^\s*(?:-|\d+\.)\s+")


@dataclass(slots=True)
class _Section:
    """What stands under one heading."""

    path: tuple[str, ...] = ()
    anchor: str | None = None
    blocks: list[Block] = field(default_factory=list[Block])


@dataclass(frozen=True, slots=True)
class _Piece:
    """Text of one passage, or of a part of one, and the block that it begins with."""

    text: str
    first: Block
    stands_alone: bool = False


def cut(document: Document, source_id: SourceId, document_id: DocumentId, *, version: int = 1) -> CutDocument:
    """Cut a document into passages. Same document, same ids: a passage's id changes only with its place."""
    text = _Text()
    ordinals: dict[str, int] = {}
    passages: list[Passage] = []

    def add(piece: str, place: str, **fields: Any) -> None:
        ordinals[place] = ordinals.get(place, 0) + 1
        start = text.add(piece)
        passages.append(
            Passage(
                id=passage_id(document_id, place, ordinals[place]),
                source_id=source_id,
                document_id=document_id,
                text=piece,
                start=start,
                end=start + len(piece),
                version=version,
                language=document.language,
                **fields,
            )
        )

    for section in _sections(document.blocks):
        place = _place(section)
        if section.path:
            text.add_heading(section.path[-1])
        heading = " > ".join(section.path)
        for piece in _pieces(section.blocks):
            anchor = _anchor(document, section, piece)
            add(piece.text, place, title=document.title, heading=heading, url=document.url, anchor=anchor)
    for pair in document.pairs:
        question = " ".join(pair.question.split())[:MOST_QUESTION]
        text.add_heading(question)
        url, anchor = pair.url or document.url, None if pair.url else pair.anchor
        for piece, fields in _answer(document, question, pair.answer.strip()):
            add(piece, question.casefold(), url=url, anchor=anchor, about=pair.about, **fields)
    return CutDocument(text=text.whole(), passages=tuple(passages))


def _answer(document: Document, question: str, answer: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """A pair is as a direct entry, searched and shown by its question; one too long for that is as a section."""
    if len(answer) <= MOST_ANSWER:
        yield answer, {"title": question, "heading": "", "question": question}
        return
    for paragraph in filter(str.strip, answer.split("\n\n")):
        for half in halves(paragraph.strip()):
            yield half, {"title": document.title, "heading": question}


def _place(section: _Section) -> str:
    """What a passage's id rests on: the heading, and not the page that it happens to be printed on."""
    if section.anchor and not section.anchor.startswith("page="):
        return section.anchor
    return slug_of(section.path[-1] if section.path else "")


class _Text:
    """The document's whole text, as it grows."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0

    def add(self, piece: str) -> int:
        """Add a passage's text and say where it begins."""
        start = self._length
        self._put(f"{piece}\n\n")
        return start

    def add_heading(self, heading: str) -> None:
        self._put(f"{heading}\n")

    def whole(self) -> str:
        return "".join(self._parts)

    def _put(self, text: str) -> None:
        self._parts.append(text)
        self._length += len(text)


def _anchor(document: Document, section: _Section, piece: _Piece) -> str | None:
    """What opens the very place: the block's own anchor or its heading's, and in a page of the web its first words."""
    anchor = piece.first.anchor or section.anchor
    if not document.is_web_page or not document.url or piece.first.kind not in (BlockKind.PARAGRAPH, BlockKind.ITEM):
        return anchor
    words = _MARKER.sub("", piece.text.split("\n", 1)[0]).split(" ")
    start = " ".join(words[:FRAGMENT_WORDS])[:FRAGMENT_CHARACTERS].strip()
    return f"{anchor or ''}:~:text={quote(start, safe='').replace('-', '%2D')}" if start else anchor


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


def _pieces(blocks: list[Block]) -> Iterator[_Piece]:
    piece: _Piece | None = None
    size = 0
    for unit in _units(blocks):
        words = size_of(unit.text)
        if piece and (size + words > TARGET_WORDS or unit.stands_alone or piece.stands_alone):
            yield piece
            piece, size = None, 0
        piece = replace(piece, text=f"{piece.text}\n\n{unit.text}") if piece else unit
        size += words
    if piece:
        yield piece


def _units(blocks: list[Block]) -> Iterator[_Piece]:
    """Paragraphs, and lists or tables together with the line that introduces them.

    A row with an anchor of its own is one of a table that is a file: it stands alone, so that it can be cited alone.
    """
    at = 0
    while at < len(blocks):
        first = blocks[at]
        lead: list[str] = []
        if first.kind not in _LINES:
            at += 1
            if at >= len(blocks) or blocks[at].kind not in _LINES or size_of(first.text) > 40:
                yield from (_Piece(half, first) for half in halves(first.text))
                continue
            lead = [first.text]
        elif first.kind is BlockKind.ROW and first.anchor and first.anchor.startswith("row="):
            at += 1
            yield from (_Piece(half, first, stands_alone=True) for half in halves(first.text))
            continue
        kind = blocks[at].kind
        lines: list[tuple[str, Block]] = []
        while at < len(blocks) and blocks[at].kind is kind:
            lines.append(("  " * min(blocks[at].level, 6) + blocks[at].text, blocks[at]))
            at += 1
        yield from _batches([*((text, first) for text in lead), *lines])


def _batches(lines: list[tuple[str, Block]]) -> Iterator[_Piece]:
    """A list in as few pieces as fit, equal in size, cut between items."""
    parts = [(part, block) for line, block in lines for part in halves(line)]
    sizes = [size_of(part) for part, _ in parts]
    total = sum(sizes)
    limit = total if total <= MAX_WORDS else total / -(-total // TARGET_WORDS)
    batch: list[str] = []
    size = 0
    first = parts[0][1]
    for (part, block), words in zip(parts, sizes, strict=True):
        if batch and size + words > limit:
            yield _Piece("\n".join(batch), first)
            batch, size = [], 0
        first = first if batch else block
        batch.append(part)
        size += words
    yield _Piece("\n".join(batch), first)
