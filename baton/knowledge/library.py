"""Every tenant's index, loaded when first asked and kept while memory allows.

The database says when an index is old: its version is compared at most every `check_every` seconds, or at once after
`stale`. Indexes are built and changed in a thread; a search itself takes a fraction of a millisecond and is not.
"""

import asyncio
from collections import OrderedDict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import Protocol

from baton.core.documents import CutDocument, Document
from baton.core.grounding import Grounding, Hit, Passage
from baton.core.ids import DocumentId, SourceId, TenantId
from baton.core.vectors import Vector
from baton.knowledge.apart import Reader
from baton.knowledge.archive import unpack
from baton.knowledge.chunk import cut
from baton.knowledge.meanings import Meanings
from baton.knowledge.parse import MAX_BYTES
from baton.knowledge.search import Index

DEFAULT_BUDGET = 512_000_000
"""Bytes that all indexes together may take before the least used tenant's is dropped."""


class Shelf(Protocol):
    """Where passages are kept."""

    async def knowledge_version(self, tenant_id: TenantId) -> int:
        """The number that grows with each change of the tenant's sources; 0 where it has none."""
        ...

    async def changes(self, tenant_id: TenantId, since_version: int) -> tuple[int, dict[DocumentId, list[Passage]]]:
        """The version now and, read with it, the documents that changed after `since_version` (0: all of them).

        A document that is gone has no passages.
        """
        ...


@dataclass(slots=True)
class _Held:
    index: Index = field(default_factory=Index)
    version: int = -1
    checked_at: float = 0.0
    is_stale: bool = True
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)


class Library:
    """Search over each tenant's sources. `clock` gives monotonic seconds."""

    def __init__(
        self,
        shelf: Shelf,
        *,
        clock: Callable[[], float],
        budget: int = DEFAULT_BUDGET,
        check_every: float = 2.0,
        meanings: Meanings | None = None,
    ) -> None:
        self._shelf = shelf
        self._clock = clock
        self._budget = budget
        self._check_every = check_every
        self._meanings = meanings
        self._held: OrderedDict[TenantId, _Held] = OrderedDict()
        self._reader = Reader()

    async def search(
        self, tenant_id: TenantId, text: str, *, language: str | None = None, limit: int = 10
    ) -> list[Hit]:
        """The tenant's passages nearest to `text`, best first."""
        index = await self._fresh(tenant_id)
        vector = await self._vector_of(tenant_id, text, index)
        return index.search(text, language=language, limit=limit, vector=vector)

    async def ground(
        self,
        tenant_id: TenantId,
        question: str,
        *,
        language: str | None = None,
        context: str = "",
    ) -> Grounding:
        """What the tenant's sources say to `question`; `context` are earlier words of the customer."""
        index = await self._fresh(tenant_id)
        vector = await self._vector_of(tenant_id, question, index)
        return index.ground(question, language=language, context=context, vector=vector)

    def read(
        self,
        name: str,
        body: bytes,
        media_type: str | None,
        *,
        source_id: SourceId,
        document_id: DocumentId,
        url: str | None = None,
    ) -> tuple[Document, CutDocument]:
        """A file as a document and its passages. Takes a while for a large one; raises Unreadable with the reason.

        `url` is where it was found, and goes before the address that the document gives itself.
        """
        document = self._reader.read(name, body, media_type)
        document = replace(document, url=url) if url else document
        return document, cut(document, source_id, document_id)

    def unpack(self, name: str, body: bytes) -> Iterator[tuple[str, bytes | str]]:
        """(name, body) of each file in a zip archive, or (name, why it is left out). Raises Unreadable."""
        return unpack(name, body, MAX_BYTES)

    def close(self) -> None:
        """End what runs beside this process."""
        self._reader.close()

    def stale(self, tenant_id: TenantId) -> None:
        """The tenant's sources changed: look before the next search."""
        held = self._held.get(tenant_id)
        if held:
            held.is_stale = True

    @property
    def bytes(self) -> int:
        """What all indexes take together, by estimate."""
        return sum(held.index.bytes for held in self._held.values())

    async def _vector_of(self, tenant_id: TenantId, text: str, index: Index) -> Vector | None:
        if self._meanings is None:
            return None
        self._meanings.keep_up(tenant_id, index)
        return await self._meanings.of(text)

    async def _fresh(self, tenant_id: TenantId) -> Index:
        held = self._held.get(tenant_id)
        if held is None:
            held = self._held[tenant_id] = _Held()
        self._held.move_to_end(tenant_id)
        if held.is_stale or self._clock() - held.checked_at >= self._check_every:
            async with held.lock:
                await self._refresh(tenant_id, held)
        return held.index

    async def _refresh(self, tenant_id: TenantId, held: _Held) -> None:
        if not held.is_stale and self._clock() - held.checked_at < self._check_every:
            return
        held.is_stale = False
        try:
            if await self._shelf.knowledge_version(tenant_id) != held.version:
                version, documents = await self._shelf.changes(tenant_id, max(held.version, 0))
                await asyncio.to_thread(held.index.replace_many, documents)
                held.version = version
                self._evict(tenant_id)
        except BaseException:
            held.is_stale = True
            raise
        held.checked_at = self._clock()

    def _evict(self, keep: TenantId) -> None:
        while self.bytes > self._budget and len(self._held) > 1:
            oldest = next(iter(self._held))
            if oldest == keep:
                break
            del self._held[oldest]
