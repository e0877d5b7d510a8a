"""Nodes assign at once, and nobody gets more than they have room for; a shorter form of `bench.assigning`.

Chance decides in the first test. In the others two claims meet between counting and storing, by force: whoever has
counted waits for a lock that the test holds until both are there. Each is tried once more without its guard.
"""

import asyncio
from collections.abc import AsyncIterator, Awaitable
from contextlib import asynccontextmanager
from typing import Any

import asyncpg
import pytest

from baton.core.errors import Conflict
from baton.db import conversations, statements
from baton.db.migrate import migrate
from baton.services.handoffs.handoff import claim
from bench.assigning import Setting, measure, nodes

pytestmark = pytest.mark.anyio

HELD_BACK = """
ALTER FUNCTION has_room RENAME TO counts_room;
CREATE FUNCTION has_room(of_tenant text, of_operator text, takes int) RETURNS boolean LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    found boolean := counts_room(of_tenant, of_operator, takes);
BEGIN
    PERFORM pg_advisory_xact_lock_shared(7);
    RETURN found;
END $$"""

WAIT_FOR_A_LOCK = (
    "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'"
)


@asynccontextmanager
async def two_nodes(make_database: Any) -> AsyncIterator[tuple[Setting, asyncpg.Connection]]:
    """Two nodes whose claims wait once they have counted, and a connection to plant faults with."""
    connect = await make_database()
    await migrate(connect)
    care = await asyncpg.connect(**connect)
    await care.execute(HELD_BACK)
    async with nodes(connect, 2) as setting:
        yield setting, care
    await care.close()


async def meet(care: asyncpg.Connection, *claims: Awaitable[Any]) -> int:
    """Let them begin and, when each of them waits, go on; returns how many were granted."""
    await care.execute("SELECT pg_advisory_lock(7)")
    begun = asyncio.gather(*claims, return_exceptions=True)
    async with asyncio.timeout(60):
        while await care.fetchval(WAIT_FOR_A_LOCK) < len(claims):
            await asyncio.sleep(0.005)
    await care.execute("SELECT pg_advisory_unlock(7)")
    ends = await begun
    refused = [end for end in ends if isinstance(end, BaseException)]
    assert all(isinstance(one, Conflict) for one in refused), refused
    return len(claims) - len(refused)


async def test_sixteen_nodes_at_once_give_nothing_twice_and_nobody_too_much(make_database):
    connect = await make_database()
    await migrate(connect)
    found = await measure(connect, trials=300, count=16, seed=11)
    assert found.wrong == []
    assert found.outcomes["at_capacity"] > 0, "there was more work than room"
    assert min(found.outcomes[way] for way in ("accepted", "claimed", "transferred")) > 0


async def test_two_who_claim_for_one_place_at_once_count_one_after_the_other(make_database):
    async with two_nodes(make_database) as (setting, care):
        # Both have one place.
        ann, ben = setting.operators[0], setting.operators[4]
        (a, b, c, d, *_), (one, other) = setting.conversations, setting.desks
        assert await meet(care, claim(one, ann, a), claim(other, ann, b)) == 1

        made = await care.fetchval("SELECT pg_get_functiondef('counts_room'::regproc)")
        assert "FOR NO KEY UPDATE" in made
        await care.execute(made.replace("FOR NO KEY UPDATE", ""))
        assert await meet(care, claim(one, ben, c), claim(other, ben, d)) == 2, "without the lock both"


async def test_without_the_count_of_what_is_held_somebody_gets_too_much(make_database):
    async with two_nodes(make_database) as (setting, care):
        operator, (a, b, *_), desk = setting.operators[0], setting.conversations, setting.desks[0]
        await claim(desk, operator, a)
        with pytest.raises(Conflict) as refused:
            await claim(desk, operator, b)
        assert refused.value.code == "at_capacity"

        await care.execute(
            "CREATE OR REPLACE FUNCTION counts_room(of_tenant text, of_operator text, takes int) RETURNS boolean "
            "LANGUAGE plpgsql VOLATILE AS 'BEGIN RETURN true; END'"
        )
        await claim(desk, operator, b)


@pytest.mark.parametrize(("version", "granted"), [("c.version = x.fence", 1), ("true", 2)])
async def test_only_the_version_keeps_a_conversation_from_two_people(
    make_database, monkeypatch: pytest.MonkeyPatch, version: str, granted: int
):
    assert "c.version = x.fence" in statements.SAVE
    monkeypatch.setattr(conversations, "SAVE", statements.SAVE.replace("c.version = x.fence", version))
    async with two_nodes(make_database) as (setting, care):
        (ann, ben, *_), (a, *_), (one, other) = setting.operators, setting.conversations, setting.desks
        assert await meet(care, claim(one, ann, a), claim(other, ben, a)) == granted
