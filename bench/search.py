"""How long a search of the inbox takes: `uv run python -m bench.search --conversations 50000 --messages 6`.

Conversations are made in a PostgreSQL of their own, with words of which some are rare and some are in every message.
"""

import argparse
import asyncio
import statistics
import time
from datetime import UTC, datetime
from typing import Any

import asyncpg

from baton.core.ids import TenantId
from baton.core.inbox.listing import Wanted
from baton.db.connection import Database
from baton.db.lists import Lists
from baton.db.migrate import migrate
from bench import setting

TENANT = TenantId("ten_bench")
FIRST_PAGE = 50

_CUSTOMERS = """INSERT INTO customers (tenant_id, id, name, email, created_at)
    SELECT 'ten_bench', 'cus_' || n, 'Customer ' || n, 'c' || n || '@example.com', now()
    FROM generate_series(1, $1) n"""
_CONVERSATIONS = """INSERT INTO conversations
        (tenant_id, id, customer_id, channel, state, version, seq, asked_seq, preview, created_at, updated_at)
    SELECT 'ten_bench', 'cnv_' || n, 'cus_' || n, 'web',
        CASE WHEN n % 20 = 0 THEN 'bot' ELSE 'resolved' END, 1, 6, 1,
        'Thank you', now(), now() - n * interval '1 minute' FROM generate_series(1, $1) n"""
_MESSAGES = """INSERT INTO messages (tenant_id, conversation_id, seq, id, author_kind, kind, text, at)
    SELECT 'ten_bench', 'cnv_' || n, s, 'msg_' || n || '_' || s, 'customer', 'text',
        'My order HP-' || (n * 10 + s) || ' has not come and I would like to know where my ' ||
        (ARRAY['sofa', 'lamp', 'chair', 'table', 'shelf'])[1 + n % 5] || ' is, because ' || repeat('I have waited. ', 8)
        || CASE WHEN n % 10000 = 0 THEN 'a heron' ELSE '' END, now()
    FROM generate_series(1, $1) n, generate_series(1, $2) s"""
_WORDS = """INSERT INTO searchable (tenant_id, conversation_id, seq, words)
    SELECT tenant_id, conversation_id, seq, words_of(text) FROM messages UNION ALL
    SELECT c.tenant_id, c.id, 0, words_of(concat_ws(' ', u.name, u.email)) FROM conversations c
    JOIN customers u ON u.tenant_id = c.tenant_id AND u.id = c.customer_id"""
WANTED = {
    "in 5 conversations": "heron",
    "one order": "HP-499993",
    "in a fifth": "sofa",
    "nowhere": "zebra",
    "a name": "Customer 4321",
    "two words of a message": "chair 1234",
    "the beginning of a word": "waite",
}


def main() -> None:
    """Make the conversations, search, and print the middle and the worst of the tries."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--conversations", type=int, default=50_000)
    asked.add_argument("--messages", type=int, default=6)
    asked.add_argument("--tries", type=int, default=9)
    given = asked.parse_args()
    with setting.database() as connection:
        asyncio.run(_measure(connection, given.conversations, given.messages, given.tries))


async def _measure(connection: dict[str, Any], conversations: int, messages: int, tries: int) -> None:
    await migrate(connection)
    writer = await asyncpg.connect(**connection)
    await writer.execute(
        "INSERT INTO tenants (id, name, widget_token, created_at) VALUES ('ten_bench', 'Bench', 'wgt_bench', now())"
    )
    await writer.execute("SELECT set_config('baton.tenant', 'ten_bench', false)")
    await writer.execute(_CUSTOMERS, conversations)
    await writer.execute(_CONVERSATIONS, conversations)
    await writer.execute(_MESSAGES, conversations, messages)
    began = time.perf_counter()
    await writer.execute(_WORDS)
    print(f"words kept, {(time.perf_counter() - began) * 1e6 / conversations / messages:.0f} µs a message")
    await writer.execute("ANALYZE")
    await writer.close()
    database = await Database.open(connection)
    lists = Lists(database, epoch=1)
    for view in ("all", "bot"):
        for what, words in WANTED.items():
            took = [await _once(lists, view, words) for _ in range(tries)]
            print(f"{view:4} {what:24} {statistics.median(took):6.1f} ms, at most {max(took):.1f} ms")
    await database.close()


async def _once(lists: Lists, view: str, words: str) -> float:
    began = time.perf_counter()
    wanted = Wanted(at=datetime.now(UTC), view=view, find=words)
    await lists.page(TENANT, wanted, after=None, limit=FIRST_PAGE)
    return (time.perf_counter() - began) * 1000


if __name__ == "__main__":
    main()
