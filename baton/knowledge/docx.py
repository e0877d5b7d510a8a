"""DOCX: headings, lists and tables as HTML by way of mammoth, then read as a page is."""

import io
import zipfile
from typing import Any

from baton.core.errors import Unreadable
from baton.core.sources.documents import Document
from baton.knowledge import html

MOST_UNPACKED = 200_000_000
_DOCTYPE = tuple("<!DOCTYPE".encode(code) for code in ("ascii", "utf-16-le", "utf-16-be"))
"""Office writes none, and with one XML can be made to grow. Within text the sign `<` is always written otherwise."""

_STYLES = "p[style-name='Title'] => h1:fresh\np[style-name='Subtitle'] => p:fresh"


def read(name: str, body: bytes) -> Document:
    """Read a Word document. Raises Unreadable where it is locked, of the old kind, or damaged."""
    if body.startswith(b"\xd0\xcf\x11\xe0"):
        raise Unreadable(
            f"{name} is locked with a password, or was saved by an old Word. Save it as .docx without a password."
        )
    _check(name, body)
    import mammoth

    def without_pictures(_: Any) -> dict[str, str]:
        return {"src": ""}

    pictures: Any = mammoth.images.img_element(without_pictures)
    try:
        made: Any = mammoth.convert_to_html(io.BytesIO(body), convert_image=pictures, style_map=_STYLES)
    except (KeyError, ValueError, AttributeError, IndexError, OSError, SyntaxError, RecursionError) as broken:
        raise _damaged(name) from broken
    except Exception as broken:
        # The XML reader's own error has no class that could be named without importing what it is made of.
        if type(broken).__module__ != "xml.parsers.expat":
            raise
        raise _damaged(name) from broken
    read_page = html.read(str(made.value))
    return Document(title=read_page.title, blocks=read_page.blocks)


def _check(name: str, body: bytes) -> None:
    """That it is an archive with a document in it, not too large when unpacked, and no XML that grows by itself."""
    try:
        with zipfile.ZipFile(io.BytesIO(body)) as archive:
            parts = archive.infolist()
            if sum(part.file_size for part in parts) > MOST_UNPACKED or len(parts) > 10_000:
                raise Unreadable(f"{name} is too large when it is unpacked. Save it without pictures and try again.")
            if not any(part.filename == "word/document.xml" for part in parts):
                raise Unreadable(f"{name} is not a Word document, whatever its name says.")
            for part in parts:
                if part.filename.lower().endswith((".xml", ".rels")) and _grows(archive.read(part)):
                    raise _damaged(name)
    except (zipfile.BadZipFile, EOFError, NotImplementedError, RuntimeError, OSError) as broken:
        raise _damaged(name) from broken


def _grows(xml: bytes) -> bool:
    return any(sign in xml for sign in _DOCTYPE)


def _damaged(name: str) -> Unreadable:
    return Unreadable(f"{name} is damaged, or no Word document. Open it in Word, save it anew and add that.")
