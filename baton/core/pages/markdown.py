"""What people write, as blocks and spans: paragraphs, lists, code, bold, italic and links.

The grammar is small on purpose and the same as in ui/shared/markdown.js, by which inbox and widget draw it;
tests/ui/markdown_cases.json holds both to it. Nothing here makes markup: whoever draws it escapes what is text.
"""

import re
from dataclasses import dataclass, field

_TRAILING = re.compile(r"[.,;:!?)\]}»”’。，、）]+$")
_FENCE = re.compile(r"^ {0,3}```")
_ITEM = re.compile(r"^ {0,3}(?:[-*+•]|([0-9]{1,4})[.)])[ \t]+(?=\S)")
_SPAN = re.compile(
    r"\\([\\`*_[])|`([^`\n]{1,1000})`"
    r"|\[([^\[\]\n]{1,300})\]\(((?:https?://|mailto:)[^\s()<>\"'`]{1,2000})\)"
    r"|(\*\*|[*_])(?=[^\s*_])([^\n]{0,999}?[^\s*_])\5"
    r"|\bhttps?://[^\s<>\"'`]+",
    re.IGNORECASE,
)
"""The lengths are bounded, so that a message of nothing but asterisks costs no time."""


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of a line: plain text where `tag` is empty, else `strong`, `em`, `code` or `a` with its `href`."""

    tag: str
    text: str = ""
    of: tuple["Span", ...] = ()
    href: str | None = None


@dataclass(slots=True)
class Block:
    """`p`, `ul`, `ol` (from `start`) or `pre`, with its lines or items."""

    tag: str
    lines: list[str] = field(default_factory=list[str])
    start: int = 1
    is_open: bool = True


def blocks(text: str) -> list[Block]:
    """The blocks of a text: code between fences, list items that follow each other, and paragraphs."""
    found: list[Block] = []
    for line in re.split(r"\r?\n", text):
        last = found[-1] if found and found[-1].is_open else None
        if last and last.tag == "pre":
            if _FENCE.match(line):
                last.is_open = False
            else:
                last.lines.append(line)
        elif _FENCE.match(line):
            found.append(Block("pre"))
        elif not line.strip():
            if last:
                last.is_open = False
        else:
            _add(found, last, line)
    return found


def _add(found: list[Block], last: Block | None, line: str) -> None:
    item = _ITEM.match(line)
    tag = "p" if item is None else "ol" if item[1] else "ul"
    words = line[item.end() :] if item else line
    if last and last.tag == tag:
        last.lines.append(words)
    else:
        found.append(Block(tag, [words], int(item[1]) if item and item[1] else 1))


def spans(text: str) -> tuple[Span, ...]:
    """The spans within a line or a paragraph."""
    out: list[Span] = []
    plain, at = "", 0
    while found := _SPAN.search(text, at):
        plain += text[at : found.start()]
        span, words, at = _read(text, found)
        plain += words
        if span is not None:
            out += [Span("", plain), span] if plain else [span]
            plain = ""
    plain += text[at:]
    return (*out, Span("", plain)) if plain else tuple(out)


def _read(text: str, found: re.Match[str]) -> tuple[Span | None, str, int]:
    """What was found, as a span or as plain words, and where to go on."""
    escaped, code, words, address, mark, marked = found.groups()
    if escaped:
        return None, escaped, found.end()
    if code:
        return Span("code", of=(Span("", code),)), "", found.end()
    if words:
        return Span("a", of=(Span("", words),), href=address), "", found.end()
    if mark is None:
        bare = _trimmed(found[0])
        return Span("a", of=(Span("", bare),), href=bare), "", found.start() + len(bare)
    before, after = text[max(0, found.start() - 1) : found.start()], text[found.end() : found.end() + 1]
    if mark != "**" and (_is_letter(before) or _is_letter(after)):
        return None, mark, found.start() + len(mark)
    return Span("strong" if mark == "**" else "em", of=spans(marked)), "", found.end()


def _is_letter(character: str) -> bool:
    """A single mark within a word or a sum is no mark; a double one is, for scripts that write without spaces."""
    return character.isalpha() or character.isnumeric()


def _trimmed(address: str) -> str:
    """Closing punctuation stays outside of an address, unless its bracket was opened inside."""
    end = _TRAILING.search(address)
    if end is None:
        return address
    keep = 1 if end[0].startswith(")") and "(" in address else 0
    return address[: end.start() + keep]
