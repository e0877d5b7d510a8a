"""A mail's bytes as a value. Written for strangers' mail: nothing in it is run, unpacked, fetched or believed."""

import hashlib
import re
from email.errors import MessageError
from email.parser import BytesParser
from email.policy import compat32
from email.utils import getaddresses
from itertools import islice
from typing import Any

from baton.channels.email.headers import MAX_HEADER, decoded_words, file_name, header, in_letters
from baton.channels.email.html_text import text_of
from baton.channels.email.parts import MAX_PARTS, enclosed
from baton.channels.email.report import report_of
from baton.core.errors import Invalid, TooLarge
from baton.core.mail.mail import MAX_RAW, Mail
from baton.core.mail.reply import written

MAX_MAIL = 25 * 1024 * 1024
"""Bytes of a mail that is taken at all; the usual bound of mail servers."""

MAX_TEXT_PART = 400_000
"""Characters of a part that are read for its text; forty times what a message may have."""

MOST_ANSWERED = 30
_LOOKED_AT = 1024 * 1024
"""Bytes of the whole that the library is given. Texts come before attachments, which `parts` finds by itself."""

_PART = re.compile(rb"(?i)content-type:")
_BOUNDARY = re.compile(rb"(?<=\n)--[^-\s]")
_LETTER_ID = re.compile(r"<?(dlv_[0-9a-z]{26}\.[cd][0-9a-z]{26}[a-z2-7]{13})@", re.IGNORECASE)
_MESSAGE_ID = re.compile(r"<[^<>\s]{1,240}>")
_ROOT = re.compile(r"<([cd][0-9a-z]{26}[a-z2-7]{13})@", re.IGNORECASE)
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
MAX_HEADERS = 256 * 1024
"""Bytes before the first empty line. Mail servers allow less."""


def parse(raw: bytes) -> Mail:
    """Read a mail. Raises TooLarge, or Invalid `unreadable_mail` where nobody can be told to have sent it."""
    if len(raw) > MAX_MAIL:
        raise TooLarge(f"The mail has {len(raw):,} bytes; {MAX_MAIL:,} is the most.")
    try:
        message: Any = BytesParser(policy=compat32).parsebytes(_bounded(raw))
    except (MessageError, ValueError, LookupError, RecursionError, AttributeError, IndexError, TypeError) as broken:
        raise _unreadable() from broken
    sender, name = _sender(message)
    if not sender:
        raise _unreadable()
    text = _text(message)
    report = report_of(message)
    return Mail(
        message_id=_message_id(message, raw),
        sender=sender,
        sender_name=name,
        sent_to=_recipients(message),
        subject=" ".join(header(message, "Subject").split())[:300],
        text=text if report else written(text),
        raw=raw[:MAX_RAW],
        letter_ids=_letter_ids(message),
        answers=_answers(message),
        is_automatic=_is_automatic(message),
        report=report,
        files=() if report else tuple(enclosed(raw, message)),
        language=_language(message),
    )


def _unreadable() -> Invalid:
    return Invalid("This is not an e-mail that names its sender.", code="unreadable_mail")


def _bounded(raw: bytes) -> bytes:
    """As much of a mail as the library may be given: it is quadratic in headers and in parts within parts."""
    looked_at = raw[:_LOOKED_AT]
    end = re.search(rb"\r?\n\r?\n", looked_at)
    if end is None or end.start() > MAX_HEADERS:
        looked_at = looked_at[:MAX_HEADERS]
    for part in (_PART, _BOUNDARY):
        *_, last = (None, *(found.start() for found in islice(part.finditer(looked_at), MAX_PARTS, MAX_PARTS + 1)))
        looked_at = looked_at[:last]
    return looked_at


def _addresses(message: Any, *names: str) -> list[tuple[str, str]]:
    """(name, address in lower case) of everyone in these headers."""
    said: list[str] = []
    for name in names:
        said += [str(one)[:MAX_HEADER].replace("\n", " ").replace("\r", " ") for one in message.get_all(name, [])[:5]]
    try:
        read = getaddresses(said)
    except (RecursionError, ValueError, IndexError):
        return []
    found = [(name, address.lower()) for name, address in read if address.count("@") == 1]
    return [one for one in found if one[1].partition("@")[0] and one[1].partition("@")[2] and " " not in one[1]]


def _sender(message: Any) -> tuple[str | None, str | None]:
    for name, address in _addresses(message, "From", "Sender"):
        said = " ".join(decoded_words(name).split())[:200]
        return address[:320].replace("\x00", ""), said or None
    return None, None


def _recipients(message: Any) -> tuple[str, ...]:
    named = [address for _, address in _addresses(message, "To", "Cc", "Resent-To")]
    for name in ("Delivered-To", "X-Original-To", "Envelope-To"):
        named += re.findall(r"[^\s<>,]{1,64}@[^\s<>,]{1,255}", header(message, name).lower())
    return tuple(dict.fromkeys(named[:200]))


def _message_id(message: Any, raw: bytes) -> str:
    found = _MESSAGE_ID.search(header(message, "Message-ID"))
    return found.group() if found else f"<{hashlib.sha256(raw).hexdigest()}@no-message-id>"


def _answers(message: Any) -> tuple[str, ...]:
    """The Message-IDs that the mail says it answers, the nearest first."""
    references = _MESSAGE_ID.findall(decoded_words(str(message.get("References") or "")[-8000:]))
    named = [*_MESSAGE_ID.findall(header(message, "In-Reply-To")), *reversed(references)]
    return tuple(dict.fromkeys(named))[:MOST_ANSWERED]


def _letter_ids(message: Any) -> tuple[str, ...]:
    """Our own tokens among them."""
    said = " ".join(_answers(message))
    ours = [one.partition(".")[2] for one in _LETTER_ID.findall(said)] + _ROOT.findall(said)
    return tuple(dict.fromkeys(one.lower() for one in ours))


def _is_automatic(message: Any) -> bool:
    """Whether a program wrote it: RFC 3834, and what lists and older programs send instead."""
    if header(message, "Auto-Submitted").split(";")[0].strip().lower() not in ("", "no"):
        return True
    if header(message, "Precedence").strip().lower() in ("bulk", "junk", "list", "auto_reply"):
        return True
    if any(message.get(name) is not None for name in ("X-Autoreply", "X-Autorespond", "List-Id", "List-Unsubscribe")):
        return True
    return header(message, "Return-Path").strip() == "<>"


def _language(message: Any) -> str | None:
    said = header(message, "Content-Language").split(",")[0].strip()
    return said if len(said) <= 35 and _LANGUAGE.fullmatch(said) else None


def _text(message: Any) -> str:
    """The mail's text, plain before HTML."""
    plain: list[str] = []
    rich: list[str] = []
    for part in islice(message.walk(), MAX_PARTS):
        kind = part.get_content_type()
        if kind in ("text/plain", "text/html") and not file_name(part):
            (plain if kind == "text/plain" else rich).append(_decoded(part))
    text = "\n\n".join(one.strip() for one in plain if one.strip())
    if not text:
        text = "\n\n".join(text_of(one) for one in rich).strip()
    return text[:MAX_TEXT_PART].replace("\x00", "")


def _decoded(part: Any) -> str:
    """A part's text in whatever letters it says, or nearly says, that it is written in."""
    try:
        body = part.get_payload(decode=True) or b""
        charset = str(part.get_param("charset") or "utf-8")
    except (MessageError, ValueError, LookupError, AttributeError, TypeError):
        return ""
    return in_letters(body, charset)[:MAX_TEXT_PART]
