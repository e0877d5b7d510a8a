"""The lines of a PDF's page, with the size and weight of their letters and their place on the page.

pdfium gives letters one by one. Asking for each one's box would take most of the time, so only the first letter of a
line is asked, and those beside a blank, which may be the gap between two columns of a table.
"""

import ctypes
import re
from typing import Any

from baton.knowledge.pdf_layout import Line

_LINE_ENDS = frozenset("\r\n")
_SOFT_HYPHENS = {"\x02": "\u00ad", "\ufffe": "\u00ad"}
"""What pdfium puts for the hyphen at the end of a broken line."""

_FORMS = re.compile("[\ufb00-\ufb06\ufb13-\ufb4f\ufb50-\ufdff\ufe70-\ufeff]")
_WIDE = 1.6
"""A gap of so many letter heights is the gap between columns, not between words."""

MOST_LETTERS = 100_000
"""Letters of one page that are read. A poster has fewer."""


def lines_of(opened: Any, number: int) -> list[Line]:
    """The lines of page `number`, counted from 0, in reading order. A page that can't be read has none."""
    import pypdfium2

    try:
        page = opened[number]
    except pypdfium2.PdfiumError:
        return []
    text = page.get_textpage()
    try:
        return list(_Page(text, number + 1).lines())
    finally:
        text.close()
        page.close()


class _Page:
    def __init__(self, text: Any, number: int) -> None:
        import pypdfium2.raw as raw

        self._raw: Any = raw
        self._text = text.raw
        self._number = number
        self._count = min(int(raw.FPDFText_CountChars(self._text)), MOST_LETTERS)

    def lines(self) -> list[Line]:
        letters = [self._letter(at) for at in range(self._count)]
        found: list[Line] = []
        begin = 0
        for at in range(self._count + 1):
            if at == self._count or letters[at] in _LINE_ENDS:
                line = self._line(letters, begin, at)
                if line is not None:
                    found.append(line)
                begin = at + 1
        return found

    def _letter(self, at: int) -> str:
        code = int(self._raw.FPDFText_GetUnicode(self._text, at))
        letter = chr(code) if 0 < code < 0x110000 else ""
        return _SOFT_HYPHENS.get(letter, letter)

    def _line(self, letters: list[str], begin: int, end: int) -> Line | None:
        while begin < end and not letters[begin].strip():
            begin += 1
        while end > begin and not letters[end - 1].strip():
            end -= 1
        if begin == end:
            return None
        # Not the first letter, which may be a list's mark in another size.
        middle = (begin + end) // 2
        size = float(self._raw.FPDFText_GetFontSize(self._text, middle)) or 1.0
        left, bottom, _, top = self._box(begin)
        return Line(
            text=_plain("".join(letters[begin:end])),
            cells=self._cells(letters, begin, end, max(size, top - bottom)),
            size=round(max(size, (top - bottom) * 0.9) if size <= 1.5 else size, 1),
            is_bold=int(self._raw.FPDFText_GetFontWeight(self._text, middle)) >= 600,
            left=left,
            right=self._box(end - 1)[2],
            baseline=bottom,
            page=self._number,
        )

    def _cells(self, letters: list[str], begin: int, end: int, size: float) -> tuple[str, ...]:
        cells: list[str] = []
        start = begin
        for at in range(begin + 1, end - 1):
            if letters[at] == " " and letters[at - 1] != " ":
                after = at + 1
                while after < end and letters[after] == " ":
                    after += 1
                gap = self._box(after)[0] - self._box(at - 1)[2] if after < end else 0.0
                if gap > _WIDE * size:
                    cells.append(_plain("".join(letters[start:at])))
                    start = after
        cells.append(_plain("".join(letters[start:end])))
        return tuple(cells)

    def _box(self, at: int) -> tuple[float, float, float, float]:
        left, right, bottom, top = (ctypes.c_double() for _ in range(4))
        self._raw.FPDFText_GetCharBox(self._text, at, left, right, bottom, top)
        return left.value, bottom.value, right.value, top.value


def _plain(text: str) -> str:
    """Ligatures and the joined forms of Arabic as the letters they stand for; blanks as one."""
    import unicodedata

    return " ".join(_FORMS.sub(lambda found: unicodedata.normalize("NFKC", found[0]), text).split())
