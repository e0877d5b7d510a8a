"""The files that a mail encloses, found by its boundaries alone.

The library takes a square of a mail's parts and nesting, so it is given a mail's beginning and single heads; what lies
between two boundaries is found here, in one pass over the bytes for each level.
"""

import binascii
import quopri
import re
from collections.abc import Iterator
from email.errors import MessageError
from email.parser import BytesParser
from email.policy import compat32
from typing import Any

from baton.channels.email.headers import file_name, header
from baton.core.mail.mail import Enclosed, is_decoration

MAX_PARTS = 200
"""Parts of one mail that are looked at. Each level of nesting counts, so a mail in a mail in a mail ends."""

MAX_DEPTH = 10
"""Multiparts within multiparts. Mail programs nest three."""

MOST_FILES = 30
"""Files of one mail that are taken out of it; the desk keeps fewer, and names the others."""

_MOST_HEAD = 16 * 1024
"""Bytes of a part's headers."""

_EMPTY_LINE = re.compile(rb"\r?\n\r?\n")

_SEALS = frozenset(
    {
        "application/pgp-keys",
        "application/pgp-signature",
        "application/pkcs7-signature",
        "application/x-pkcs7-signature",
    }
)
"""What programs enclose to prove who wrote the mail. It is no file that anybody sent."""


def enclosed(raw: bytes, message: Any) -> Iterator[Enclosed]:
    """The files of a mail, in its order; `message` has its headers. Logos and spacers of a letterhead are left out."""
    head = _EMPTY_LINE.search(raw)
    taken = 0
    for headers, body in _leaves(raw, message, head.end() if head else len(raw), len(raw), iter(range(MAX_PARTS))):
        if taken == MOST_FILES:
            return
        file = _file(headers, body)
        if file is not None and not is_decoration(file):
            taken += 1
            yield file


def _leaves(
    raw: bytes, headers: Any, start: int, end: int, room: Iterator[int], depth: int = 0
) -> Iterator[tuple[Any, bytes]]:
    """The parts that hold no parts, with their headers and the bytes as they stand there."""
    boundary = _boundary(headers)
    if boundary is None:
        yield headers, raw[start:end]
        return
    if depth == MAX_DEPTH:
        return
    for one, other in _between(raw, boundary, start, end):
        if next(room, None) is None:
            return
        body = _body(raw, one, other)
        yield from _leaves(raw, _headers(raw[one:body]), body, other, room, depth + 1)


def _boundary(headers: Any) -> bytes | None:
    """What stands between the parts; None where there are none."""
    try:
        said = headers.get_boundary() if headers.get_content_maintype() == "multipart" else None
        return said.encode("ascii", "surrogateescape") if said else None
    except (MessageError, ValueError, LookupError, AttributeError, TypeError):
        return None


def _between(raw: bytes, boundary: bytes, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Where each part begins and ends. The last one may lack its end, as in a mail that was cut off."""
    began: int | None = None
    line = re.compile(rb"\n--" + re.escape(boundary) + rb"(--)?[ \t]*(?=\r?\n|\Z)")
    for found in line.finditer(raw, start - 1, end):
        if began is not None:
            yield began, _without_return(raw, found.start())
        if found[1]:
            return
        ends = raw.find(b"\n", found.end(), end)
        began = ends + 1 if ends >= 0 else end
    if began is not None and began < end:
        yield began, end


def _without_return(raw: bytes, at: int) -> int:
    return at - 1 if raw[at - 1 : at] == b"\r" else at


def _body(raw: bytes, start: int, end: int) -> int:
    """Where a part's own bytes begin: behind the empty line that ends its headers."""
    if raw[start : start + 1] == b"\n" or raw[start : start + 2] == b"\r\n":
        return raw.index(b"\n", start) + 1
    found = _EMPTY_LINE.search(raw, start, min(end, start + _MOST_HEAD))
    return found.end() if found else end


def _headers(head: bytes) -> Any:
    return BytesParser(policy=compat32).parsebytes(head[:_MOST_HEAD], headersonly=True)


def _file(headers: Any, body: bytes) -> Enclosed | None:
    kind, name = headers.get_content_type(), file_name(headers)
    is_text = kind in ("text/plain", "text/html") and not name
    is_of_the_post = kind.startswith("message/") and kind != "message/rfc822"
    if is_text or is_of_the_post or kind in _SEALS:
        return None
    is_attached = header(headers, "Content-Disposition").lower().startswith("attachment")
    called = name or ("e-mail" if kind == "message/rfc822" else kind)
    is_inline = headers.get("Content-ID") is not None and not is_attached
    return Enclosed(called, _decoded(headers, body), is_inline=is_inline)


def _decoded(headers: Any, body: bytes) -> bytes:
    """The file's bytes. What is damaged on its way is left as it came, and refused for what it is."""
    way = header(headers, "Content-Transfer-Encoding").strip().lower()
    if way == "quoted-printable":
        return quopri.decodestring(body)
    if way != "base64":
        return body
    try:
        return binascii.a2b_base64(body)
    except binascii.Error:
        return b""
