"""What the use cases of knowledge need: sources as they are kept, and documents on their way there."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from baton.core.documents import CutDocument
from baton.core.grounding import Passage
from baton.core.ids import DocumentId, PassageId, SourceId, TenantId


@dataclass(frozen=True, slots=True)
class Source:
    """A named set of documents. `kind` is "files", "entries" or "website"; the counts are how many it has."""

    id: SourceId
    name: str
    kind: str
    added_by: str
    created_at: datetime
    updated_at: datetime
    documents: int = 0
    passages: int = 0


@dataclass(frozen=True, slots=True)
class DocumentEntry:
    """One document in a source's list. `size` is what was handed in, in bytes."""

    id: DocumentId
    name: str
    title: str
    url: str | None
    passages: int
    size: int
    version: int


@dataclass(frozen=True, slots=True)
class NewDocument:
    """A document to keep: how it was named, what was read of it, and a digest of the bytes it came from.

    `cut` holds passages of version 1; the store stamps the version that the document really gets. `origin` names the
    folder or archive that it came out of, `sketch` is what it is compared by (`baton.core.similar`).
    """

    id: DocumentId
    name: str
    title: str
    url: str | None
    media_type: str | None
    size: int
    digest: bytes
    cut: CutDocument
    origin: str | None = None
    sketch: bytes = b""


@dataclass(frozen=True, slots=True)
class Kept:
    """What keeping documents came to. `unchanged` ones had the same digest and were left alone."""

    source: Source
    added: int
    changed: int
    unchanged: int
    knowledge_version: int


@dataclass(frozen=True, slots=True)
class PassageInPlace:
    """A passage with the texts of its neighbours in the document, empty at the ends."""

    passage: Passage
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Sketched:
    """A document's name and what it is compared by."""

    id: DocumentId
    name: str
    sketch: bytes


class Sources(Protocol):
    """The store of sources, documents and passages."""

    async def keep(self, tenant_id: TenantId, source: Source, documents: Sequence[NewDocument]) -> Kept: ...
    async def by_name(self, tenant_id: TenantId, name: str) -> Source | None: ...
    async def find(self, tenant_id: TenantId, id: SourceId) -> tuple[Source, tuple[DocumentEntry, ...]] | None: ...
    async def all(self, tenant_id: TenantId) -> tuple[Source, ...]: ...
    async def digests(self, tenant_id: TenantId, id: SourceId) -> dict[DocumentId, bytes]: ...
    async def sketches(self, tenant_id: TenantId) -> tuple[Sketched, ...]: ...
    async def from_origin(self, tenant_id: TenantId, id: SourceId, origin: str) -> tuple[DocumentId, ...]: ...
    async def retire(self, tenant_id: TenantId, id: SourceId, documents: Sequence[DocumentId]) -> int: ...
    async def remove(self, tenant_id: TenantId, id: SourceId) -> Source | None: ...
    async def passage(self, tenant_id: TenantId, id: PassageId) -> PassageInPlace | None: ...
