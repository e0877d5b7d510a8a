"""From lines on pages to blocks: what is larger is a heading, what is further apart is a new paragraph."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from baton.core.sources.documents import Block, BlockKind
from baton.knowledge.rows import row_text

_ITEM = re.compile(r"^(?:([-*•·–●▪◦‣])\s*|(\d{1,3})[.)]\s+)(\S.*)$")
_ENDS = tuple('.!?:;。！？…।؟”"')
_MOST_HEADING = 120
_LARGER = 1.12
_NO_SPACES = re.compile("[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a page. `size` is the height of its letters, `baseline` grows upwards.

    `cells` are what wide gaps part.
    """

    text: str
    cells: tuple[str, ...]
    size: float
    is_bold: bool
    left: float
    right: float
    baseline: float
    page: int


def blocks_of(pages: list[list[Line]]) -> Iterator[Block]:
    """The blocks of a document's pages, each with the page that it begins on as its anchor."""
    lines = [line for page in pages for line in page]
    if not lines:
        return
    layout = _Layout(lines)
    at = 0
    while at < len(lines):
        table = _table_from(lines, at)
        if table > 1:
            yield from layout.flushed()
            yield from _rows(lines[at : at + table])
            at += table
        else:
            yield from layout.take(lines[at])
            at += 1
    yield from layout.flushed()


class _Layout:
    """Gathers lines until what they make is complete."""

    def __init__(self, lines: list[Line]) -> None:
        sizes: Counter[float] = Counter()
        weights: Counter[bool] = Counter()
        for line in lines:
            sizes[line.size] += len(line.text)
            weights[line.is_bold] += len(line.text)
        self._body = sizes.most_common(1)[0][0]
        self._body_is_bold = weights.most_common(1)[0][0]
        larger = sorted({line.size for line in lines if line.size >= self._body * _LARGER}, reverse=True)
        self._levels = {size: min(level, 5) for level, size in enumerate(larger, 1)}
        self._open: Block | None = None
        self._last: Line | None = None

    def take(self, line: Line) -> Iterator[Block]:
        """The blocks that are complete now that this line has come."""
        last, self._last = self._last, line
        level = self._level(line)
        item = _ITEM.match(line.text)
        if level is None and item is None and self._open is not None and last is not None and self._goes_on(last, line):
            self._open = replace(self._open, text=joined(self._open.text, line.text))
            return
        if (
            level is not None
            and self._open is not None
            and last is not None
            and _same_heading(self._open, level, last, line)
        ):
            self._open = replace(self._open, text=joined(self._open.text, line.text))
            return
        yield from self._ended()
        anchor = f"page={line.page}"
        if level is not None:
            self._open = Block(BlockKind.HEADING, line.text, level, anchor)
        elif item:
            marker = f"{item[2]}. " if item[2] else "- "
            self._open = Block(BlockKind.ITEM, marker + item[3], anchor=anchor)
        else:
            self._open = Block(BlockKind.PARAGRAPH, line.text, anchor=anchor)

    def flushed(self) -> Iterator[Block]:
        """What is still open, where the text is interrupted or ends."""
        yield from self._ended()
        self._last = None

    def _ended(self) -> Iterator[Block]:
        ended, self._open = self._open, None
        if ended is not None:
            yield ended

    def _level(self, line: Line) -> int | None:
        if len(line.text) > _MOST_HEADING or not any(char.isalpha() for char in line.text):
            return None
        if line.size in self._levels:
            return self._levels[line.size]
        is_marked = line.is_bold and not self._body_is_bold and line.size >= self._body * 0.95
        return 6 if is_marked and not line.text.endswith((".", ",", ";")) else None

    def _goes_on(self, last: Line, line: Line) -> bool:
        if self._open is None or self._open.kind is BlockKind.HEADING:
            return False
        if line.page != last.page:
            return not self._open.text.endswith(_ENDS) and line.text[:1].islower()
        pitch = last.baseline - line.baseline
        if pitch > 1.75 * max(line.size, last.size) or pitch < -line.size:
            return pitch < 0 and not self._open.text.endswith(_ENDS) and line.text[:1].islower()
        is_short = last.right < line.right - 6 * line.size and self._open.text.endswith(_ENDS)
        return not is_short


def _same_heading(opened: Block, level: int, last: Line, line: Line) -> bool:
    """A heading that runs over two lines."""
    pitch = last.baseline - line.baseline
    return (
        opened.kind is BlockKind.HEADING
        and opened.level == level
        and line.page == last.page
        and 0 < pitch <= 1.6 * line.size
        and line.is_bold == last.is_bold
        and (level < 6 or line.text[:1].islower())
    )


def joined(text: str, more: str) -> str:
    """Two lines as one: broken words mended, no blank between letters of scripts that have none."""
    if text.endswith("\u00ad"):
        return text[:-1] + more
    if text.endswith("-") and len(text) > 2 and text[-2].islower() and more[:1].islower():
        return text[:-1] + more
    if _NO_SPACES.match(text[-1:]) and _NO_SPACES.match(more[:1]):
        return text + more
    return f"{text} {more}"


def _table_from(lines: list[Line], at: int) -> int:
    """How many lines from here on are rows of one table: two cells or more each, on one page, near one another."""
    width = len(lines[at].cells)
    end = at
    while (
        end < len(lines)
        and width >= 2
        and len(lines[end].cells) == width
        and lines[end].page == lines[at].page
        and all(len(cell) <= 120 for cell in lines[end].cells)
    ):
        end += 1
    return end - at


def _rows(lines: list[Line]) -> Iterator[Block]:
    header, rows = list(lines[0].cells), lines[1:]
    is_header = not any(char.isdigit() for cell in header for char in cell)
    if not is_header:
        header, rows = [], lines
    for line in rows:
        yield Block(BlockKind.ROW, row_text(header, list(line.cells)), anchor=f"page={line.page}")
