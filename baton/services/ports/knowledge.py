"""What the use cases need of a tenant's knowledge: to be asked, searched, and told what is new."""

from collections.abc import Iterator, Mapping
from typing import Protocol

from baton.core.answers.grounding import Grounding, Hit
from baton.core.audience import SourceAudience
from baton.core.ids import DocumentId, SourceId, TenantId
from baton.core.sources.documents import CutDocument, Document
from baton.core.sources.freshness import Dates


class Knowledge(Protocol):
    """What a tenant's sources say. A failure of any kind is raised; the answering service makes it a signal."""

    async def ground(
        self,
        tenant_id: TenantId,
        question: str,
        *,
        language: str | None = None,
        before: str = "",
        reader: SourceAudience = SourceAudience.PUBLIC,
    ) -> Grounding: ...
    def unpack(self, name: str, body: bytes) -> Iterator[tuple[str, bytes | str]]: ...
    async def search(
        self,
        tenant_id: TenantId,
        text: str,
        *,
        language: str | None = None,
        limit: int = 10,
        reader: SourceAudience = SourceAudience.PUBLIC,
    ) -> list[Hit]: ...
    async def has_hidden(self, tenant_id: TenantId) -> bool: ...
    async def dates(self, tenant_id: TenantId) -> Mapping[SourceId, Dates]: ...
    def stale(self, tenant_id: TenantId) -> None: ...
    def read(
        self,
        name: str,
        body: bytes,
        media_type: str | None,
        *,
        source_id: SourceId,
        document_id: DocumentId,
        url: str | None = None,
    ) -> tuple[Document, CutDocument]: ...
