"""What a letter says, as HTML: only what is written here is markup, the rest is escaped."""

import html
import re

from baton.core.pages.markdown import Block, Span, blocks, spans

QUIET = "color:#6b7280;font-size:13px"
_SET_BACK = "margin:0;padding-inline-start:12px;border-inline-start:3px solid #d0d7de"
_CODE = "font-family:ui-monospace,Menlo,Consolas,monospace;font-size:13px;background:#f3f4f6"
_LINK = re.compile(r"https?://[^\s<>\"']+")


def paragraphs(text: str) -> str:
    """Plain text as HTML: paragraphs, line breaks, quoted lines set back, links that can be followed."""
    return "".join(_paragraph(part) for part in re.split(r"\n\s*\n", text.strip()) if part.strip())


def marked(text: str) -> str:
    """The same of what the team and its bots write, which has lists, emphasis and code as in the chat."""
    return "".join(_block(block) for block in blocks(text.strip()))


def _block(block: Block) -> str:
    if block.tag == "pre":
        return f'<pre style="{_CODE};padding:8px">{html.escape(chr(10).join(block.lines))}</pre>'
    if block.tag == "p":
        quoted = all(line.startswith(">") for line in block.lines)
        return _paragraph("\n".join(block.lines)) if quoted else f"<p>{_spans(block.lines)}</p>"
    start = f' start="{block.start}"' if block.start != 1 else ""
    return f"<{block.tag}{start}>{''.join(f'<li>{_spans([one])}</li>' for one in block.lines)}</{block.tag}>"


def _spans(lines: list[str]) -> str:
    return "".join(_span(one) for one in spans("\n".join(lines))).replace("\n", "<br>")


def _span(span: Span) -> str:
    if not span.tag:
        return html.escape(span.text)
    inner = "".join(_span(one) for one in span.of)
    if span.tag == "a":
        return f'<a href="{html.escape(span.href or "")}">{inner}</a>'
    return f'<code style="{_CODE}">{inner}</code>' if span.tag == "code" else f"<{span.tag}>{inner}</{span.tag}>"


def _paragraph(text: str) -> str:
    lines = text.split("\n")
    if all(line.startswith(">") for line in lines):
        quoted = "<br>".join(_linked(line[1:].strip()) for line in lines)
        return f'<blockquote style="{_SET_BACK};{QUIET}">{quoted}</blockquote>'
    return f"<p>{'<br>'.join(_linked(line) for line in lines)}</p>"


def _linked(line: str) -> str:
    parts: list[str] = []
    at = 0
    for link in _LINK.finditer(line):
        url = link.group().rstrip(".,;:!?)]")
        parts += [html.escape(line[at : link.start()]), f'<a href="{html.escape(url)}">{html.escape(url)}</a>']
        at = link.start() + len(url)
    return "".join(parts) + html.escape(line[at:])
