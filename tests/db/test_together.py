"""Writes that share a statement: what goes together, what never does, and that none spoils another's."""

import asyncio
from collections.abc import Hashable, Sequence

import asyncpg
import pytest
from stage import Stage

from baton.core.errors import Conflict, Unavailable
from baton.db import together as together_module
from baton.db.together import MOST, Together
from baton.services.handoffs import handoff

pytestmark = pytest.mark.anyio


class Ledger:
    """A store that says what was stored together, and holds each statement until it is let go."""

    def __init__(self, *, refused: frozenset[str] = frozenset(), lost: bool = False) -> None:
        self.statements: list[tuple[Hashable, list[str]]] = []
        self.go = asyncio.Event()
        self.refused = refused
        self.lost = lost

    async def store(self, lane: Hashable, items: Sequence[str]) -> Sequence[str]:
        self.statements.append((lane, list(items)))
        await self.go.wait()
        if self.lost:
            raise Unavailable("gone")
        if self.refused & set(items):
            raise LookupError("one of them is not fit")
        return [item.upper() for item in items]


async def settled(*writes: "asyncio.Future[str]") -> list[str | BaseException]:
    return await asyncio.gather(*writes, return_exceptions=True)


def begin(together: "Together[str, str]", *items: str, lane: str = "acme") -> list["asyncio.Future[str]"]:
    """Each item is written for the conversation of its first letter."""
    return [asyncio.ensure_future(together.write(lane, item[0], item)) for item in items]


async def test_what_comes_while_a_statement_runs_goes_out_in_the_next_one():
    ledger = Ledger()
    together = Together[str, str](ledger.store)
    first = begin(together, "a")
    while not ledger.statements:
        await asyncio.sleep(0)
    rest = begin(together, "b", "c")
    await asyncio.sleep(0)
    ledger.go.set()
    assert await settled(*first, *rest) == ["A", "B", "C"]
    assert [items for _, items in ledger.statements] == [["a"], ["b", "c"]]


async def test_two_writes_of_one_conversation_never_go_together_and_keep_their_order():
    ledger = Ledger()
    together = Together[str, str](ledger.store)
    writes = begin(together, "a1", "a2", "b1", "a3")
    ledger.go.set()
    assert await settled(*writes) == ["A1", "A2", "B1", "A3"]
    assert [items for _, items in ledger.statements] == [["a1", "b1"], ["a2"], ["a3"]]


async def test_tenants_never_share_a_statement_nor_wait_for_each_other():
    ledger = Ledger()
    together = Together[str, str](ledger.store)
    writes = [*begin(together, "a", lane="acme"), *begin(together, "b", lane="harbour")]
    while len(ledger.statements) < 2:
        await asyncio.sleep(0)
    assert ledger.statements == [("acme", ["a"]), ("harbour", ["b"])]
    ledger.go.set()
    assert await settled(*writes) == ["A", "B"]


async def test_one_that_is_refused_spoils_no_other():
    ledger = Ledger(refused=frozenset({"b"}))
    together = Together[str, str](ledger.store)
    writes = begin(together, "a", "b", "c")
    ledger.go.set()
    a, b, c = await settled(*writes)
    assert (a, c) == ("A", "C")
    assert isinstance(b, LookupError)


async def test_a_lost_database_is_not_asked_again_for_each():
    ledger = Ledger(lost=True)
    together = Together[str, str](ledger.store)
    writes = begin(together, "a", "b")
    ledger.go.set()
    assert all(isinstance(one, Unavailable) for one in await settled(*writes))
    assert len(ledger.statements) == 1


async def test_a_write_whose_asker_went_away_in_the_line_is_not_stored():
    ledger = Ledger()
    together = Together[str, str](ledger.store)
    first = begin(together, "a")
    while not ledger.statements:
        await asyncio.sleep(0)
    gone, stays = begin(together, "b", "c")
    await asyncio.sleep(0)
    gone.cancel()
    await asyncio.sleep(0)
    ledger.go.set()
    assert await settled(*first, stays) == ["A", "C"]
    assert [items for _, items in ledger.statements] == [["a"], ["c"]]


async def test_a_statement_holds_so_many_and_no_more():
    ledger = Ledger()
    together = Together[str, str](ledger.store)
    writes = begin(together, *(chr(0x4E00 + n) for n in range(MOST + 1)))
    ledger.go.set()
    await settled(*writes)
    assert [len(items) for _, items in ledger.statements] == [MOST, 1]


