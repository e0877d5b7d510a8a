"""What the use cases of websites need: how far a reading is, what it visited, and who walks through the pages."""

from collections.abc import AsyncGenerator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple, Protocol

from baton.core.ids import DocumentId, SourceId, TenantId
from baton.core.sources.schedule import Schedule
from baton.services.ports.sources import Source


class Reading(StrEnum):
    """How a website's reading stands."""

    WAITING = "waiting"
    READING = "reading"
    DONE = "done"
    FAILED = "failed"
    STOPPED = "stopped"


class PageState(StrEnum):
    """What came of an address: still to be asked, read anew, as before, left out, the same page as another, or gone.

    A MISSING one is not there, or shows something else, and what was read of it before is used until the next reading.
    """

    FOUND = "found"
    READ = "read"
    UNCHANGED = "unchanged"
    SKIPPED = "skipped"
    ELSEWHERE = "elsewhere"
    MISSING = "missing"
    GONE = "gone"


class PageChange(StrEnum):
    """What a reading changed of a page in the sources."""

    ADDED = "added"
    CHANGED = "changed"
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
    """A website that is a source. `counts` and `changes` are of the last reading.

    `lease` is who is reading, if anybody is; `reader` is the version of the reading that read it whole last, at
    `read_at`. `failures` counts the readings in a row that failed since. `next_at` is when it is read again by itself,
    `by_itself` whether the last reading was one of these.
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
    changes: Mapping[PageChange, int] | None = None
    schedule: Schedule = Schedule.WEEKLY
    next_at: datetime | None = None
    read_at: datetime | None = None
    failures: int = 0
    by_itself: bool = False


class Due(NamedTuple):
    """A website to read now. `is_asked` says that somebody waits for it, and not its schedule alone."""

    tenant_id: TenantId
    source_id: SourceId
    is_asked: bool


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
    change: PageChange | None = None


@dataclass(frozen=True, slots=True)
class Visit:
    """What came of asking for a page. `body` is there when it is READ; `found` are addresses not met before.

    `leads_to` is the address of which one that is ELSEWHERE is another name.
    """

    url: str
    depth: int
    state: PageState
    why: str = ""
    body: bytes = b""
    media_type: str | None = None
    etag: str | None = None
    modified: str | None = None
    found: tuple[tuple[str, int], ...] = ()
    leads_to: str | None = None


class Crawler(Protocol):
    """Walks through the pages of a website."""

    def walk(self, plan: Plan, known: Sequence[WebPage], run: int) -> AsyncGenerator[Visit]:
        """Visit what can be reached. `known` are addresses of earlier readings, and of this `run` if it was broken off.

        Raises NotFetched where not even the first page can be had.
        """
        ...


class Websites(Protocol):
    """The store of websites and their pages."""

    async def add(self, tenant_id: TenantId, source: Source, plan: Plan, schedule: Schedule) -> None: ...
    async def find(self, tenant_id: TenantId, id: SourceId) -> Website | None: ...
    async def all(self, tenant_id: TenantId) -> tuple[Website, ...]: ...
    async def pages(self, tenant_id: TenantId, id: SourceId) -> tuple[WebPage, ...]: ...
    async def ask_again(self, tenant_id: TenantId, id: SourceId, plan: Plan) -> bool: ...
    async def schedule(
        self, tenant_id: TenantId, id: SourceId, schedule: Schedule, next_at: datetime | None
    ) -> bool: ...
    async def stop(self, tenant_id: TenantId, id: SourceId, at: datetime, next_at: datetime | None) -> bool: ...
    async def due(self, at: datetime, limit: int) -> Sequence[Due]: ...
    async def begin(
        self, tenant_id: TenantId, id: SourceId, lease: str, *, at: datetime, until: datetime
    ) -> Website | None: ...
    async def report(
        self, tenant_id: TenantId, website: Website, pages: Sequence[WebPage], *, until: datetime
    ) -> bool: ...
    async def finish(self, tenant_id: TenantId, ended: Website) -> None: ...
    async def failing(self) -> int: ...
    async def give_back(self, tenant_id: TenantId, website: Website, at: datetime) -> None: ...
