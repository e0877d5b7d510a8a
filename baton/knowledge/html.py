"""HTML: the main content of a page without its furniture, headings with their ids, lists and tables as lines."""

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

from baton.core.errors import Unreadable
from baton.core.sources.documents import Block, BlockKind, Document
from baton.knowledge.rows import row_text
from baton.knowledge.walls import refuse_empty

_DROPPED_TAGS = """script style noscript template svg canvas nav aside form iframe object embed button select option
    textarea dialog video audio head footer menu input label"""
_DROPPED = frozenset(_DROPPED_TAGS.split())
_FURNITURE = re.compile(
    r"(?i)(?:^|[\s_-])(?:cookies?|consent|gdpr|breadcrumbs?|sidebar|navbar|nav|site-header|site-footer|footer|"
    r"newsletter|share|social|related|pagination|skip-link|banner|popup|modal|toc)(?:$|[\s_-])"
)
_BLOCKS_TAGS = """address article blockquote body center dd details div dl dt fieldset figcaption figure h1 h2 h3
    h4 h5 h6 header hr li main ol p pre section summary table tbody td tfoot th thead tr ul"""
_BLOCKS = frozenset(_BLOCKS_TAGS.split())
_HEADINGS = {f"h{level}": level for level in range(1, 7)} | {"summary": 4, "dt": 4}
_ROOTS = ("main", "[role=main]", "article", "#content", "#main", ".content")
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)")
_SHALLOW_TAGS = """p li td th tr dd dt option br img hr input meta link area base col embed source track wbr tbody thead
    html body"""
_SHALLOW = frozenset(_SHALLOW_TAGS.split())
MAX_DEPTH = 1_000
"""Elements inside one another; the parser's time grows with the square of it, and no page for people comes near."""


def read(text: str) -> Document:
    """Read an HTML page: title, canonical address, language and the blocks of its main content."""
    tree = _tree(text)
    root = _main(tree)
    blocks = tuple(_Walk().blocks(root)) if root is not None else ()
    refuse_empty(tree, blocks)
    title = ""
    if blocks and blocks[0].kind is BlockKind.HEADING and blocks[0].level == 1:
        title = blocks[0].text
        blocks = blocks[1:]
    top = tree.css_first("html")
    language = ((top.attributes.get("lang") if top else "") or "")[:2].lower() or None
    return Document(
        title=title or _page_title(tree), blocks=blocks, url=_address(tree), language=language, is_web_page=True
    )


def read_fragment(text: str) -> list[Block]:
    """The blocks of a piece of HTML inside another document."""
    tree = _tree(text)
    return list(_Walk().blocks(tree.body)) if tree.body is not None else []


def _tree(text: str) -> LexborHTMLParser:
    depth = 0
    for close, tag in _TAG.findall(text):
        if tag.lower() not in _SHALLOW:
            depth = max(0, depth - 1) if close else depth + 1
            if depth > MAX_DEPTH:
                raise Unreadable(f"The page has more than {MAX_DEPTH} elements inside one another. It may be broken.")
    return LexborHTMLParser(text)


def _main(tree: LexborHTMLParser) -> LexborNode | None:
    body = tree.body
    if body is None:
        return None
    whole = len(body.text(deep=True))
    for selector in _ROOTS:
        found = tree.css_first(selector)
        if found is not None and len(found.text(deep=True)) * 10 > whole:
            return found
    return body


def _page_title(tree: LexborHTMLParser) -> str:
    heading, title = tree.css_first("h1"), tree.css_first("title")
    if heading is not None and heading.text(strip=True):
        return _squeeze(heading.text())
    return re.split(r"\s+[|–—·]\s+|\s+-\s+", _squeeze(title.text()))[0] if title is not None else ""


def _address(tree: LexborHTMLParser) -> str | None:
    link = tree.css_first("link[rel=canonical]")
    href = (link.attributes.get("href") or "") if link is not None else ""
    return href if href.startswith(("https://", "http://")) else None


