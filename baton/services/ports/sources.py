"""What the use cases of knowledge need: sources as they are kept, and documents on their way there."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from baton.core.answers.grounding import Passage
from baton.core.audience import AudienceRule, Mark, SourceAudience
from baton.core.ids import DocumentId, PassageId, SourceId, TenantId
from baton.core.sources.documents import CutDocument


@dataclass(frozen=True, slots=True)
class Source:
    """A named set of documents. `kind` is "files", "entries" or "website"; the counts are how many it has.

    `audience` holds for its documents unless they are marked otherwise; `rules` mark some by pattern. `owner` answers
    for it, `review_on` is the day by which somebody should look through it again, and `checked_at` is when it was last
    compared with what it is read from. `to_approve` documents wait for a person to say for whom they are.
    """

    id: SourceId
    name: str
    kind: str
    added_by: str
    created_at: datetime
    updated_at: datetime
    documents: int = 0
    passages: int = 0
    audience: SourceAudience = SourceAudience.PUBLIC
    rules: tuple[AudienceRule, ...] = ()
    owner: str | None = None
    review_on: date | None = None
    checked_at: datetime | None = None
    to_approve: int = 0


@dataclass(frozen=True, slots=True)
class DocumentEntry:
    """One document in a source's list. `size` is what was handed in, in bytes; `mark` is its own audience, if any."""

    id: DocumentId
    name: str
    title: str
    url: str | None
    passages: int
    size: int
    version: int
    mark: Mark | None = None


@dataclass(frozen=True, slots=True)
class NewDocument:
    """A document to keep: how it was named, what was read of it, and a digest of the bytes it came from.

    `cut` holds passages of version 1; the store stamps the version that the document really gets. `origin` names the
    folder or archive that it came out of, `sketch` is what it is compared by (`baton.core.sources.similar`).
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
    mark: Mark | None = None


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
    """A passage with the texts of its neighbours in the document, empty at the ends.

    `current_version` is the document's version now, None where the passage is no longer in it.
    """

    passage: Passage
    before: str
    after: str
    current_version: int | None = None


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
    async def knowledge_version(self, tenant_id: TenantId) -> int: ...
    async def changes(self, tenant_id: TenantId, since_version: int) -> tuple[int, dict[DocumentId, list[Passage]]]: ...
    async def remove(self, tenant_id: TenantId, id: SourceId) -> Source | None: ...
    async def change(self, tenant_id: TenantId, source: Source) -> None: ...
    async def mark(self, tenant_id: TenantId, id: SourceId, marks: Mapping[DocumentId, Mark | None]) -> int: ...
    async def passage(
        self, tenant_id: TenantId, id: PassageId, *, version: int | None = None
    ) -> PassageInPlace | None: ...
