"""Labels: words that a company sorts its conversations by, each with a colour from one palette."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

PALETTE = ("grey", "red", "orange", "yellow", "green", "teal", "blue", "purple", "pink")
"""The colours, by name. The page has each as a pair of ink and ground that is easy to read, light and dark."""

MOST_LABELS = 200
"""Labels of a company. They are looked through while one types."""

MOST_NAME = 40

_NAME = re.compile(r"[^\W_]+(?:[-_][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Label:
    """A label that the company uses."""

    name: str
    colour: str
    updated_at: datetime
    updated_by: str | None = None


def label_name(text: str) -> str:
    """What people type as a label, as it is kept: in lower case, with hyphens for spaces."""
    return "-".join(text.strip().lower().split())


def misnamed(name: str) -> str | None:
    """Why this can't be the name of a label, None where it can."""
    if _NAME.fullmatch(name) and len(name) <= MOST_NAME:
        return None
    return f"A label has at most {MOST_NAME} letters, digits and hyphens, such as late-delivery."


def flaws(name: str, colour: str) -> Iterator[str]:
    """What is wrong with a label, a sentence each."""
    if flaw := misnamed(name):
        yield flaw
    if colour not in PALETTE:
        yield f"There is no colour {colour}. Choose one of {', '.join(PALETTE)}."
