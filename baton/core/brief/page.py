"""A document as one HTML file: no script, nothing fetched, set for paper too."""

from collections.abc import Iterator
from html import escape

from baton.core.brief.document import Block, Document, Items, Quote, Section, Table, Text
from baton.core.copy.catalogues import catalogue

_STYLE = """
:root { color-scheme: light; }
body { max-width: 46rem; margin: 3rem auto; padding: 0 1.25rem; color: #1c2430; background: #fff;
  font: 16px/1.55 ui-sans-serif, system-ui, "Segoe UI", Helvetica, Arial, sans-serif; text-wrap: pretty; }
h1 { margin: 0; font-size: 2rem; line-height: 1.2; letter-spacing: -0.02em; }
.under { margin: .4rem 0 2.5rem; color: #57606a; }
h2 { margin: 2.6rem 0 .6rem; padding-top: .9rem; border-top: 2px solid #1c2430;
  font-size: 1.3rem; letter-spacing: -0.01em; }
h3 { margin: 1.6rem 0 .4rem; font-size: 1.02rem; }
p, ul, blockquote { margin: .5rem 0; }
ul { padding-inline-start: 1.2rem; }
blockquote { padding: .1rem 0 .1rem .9rem; border-inline-start: 3px solid #c5ccd3;
  font-family: ui-serif, Georgia, serif; }
.wide { overflow-x: auto; }
table { width: 100%; margin: .7rem 0; border-collapse: collapse; font-size: .88rem;
  font-variant-numeric: tabular-nums; }
th { text-align: start; white-space: nowrap; color: #57606a; font-weight: 600; border-bottom: 1px solid #1c2430; }
th, td { padding: .35rem .7rem .35rem 0; vertical-align: top; overflow-wrap: break-word; }
td { border-bottom: 1px solid #dfe3e8; }
nav ol { columns: 2; padding-inline-start: 1.3rem; }
nav a { color: inherit; }
@page { margin: 2cm 1.8cm; }
@media print {
  body { max-width: none; margin: 0; padding: 0; font-size: 10.5pt; }
  h1, h2, h3 { break-after: avoid; }
  tr, blockquote, li { break-inside: avoid; }
  thead { display: table-header-group; }
  .wide { overflow: visible; }
}
"""


def page(document: Document) -> str:
    """The document as a whole file."""
    return "\n".join(_lines(document)) + "\n"


def _lines(document: Document) -> Iterator[str]:
    yield '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<title>{escape(document.title)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>"
    yield f'<h1>{escape(document.title)}</h1>\n<p class="under">{escape(document.under)}</p>'
    yield from _contents(document)
    for number, section in enumerate(document.sections):
        yield f'<h{section.level} id="s{number}">{escape(section.title)}</h{section.level}>'
        yield from map(_block, section.blocks)
    yield "</body>\n</html>"


def _contents(document: Document) -> Iterator[str]:
    yield '<nav aria-label="Contents"><ol>'
    for number, section in enumerate(document.sections):
        if _is_chapter(section):
            yield f'<li><a href="#s{number}">{escape(section.title)}</a></li>'
    yield "</ol></nav>"


def _is_chapter(section: Section) -> bool:
    return section.level == 2


def _block(block: Block) -> str:
    match block:
        case Text(text):
            return f"<p>{escape(text)}</p>"
        case Items(lines):
            return f"<ul>{''.join(f'<li>{escape(line)}</li>' for line in lines)}</ul>"
        case Quote(text, language):
            words, said = catalogue(language), escape(text).replace("\n", "<br>")
            return f'<blockquote lang="{words.code}" dir="{words.direction}"><p>{said}</p></blockquote>'
        case Table(head, rows):
            named = "".join(f'<th scope="col">{escape(cell)}</th>' for cell in head)
            body = "".join(f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in row)}</tr>" for row in rows)
            return f'<div class="wide"><table><thead><tr>{named}</tr></thead><tbody>{body}</tbody></table></div>'
