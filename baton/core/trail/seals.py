"""Sealing the log: each seal is a hash over a run of events and over the seal before it.

Everything is hashed as one line of JSON, the very line that an export has, so anybody can hash it again with any tool.
"""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

FORM = 1
"""The form of the lines. What was sealed in one form is exported in it for good."""

NOTHING = "0" * 64
"""What the first seal names as the seal before it."""


@dataclass(frozen=True, slots=True)
class Sealed:
    """An event as a seal names it: its place in the log, its conversation (None for the company's own) and its hash."""

    cursor: str
    conversation: str | None
    hash: str


@dataclass(frozen=True, slots=True)
class Seal:
    """A seal: its number from 1, the line that was hashed, the hash, and when it was made."""

    number: int
    line: str
    hash: str
    at: datetime


def make_seal(tenant: str, before: Seal | None, events: Sequence[Sealed], at: datetime) -> Seal:
    """The seal over the events that follow those of the seal before."""
    number = before.number + 1 if before else 1
    line = written(
        {
            "type": "seal",
            "form": FORM,
            "tenant": tenant,
            "number": number,
            "previous": before.hash if before else NOTHING,
            "at": moment(at),
            "events": [[one.cursor, one.conversation, one.hash] for one in events],
        }
    )
    return Seal(number, line, digest(line), at)


def event_line(event: Mapping[str, Any], salt: str | None) -> str:
    """An event as it is hashed. The salt goes with the conversation, so that nobody guesses it from its hash later."""
    return written({"type": "event", **event, "salt": salt})


def written(values: Mapping[str, Any]) -> str:
    """One line of JSON with its names in order, nothing escaped that need not be, and no blanks."""
    return json.dumps(values, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def digest(line: str) -> str:
    """The SHA-256 of a line without its end, in hex."""
    return hashlib.sha256(line.encode()).hexdigest()


def moment(at: datetime) -> str:
    """A moment as lines have it: UTC, to the microsecond."""
    return at.astimezone(UTC).isoformat(timespec="microseconds")
