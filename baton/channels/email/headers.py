"""Headers as text, whoever wrote them: bounded, decoded, and never a reason to stop reading."""

from email.errors import MessageError
from email.header import decode_header
from typing import Any

MAX_HEADER = 4_000
"""Characters of a header that are read. The library's own readers of headers take a square of their length."""


def header(message: Any, name: str, *, most: int = MAX_HEADER) -> str:
    """A header as text. The end of one that is too long is left out."""
    try:
        raw = str(message.get(name) or "")
    except (ValueError, LookupError, TypeError):
        return ""
    return decoded_words(raw[:most])


def decoded_words(raw: str) -> str:
    """A header's text with its encoded words read."""
    try:
        parts = decode_header(raw.replace("\r", "").replace("\n", ""))
    except (MessageError, ValueError, LookupError, TypeError):
        return raw
    said = "".join(part if isinstance(part, str) else in_letters(part, charset) for part, charset in parts)
    return said.replace("\x00", "").encode("utf-8", "replace").decode()


def in_letters(body: bytes, charset: str | None) -> str:
    """Bytes as text in the letters that they are said to be in, or nearly."""
    for named in (charset or "utf-8", "utf-8"):
        try:
            return body.decode(named)
        except (LookupError, UnicodeError, ValueError):
            continue
    return body.decode("cp1252", "replace")


def file_name(part: Any) -> str:
    """What a part says its file is called; empty where it says nothing."""
    try:
        said = decoded_words(str(part.get_filename() or "")[:MAX_HEADER])
        return "".join(one for one in said if one.isprintable())[:120]
    except (ValueError, LookupError, AttributeError, IndexError, TypeError):
        return "a file"
