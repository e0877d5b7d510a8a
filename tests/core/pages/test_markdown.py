"""The grammar of what people write, held to the same cases as the pages'."""

import html
import json
import time
from pathlib import Path

import pytest

from baton.core.pages.markdown import Span, blocks, spans

CASES = json.loads((Path(__file__).parents[2] / "ui" / "markdown_cases.json").read_text(encoding="utf-8"))


def drawn(text: str) -> str:
    said: list[str] = []
    for block in blocks(text):
        start = f" start={block.start}" if block.start != 1 else ""
        if block.tag == "pre":
            inner = f"<code>{html.escape(chr(10).join(block.lines), quote=False)}</code>"
        elif block.tag == "p":
            inner = line("\n".join(block.lines))
        else:
            inner = "".join(f"<li>{line(one)}</li>" for one in block.lines)
        said.append(f"<{block.tag}{start}>{inner}</{block.tag}>")
    return "".join(said)


def line(text: str) -> str:
    return "".join(one(span) for span in spans(text))


def one(span: Span) -> str:
    if not span.tag:
        return html.escape(span.text, quote=False)
    href = f" href={span.href}" if span.href else ""
    return f"<{span.tag}{href}>{''.join(one(each) for each in span.of)}</{span.tag}>"


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_each_text_is_drawn_as_the_pages_draw_it_too(text: str, expected: str) -> None:
    assert drawn(text) == expected


@pytest.mark.parametrize("text", ["*a" * 5_000, "**a " * 2_500, "[" * 10_000, "[a](" * 2_500, "_*" * 5_000])
def test_ten_thousand_characters_made_to_be_slow_cost_no_time(text: str) -> None:
    begun = time.process_time()
    drawn(text)
    assert time.process_time() - begun < 2
