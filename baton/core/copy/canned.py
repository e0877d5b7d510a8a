"""Canned replies: texts that the team writes once and sends often, with the customer's own values filled in."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from baton.core.copy.liquid import template, trouble

MOST_TEXT = 4_000
"""Characters of a canned reply as it is written; what is filled in may make it twice as long."""

MOST_FILLED = 2 * MOST_TEXT

PLACEHOLDERS: dict[str, str] = {
    "first_name": "the first word of the customer's name",
    "name": "the customer's name",
    "email": "the customer's e-mail address",
    "operator": "the name of whoever writes",
    "queue": "the queue that the conversation is in",
    "reference": "the reference of a ticket or a call",
    "company": "the company's name",
}
"""What can be filled in. A value that isn't known is empty, so `{{ first_name | default: "there" }}` works."""

_SHORTCUT = re.compile(r"[^\W_]+(?:[-_][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class CannedReply:
    """A text behind a shortcut, which an operator types after a slash."""

    shortcut: str
    text: str
    updated_at: datetime
    updated_by: str | None = None


@dataclass(frozen=True, slots=True)
class Filled:
    """A canned reply for one conversation. `missing` are placeholders that stand bare and have no value there."""

    text: str
    missing: tuple[str, ...] = ()


def shortcut_of(text: str) -> str:
    """What people type as a shortcut, as it is kept: in lower case, without the slash and with hyphens for spaces."""
    return "-".join(text.strip().lstrip("/").lower().split())


def flaws(shortcut: str, text: str) -> Iterator[str]:
    """What is wrong with a canned reply, a sentence each."""
    if not _SHORTCUT.fullmatch(shortcut) or len(shortcut) > 40:
        yield "A shortcut is one word of at most 40 letters, digits and hyphens, such as return-label."
    if not text.strip():
        yield "The text is empty."
        return
    if len(text) > MOST_TEXT:
        yield f"The text has more than {MOST_TEXT:,} characters."
        return
    ready = template(text, MOST_FILLED)
    if ready is None:
        yield f"The text can't be read: {trouble(text)}"
    elif strange := ready.used - PLACEHOLDERS.keys():
        yield f"There is no value for {', '.join(sorted(strange))}. Placeholders are {', '.join(PLACEHOLDERS)}."


def filled(reply: CannedReply, values: Mapping[str, str]) -> Filled | None:
    """The reply with a conversation's values, or None where it comes to nothing. Names left out count as unknown."""
    known = {name: values.get(name, "") for name in PLACEHOLDERS}
    ready = template(reply.text, MOST_FILLED)
    said = ready.say(known) if ready else None
    if said is None:
        return None
    bare = re.findall(r"{{-?\s*(\w+)\s*-?}}", reply.text)
    return Filled(said, tuple(dict.fromkeys(name for name in bare if not known.get(name, "x"))))
