"""Zip archives: the files inside, one after the other, never more than an archive may hold."""

import io
import posixpath
import zipfile
from collections.abc import Iterator

from baton.core.errors import Unreadable

MOST_FILES = 20_000
MOST_LISTED = 10 * MOST_FILES
"""Entries of all kinds that an archive may list. Each takes memory before its first file is opened."""

MOST_UNPACKED = 500_000_000
MOST_RATIO = 200
"""How many times larger than packed a file may be. Text comes to 5 or 20; a bomb to a thousand."""

SMALL = 1_000_000
"""Bytes up to which any ratio will do: a page of blanks harms nobody."""

_PASSED_OVER = frozenset({"__MACOSX", "node_modules", "__pycache__"})


def unpack(name: str, body: bytes, most_bytes: int) -> Iterator[tuple[str, bytes | str]]:
    """(name, body) of each file, or (name, why it is left out). Raises Unreadable where the archive itself is unfit.

    A file's body is read up to one byte more than `most_bytes`, so that whoever reads it sees that it is too large.
    """
    if body.count(b"PK\x01\x02") > MOST_LISTED:
        raise _too_many(name)
    try:
        archive = zipfile.ZipFile(io.BytesIO(body))
    except (zipfile.BadZipFile, EOFError, OSError, ValueError) as broken:
        raise Unreadable(f"{name} is damaged, or no zip archive. Pack it again and add that.") from broken
    with archive:
        members = [info for info in archive.infolist() if not info.is_dir() and _is_wanted(info.filename)]
        if len(members) > MOST_FILES:
            raise _too_many(name)
        left = MOST_UNPACKED
        for info in members:
            shown = _inside(info.filename)
            found = _read(archive, info, min(most_bytes, left))
            if not isinstance(found, str):
                left -= len(found)
                if left <= 0:
                    most = f"{MOST_UNPACKED / 1e6:.0f} MB"
                    raise Unreadable(f"{name} holds more than {most} when it is unpacked. Split it.")
            yield shown, found


def _too_many(name: str) -> Unreadable:
    return Unreadable(f"{name} holds more than {MOST_FILES:,} files. Split it into smaller archives.")


def _read(archive: zipfile.ZipFile, info: zipfile.ZipInfo, most: int) -> bytes | str:
    shown = _inside(info.filename)
    if info.flag_bits & 1:
        return f"{shown} is locked with a password inside the archive."
    if shown.lower().endswith(".zip"):
        return f"{shown} is an archive inside an archive. Unpack it and add what it holds."
    if info.file_size > SMALL and info.file_size > MOST_RATIO * max(info.compress_size, 1):
        return f"{shown} grows {MOST_RATIO} times and more when it is unpacked, as no document does."
    try:
        with archive.open(info) as file:
            return file.read(most + 1)
    except (zipfile.BadZipFile, EOFError, OSError, ValueError, NotImplementedError, RuntimeError):
        return f"{shown} is damaged inside the archive."


def _is_wanted(path: str) -> bool:
    return not any(part.startswith(".") or part in _PASSED_OVER for part in _inside(path).split("/"))


def _inside(path: str) -> str:
    """A member's path that leads nowhere but down."""
    return posixpath.normpath("/" + path.replace("\\", "/")).lstrip("/") or "file"
