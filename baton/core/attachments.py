"""Files that are sent with messages: which are taken, what they are by their own bytes, and what they are called."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from baton.core.errors import Conflict, Invalid
from baton.core.ids import AttachmentId
from baton.core.pages.pictures import Size, size_of

MOST_PIXELS = 50_000_000
"""Pixels of a picture that is shown in place. A larger one is offered as a file: drawing it can stop a browser."""

MOST_NAME = 120
"""Characters of a file's name that are kept."""

LOOKED_AT = 256 * 1024
"""Bytes from the beginning of a file by which it is recognised. A photograph's size may stand behind its thumbnail."""

_PICTURES = (
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
    (b"RIFF", "image/webp"),
)

_ENDINGS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "image/png": ("png",),
        "image/jpeg": ("jpg", "jpeg"),
        "image/gif": ("gif",),
        "image/webp": ("webp",),
        "application/pdf": ("pdf",),
        "text/csv": ("csv",),
        "text/plain": ("txt", "log", "md"),
    }
)
"""The endings that a name of each type may have; the first is given to a name that has another one."""

MEDIA_TYPES = tuple(_ENDINGS)
"""The types that are taken."""

_NO_TEXT = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")


class FileState(StrEnum):
    """How a file stands. `HELD`: no scanner has looked at it. `REFUSED`: one found something, the bytes are gone."""

    ARRIVING = "arriving"
    HELD = "held"
    READY = "ready"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that belongs to one message. `width` and `height` are a picture's, in pixels."""

    id: AttachmentId
    name: str
    media_type: str
    bytes: int
    width: int | None = None
    height: int | None = None

    @property
    def is_image(self) -> bool:
        """Whether it is shown in place: a picture that a browser can draw without harm."""
        return self.width is not None and self.height is not None and self.width * self.height <= MOST_PIXELS


def recognised(head: bytes, name: str) -> tuple[str, Size | None]:
    """The type of a file by its first bytes, and a picture's size. Raises Invalid for what is not taken.

    The name decides nothing but whether plain text is a table.
    """
    for mark, media_type in _PICTURES:
        if head.startswith(mark) and (media_type != "image/webp" or head[8:12] == b"WEBP"):
            size = size_of(head, media_type)
            if size is None:
                raise Invalid(
                    "This picture is damaged and can't be shown. Save it again, or send a screenshot.",
                    code="file_unreadable",
                )
            return media_type, size
    if head.startswith(b"%PDF-"):
        return "application/pdf", None
    check_plain(head)
    if head.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"<"):
        raise _not_taken()
    return ("text/csv" if name.lower().endswith(".csv") else "text/plain"), None


def check_plain(portion: bytes) -> None:
    """Refuse bytes that no plain text has. Raises Invalid `file_type`."""
    if _NO_TEXT.search(portion):
        raise _not_taken()


def file_name(said: str, media_type: str) -> str:
    """A name that is safe to show and to save: no path, nothing invisible or turning, and the type's own ending."""
    seen = (one for one in unicodedata.normalize("NFC", said) if unicodedata.category(one) != "Cf")
    letters = "".join(one if one.isprintable() else " " for one in seen)
    name = " ".join(re.split(r"[/\\]", letters)[-1].split()).strip(" .")
    stem, dot, ending = name.rpartition(".")
    endings = _ENDINGS[media_type]
    if not dot or ending.lower() not in endings:
        stem, ending = name, endings[0]
    return f"{stem[: MOST_NAME - 1 - len(ending)].strip(' .') or 'file'}.{ending}"


def named(attachments: Sequence[Attachment], *, most: int = 3) -> str:
    """The names of files on one line, such as `invoice.pdf, photo.jpg and 2 more`; empty where there are none."""
    names = [one.name for one in attachments]
    if len(names) <= most:
        return ", ".join(names)
    return f"{', '.join(names[:most])} +{len(names) - most}"


def in_order(found: Sequence[Attachment], ids: Sequence[str]) -> tuple[Attachment, ...]:
    """The files in the order in which they were named. Raises Conflict where one of them is missing."""
    by_id = {one.id: one for one in found}
    if len(by_id) != len(ids) or any(id not in by_id for id in ids):
        raise Conflict(
            "One of the files was sent already, is not yours, or is gone after a day. Attach it again.",
            code="attachment_not_yours",
        )
    return tuple(by_id[AttachmentId(id)] for id in ids)


def _not_taken() -> Invalid:
    return Invalid(
        "Files of this type aren't taken. Send a picture (PNG, JPEG, GIF, WebP), a PDF, plain text or CSV.",
        code="file_type",
    )
