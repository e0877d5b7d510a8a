"""Bytes to text: byte order marks, UTF-8, UTF-16 without a mark, a page's own charset, then Western single-byte."""

import codecs
import re

from baton.core.errors import Unreadable

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(
    rb"""(?i)<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w.:-]{2,40})|encoding=["']([\w.:-]{2,40})["']"""
)
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1a\x1c-\x1f\x7f-\x84\x86-\x9f\ufffd]")
_SIGNATURES = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a zip archive or an Office document"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x1f\x8b", "a compressed file"),
    (b"\x7fELF", "a program"),
)
MAX_CONTROL = 0.01
"""Share of control characters above which bytes are not text."""


def decode(name: str, body: bytes) -> str:
    """The text of `body` with Unix line ends. Raises Unreadable where it is not text, naming the file."""
    for signature, what in _SIGNATURES:
        if body.startswith(signature):
            raise Unreadable(f"{name} is {what}, not the text that its name says. Save it as text and try again.")
    text = _decoded(body)
    if text is None or len(_CONTROL.findall(text[:200_000])) > MAX_CONTROL * min(len(text), 200_000):
        raise Unreadable(f"{name} holds no readable text. It may be a binary file, or in an unknown encoding.")
    return _CONTROL.sub("", text).replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n")


def _decoded(body: bytes) -> str | None:
    for mark, encoding in _MARKS:
        if body.startswith(mark):
            return _try(body, encoding)
    sample = body[:4096]
    if sample.count(0) > len(sample) // 4:
        little = sample[1::2].count(0) >= sample[::2].count(0)
        return _try(body, "utf-16-le" if little else "utf-16-be")
    declared = _DECLARED.search(sample)
    names = [(declared[1] or declared[2]).decode("ascii")] if declared else []
    for encoding in ["utf-8", *names, "cp1252", "latin-1"]:
        text = _try(body, encoding)
        if text is not None:
            return text
    return None


def _try(body: bytes, encoding: str) -> str | None:
    try:
        return body.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return None
