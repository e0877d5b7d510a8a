"""A mail's HTML as text. Only words come through: no script, style, form, picture or address to be fetched."""

import re
from html.parser import HTMLParser

MAX_HTML = 400_000
MAX_DEPTH = 2_000
"""Open elements that are remembered. Deeper ones are read as if they stood on the last level."""

_DROPPED = frozenset({"script", "style", "head", "title", "template", "noscript", "svg", "math", "object", "iframe"})
_BLOCKS = re.compile(
    "address|article|aside|blockquote|d[dlt]|div|fieldset|figure|footer|form|h[1-6r]|header|li|main|nav|ol|p|pre|section"
    "|table|tr|ul"
)
_EMPTY = re.compile("area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr")
_QUOTES = ("gmail_quote", "moz-cite-prefix", "yahoo_quoted", "protonmail_quote", "divrplyfwdmsg", "appendonsend")


def text_of(html: str) -> str:
    """The words of a mail's HTML; what it quotes begins with `> `, as in a plain mail."""
    reader = _Reader()
    try:
        reader.feed(html[:MAX_HTML])
        reader.close()
    except (AssertionError, ValueError, RecursionError):
        pass  # what was read until here is the text
    return reader.text()


class _Reader(HTMLParser):
    """Collects words, a line per block, and knows whether it stands in what is left out or in a quotation."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._open: list[tuple[str, bool, bool]] = []
        self._lines: list[tuple[bool, list[str]]] = [(False, [])]

    def text(self) -> str:
        """What was read, with at most one empty line in a row."""
        lines: list[str] = []
        for is_quoted, words in self._lines:
            line = " ".join("".join(words).split())
            if line or (lines and lines[-1]):
                lines.append(f"> {line}" if is_quoted and line else line)
        return "\n".join(lines).strip()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin an element."""
        dropped, quoted = self._here()
        if not _EMPTY.fullmatch(tag) and len(self._open) < MAX_DEPTH:
            marks = " ".join(value or "" for name, value in attrs if name in ("class", "id")).lower()
            is_quote = tag == "blockquote" or any(mark in marks for mark in _QUOTES)
            hidden = any(name == "hidden" for name, _ in attrs)
            self._open.append((tag, dropped or tag in _DROPPED or hidden, quoted or is_quote))
        if tag == "br":
            self._break()
        elif _BLOCKS.fullmatch(tag):
            self._break()
            if tag in ("p", "blockquote", "table", "ul", "ol"):
                self._break()
        elif tag in ("td", "th"):
            self._lines[-1][1].append(" ")

    def handle_endtag(self, tag: str) -> None:
        """End an element, and those in it that were never ended."""
        for n in range(len(self._open) - 1, max(-1, len(self._open) - 50), -1):
            if self._open[n][0] == tag:
                del self._open[n:]
                break
        if _BLOCKS.fullmatch(tag):
            self._break()

    def handle_data(self, data: str) -> None:
        """Words."""
        dropped, quoted = self._here()
        if dropped:
            return
        if quoted != self._lines[-1][0]:
            self._break()
        self._lines[-1][1].append(data)

    def _here(self) -> tuple[bool, bool]:
        return (self._open[-1][1], self._open[-1][2]) if self._open else (False, False)

    def _break(self) -> None:
        self._lines.append((self._here()[1], []))
