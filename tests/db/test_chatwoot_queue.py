"""What Chatwoot is still to be told is looked for each second, so that it must not cost more with each year."""

from datetime import UTC, datetime, timedelta
from typing import Any

import asyncpg
import pytest

from baton.db.chatwoot_queue import LATELY
from baton.db.connection import BY_KEY
from baton.db.migrate import migrate

pytestmark = pytest.mark.anyio

FILL = """
INSERT INTO tenants (id, name, widget_token, created_at) VALUES ('t0', 'T', 'w', now());
INSERT INTO customers (tenant_id, id, created_at) VALUES ('t0', 'd', now());
INSERT INTO conversations (tenant_id, id, customer_id, channel, state, version, seq, created_at, updated_at)
    SELECT 't0', 'v' || n, 'd', 'chatwoot', 'resolved', 1, 5, now(), now() - n * interval '3 minutes'
    FROM generate_series(1, 3000) n;
INSERT INTO chatwoot_connections (tenant_id, id, url, account_id, token, secret, created_at)
    VALUES ('t0', 'x', 'https://x', 1, 'a', 'b', now());
INSERT INTO chatwoot_threads (tenant_id, connection_id, outside_id, conversation_id, told_seq)
    SELECT 't0', 'x', n, 'v' || n, 4 FROM generate_series(1, 3000) n;
ANALYZE tenants, customers, conversations, chatwoot_threads, chatwoot_connections;
"""


async def test_a_look_reads_what_moved_in_the_last_hour_and_walks_through_nothing_older(
    make_database: Any, cluster: Any
):
    tables = await make_database()
    await migrate(tables)
    care = await asyncpg.connect(**(cluster.superuser | {"database": tables["database"]}))
    await care.execute(FILL)
    await care.close()
    connection = await asyncpg.connect(**tables, server_settings=BY_KEY)
    try:
        await connection.execute("SELECT set_config('baton.scope', 'every_tenant', false)")
        now = datetime.now(UTC)
        found = await connection.fetch(LATELY, now, now - timedelta(hours=1), 200)
        planned = await connection.fetch(f"EXPLAIN ANALYZE {_filled_in(LATELY)}")
    finally:
        await connection.close()
    assert 15 <= len(found) <= 25
    scans = [row[0] for row in planned if "Scan" in row[0] and "chatwoot_connections" not in row[0]]
    assert len(scans) == 2, scans
    assert not any("Seq Scan" in one or "rows=3000" in one.split("actual")[1] for one in scans), scans


def _filled_in(statement: str) -> str:
    said = statement.replace("$1", "now()").replace("$2", "now() - interval '1 hour'")
    return said.replace("$3", "200")
