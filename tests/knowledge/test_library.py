"""Each tenant's index is loaded when asked, follows the database's version, and leaves when memory is short."""

from collections.abc import Callable

import anyio
import pytest

from baton.core.answers.grounding import Passage
from baton.core.ids import DocumentId, SourceId, TenantId
from baton.core.sources.freshness import Dates
from baton.knowledge.library import Library

Make = Callable[..., Passage]
A, B = TenantId("ten_a"), TenantId("ten_b")

pytestmark = pytest.mark.anyio


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


class ShelfInMemory:
    """Sources kept in a dict, with every question asked of it."""

    def __init__(self) -> None:
        self.log: dict[TenantId, list[tuple[DocumentId, list[Passage]]]] = {}
        self.asked: list[tuple[str, TenantId, int]] = []
        self.fails = False

    def keep(self, tenant: TenantId, *passages: Passage, document: str = "doc_1") -> None:
        self.log.setdefault(tenant, []).append((DocumentId(document), list(passages)))

    async def knowledge_version(self, tenant_id: TenantId) -> int:
        if self.fails:
            raise ConnectionError("gone")
        return len(self.log.get(tenant_id, []))

    async def changes(self, tenant_id: TenantId, since_version: int) -> tuple[int, dict[DocumentId, list[Passage]]]:
        self.asked.append(("changes", tenant_id, since_version))
        await anyio.lowlevel.checkpoint()
        log = self.log.get(tenant_id, [])
        return len(log), dict(log[since_version:])

    async def dates(self, tenant_id: TenantId) -> dict[SourceId, Dates]:
        return {}


class Clock:
    """Seconds that pass when told to."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def shelf() -> ShelfInMemory:
    return ShelfInMemory()


@pytest.fixture
def clock() -> Clock:
    return Clock()


async def texts(library: Library, tenant: TenantId, query: str) -> list[str]:
    return [hit.passage.text for hit in await library.search(tenant, query)]


async def test_tenants_see_their_own_sources_only(shelf: ShelfInMemory, clock: Clock, passage: Make) -> None:
    shelf.keep(A, passage("Refunds of A."))
    shelf.keep(B, passage("Refunds of B."))
    library = Library(shelf, clock=clock)
    assert await texts(library, A, "refund") == ["Refunds of A."]
    assert await texts(library, B, "refund") == ["Refunds of B."]
    assert await texts(library, TenantId("ten_none"), "refund") == []


async def test_a_change_is_seen_after_the_check_or_at_once_when_told(
    shelf: ShelfInMemory, clock: Clock, passage: Make
) -> None:
    shelf.keep(A, passage("Refunds take a day."))
    library = Library(shelf, clock=clock, check_every=2.0)
    await texts(library, A, "refund")
    shelf.keep(A, passage("Refunds take a week."))
    assert await texts(library, A, "refund") == ["Refunds take a day."]
    clock.now += 2.0
    assert await texts(library, A, "refund") == ["Refunds take a week."]
    shelf.keep(A, document="doc_1")
    library.stale(A)
    assert await texts(library, A, "refund") == []


async def test_only_what_changed_is_fetched(shelf: ShelfInMemory, clock: Clock, passage: Make) -> None:
    shelf.keep(A, passage("One refund."))
    library = Library(shelf, clock=clock)
    await texts(library, A, "refund")
    await texts(library, A, "refund")
    shelf.keep(A, passage("Two refunds.", document="doc_2"), document="doc_2")
    library.stale(A)
    assert len(await texts(library, A, "refund")) == 2
    assert shelf.asked == [("changes", A, 0), ("changes", A, 1)]


async def test_many_at_once_load_once(shelf: ShelfInMemory, clock: Clock, passage: Make) -> None:
    shelf.keep(A, passage("Refunds."))
    library = Library(shelf, clock=clock)
    async with anyio.create_task_group() as group:
        for _ in range(20):
            group.start_soon(texts, library, A, "refund")
    assert len(shelf.asked) == 1


async def test_the_least_used_tenant_leaves_when_memory_is_short(
    shelf: ShelfInMemory, clock: Clock, passage: Make
) -> None:
    shelf.keep(A, passage("Refunds of A."))
    shelf.keep(B, passage("Refunds of B."))
    library = Library(shelf, clock=clock, budget=1_500)
    await texts(library, A, "refund")
    await texts(library, B, "refund")
    assert library.bytes <= 1_500
    assert await texts(library, A, "refund") == ["Refunds of A."]
    assert [tenant for _, tenant, _ in shelf.asked] == [A, B, A]


async def test_a_lost_database_is_raised_and_tried_again(shelf: ShelfInMemory, clock: Clock, passage: Make) -> None:
    shelf.keep(A, passage("Refunds."))
    library = Library(shelf, clock=clock)
    shelf.fails = True
    with pytest.raises(ConnectionError):
        await texts(library, A, "refund")
    shelf.fails = False
    assert await texts(library, A, "refund") == ["Refunds."]


async def test_a_change_that_could_not_be_fetched_is_not_forgotten(
    shelf: ShelfInMemory, clock: Clock, passage: Make
) -> None:
    shelf.keep(A, passage("Refunds take a day."))
    library = Library(shelf, clock=clock)
    await texts(library, A, "refund")
    shelf.keep(A, passage("Refunds take a week."))
    library.stale(A)
    shelf.fails = True
    with pytest.raises(ConnectionError):
        await texts(library, A, "refund")
    shelf.fails = False
    assert await texts(library, A, "refund") == ["Refunds take a week."]


async def test_grounds_a_question(shelf: ShelfInMemory, clock: Clock, passage: Make) -> None:
    shelf.keep(A, passage("Refunds take five days.", title="Refunds"), passage("Gift cards are valid for a year."))
    library = Library(shelf, clock=clock)
    answer = await library.ground(A, "How long do refunds take?")
    assert answer.text == "Refunds take five days."
    assert answer.citations[0].title == "Refunds"
