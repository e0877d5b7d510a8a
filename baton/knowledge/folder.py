"""A folder of documents and entries, read into memory without keeping anything: to try the bot out on it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path

from baton.core.answers.grounding import Passage
from baton.core.audience import SourceAudience
from baton.core.errors import Unreadable
from baton.core.ids import DocumentId, PassageId, SourceId
from baton.knowledge.chunk import cut
from baton.knowledge.parse import parse

IGNORED = frozenset({"node_modules", "__pycache__"})
"""Folders of tools, which hold no documents."""


@dataclass(frozen=True, slots=True)
class Folder:
    """What was read: passages by document, whose id is the file's name, and what was left out with the reason.

    `changed` is when each document's file was changed last.
    """

    documents: dict[DocumentId, list[Passage]] = field(default_factory=dict[DocumentId, list[Passage]])
    skipped: list[tuple[str, str]] = field(default_factory=list[tuple[str, str]])
    changed: dict[DocumentId, datetime] = field(default_factory=dict[DocumentId, datetime])


def read_folder(path: Path) -> Folder:
    """Read every file below `path`, or the one file that it is; what says that it is not for customers is left out."""
    folder = Folder()
    source = SourceId(path.resolve().name)
    for name, file in files_below(path):
        try:
            document = parse(name, file.read_bytes())
            if document.audience not in (None, SourceAudience.PUBLIC):
                raise Unreadable(f"It is for {document.audience}, so no customer is answered from it.")
            passages = cut(document, source, DocumentId(name)).passages
            read = _entries(name, passages) if document.pairs else {DocumentId(name): list(passages)}
            folder.documents.update(read)
            folder.changed.update(dict.fromkeys(read, datetime.fromtimestamp(file.stat().st_mtime, UTC)))
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


def _entries(name: str, passages: Sequence[Passage]) -> dict[DocumentId, list[Passage]]:
    """Each entry of a file as a document of its own, `name#1` and so on, so that it can be named."""
    ids = [DocumentId(f"{name}#{number}") for number in range(1, len(passages) + 1)]
    return {
        id: [replace(passage, document_id=id, id=PassageId(f"{id}:1"))]
        for id, passage in zip(ids, passages, strict=True)
    }
