"""Markdown: front matter, headings with anchors, lists and tables as lines. Only block structure is parsed; inline
marks are stripped by patterns, so that a hostile line costs no more than its length."""

import html as entities
import re
from collections.abc import Iterator

from markdown_it import MarkdownIt
from markdown_it.token import Token

from baton.core.audience import SourceAudience
from baton.core.errors import Unreadable
from baton.core.sources.documents import Block, BlockKind, Document
from baton.knowledge import html
from baton.knowledge.rows import row_text
from baton.knowledge.slugs import Slugs

_FRONT = re.compile(r"\A\ufeff?---[ \t]*\n(.{0,20000}?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_FIELD = re.compile(r"^(title|url|permalink|language|lang|audience)\s*:\s*(.+?)\s*$", re.IGNORECASE | re.MULTILINE)
_INLINE = (
    (re.compile(r"!\[([^\[\]]{0,1000})\]\([^()]{0,2000}\)"), r"\1"),
    (re.compile(r"\[([^\[\]]{1,1000})\]\([^()]{0,2000}\)"), r"\1"),
    (re.compile(r"\[([^\[\]]{1,1000})\]\[[^\[\]]{0,200}\]"), r"\1"),
    (re.compile(r"<((?:https?://|mailto:)[^<>\s]{1,500})>"), r"\1"),
    (re.compile(r"</?[a-zA-Z][^<>]{0,500}>|<!--.{0,2000}?-->"), ""),
    (re.compile(r"\s*\{#[\w-]{1,120}\}\s*$"), ""),
    (re.compile(r"\*\*(?=\S)([^*\n]{1,1000})(?<=\S)\*\*"), r"\1"),
    (re.compile(r"(?<!\w)__(?=\S)([^_\n]{1,1000})(?<=\S)__(?!\w)"), r"\1"),
    (re.compile(r"~~(?=\S)([^~\n]{1,1000})(?<=\S)~~"), r"\1"),
    (re.compile(r"(?<![\w*])([*_])(?=[^\s*_])([^*_\n]{1,2000})(?<=\S)\1(?![\w*])"), r"\2"),
    (re.compile(r"(`+)([^`]{1,2000})\1"), r"\2"),
    (re.compile(r"\\([!-/:-@\[-`{-~])"), r"\1"),
)
_EXPLICIT = re.compile(r"\{#([\w-]{1,120})\}\s*$")

_PARSER = MarkdownIt("commonmark", {"html": True}).enable("table").disable(["inline", "reference"])


def read(text: str) -> Document:
    """Read Markdown. The title is the front matter's, else the first heading where it is of level 1."""
    front = _FRONT.match(text)
    fields = {key.lower(): value.strip("\"'") for key, value in _FIELD.findall(front[1])} if front else {}
    blocks = list(_blocks(_PARSER.parse(text[front.end() :] if front else text)))
    title = fields.get("title", "")
    if blocks and blocks[0].kind is BlockKind.HEADING and blocks[0].level == 1:
        title = title or blocks[0].text
        blocks = blocks[1:] if blocks[0].text == title else blocks
    url = fields.get("url") or fields.get("permalink")
    language = (fields.get("language") or fields.get("lang") or "")[:2].lower() or None
    audience = _audience(fields.get("audience"))
    return Document(title=title, blocks=tuple(blocks), url=url, language=language, audience=audience)


def _audience(said: str | None) -> SourceAudience | None:
    if said is None:
        return None
    try:
        return SourceAudience(said.strip().lower())
    except ValueError:
        # A page that says that it is not for everyone, in words unknown here, must not be shown to everyone.
        known = ", ".join(SourceAudience)
        raise Unreadable(f"Its front matter says “audience: {said[:60]}”. Use one of {known}.") from None


def plain_text(inline: str) -> str:
    """Inline Markdown without its marks: link texts stay, targets go."""
    for pattern, instead in _INLINE:
        inline = pattern.sub(instead, inline)
    return " ".join(entities.unescape(inline).split())


def _blocks(tokens: list[Token]) -> Iterator[Block]:
    slugs = Slugs()
    walk = _Walk()
    for token in tokens:
        if token.type == "inline":
            yield from walk.inline(token, slugs)
        elif token.type in ("fence", "code_block"):
            yield Block(BlockKind.CODE, token.content.strip("\n"))
        elif token.type == "html_block":
            yield from html.read_fragment(token.content)
        else:
            yield from walk.structure(token)


class _Walk:
    """Where in lists and tables the token stream is."""

    def __init__(self) -> None:
        self.heading = 0
        self.numbers: list[int | None] = []
        self.marker = ""
        self.cells: list[str] | None = None
        self.header: list[str] = []
        self.in_header = False

    def structure(self, token: Token) -> Iterator[Block]:
        kind = token.type
        if kind == "heading_open":
            self.heading = int(token.tag[1])
        elif kind == "ordered_list_open":
            self.numbers.append(int(token.attrGet("start") or 1))
        elif kind == "bullet_list_open":
            self.numbers.append(None)
        elif kind in ("ordered_list_close", "bullet_list_close"):
            self.numbers.pop()
        elif kind == "list_item_open":
            number = self.numbers[-1]
            self.marker = "- " if number is None else f"{number}. "
            self.numbers[-1] = None if number is None else number + 1
        elif kind in ("thead_open", "thead_close"):
            self.in_header = kind == "thead_open"
        elif kind == "tr_open":
            self.cells = []
        elif kind == "tr_close":
            yield from self._row()

    def inline(self, token: Token, slugs: Slugs) -> Iterator[Block]:
        text = plain_text(token.content)
        if self.cells is not None:
            self.cells.append(text)
        elif self.heading:
            explicit = _EXPLICIT.search(token.content)
            yield Block(BlockKind.HEADING, text, self.heading, explicit[1] if explicit else slugs.anchor(text))
            self.heading = 0
        elif self.numbers:
            yield Block(BlockKind.ITEM, self.marker + text, level=len(self.numbers) - 1)
            self.marker = ""
        else:
            yield Block(BlockKind.PARAGRAPH, text)

    def _row(self) -> Iterator[Block]:
        cells, self.cells = self.cells or [], None
        if self.in_header:
            self.header = cells
        elif any(cells):
            yield Block(BlockKind.ROW, row_text(self.header, cells))