class Stuck(Ledger):
    """A store in which the statements that hold an `x` wait until they are let go, and all others are done at once."""

    async def store(self, lane: Hashable, items: Sequence[str]) -> Sequence[str]:
        self.statements.append((lane, list(items)))
        if any(item[0] == "x" for item in items):
            await self.go.wait()
        return [item.upper() for item in items]


async def test_a_statement_that_is_held_up_holds_up_nothing_but_what_is_in_it(monkeypatch):
    monkeypatch.setattr(together_module, "PATIENCE_SECONDS", 0.001)
    stuck = Stuck()
    together = Together[str, str](stuck.store)
    (held,) = begin(together, "x1")
    while not stuck.statements:
        await asyncio.sleep(0)
    async with asyncio.timeout(5):
        assert await settled(*begin(together, "a1", "b1")) == ["A1", "B1"]
        assert await settled(*begin(together, "a2")) == ["A2"], "what comes later does not wait either"
    second = begin(together, "x2")
    await asyncio.sleep(0.01)
    assert [items for _, items in stuck.statements] == [["x1"], ["a1", "b1"], ["a2"]], "one subject keeps its order"
    stuck.go.set()
    assert await settled(held, *second) == ["X1", "X2"]
    assert await settled(*begin(together, "a3")) == ["A3"], "the lane is whole again"


async def test_no_more_than_two_statements_of_a_lane_run_at_once(monkeypatch):
    monkeypatch.setattr(together_module, "PATIENCE_SECONDS", 0.001)
    stuck = Ledger()
    together = Together[str, str](stuck.store)
    writes: list[asyncio.Future[str]] = []
    for item in "abcd":
        writes += begin(together, item)
        await asyncio.sleep(0.01)
    assert [items for _, items in stuck.statements] == [["a"], ["b"]]
    stuck.go.set()
    assert await settled(*writes) == ["A", "B", "C", "D"]


async def test_a_repeated_message_among_many_is_found_out_and_the_others_are_stored(stage: Stage):
    opened = [await stage.begin() for _ in range(6)]
    await stage.says(opened[0], "Hello", client_id="c1")
    heard = await asyncio.gather(*(stage.says(one, "Hello", client_id="c1") for one in opened))
    assert [one.again for one in heard] == [True] + [False] * 5
    for one in opened:
        assert await stage.transcript(one) == ["Hello"]


async def test_of_two_changes_made_from_one_version_at_once_one_is_stored(stage: Stage):
    waiting = [await stage.waiting() for _ in range(4)]
    claims = [handoff.claim(stage.desk, who, one.id) for one in waiting for who in (stage.dana, stage.sam)]
    outcomes = await asyncio.gather(*claims, return_exceptions=True)
    assert sum(isinstance(outcome, Conflict) for outcome in outcomes) == 4
    for one in waiting:
        assert (await stage.kinds(one)).count("handoff_claimed") == 1


async def test_a_slow_transaction_on_one_conversation_holds_up_no_other_of_its_tenant(stage: Stage, tables):
    held, free = await stage.begin(), await stage.begin()
    slow = await asyncpg.connect(**tables)
    await slow.execute("SELECT set_config('baton.tenant', $1, false)", stage.tenant.id)
    change = slow.transaction()
    await change.start()
    await slow.execute("UPDATE conversations SET preview = 'slow' WHERE id = $1", held.id)
    # It has logged too: neither a counter nor a lock of the log is shared by what one tenant writes.
    await slow.execute(
        "INSERT INTO events (tenant_id, epoch, kind, audience, actor_kind, at) "
        "SELECT $1, epoch, 'key_created', 'team', 'system', now() FROM install",
        stage.tenant.id,
    )
    waits = asyncio.ensure_future(stage.says(held, "Held up"))
    while not await slow.fetchval("SELECT count(*) FROM pg_locks WHERE NOT granted"):
        await asyncio.sleep(0.01)
    async with asyncio.timeout(5):
        for text in ("One", "Two", "Three"):
            await stage.says(free, text)
    assert not waits.done()
    pushed = await stage.desk.store.events.of_conversation(stage.tenant.id, free.id, after=1, limit=10, team=True)
    assert len(pushed) == 3, "what is pushed and caught up with by seq waits for nobody"
    await change.rollback()
    await waits
    await slow.close()
    assert await stage.transcript(free) == ["One", "Two", "Three"]
    assert await stage.transcript(held) == ["Held up"]
