"""A document as a value: sections of paragraphs, lists, tables and quotes, before it is Markdown or a page."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph."""

    text: str


@dataclass(frozen=True, slots=True)
class Items:
    """A list."""

    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Quote:
    """What a customer reads, word for word, in a language."""

    text: str
    language: str


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a head; every row has as many cells as the head."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


Block = Text | Items | Quote | Table


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with what stands below it. `level` is 2 or 3."""

    title: str
    blocks: tuple[Block, ...]
    level: int = 2


@dataclass(frozen=True, slots=True)
class Document:
    """A whole document."""

    title: str
    under: str
    sections: tuple[Section, ...]
