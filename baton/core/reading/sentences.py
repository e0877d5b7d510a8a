"""Where one sentence ends and the next begins, so that an answer quotes whole ones."""

import re
from dataclasses import dataclass

_SHORT = """mr mrs ms dr prof st vs etc e.g i.e eg ie approx dept inc ltd co corp jan feb mar apr jun jul aug sep sept
    oct nov dec tel ext min max hrs z.b d.h u.a bzw ca str evtl ggf inkl usw vgl p.ej sr sra ud uds pág aprox m mme mlle
    av env p.ex sig dott pag dhr mevr bijv o.a a.m p.m u.s u.k"""
_ABBREVIATIONS = frozenset(_SHORT.split())
_BEFORE_NUMBERS = frozenset(("no", "nos", "nr", "núm", "art", "fig", "abs", "vol", "ch", "p", "pp"))
_END = re.compile(r"[.!?…]+[\"'”’»)\]]*(?=\s|$)|[。！？｡]+[」』”）]*|[।॥۔؟](?=\s|$)|\n+")
_LIST_ITEM = re.compile(r"\s*(?:[-*•·–]|\d{1,3}[.)])\s")
_LAST_WORD = re.compile(r"([^\s(\[\"'“]+)$")


@dataclass(frozen=True, slots=True)
class Span:
    """A sentence or list item: `text[start:end]` of what was split, without the blanks around it."""

    start: int
    end: int
    text: str


def sentences(text: str) -> list[Span]:
    """The sentences of `text` in order. A line is never joined with the next; a list item is one whole."""
    spans: list[Span] = []
    offset = 0
    for line in text.splitlines(keepends=True):
        if _LIST_ITEM.match(line):
            _add(spans, text, offset, offset + len(line))
        else:
            _split(spans, text, offset, offset + len(line))
        offset += len(line)
    return spans


def is_item(text: str) -> bool:
    """Whether the line is a list item or a numbered step."""
    return _LIST_ITEM.match(text) is not None


def _split(spans: list[Span], text: str, start: int, stop: int) -> None:
    begin = start
    for end in _END.finditer(text, start, stop):
        if text[end.start()] == "." and _goes_on(text, begin, end.start(), end.end(), stop):
            continue
        _add(spans, text, begin, end.end())
        begin = end.end()
    _add(spans, text, begin, stop)


def _goes_on(text: str, begin: int, dot: int, after: int, stop: int) -> bool:
    """A full stop that ends an abbreviation, an initial or a list number, not a sentence."""
    following = text[after : min(after + 20, stop)].lstrip()[:1]
    if following.islower():
        return True
    word = _LAST_WORD.search(text, max(begin, dot - 20), dot)
    if word is None or text[dot : dot + 2] == "..":
        return False
    last = word.group(1).lower()
    if last in {"a.m", "p.m", "etc", "usw"}:
        return False
    if last in _BEFORE_NUMBERS:
        return following.isdigit()
    return last in _ABBREVIATIONS or (len(last) == 1 and last.isalpha() and word.group(1).isupper())


def _add(spans: list[Span], text: str, start: int, end: int) -> None:
    piece = text[start:end]
    stripped = piece.strip()
    if stripped:
        begin = start + len(piece) - len(piece.lstrip())
        spans.append(Span(begin, begin + len(stripped), stripped))
