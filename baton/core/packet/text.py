"""A packet's view as text and HTML for letters and outside desks, and as Slack blocks. The words are the view's."""

import html
from collections.abc import Iterator
from typing import Any

from baton.core.mail.html import QUIET

View = dict[str, Any]

FACTS_A_LINE = " · "

MOST_SECTION = 3_000
"""Characters of one Slack section; Slack refuses a message with a longer one."""

MOST_HEADER = 150


def as_text(view: View) -> str:
    """The whole packet as plain text: the head that is read first, then a heading with its lines for each part."""
    parts = [[heading, *lines] for heading, lines in _parts(view, bullet="- ") if lines]
    head = [as_head(view), view["reason"]["says"], *_by_model(view)]
    return "\n\n".join("\n".join(part) for part in (head, *parts))


def as_head(view: View) -> str:
    """The two lines of the summary: what is wanted, what was tried and why it stopped."""
    return "\n".join(view["summary"])


def as_html(view: View) -> str:
    """The whole packet as HTML for a letter, with the same parts as its text, in the direction of its language."""
    head = "<br>".join(map(html.escape, (*view["summary"], view["reason"]["says"])))
    body = "".join(_html_part(heading, lines) for heading, lines in _parts(view, bullet="") if lines)
    by = "".join(f'<p><span style="{QUIET}">{html.escape(one)}</span></p>' for one in _by_model(view))
    return f'<div dir="{view["shown_in"]["direction"]}"><p><strong>{head}</strong></p>{by}{body}</div>'


def as_slack(view: View) -> View:
    """The packet as a Slack message: `text` for notifications and readers, `blocks` in mrkdwn for the eye."""
    head = [f"*{_escaped(view['summary'][0])}*", *(_escaped(line) for line in view["summary"][1:])]
    facts = [(f"*{_escaped(one['label'])}*\n{_escaped(one['value'])}") for one in view["facts"][:10]]
    blocks: list[View] = [
        {"type": "header", "text": {"type": "plain_text", "text": _title(view)[:MOST_HEADER]}},
        _section("\n".join(head)),
    ]
    if facts:
        blocks.append({"type": "section", "fields": [{"type": "mrkdwn", "text": one[:2000]} for one in facts]})
    for heading, lines in _parts(view, bullet="• "):
        if lines and heading != view["words"]["facts"]:
            blocks.append(_section(f"*{_escaped(heading)}*\n" + "\n".join(_escaped(line) for line in lines)))
    blocks += [{"type": "context", "elements": [{"type": "plain_text", "text": one}]} for one in _by_model(view)]
    return {"text": " ".join(view["summary"]), "blocks": blocks}


def _by_model(view: View) -> list[str]:
    """That a model wrote part of it, where one did."""
    return [view["words"]["by_model"]] if view["by_model"] else []


def _title(view: View) -> str:
    return " · ".join(part for part in (view["words"]["packet"], view["queue"]["name"]) if part)


def _parts(view: View, *, bullet: str) -> Iterator[tuple[str, list[str]]]:
    """Every part below the head: its heading and its lines, none where there is nothing to tell."""
    says, customer = view["words"], view["customer"]
    yield says["risks"], [f"{bullet}{flag}" for flag in view["risk_flags"]]
    yield says["facts"], [f"{bullet}{one['label']}: {one['value']}" for one in view["facts"]]
    yield says["goal"], [view["goal"]] if view["goal"] else []
    yield says["last_message"], [view["last_message"]] if view["last_message"] else []
    yield says["tried"], [f"{bullet}{one['what']} — {one['outcome']}" for one in view["tried"]] or [says["did_nothing"]]
    yield says["sources_used"], [f"{bullet}{_source(one)}" for one in view["sources_used"]]
    yield says["sources_missing"], [f"{bullet}{one}" for one in view["sources_missing"]]
    yield says["for_operators"], [f"{bullet}{one['title']}: {one['text']}" for one in view["for_operators"]]
    yield says["queue"], [view["queue"]["name"]] if view["queue"]["name"] else []
    known = (customer["name"], customer["email"], customer["tier"], *customer["tags"], customer["language"])
    yield says["customer"], [FACTS_A_LINE.join(str(one) for one in known if one)] if any(known) else []
    yield says["reply"], [view["suggested_reply"]] if view["suggested_reply"] else []


def _html_part(heading: str, lines: list[str]) -> str:
    told = "<br>".join(html.escape(line).replace("\n", "<br>") for line in lines)
    return f'<p dir="auto"><span style="{QUIET}">{html.escape(heading)}</span><br>{told}</p>'


def _source(one: View) -> str:
    place = one["title"] if one["heading"] in ("", one["title"]) else f"{one['title']}: {one['heading']}"
    return f"{place} ({one['url']})" if one["url"] else place


def _section(text: str) -> View:
    return {"type": "section", "text": {"type": "mrkdwn", "text": text[:MOST_SECTION]}}


def _escaped(text: str) -> str:
    """The text with Slack's three control characters written as it asks, so that nobody is mentioned by a customer."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
