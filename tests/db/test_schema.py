"""The tables are what the migrations add up to, and the page of them in the docs is true."""

import os
import re
from pathlib import Path

import asyncpg
import pytest

from baton.db.migrate import CannotMigrate, migrate, migrations
from baton.db.schema import describe

pytestmark = pytest.mark.anyio

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "schema.txt"


async def test_the_schema_in_the_docs_is_the_one_that_the_migrations_make(make_database):
    connect = await make_database()
    await migrate(connect)
    connection = await asyncpg.connect(**connect)
    made = await describe(connection)
    await connection.close()
    if os.environ.get("BATON_WRITE_SCHEMA"):
        PAGE.write_text(made, encoding="utf-8")
    assert made == PAGE.read_text(encoding="utf-8"), "run the tests once with BATON_WRITE_SCHEMA=1 and read the diff"


async def test_migrating_twice_changes_nothing(make_database):
    connect = await make_database()
    assert await migrate(connect) == [name for name, _ in migrations()]
    assert await migrate(connect) == []


async def test_a_database_of_a_newer_version_is_left_alone(make_database):
    connect = await make_database()
    await migrate(connect)
    connection = await asyncpg.connect(**connect)
    await connection.execute("INSERT INTO migrations (name, digest) VALUES ('9999_from_the_future.sql', '')")
    await connection.close()
    with pytest.raises(CannotMigrate, match="newer Baton"):
        await migrate(connect)


async def test_an_edited_migration_is_noticed(make_database):
    connect = await make_database()
    await migrate(connect)
    connection = await asyncpg.connect(**connect)
    await connection.execute("UPDATE migrations SET digest = 'other' WHERE name LIKE '0001%'")
    await connection.close()
    with pytest.raises(CannotMigrate, match="edited"):
        await migrate(connect)


async def test_every_table_of_a_tenant_stands_behind_the_wall(make_database):
    connect = await make_database()
    await migrate(connect)
    connection = await asyncpg.connect(**connect)
    open_tables = await connection.fetch(
        "SELECT c.relname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'tenant_id' "
        "WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' "
        "AND NOT (c.relrowsecurity AND c.relforcerowsecurity)"
    )
    await connection.close()
    assert {row["relname"] for row in open_tables} == {"credentials"}, "looked up before the tenant is known"


async def test_no_index_has_a_column_that_every_message_changes(make_database):
    connect = await make_database()
    await migrate(connect)
    connection = await asyncpg.connect(**connect)
    indexed = await connection.fetch(
        "SELECT pg_get_indexdef(indexrelid) AS made FROM pg_index WHERE indrelid = 'conversations'::regclass"
    )
    await connection.close()
    for column in ("updated_at", "seq", "asked_seq", "decided_seq", "track", "preview", "last_author"):
        assert not [row["made"] for row in indexed if re.search(rf"\b{column}\b", row["made"])], column
