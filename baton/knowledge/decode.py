"""Bytes to text: byte order marks, UTF-8, UTF-16 without a mark, the charset that is named, then what fits best."""

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
_UNWRITABLE = re.compile(f"{_CONTROL.pattern}|[\ud800-\udfff]")
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

GUESSED_FROM = 100_000
"""Bytes that are looked at where nothing names the encoding; each more costs time and tells little."""


def decode(name: str, body: bytes, charset: str | None = None) -> str:
    """The text of `body` with Unix line ends. `charset` is what the server said, believed after UTF-8.

    Raises Unreadable where it is not text, naming the file.
    """
    for signature, what in _SIGNATURES:
        if body.startswith(signature):
            raise Unreadable(f"{name} is {what}, not the text that its name says. Save it as text and try again.")
    text = _decoded(body, charset)
    if text is None or len(_CONTROL.findall(text[:200_000])) > MAX_CONTROL * min(len(text), 200_000):
        raise Unreadable(f"{name} holds no readable text. It may be a binary file, or in an unknown encoding.")
    return _CONTROL.sub("", text).replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n")


def readable(text: str) -> str:
    """Text without control characters and halves of characters, which escapes in a file can write."""
    return _UNWRITABLE.sub("", text)


def _decoded(body: bytes, charset: str | None) -> str | None:
    for mark, encoding in _MARKS:
        if body.startswith(mark):
            return _try(body, encoding)
    sample = body[:4096]
    if sample.count(0) > len(sample) // 4:
        little = sample[1::2].count(0) >= sample[::2].count(0)
        return _try(body, "utf-16-le" if little else "utf-16-be")
    declared = _DECLARED.search(sample)
    names = [(declared[1] or declared[2]).decode("ascii")] if declared else []
    for encoding in ["utf-8", *([charset] if charset else []), *names]:
        text = _try(body, encoding)
        if text is not None:
            return text
    return _guessed(body)


def _guessed(body: bytes) -> str | None:
    from charset_normalizer import from_bytes

    if _is_western(body[:GUESSED_FROM]):
        return _try(body, "cp1252") or _try(body, "latin-1")
    best = from_bytes(body[:GUESSED_FROM]).best()
    for encoding in [*([best.encoding] if best else []), "cp1252", "latin-1"]:
        text = _try(body, encoding)
        if text is not None:
            return text
    return None


def _is_western(sample: bytes) -> bool:
    """Whether so few bytes are not ASCII, and those so common in western letters, that guessing could only err."""
    high = [byte for byte in sample if byte >= 0x80]
    common = sum(byte in _WESTERN for byte in high)
    return len(high) * 12 < len(sample) and common * 10 >= len(high) * 9


_WESTERN = frozenset("äöüßÄÖÜéèêëàâçîïôûùœáíóúñ¿¡ãõåæøÉÀÇÑ°§–—‘’“”„…€£«»·•®©™½".encode("cp1252"))


def _try(body: bytes, encoding: str) -> str | None:
    try:
        return body.decode(encoding)
    except (UnicodeDecodeError, LookupError, ValueError):
        return None
