"""Plain text: blank lines part paragraphs; underlined or capital lines are headings, and short ones that something
follows; dashes make lists."""

import re

from baton.core.sources.documents import Block, BlockKind, Document

_ITEM = re.compile(r"^(\s*)(?:([-*•·–])|(\d{1,3})[.)])\s+(\S.*)$")
_RULE = re.compile(r"^\s*([=\-~*#_])\1{2,}\s*$")
MAX_HEADING = 80
"""Characters of a line that can still be a heading."""


def read(text: str) -> Document:
    """Read plain text. The first heading, when it opens the text, is the title."""
    blocks: list[Block] = []
    guessed: set[int] = set()
    for group in _groups(text):
        if len(group) == 1 and not group[0].isupper() and _is_heading(group):
            guessed.add(len(blocks))
        _add_group(blocks, group)
    blocks = _with_text(blocks, guessed)
    title = ""
    if blocks and blocks[0].kind is BlockKind.HEADING:
        title = blocks.pop(0).text
    return Document(title=title, blocks=tuple(blocks))


def _with_text(blocks: list[Block], guessed: set[int]) -> list[Block]:
    """The blocks, where a line that was guessed to be a heading and has nothing under it is a paragraph: not every
    script ends its sentences with a sign, and not everybody does."""
    after = [*(block.kind for block in blocks[1:]), BlockKind.HEADING]
    return [
        Block(BlockKind.PARAGRAPH, block.text)
        if at in guessed and follows is BlockKind.HEADING and (at or len(blocks) == 1)
        else block
        for at, (block, follows) in enumerate(zip(blocks, after, strict=True))
    ]


def _groups(text: str) -> list[list[str]]:
    groups: list[list[str]] = [[]]
    for line in text.split("\n"):
        if line.strip():
            groups[-1].append(line.rstrip())
        elif groups[-1]:
            groups.append([])
    return [group for group in groups if group]


def _add_group(blocks: list[Block], lines: list[str]) -> None:
    if len(lines) > 1 and _RULE.match(lines[1]) and len(lines[0]) <= MAX_HEADING:
        _add_heading(blocks, lines[0])
        lines = lines[2:]
    elif _is_heading(lines):
        _add_heading(blocks, lines[0])
        lines = lines[1:]
    paragraph: list[str] = []
    for line in lines:
        item = _ITEM.match(line)
        if item:
            _flush(blocks, paragraph)
            marker = f"{item[3]}. " if item[3] else "- "
            blocks.append(Block(BlockKind.ITEM, marker + _squeeze(item[4]), level=len(item[1]) // 2))
        elif blocks and not paragraph and line[:1].isspace() and blocks[-1].kind is BlockKind.ITEM:
            last = blocks.pop()
            blocks.append(Block(last.kind, f"{last.text} {_squeeze(line)}", last.level))
        elif not _RULE.match(line):
            paragraph.append(line)
    _flush(blocks, paragraph)


def _is_heading(lines: list[str]) -> bool:
    line = lines[0].strip()
    if len(line) > MAX_HEADING or _ITEM.match(lines[0]) or not any(char.isalpha() for char in line):
        return False
    return (line.isupper() and len(line) > 3) or (len(lines) == 1 and line[-1] not in ".!?:;,。")


def _add_heading(blocks: list[Block], line: str) -> None:
    text = _squeeze(line).rstrip(":")
    text = text.capitalize() if text.isupper() else text
    blocks.append(Block(BlockKind.HEADING, text, level=1 if not blocks else 2))


def _flush(blocks: list[Block], paragraph: list[str]) -> None:
    if paragraph:
        blocks.append(Block(BlockKind.PARAGRAPH, _squeeze(" ".join(paragraph))))
        paragraph.clear()


def _squeeze(text: str) -> str:
    return " ".join(text.split())
