"""A document as it was read: a title and blocks in reading order, whatever format it came in."""

from dataclasses import dataclass
from enum import StrEnum

from baton.core.answers.grounding import Passage
from baton.core.audience import SourceAudience


class BlockKind(StrEnum):
    """What a block is. Items and rows belong to a list or table and stay lines of their own."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    ROW = "row"
    CODE = "code"


@dataclass(frozen=True, slots=True)
class Block:
    """One heading, paragraph, list item (with its "- " or "1. "), table row or piece of code.

    `level` is the heading's 1..6 or the item's depth from 0. `anchor` opens the very place: an id in the page,
    "page=3" of a PDF, "row=12" of a table that is a file of its own.
    """

    kind: BlockKind
    text: str
    level: int = 0
    anchor: str | None = None


@dataclass(frozen=True, slots=True)
class Pair:
    """A question with the answer that the company wrote for it, and where that stands.

    `about` is the queue or the topic of the policy that such questions belong to, where the file says so.
    """

    question: str
    answer: str
    url: str | None = None
    anchor: str | None = None
    about: str | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """What a reader made of a file: blocks, or pairs of question and answer, or both.

    `url` is where people can open it, `language` an ISO 639-1 code, where known. `is_web_page` says that the text
    stands in a browser as it was read, so that a link can point at its words.
    `audience` is what the file says of itself (`audience: operators` in Markdown's front matter), if it does.
    """

    title: str
    blocks: tuple[Block, ...]
    url: str | None = None
    language: str | None = None
    pairs: tuple[Pair, ...] = ()
    is_web_page: bool = False
    audience: SourceAudience | None = None


@dataclass(frozen=True, slots=True)
class CutDocument:
    """A document's full `text` and the passages that it was cut into; their offsets are positions in `text`."""

    text: str
    passages: tuple[Passage, ...]
