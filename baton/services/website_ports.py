"""What the use cases of websites need: how far a reading is, what it visited, and who walks through the pages."""

from collections.abc import AsyncGenerator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from baton.core.ids import DocumentId, SourceId, TenantId
from baton.services.source_ports import Source


class Reading(StrEnum):
    """How a website's reading stands."""

    WAITING = "waiting"
    READING = "reading"
    DONE = "done"
    FAILED = "failed"
    STOPPED = "stopped"


class PageState(StrEnum):
    """What came of an address: still to be asked, read anew, as before, left out, the same page as another, or gone."""

    FOUND = "found"
    READ = "read"
    UNCHANGED = "unchanged"
    SKIPPED = "skipped"
    ELSEWHERE = "elsewhere"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class Plan:
    """What to read: from which address on, how many pages, how many links away from it. `pause` is in seconds."""

    url: str
    most_pages: int = 500
    most_depth: int = 8
    pause: float = 0.25


@dataclass(frozen=True, slots=True)
class Website:
    """A website that is a source. The counts are of the last reading.

    `lease` is who is reading, if anybody is; `reader` is the version of the reading that read it whole last.
    """

    source_id: SourceId
    plan: Plan
    state: Reading
    run: int
    reader: int = 0
    note: str = ""
    started_at: datetime | None = None
    finished_at: datetime | None = None
    lease: str | None = None
    counts: Mapping[PageState, int] | None = None


@dataclass(frozen=True, slots=True)
class WebPage:
    """An address of a website with what its last answer was."""

    url: str
    run: int
    depth: int
    state: PageState
    why: str = ""
    document_id: DocumentId | None = None
    etag: str | None = None
    modified: str | None = None


@dataclass(frozen=True, slots=True)
class Visit:
    """What came of asking for a page. `body` is there when it is READ; `found` are addresses not met before."""

    url: str
    depth: int
    state: PageState
    why: str = ""
    body: bytes = b""
    media_type: str | None = None
    etag: str | None = None
    modified: str | None = None
    found: tuple[tuple[str, int], ...] = ()


class Crawler(Protocol):
    """Walks through the pages of a website."""

    def walk(self, plan: Plan, known: Sequence[WebPage], run: int) -> AsyncGenerator[Visit]:
        """Visit what can be reached. `known` are addresses of earlier readings, and of this `run` if it was broken off.

        Raises NotFetched where not even the first page can be had.
        """
        ...


class Websites(Protocol):
    """The store of websites and their pages."""

    async def add(self, tenant_id: TenantId, source: Source, plan: Plan) -> None: ...
    async def find(self, tenant_id: TenantId, id: SourceId) -> Website | None: ...
    async def all(self, tenant_id: TenantId) -> tuple[Website, ...]: ...
    async def pages(self, tenant_id: TenantId, id: SourceId) -> tuple[WebPage, ...]: ...
    async def ask_again(self, tenant_id: TenantId, id: SourceId, plan: Plan) -> bool: ...
    async def stop(self, tenant_id: TenantId, id: SourceId, at: datetime) -> bool: ...
    async def due(self, at: datetime, limit: int) -> Sequence[tuple[TenantId, SourceId]]: ...
    async def begin(
        self, tenant_id: TenantId, id: SourceId, lease: str, *, at: datetime, until: datetime
    ) -> Website | None: ...
    async def report(
        self, tenant_id: TenantId, website: Website, pages: Sequence[WebPage], *, until: datetime
    ) -> bool: ...
    async def finish(
        self, tenant_id: TenantId, website: Website, state: Reading, *, note: str, reader: int, at: datetime
    ) -> None: ...
    async def give_back(self, tenant_id: TenantId, website: Website, at: datetime) -> None: ...
