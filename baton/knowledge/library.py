"""Every tenant's indexes, one for each audience that asks, loaded when first asked and kept while memory allows.

The database says when an index is old: its version is compared at most every `check_every` seconds, or at once after
`stale`. Indexes are built and changed in a thread; a search itself takes a fraction of a millisecond and is not.
"""

import asyncio
from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Protocol

from baton.core.answers.grounding import Grounding, Hit, Passage
from baton.core.audience import SourceAudience
from baton.core.ids import DocumentId, SourceId, TenantId
from baton.core.reading.following import readings
from baton.core.reading.own_words import OwnWord, OwnWords
from baton.core.sources.documents import CutDocument, Document
from baton.core.sources.freshness import Dates
from baton.core.sources.vectors import Meaning
from baton.knowledge.apart import Reader
from baton.knowledge.archive import unpack
from baton.knowledge.chunk import cut
from baton.knowledge.meanings import Meanings
from baton.knowledge.parse import MAX_BYTES
from baton.knowledge.search import Index

DEFAULT_BUDGET = 512_000_000
"""Bytes that all indexes together may take before the least used tenant's is dropped."""

BY_WORDS = 0.8
"""Confidence from which an answer's words prove it, and what the question means is not asked."""

DATES_FOR = 60.0
"""Seconds for which the dates of sources are good enough. They are counted in days."""


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

    async def dates(self, tenant_id: TenantId) -> Mapping[SourceId, Dates]:
        """When each source was looked at."""
        ...


class Words(Protocol):
    """Where the tenants' own words are kept."""

    async def all(self, tenant_id: TenantId) -> Sequence[OwnWord]:
        """The tenant's words."""
        ...


@dataclass(slots=True)
class _Held:
    """One audience's index. `hidden` are the documents of which it has not everything, or nothing."""

    index: Index = field(default_factory=Index)
    hidden: set[DocumentId] = field(default_factory=set[DocumentId])
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
        words: Words | None = None,
    ) -> None:
        self._shelf = shelf
        self._clock = clock
        self._budget = budget
        self._check_every = check_every
        self._meanings = meanings
        self._words = words
        self._reader = Reader()
        self._dates: dict[TenantId, tuple[float, Mapping[SourceId, Dates]]] = {}
        self._held: OrderedDict[tuple[TenantId, SourceAudience], _Held] = OrderedDict()

    async def search(
        self,
        tenant_id: TenantId,
        text: str,
        *,
        language: str | None = None,
        limit: int = 10,
        reader: SourceAudience = SourceAudience.PUBLIC,
    ) -> list[Hit]:
        """The passages nearest to `text` of those that `reader` may read, best first."""
        index = await self._fresh(tenant_id, reader)
        meaning = (await self._meanings_of(tenant_id, [text], language, index)).get(text)
        return index.search(text, language=language, limit=limit, meaning=meaning)

    async def dates(self, tenant_id: TenantId) -> Mapping[SourceId, Dates]:
        """When the tenant's sources were looked at, and are to be; known anew every minute, and after each change."""
        known = self._dates.get(tenant_id)
        if known is None or self._clock() - known[0] >= DATES_FOR:
            known = self._dates[tenant_id] = (self._clock(), await self._shelf.dates(tenant_id))
        return known[1]

    async def has_hidden(self, tenant_id: TenantId) -> bool:
        """Whether the tenant has passages that are not public."""
        return bool((await self._kept(tenant_id, SourceAudience.PUBLIC)).hidden)

    async def ground(
        self,
        tenant_id: TenantId,
        question: str,
        *,
        language: str | None = None,
        before: str = "",
        reader: SourceAudience = SourceAudience.PUBLIC,
    ) -> Grounding:
        """What the tenant's sources say to `question`; `before` is what the customer asked before it.

        Only what `reader` may read is in the index that is asked, so that nothing else can weigh in either.
        """
        index = await self._fresh(tenant_id, reader)
        found = index.ground(question, language=language, before=before)
        if found.confidence < BY_WORDS:
            ways = [way.whole for way in readings(question, before, language)]
            if meanings := await self._meanings_of(tenant_id, ways, language, index):
                found = index.ground(question, language=language, before=before, meanings=meanings)
        return replace(found, own=index.own) if index.own else found

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
        self._dates.pop(tenant_id, None)
        for reader in SourceAudience:
            held = self._held.get((tenant_id, reader))
            if held:
                held.is_stale = True

    @property
    def bytes(self) -> int:
        """What all indexes take together, by estimate."""
        return sum(held.index.bytes for held in self._held.values())

    async def _meanings_of(
        self, tenant_id: TenantId, texts: Iterable[str], language: str | None, index: Index
    ) -> dict[str, Meaning]:
        """What the texts say, where that is asked of anybody and can be told."""
        if self._meanings is None:
            return {}
        self._meanings.keep_up(tenant_id, index)
        if index.unlearned == len(index):
            return {}
        told = {text: await self._meanings.of(text, language) for text in texts}
        return {text: meaning for text, meaning in told.items() if meaning is not None}

    async def _fresh(self, tenant_id: TenantId, reader: SourceAudience) -> Index:
        """The reader's index, as new as the sources. Where nothing is hidden, all readers share the public one."""
        shared = await self._kept(tenant_id, SourceAudience.PUBLIC)
        if reader is SourceAudience.PUBLIC or not shared.hidden:
            return shared.index
        return (await self._kept(tenant_id, reader)).index

    async def _kept(self, tenant_id: TenantId, reader: SourceAudience) -> _Held:
        key = (tenant_id, reader)
        held = self._held.get(key)
        if held is None:
            held = self._held[key] = _Held()
        self._held.move_to_end(key)
        if held.is_stale or self._clock() - held.checked_at >= self._check_every:
            async with held.lock:
                await self._refresh(tenant_id, reader, held)
        return held

    async def _refresh(self, tenant_id: TenantId, reader: SourceAudience, held: _Held) -> None:
        if not held.is_stale and self._clock() - held.checked_at < self._check_every:
            return
        held.is_stale = False
        try:
            if await self._shelf.knowledge_version(tenant_id) != held.version:
                version, documents = await self._shelf.changes(tenant_id, max(held.version, 0))
                readable = {
                    id: [passage for passage in passages if reader.may_read(passage.audience)]
                    for id, passages in documents.items()
                }
                if self._words:
                    held.index.own = OwnWords(await self._words.all(tenant_id))
                await asyncio.to_thread(held.index.replace_many, readable)
                held.hidden -= documents.keys()
                held.hidden |= {id for id, passages in documents.items() if len(readable[id]) < len(passages)}
                held.version = version
                self._evict((tenant_id, reader))
        except BaseException:
            held.is_stale = True
            raise
        held.checked_at = self._clock()

    def _evict(self, keep: tuple[TenantId, SourceAudience]) -> None:
        while self.bytes > self._budget and len(self._held) > 1:
            oldest = next(iter(self._held))
            if oldest == keep:
                break
            del self._held[oldest]
