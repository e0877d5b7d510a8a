"""How the writing statements find what they write, in an install where most companies have hardly anything."""

import re
from itertools import pairwise
from typing import Any

import asyncpg
import pytest

from baton.db.connection import BY_KEY
from baton.db.migrate import migrate
from baton.db.statements import APPEND, SAVE, SAY

pytestmark = pytest.mark.anyio

BRACKETS = ", '[]'"
KEY = re.compile(r"\(id = (?:x\.id|c\.customer_id)\)")

FILL = """
INSERT INTO tenants (id, name, widget_token, created_at)
    SELECT 't' || n, 'T' || n, 'w' || n, now() FROM generate_series(0, 300) n;
INSERT INTO customers (tenant_id, id, created_at) SELECT 't' || n, 'c' || n, now() FROM generate_series(1, 300) n;
INSERT INTO customers (tenant_id, id, created_at) SELECT 't0', 'd' || n, now() FROM generate_series(1, 2000) n;
INSERT INTO conversations (tenant_id, id, customer_id, channel, state, version, seq, created_at, updated_at)
    SELECT tenant_id, 'v' || id, id, 'web', 'bot', 1, 1, now(), now() FROM customers;
ANALYZE tenants, customers, conversations;
"""


@pytest.fixture
async def uneven(make_database, cluster) -> dict[str, Any]:
    """A database with three hundred companies of one conversation each, and one with two thousand."""
    tables = await make_database()
    await migrate(tables)
    care = await asyncpg.connect(**(cluster.superuser | {"database": tables["database"]}))
    await care.execute(FILL)
    await care.close()
    return tables


@pytest.mark.parametrize(("statement", "takes"), [(APPEND, 4), (SAY, 4), (SAVE, 9)])
async def test_a_write_finds_its_conversation_by_key_and_walks_through_nothing(
    uneven: dict[str, Any], statement: str, takes: int
):
    connection = await asyncpg.connect(**uneven, server_settings=BY_KEY)
    try:
        await connection.execute("SELECT set_config('baton.tenant', 't0', false)")
        await connection.execute(f"PREPARE writes AS {statement}")
        planned = await connection.fetch(f"EXPLAIN EXECUTE writes('t0', 0{takes * BRACKETS})")
    finally:
        await connection.close()
    scans = [
        below
        for line, below in pairwise(row[0] for row in planned)
        if "Scan" in line and (" on conversations" in line or " on customers" in line)
    ]
    assert scans
    assert all("Index Cond" in below and KEY.search(below) for below in scans), scans
