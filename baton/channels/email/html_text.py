"""A mail's HTML as text. Only words come through: no script, style, form, picture or address to be fetched.

Read by a scanner of its own, each character once: the library's reader takes a square of the length of what never ends,
and mails come from strangers.
"""

import re
from html import unescape

MAX_HTML = 400_000
MAX_DEPTH = 200
"""Open elements that are remembered. Deeper ones are read as if they stood on the last level."""

_TOKEN = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)([^<>]*)>|(<!--)|<[!?][^<>]*>|([^<]+|<)")
_MARKS = re.compile(r"""(?i)\b(?:class|id)\s*=\s*["']?([^"'<>]*)""")
_HIDDEN = re.compile(r"(?i)(?:^|\s)hidden(?:$|[\s=/])|display\s*:\s*none")
_RAW = frozenset({"script", "style", "title", "textarea", "xmp", "noscript", "iframe"})
"""Elements whose content is no markup; nothing of it is text of the mail."""

_DROPPED = frozenset({"head", "template", "svg", "math", "object", "select", "button"})
_BLOCKS = re.compile(
    "address|article|aside|blockquote|d[dlt]|div|fieldset|figure|footer|form|h[1-6r]|header|li|main|nav|ol|p|pre|section"
    "|table|tr|ul"
)
_APART = frozenset({"p", "blockquote", "table", "ul", "ol"})
"""Blocks with an empty line above them."""

_EMPTY = re.compile("area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr")
_QUOTES = ("gmail_quote", "moz-cite-prefix", "yahoo_quoted", "protonmail_quote", "divrplyfwdmsg", "appendonsend")
"""What mail programs call the place where they put what is answered."""


def text_of(html: str) -> str:
    """The words of a mail's HTML; what it quotes begins with `> `, as in a plain mail."""
    reader = _Reader()
    html, lowered, at = html[:MAX_HTML], html[:MAX_HTML].lower(), 0
    while (token := _TOKEN.match(html, at)) is not None:
        at = token.end()
        closing, tag, attributes, comment, words = token.groups()
        if words is not None:
            reader.words(unescape(words))
        elif comment:
            at = _after(lowered, "-->", at)
        elif tag and closing:
            reader.end(tag.lower())
        elif tag and tag.lower() in _RAW:
            at = _after(lowered, ">", _after(lowered, f"</{tag.lower()}", at))
        elif tag:
            reader.begin(tag.lower(), attributes)
    return reader.text()


def _after(html: str, mark: str, at: int) -> int:
    """Where it goes on after a mark; at the end where the mark never comes, as browsers read it."""
    found = html.find(mark, at)
    return len(html) if found < 0 else found + len(mark)


class _Reader:
    """Collects words, a line per block, and knows whether it stands in what is left out or in a quotation."""

    def __init__(self) -> None:
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

    def begin(self, tag: str, attributes: str) -> None:
        """Begin an element."""
        is_dropped, is_quoted = self._here()
        if not _EMPTY.fullmatch(tag) and len(self._open) < MAX_DEPTH:
            marks = " ".join(_MARKS.findall(attributes[:1000])).lower()
            quotes = tag == "blockquote" or any(mark in marks for mark in _QUOTES)
            drops = tag in _DROPPED or _HIDDEN.search(attributes[:1000]) is not None
            self._open.append((tag, is_dropped or drops, is_quoted or quotes))
        if tag == "br" or _BLOCKS.fullmatch(tag):
            self._break()
        if tag in _APART:
            self._break()
        elif tag in ("td", "th"):
            self._lines[-1][1].append(" ")

    def end(self, tag: str) -> None:
        """End an element, and those in it that were never ended."""
        for n in range(len(self._open) - 1, -1, -1):
            if self._open[n][0] == tag:
                del self._open[n:]
                break
        if _BLOCKS.fullmatch(tag):
            self._break()

    def words(self, words: str) -> None:
        """Words, unless they stand in what is left out."""
        is_dropped, is_quoted = self._here()
        if is_dropped:
            return
        if is_quoted != self._lines[-1][0]:
            self._break()
        self._lines[-1][1].append(words)

    def _here(self) -> tuple[bool, bool]:
        return (self._open[-1][1], self._open[-1][2]) if self._open else (False, False)

    def _break(self) -> None:
        self._lines.append((self._here()[1], []))
