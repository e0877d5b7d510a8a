"""The log is sealed beside the work, handed out as a file, and every change that was made behind Baton's back shows."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import asyncpg
import pytest
from stage import Stage

from baton.core.actors import Caller, Role
from baton.core.errors import Forbidden
from baton.core.trail.check import Verdict, verify
from baton.services.conversations.resolution import end
from baton.services.customers import customers
from baton.services.trail import sealing

pytestmark = pytest.mark.anyio


async def exported(stage: Stage) -> list[str]:
    return [line async for line in await sealing.export(stage.desk, stage.admin)]


async def checked(stage: Stage, **kept: Any) -> Verdict:
    return verify(await exported(stage), **kept)


FINAL = ("events", "seals")


@asynccontextmanager
async def behind_the_back(tables: dict[str, Any], stage: Stage) -> AsyncIterator[Any]:
    """Somebody with the database's password, who has switched off what keeps the log final; undone at the end."""
    connection = await asyncpg.connect(**tables)
    try:
        async with connection.transaction():
            await connection.execute("SELECT set_config('baton.tenant', $1, true)", stage.tenant.id)
            for table in FINAL:
                await connection.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
            yield connection
            for table in FINAL:
                await connection.execute(f"ALTER TABLE {table} ENABLE TRIGGER USER")
    finally:
        await connection.close()


async def lived_through(stage: Stage) -> Any:
    conversation = await stage.begin(name="Mara")
    await stage.says(conversation, "Is the lamp in stock?")
    return conversation


async def test_all_that_happened_is_sealed_with_what_was_said_and_passes(stage: Stage) -> None:
    conversation = await lived_through(stage)
    assert await sealing.seal_on(stage.desk, stage.tenant.id) == 1
    await stage.says(conversation, "Hello?")
    lines = await exported(stage)
    found = verify(lines)
    assert (found.problems, found.seals, found.company) == ((), 2, stage.tenant.name)
    page = await stage.desk.store.events.page(stage.tenant.id, after=None, limit=200)
    assert found.events == len(page)
    assert [sum(text in line for line in lines) for text in ("Is the lamp in stock?", "Hello?")] == [1, 1]
    last = await sealing.last_seal(stage.desk, stage.admin)
    assert last is not None
    assert (last.number, last.hash) == (2, found.last_hash)


async def test_nothing_is_sealed_twice_and_a_short_seal_goes_on_where_the_last_one_ended(stage: Stage) -> None:
    await lived_through(stage)
    seals, id = stage.desk.store.seals, stage.tenant.id
    assert id in await seals.behind()
    while await seals.seal(id, stage.clock(), 2):
        pass
    assert id not in await seals.behind()
    assert await sealing.seal_on(stage.desk, id) == 0
    found = await checked(stage)
    assert found.is_whole
    assert found.seals == (found.events + 1) // 2


async def test_two_nodes_that_seal_at_once_make_one_chain(stage: Stage) -> None:
    for _ in range(3):
        await lived_through(stage)
        await asyncio.gather(*(sealing.seal_on(stage.desk, stage.tenant.id) for _ in range(4)))
    assert (await checked(stage)).is_whole


async def test_the_sweep_seals_what_is_behind(stage: Stage) -> None:
    await lived_through(stage)
    await sealing.seal_behind(stage.desk)
    assert stage.tenant.id not in await stage.desk.store.seals.behind()


async def test_an_event_of_an_open_transaction_waits_for_its_seal(stage: Stage, tables: dict[str, Any]) -> None:
    await sealing.seal_on(stage.desk, stage.tenant.id)
    late = await asyncpg.connect(**tables)
    turn = late.transaction()
    await turn.start()
    await late.execute("SELECT pg_current_xact_id()")
    await lived_through(stage)
    assert await sealing.seal_on(stage.desk, stage.tenant.id) == 0
    await turn.commit()
    await late.close()
    assert await sealing.seal_on(stage.desk, stage.tenant.id) == 1


@pytest.mark.parametrize(
    ("sql", "says"),
    [
        ("UPDATE messages SET text = 'Is it cheap?' WHERE conversation_id = $1", ["changed"]),
        ("UPDATE messages SET author_name = 'Bo' WHERE conversation_id = $1", ["changed"]),
        ("DELETE FROM messages WHERE conversation_id = $1", ["changed"]),
        ("UPDATE events SET at = at - interval '1 day' WHERE conversation_id = $1 AND seq = 2", ["changed"]),
        ("UPDATE events SET actor_name = 'Bo' WHERE conversation_id = $1 AND seq = 1", ["changed"]),
        ("DELETE FROM events WHERE conversation_id = $1 AND seq = 2", ["left out"]),
        ("UPDATE events SET seq = 9 WHERE conversation_id = $1 AND seq = 2", ["changed"]),
        (
            "INSERT INTO events (tenant_id, epoch, tx, conversation_id, seq, kind, audience, actor_kind, at) "
            "SELECT tenant_id, epoch, tx, conversation_id, 9, 'reply_sent', audience, actor_kind, at FROM events "
            "WHERE conversation_id = $1 AND seq = 1",
            ["added"],
        ),
        ("UPDATE seal_salts SET salt = 'x' WHERE conversation_id = $1", ["changed", "changed"]),
    ],
)
async def test_whatever_is_done_to_the_tables_is_named(
    stage: Stage, tables: dict[str, Any], sql: str, says: list[str]
) -> None:
    conversation = await lived_through(stage)
    other = await lived_through(stage)
    await sealing.seal_on(stage.desk, stage.tenant.id)
    await stage.says(other, "Anybody?")
    assert (await checked(stage)).is_whole
    async with behind_the_back(tables, stage) as connection:
        await connection.execute(sql, conversation.id)
    found = await checked(stage)
    assert [word in one and conversation.id in one for word, one in zip(says, found.problems, strict=True)] == [
        True for _ in says
    ], found.problems