class _Walk:
    """One pass over the tree without recursion, so that depth costs memory and not the stack."""

    def __init__(self) -> None:
        self.buffer: list[str] = []
        self.lists: list[int | None] = []
        self.marker = ""
        self.heading = 0
        self.anchor: str | None = None
        self.header: list[str] = []
        self.cells: list[str] | None = None
        self.row_is_header = False
        self.pre = 0

    def blocks(self, root: LexborNode) -> Iterator[Block]:
        node, entering = root, True
        while True:
            if entering:
                inside = yield from self._enter(node, node.mem_id == root.mem_id)
                child = node.first_child if inside else None
                if child is not None:
                    node = child
                    continue
            if entering or node.is_element_node:
                yield from self._leave(node)
            if node.mem_id == root.mem_id:
                break
            following = node.next
            if following is not None:
                node, entering = following, True
                continue
            parent = node.parent
            if parent is None:
                break
            node, entering = parent, False
        yield from self._flush()

    def _enter(self, node: LexborNode, is_root: bool) -> Iterator[Block]:
        if node.is_text_node:
            self.buffer.append(node.text_content or "")
            return False
        tag = node.tag or ""
        if not node.is_element_node or tag in _DROPPED or (not is_root and _is_furniture(node, tag)):
            return False
        if tag in _BLOCKS:
            yield from self._flush()
        if tag == "br":
            self.buffer.append("\n" if self.pre else " ")
        elif tag == "pre":
            self.pre += 1
        elif tag in ("ol", "ul"):
            self.lists.append(_start(node) if tag == "ol" else None)
        elif tag == "li" and self.lists:
            number = self.lists[-1]
            self.marker = "- " if number is None else f"{number}. "
            self.lists[-1] = None if number is None else number + 1
        elif tag in _HEADINGS and self.cells is None:
            self.heading = _HEADINGS[tag]
            self.anchor = node.attributes.get("id") or self.anchor
        elif tag == "table":
            self.header = []
        elif tag == "tr":
            self.cells, self.row_is_header = [], True
        elif tag == "td":
            self.row_is_header = self.row_is_header and _is_bold(node)
        elif tag == "a" and self.heading and not self.anchor:
            self.anchor = node.attributes.get("id") or node.attributes.get("name")
        elif tag in ("section", "article", "details"):
            self.anchor = node.attributes.get("id") or self.anchor
        return True

    def _leave(self, node: LexborNode) -> Iterator[Block]:
        tag = node.tag or ""
        if tag in ("td", "th") and self.cells is not None:
            self.cells.append(self._taken())
        elif tag == "tr" and self.cells is not None:
            cells, self.cells = self.cells, None
            if self.row_is_header and not self.header:
                self.header = cells
            elif any(cells):
                yield Block(BlockKind.ROW, row_text(self.header, cells))
        elif tag in _BLOCKS:
            yield from self._flush()
            if tag in ("ol", "ul") and self.lists:
                self.lists.pop()
            elif tag == "pre":
                self.pre -= 1

    def _flush(self) -> Iterator[Block]:
        if self.cells is not None:
            self.buffer.append(" ")
            return
        is_code = self.pre > 0
        text = "".join(self.buffer).strip("\n") if is_code else self._taken()
        self.buffer.clear()
        if not text.strip():
            return
        if self.heading:
            yield Block(BlockKind.HEADING, text, self.heading, self.anchor)
            self.heading, self.anchor = 0, None
        elif self.lists:
            yield Block(BlockKind.ITEM, self.marker + text, level=len(self.lists) - 1)
            self.marker = ""
        else:
            yield Block(BlockKind.CODE if is_code else BlockKind.PARAGRAPH, text)

    def _taken(self) -> str:
        text = _squeeze("".join(self.buffer))
        self.buffer.clear()
        return text


def _is_furniture(node: LexborNode, tag: str) -> bool:
    attributes = node.attributes
    if "hidden" in attributes or attributes.get("aria-hidden") == "true" or attributes.get("role") in _ROLES:
        return True
    if tag == "header":
        return node.css_first("h1") is None
    named = f"{attributes.get('id') or ''} {attributes.get('class') or ''}"
    return tag not in _HEADINGS and tag not in ("body", "main", "article") and bool(_FURNITURE.search(named))


def _is_bold(cell: LexborNode) -> bool:
    """Whether all of a cell is bold, as in the first row of tables that word processors and old pages make."""
    text = cell.text(deep=True).strip()
    strong = cell.css_first("strong, b") if text else None
    return strong is not None and strong.text(deep=True).strip() == text


_ROLES = frozenset({"navigation", "banner", "contentinfo", "complementary", "search", "dialog", "alertdialog"})


def _start(node: LexborNode) -> int:
    start = node.attributes.get("start") or "1"
    return int(start) if start.isdecimal() and len(start) < 6 else 1


def _squeeze(text: str) -> str:
    return " ".join(text.split())
