"""Sixteen nodes assign at once, and nobody gets more than they have room for; a shorter form of `bench.assigning`."""

import random

import asyncpg
import pytest

from baton.db import conversations, statements
from baton.db.migrate import migrate
from bench.assigning import Found, measure, nodes, race

pytestmark = pytest.mark.anyio


async def test_sixteen_nodes_at_once_give_nothing_twice_and_nobody_too_much(make_database):
    connect = await make_database()
    await migrate(connect)
    found = await measure(connect, trials=600, count=16, seed=11)
    assert found.wrong == []
    assert found.outcomes["at_capacity"] > 0, "there was more work than room"
    assert min(found.outcomes[way] for way in ("accepted", "claimed", "transferred")) > 0


async def raced(connect) -> Found:
    found, chance = Found(), random.Random(3)  # noqa: S311 - dice
    async with nodes(connect, 8) as setting:
        for _ in range(60):
            await race(setting, found, chance)
            if found.wrong:
                break
    return found


async def test_without_the_count_of_what_is_held_somebody_gets_too_much(make_database):
    connect = await make_database()
    await migrate(connect)
    care = await asyncpg.connect(**connect)
    await care.execute(
        "CREATE OR REPLACE FUNCTION has_room(of_tenant text, of_operator text, takes int) RETURNS boolean "
        "LANGUAGE sql VOLATILE AS 'SELECT true'"
    )
    await care.close()
    assert any("holds" in one for one in (await raced(connect)).wrong)


async def test_without_the_lock_two_who_count_at_once_both_find_room(make_database):
    connect = await make_database()
    await migrate(connect)
    care = await asyncpg.connect(**connect)
    made = await care.fetchval("SELECT pg_get_functiondef('has_room'::regproc)")
    assert "FOR NO KEY UPDATE" in made
    await care.execute(made.replace("FOR NO KEY UPDATE", ""))
    await care.close()
    assert any("holds" in one for one in (await raced(connect)).wrong)


async def test_without_the_version_a_conversation_goes_to_two_people(make_database, monkeypatch: pytest.MonkeyPatch):
    assert "c.version = x.fence" in statements.SAVE
    monkeypatch.setattr(conversations, "SAVE", statements.SAVE.replace("c.version = x.fence", "true"))
    connect = await make_database()
    await migrate(connect)
    assert any("was given to" in one for one in (await raced(connect)).wrong)
