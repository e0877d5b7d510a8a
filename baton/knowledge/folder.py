"""A folder of documents and entries, read into memory without keeping anything: to try the bot out on it."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from baton.core.errors import Unreadable
from baton.core.grounding import Passage
from baton.core.ids import DocumentId, PassageId, SourceId
from baton.knowledge.chunk import cut
from baton.knowledge.entries import ENDINGS, read_entries
from baton.knowledge.parse import parse
from baton.services.entries import Entry, entry_document, unfit

IGNORED = frozenset({"node_modules", "__pycache__"})
"""Folders of tools, which hold no documents."""


@dataclass(frozen=True, slots=True)
class Folder:
    """What was read: passages by document, whose id is the file's name, and what was left out with the reason."""

    documents: dict[DocumentId, list[Passage]] = field(default_factory=dict[DocumentId, list[Passage]])
    skipped: list[tuple[str, str]] = field(default_factory=list[tuple[str, str]])


def read_folder(path: Path) -> Folder:
    """Read every file below `path`, or the one file that it is."""
    folder = Folder()
    source = SourceId(path.resolve().name)
    for name, file in files_below(path):
        try:
            body = file.read_bytes()
            if file.suffix.lower() in ENDINGS:
                _take_entries(folder, source, name, body)
            else:
                id = DocumentId(name)
                folder.documents[id] = list(cut(parse(name, body), source, id).passages)
        except Unreadable as refused:
            folder.skipped.append((name, refused.detail))
        except OSError as error:
            folder.skipped.append((name, f"It can't be opened: {error.strerror}."))
    return folder


def files_below(path: Path) -> Iterator[tuple[str, Path]]:
    """(name to keep, path) of each file, folders walked in order; hidden and tool folders are passed over."""
    if path.is_file():
        yield path.name, path
        return
    for inside in sorted(path.rglob("*")):
        parts = inside.relative_to(path).parts
        if inside.is_file() and not any(part.startswith(".") or part in IGNORED for part in parts):
            yield "/".join(parts), inside


def _take_entries(folder: Folder, source: SourceId, name: str, body: bytes) -> None:
    for number, wording in enumerate(read_entries(name, body), start=1):
        entry = Entry(*wording)
        id = DocumentId(f"{name}#{number}")
        why = unfit(entry)
        if why:
            folder.skipped.append((id, why))
            continue
        passages = entry_document(source, entry).cut.passages
        folder.documents[id] = [replace(one, document_id=id, id=PassageId(f"{id}:1")) for one in passages]
