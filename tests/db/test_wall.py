"""The tenant wall, twice: in every query, and in the database below it."""

import asyncio
import contextlib
import random

import asyncpg
import pytest
from stage import Stage, set_up

from baton.core.ids import TenantId
from baton.db.connection import Connection, Database

pytestmark = pytest.mark.anyio

WALLED = (
    "operators",
    "customers",
    "conversations",
    "messages",
    "handoffs",
    "offers",
    "promises",
    "alerts",
    "canned_replies",
    "labels",
    "mentions",
    "drafts",
    "scheduled_replies",
    "macros",
    "attachments",
    "attachment_portions",
    "events",
    "policies",
    "receipts",
    "websites",
    "web_pages",
    "own_words",
    "past_passages",
    "conflicts",
    "gaps",
    "gap_questions",
    "kept_questions",
    "model_use",
    "followups",
    "deliveries",
    "mail_threads",
    "mails",
    "mailboxes",
    "searchable_until",
    "saved_views",
    "webhooks",
    "webhook_pending",
    "webhook_attempts",
    "slack_connections",
    "slack_threads",
    "slack_people",
    "slack_arrivals",
    "chatwoot_connections",
    "chatwoot_threads",
    "chatwoot_agents",
    "chatwoot_seen",
)


async def test_a_query_that_forgets_its_tenant_finds_nothing_of_others(stage: Stage, store):
    await stage.waiting(external_id="u1")
    other = await set_up(stage.desk, stage.clock, stage.sources)
    async with store.database.tenant(other.tenant.id) as connection:
        for table in WALLED:
            owners = await connection.fetch(f"SELECT DISTINCT tenant_id FROM {table}")  # noqa: S608
            assert {row["tenant_id"] for row in owners} <= {other.tenant.id}, table


OUTSIDE = {"credentials"}
"""A credential is looked up before anybody knows whose it is."""


async def test_every_table_with_a_tenant_has_the_wall(store):
    async with store.database.install() as connection:
        rows = await connection.fetch(
            "SELECT c.relname AS name, c.relrowsecurity AND c.relforcerowsecurity AS walled FROM pg_class c "
            "JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'tenant_id' "
            "WHERE c.relkind IN ('r', 'p') AND c.relnamespace = current_schema()::regnamespace"
        )
    assert len(rows) > len(WALLED)
    assert {row["name"] for row in rows if not row["walled"]} <= OUTSIDE


async def test_a_row_for_another_tenant_cannot_be_written(stage: Stage, store):
    other = await set_up(stage.desk, stage.clock, stage.sources)
    async with store.database.tenant(stage.tenant.id) as connection:
        with pytest.raises(asyncpg.InsufficientPrivilegeError):
            await connection.execute(
                "INSERT INTO policies (tenant_id, version, source, digest, created_by, created_at) "
                "VALUES ($1, 1, '', '', '', now())",
                other.tenant.id,
            )


async def test_the_sweeps_look_everywhere_and_write_nowhere(stage: Stage, store):
    conversation = await stage.begin()
    async with store.database.install() as connection:
        assert await connection.fetchval("SELECT count(*) FROM conversations WHERE id = $1", conversation.id) == 1
        done = await connection.execute("UPDATE conversations SET version = version + 1 WHERE id = $1", conversation.id)
        assert done == "UPDATE 0"
        assert await connection.fetchval("SELECT count(*) FROM messages") == 0


async def test_a_connection_used_for_one_tenant_is_not_left_open_for_the_next(stage: Stage, store):
    await stage.begin()
    other = await set_up(stage.desk, stage.clock, stage.sources)
    for tenant in (stage.tenant.id, other.tenant.id, stage.tenant.id):
        async with store.database.tenant(tenant) as connection:
            assert await connection.fetchval("SELECT current_setting('baton.tenant')") == tenant


async def test_a_lookup_by_a_known_id_of_another_tenant_finds_nothing(stage: Stage):
    conversation = await stage.waiting()
    other = await set_up(stage.desk, stage.clock, stage.sources)
    desk, theirs = stage.desk, other.tenant.id
    assert await desk.store.conversations.load(theirs, conversation.id) is None
    assert await desk.store.messages.page(theirs, conversation.id, after=0, limit=9, team=True) == ()
    assert await desk.store.events.of_conversation(theirs, conversation.id, after=0, limit=9, team=True) == ()
    assert await desk.store.handoffs.packet(theirs, conversation.id) is None


async def test_no_cancellation_however_timed_leaves_a_connection_open_for_another_tenant(stage: Stage, tables):
    """Three connections, sixty users of five tenants, and a third of all uses cut off at a random moment."""
    chance = random.Random(7)  # noqa: S311 - a test's dice
    database = await Database.open(tables, size=3)
    wrong: list[tuple[str, str]] = []

    async def use(tenant: str) -> None:
        async with database.tenant(TenantId(tenant)) as connection:
            if chance.random() < 0.5:
                async with connection.transaction():
                    await connection.fetchval("SELECT pg_sleep($1)", chance.random() / 300)
            seen = await connection.fetchval("SELECT current_setting('baton.tenant')")
            if seen != tenant:
                wrong.append((tenant, seen))

    async def user(number: int) -> None:
        for _ in range(15):
            using = asyncio.create_task(use(f"tenant-{number % 5}"))
            if chance.random() < 0.35:
                await asyncio.sleep(chance.random() / 30)
                using.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await using

    await asyncio.gather(*(user(number) for number in range(60)))
    await database.close()
    assert wrong == []


async def test_a_connection_whose_opening_was_cut_off_counts_as_nobodys(tables, monkeypatch: pytest.MonkeyPatch):
    database = await Database.open(tables, size=2)

    async def cut_off(*_: object, **__: object) -> None:
        raise asyncio.CancelledError

    with monkeypatch.context() as patched:
        patched.setattr(Connection, "execute", cut_off)
        with pytest.raises(asyncio.CancelledError):
            await database.tenant(TenantId("one")).__aenter__()
    async with database.tenant(TenantId("one")) as connection:
        assert await connection.fetchval("SELECT current_setting('baton.tenant', true)") == "one"
    await database.close()