@pytest.mark.parametrize(
    ("sql", "says"),
    [
        ("DELETE FROM seals WHERE number = 1", "Seal 1 is left out."),
        (
            "UPDATE seals SET line = replace(line, '\"number\":1', '\"number\":1 ') WHERE number = 1",
            "Seal 1 was changed",
        ),
        ("UPDATE seals SET hash = reverse(hash) WHERE number = 1", "Seal 1 was changed"),
    ],
)
async def test_whatever_is_done_to_a_seal_is_named(stage: Stage, tables: dict[str, Any], sql: str, says: str) -> None:
    conversation = await lived_through(stage)
    await sealing.seal_on(stage.desk, stage.tenant.id)
    await stage.says(conversation, "Anybody?")
    await exported(stage)
    async with behind_the_back(tables, stage) as connection:
        await connection.execute(sql)
    assert any(one.startswith(says) for one in (await checked(stage)).problems)


async def test_a_log_that_was_sealed_anew_is_told_by_the_seal_that_was_kept(
    stage: Stage, tables: dict[str, Any]
) -> None:
    conversation = await lived_through(stage)
    await sealing.seal_on(stage.desk, stage.tenant.id)
    kept = await sealing.last_seal(stage.desk, stage.admin)
    assert kept is not None
    async with behind_the_back(tables, stage) as connection:
        await connection.execute("UPDATE messages SET text = 'Cheap?' WHERE conversation_id = $1", conversation.id)
        await connection.execute("DELETE FROM seals")
    assert (await checked(stage)).is_whole
    assert not (await checked(stage, kept={kept.number: kept.hash})).is_whole


async def test_baton_itself_can_neither_change_nor_remove_a_seal(stage: Stage) -> None:
    await lived_through(stage)
    await sealing.seal_on(stage.desk, stage.tenant.id)
    for sql in ("UPDATE seals SET hash = ''", "DELETE FROM seals", "TRUNCATE seals"):
        async with stage.desk.store.database.tenant(stage.tenant.id) as connection:  # type: ignore[attr-defined]
            with pytest.raises(asyncpg.InsufficientPrivilegeError):
                await connection.execute(sql)


async def test_an_erased_customer_leaves_hashes_that_nobody_can_guess_from_and_a_log_that_passes(
    stage: Stage, tables: dict[str, Any]
) -> None:
    conversation, other = await lived_through(stage), await lived_through(stage)
    await sealing.seal_on(stage.desk, stage.tenant.id)
    before = await exported(stage)
    gone = sum(f'"conversation":"{conversation.id}"' in line for line in before if '"type":"event"' in line)
    await end(stage.desk, stage.admin, conversation.id)
    await customers.erase(stage.desk, stage.admin, conversation.customer_id, same_address=False)
    lines = await exported(stage)
    found = verify(lines)
    assert (found.problems, found.erased) == ((), gone)
    assert [one.split(", ")[1] for one in found.erasures] == ["Admin: 1 conversation"]
    assert sum("Is the lamp in stock?" in line for line in lines) == 1
    async with behind_the_back(tables, stage) as connection:
        salted = await connection.fetch("SELECT conversation_id FROM seal_salts")
        assert [row["conversation_id"] for row in salted] == [other.id]
        await connection.execute("DELETE FROM events WHERE conversation_id = $1", other.id)
    assert all(other.id in one for one in (await checked(stage)).problems)


async def test_who_erases_waits_for_who_seals_and_the_log_passes_whoever_comes_first(stage: Stage) -> None:
    for _ in range(5):
        conversation = await lived_through(stage)
        await end(stage.desk, stage.admin, conversation.id)
        erasing = customers.erase(stage.desk, stage.admin, conversation.customer_id, same_address=False)
        await asyncio.gather(erasing, sealing.seal_on(stage.desk, stage.tenant.id))
    assert (await checked(stage)).is_whole


async def test_the_file_is_for_admins_and_the_last_seal_for_the_team(stage: Stage) -> None:
    with pytest.raises(Forbidden):
        await sealing.export(stage.desk, stage.dana)
    assert await sealing.last_seal(stage.desk, stage.dana) is None
    with pytest.raises(Forbidden):
        await sealing.last_seal(stage.desk, Caller(stage.tenant.id, Role.WIDGET, stage.dana.actor))


async def test_the_export_over_http_is_the_file_that_verifies(company: Any) -> None:
    await company.waiting()
    answer = await company.admin.http.get("/v1/trail")
    found = verify(answer.text.splitlines())
    assert (found.problems, found.company) == ((), company.tenant.name)
    sealed = await company.dana.get("/v1/trail/seal")
    assert (sealed["number"], sealed["hash"]) == (found.seals, found.last_hash)
