"""A mail that came in, as a value, and what it is to the desk before anybody reads it."""

from dataclasses import dataclass
from enum import StrEnum

from baton.core.attachments import LOOKED_AT, recognised
from baton.core.errors import Invalid


class Arrival(StrEnum):
    """What became of a mail that came in.

    `TAKING`: begun and not ended, to be taken up again. `TAKEN`: in its conversation. `AUTOMATIC`: an absence note or a
    newsletter, which nobody answers. `BOUNCE`: a report on a letter of ours. `OWN`: sent by the desk itself.
    `TOO_MANY`: over the bound for one sender. `UNREADABLE`: no mail that can be read.
    """

    TAKING = "taking"
    TAKEN = "taken"
    AUTOMATIC = "automatic"
    BOUNCE = "bounce"
    OWN = "own"
    TOO_MANY = "too_many"
    UNREADABLE = "unreadable"


MOST_AN_HOUR = 30
"""Mails of one sender that are taken within an hour. A person writes fewer; a loop of two programs writes more."""

MAX_RAW = 256 * 1024
"""Bytes of a mail that are kept as they came, so that what the desk made of it can be checked."""


MOST_DECORATION = 10_000
"""Pixels of a picture inside a letter that is taken for part of the letterhead. What people mean to show is larger."""


@dataclass(frozen=True, slots=True)
class Enclosed:
    """A file as a letter encloses it. Of one that came in, name and type are what its sender says, and prove nothing.

    `is_inline`: it stands inside the letter's text, as a pasted screenshot does, and a logo.
    """

    name: str
    body: bytes
    media_type: str = "application/octet-stream"
    is_inline: bool = False


def is_decoration(file: Enclosed) -> bool:
    """Whether it is a picture of the letterhead: a small one inside the text, such as a logo, an icon or a spacer."""
    if not file.is_inline:
        return False
    try:
        _, size = recognised(file.body[:LOOKED_AT], file.name)
    except Invalid:
        return False
    return size is not None and size.width * size.height <= MOST_DECORATION


@dataclass(frozen=True, slots=True)
class Report:
    """A mail server's word on a letter of ours: which one, to whom, and whether it has given up."""

    letter_ids: tuple[str, ...]
    recipient: str | None
    why: str
    is_final: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Mail:
    """One mail. `text` is what its sender wrote, without quotations. `letter_ids` are tokens of ours
    in what it answers, and `answers` all the Message-IDs there, the nearest first.

    `sent_to` are all addresses that it was sent to; `files` are what it encloses;
    `raw` is the mail as it came, up to `MAX_RAW`.
    """

    message_id: str
    sender: str
    sender_name: str | None
    sent_to: tuple[str, ...]
    subject: str
    text: str
    raw: bytes
    letter_ids: tuple[str, ...] = ()
    answers: tuple[str, ...] = ()
    is_automatic: bool = False
    report: Report | None = None
    files: tuple[Enclosed, ...] = ()
    language: str | None = None


def plain_subject(subject: str) -> str:
    """A subject without the `Re:` and `AW:` that programs put before it."""
    said = subject.strip()
    for _ in range(8):
        mark, colon, rest = said.partition(":")
        if not colon or not 2 <= len(mark.strip()) <= 3 or not mark.strip().isalpha():
            break
        said = rest.strip()
    return said


def opening_text(mail: Mail) -> str:
    """A new conversation's first message: the subject, where it says more than the text, and the text."""
    subject = plain_subject(mail.subject)
    if not subject or subject.casefold() in mail.text.casefold():
        return mail.text
    return f"{subject}\n\n{mail.text}" if mail.text else subject
