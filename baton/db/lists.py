"""The inbox's lists: pages of conversations by view, filters and words, and how many a list has."""

import asyncio
import base64
import binascii
from collections.abc import Awaitable, Mapping
from datetime import UTC, datetime
from typing import Any

import msgspec

from baton.core.errors import Invalid
from baton.core.ids import ConversationId, OperatorId, TenantId
from baton.core.inbox.listing import LIVE, Wanted
from baton.db.connection import Database, Handle
from baton.db.rows import ASLEEP, CONVERSATION, JOINED, WAITS_HERE, to_conversation, to_customer
from baton.db.searching import HAS_WORDS, behind, having, look_for, read_on
from baton.db.selection import ORDERS, UPDATED_IN, Arguments, conditions, live, troubled
from baton.services.records import Hit, Page

SEARCH_SECONDS = 8.0
"""How long a search may take. 300,000 messages take a hundredth of it; see `bench/search.py`."""

MOST_COUNTED = 1_000
"""How far a list is counted that may grow with the desk's age: beyond that a person reads "many"."""

# Each from an index of its own: one pass over all that is not resolved took 100 ms at a million conversations.
_COUNTS = f"""SELECT
    (SELECT count(*) FROM conversations c WHERE c.tenant_id = $1 AND c.state = 'human' AND c.owner_id = $2
        AND {ASLEEP} IS NOT TRUE) AS mine,
    (SELECT count(*) FROM conversations c WHERE c.tenant_id = $1 AND c.state = 'human' AND c.owner_id = $2
        AND {ASLEEP}) AS snoozed,
    (SELECT count(*) FROM conversations WHERE tenant_id = $1 AND state = 'queued' AND {WAITS_HERE}) AS waiting,
    (SELECT count(*) FROM (SELECT FROM conversations c WHERE tenant_id = $1 AND {live("$3")}
        LIMIT $4) AS counted) AS bot,
    (SELECT count(*) FROM (SELECT FROM conversations WHERE tenant_id = $1 AND state <> 'resolved'
        LIMIT $4) AS counted) AS "all",
    (SELECT count(*) FROM followups WHERE tenant_id = $1 AND state = 'open') AS due"""  # noqa: S608 - constants

FIRST = 400
"""How many conversations a search goes through before it asks the index."""

_AROUND = 400
"""Characters of a hit before and after the words that were looked for: enough to tell what of it is to be masked."""

# The first of the words that stands in the message says where the hit is.
_HITS = f"""SELECT DISTINCT ON (m.conversation_id) m.conversation_id, m.seq, m.kind,
        substr(m.text, greatest(1, place.start - {_AROUND}), {2 * _AROUND}) AS text,
        least(place.start - 1, {_AROUND}) AS at
    FROM searchable s
    JOIN messages m ON m.tenant_id = s.tenant_id AND m.conversation_id = s.conversation_id AND m.seq = s.seq,
        LATERAL (SELECT coalesce(nullif(strpos(lower(m.text), lower($3)), 0),
            min(nullif(strpos(lower(m.text), lexeme), 0)), 1) AS start FROM unnest(words_of($3))) AS place
    WHERE s.tenant_id = $1 AND s.conversation_id = ANY($2) AND m.kind <> 'notice'
    ORDER BY m.conversation_id, m.seq DESC"""  # noqa: S608 - constants

_EVER = datetime(2000, 1, 1, tzinfo=UTC)


class Lists:
    """Lists of conversations."""

    def __init__(self, database: Database, *, epoch: int) -> None:
        self._database = database
        self._epoch = epoch

    async def page(self, tenant_id: TenantId, wanted: Wanted, *, after: str | None, limit: int) -> Page:
        """One page of a list, as (conversation, customer), and on the first one how many there are, as far as counted.

        Words are looked for in names, addresses, ids and everything that was said or noted, but not in the desk's own
        notices. Each may be the beginning of a word, and all of them stand in one message.
        """
        async with self._database.tenant(tenant_id) as connection:
            asked = self._page(connection, tenant_id, wanted, after=after, limit=limit)
            return await _within(SEARCH_SECONDS if wanted.find else None, asked)

    async def _page(
        self, connection: Handle, tenant_id: TenantId, wanted: Wanted, *, after: str | None, limit: int
    ) -> Page:
        arguments = Arguments()
        condition = conditions(tenant_id, wanted, arguments)
        total, rows = None, []
        if wanted.find:
            await read_on(connection, tenant_id, self._epoch)
            await look_for(connection, wanted.find)
            # A word that many have is found among the first of the list, before the index has gathered all who have it.
            rows = await _rows(connection, condition, arguments, wanted, after=after, limit=limit, among=FIRST)
        if len(rows) <= limit:
            if wanted.find:
                condition += f" AND {await _having(connection, tenant_id, wanted.find, arguments)}"
            if after is None and (wanted.find or wanted.filters.record()):
                total = await _count(connection, condition, arguments)
            rows = await _rows(connection, condition, arguments, wanted, after=after, limit=limit)
        shown = rows[:limit]
        ids = [row["id"] for row in shown] if wanted.find else []
        hits = await connection.fetch(_HITS, tenant_id, ids, wanted.find) if ids else []
        return Page(
            items=tuple((to_conversation(row), to_customer(row)) for row in shown),
            next=_write_cursor(wanted.view, shown[-1]) if len(rows) > limit else None,
            hits={row["conversation_id"]: Hit(row["seq"], row["kind"], row["text"], row["at"]) for row in hits},
            total=total,
        )

    async def counts(self, tenant_id: TenantId, operator_id: OperatorId | None, now: datetime) -> dict[str, int]:
        """How many conversations each view has; `all` counts those that are not resolved. See `MOST_COUNTED`."""
        async with self._database.tenant(tenant_id) as connection:
            row = await connection.fetchrow(_COUNTS, tenant_id, operator_id, now - LIVE, MOST_COUNTED)
        return dict(row) if row else {}

    async def count(self, tenant_id: TenantId, wanted: Wanted) -> int:
        """How many conversations a list has, as far as they are counted."""
        arguments = Arguments()
        condition = conditions(tenant_id, wanted, arguments)
        async with self._database.tenant(tenant_id) as connection:
            if wanted.find:
                await look_for(connection, wanted.find)
                condition += f" AND {await _having(connection, tenant_id, wanted.find, arguments)}"
            return await _count(connection, condition, arguments)

    async def some(self, tenant_id: TenantId, ids: list[ConversationId]) -> tuple[tuple[Any, Any], ...]:
        """The conversations with these ids, as (conversation, customer), in no order."""
        async with self._database.tenant(tenant_id) as connection:
            rows = await connection.fetch(
                f"SELECT {CONVERSATION} FROM conversations c {JOINED} WHERE c.tenant_id = $1 AND c.id = ANY($2)",  # noqa: S608
                tenant_id,
                ids,
            )
        return tuple((to_conversation(row), to_customer(row)) for row in rows)

    async def keep_words(self) -> int:
        """Keep the words of what was said since the last time, of every tenant. Returns how many events were read."""
        async with self._database.install() as connection:
            tenants = await behind(connection)
        read = 0
        for tenant_id in tenants:
            async with self._database.tenant(tenant_id) as connection:
                read += await read_on(connection, tenant_id, self._epoch)
        return read

    async def undecided(
        self, before: datetime, limit: int, *, since: datetime | None = None
    ) -> list[tuple[TenantId, ConversationId]]:
        """Conversations of any tenant whose customer's last message the bot has not decided on.

        The message came earlier than `before`, and no earlier than `since`, where that is given.
        """
        async with self._database.install() as connection:
            rows = await connection.fetch(
                "SELECT tenant_id, id FROM conversations WHERE state = 'bot' AND asked_seq > decided_seq "  # noqa: S608
                "AND updated_at < $1 AND updated_at >= $3 "
                f"AND updated_in >= {UPDATED_IN.format('$3::timestamptz')} ORDER BY updated_at LIMIT $2",
                before,
                limit,
                since or _EVER,
            )
        return [(row["tenant_id"], row["id"]) for row in rows]


async def _having(connection: Handle, tenant_id: TenantId, words: str, arguments: Arguments) -> str:
    """The condition that a conversation has the words that are looked for."""
    ids = await having(connection, tenant_id, words)
    return HAS_WORDS if ids is None else f"c.id = ANY({arguments.place(ids)})"


async def _rows(
    connection: Handle,
    condition: str,
    arguments: Arguments,
    wanted: Wanted,
    *,
    after: str | None,
    limit: int,
    among: int | None = None,
) -> list[Any]:
    """The rows of a page and one more. With `among`, of so many of the list those that have the words."""
    order, taken = ORDERS[wanted.view], Arguments(*arguments.values)
    if after:
        condition += f" AND {order.beyond.format(*map(taken.place, _read_cursor(after, order.cursor)))}"
    # The page is cut before its owners, customers and handoffs are looked up.
    page = f"SELECT c.* FROM conversations c WHERE {condition} ORDER BY {order.by} LIMIT {among or limit + 1}"  # noqa: S608
    if among:
        page = f"SELECT c.* FROM ({page}) c WHERE {HAS_WORDS} ORDER BY {order.by} LIMIT {limit + 1}"  # noqa: S608
    sql = f"SELECT {CONVERSATION}, {troubled()} FROM ({page}) c {JOINED} ORDER BY {order.by}"  # noqa: S608
    return await connection.fetch(sql, *taken.values)


async def _count(connection: Handle, condition: str, arguments: Arguments) -> int:
    sql = f"SELECT count(*) FROM (SELECT 1 FROM conversations c WHERE {condition} LIMIT {MOST_COUNTED}) AS listed"  # noqa: S608
    return await connection.fetchval(sql, *arguments.values)


async def _within(seconds: float | None, asked: Awaitable[Page]) -> Page:
    """What was asked, unless it takes longer: a search may not hold a connection that customers need."""
    try:
        return await asyncio.wait_for(asked, seconds)
    except TimeoutError as late:
        raise Invalid(
            "This search took too long. Look for a longer word, or in a view with fewer conversations."
        ) from late


def _write_cursor(view: str, row: Mapping[str, Any]) -> str:
    return base64.urlsafe_b64encode(msgspec.json.encode([row[key] for key in ORDERS[view].keys])).decode()


def _read_cursor(cursor: str, form: Any) -> tuple[Any, ...]:
    try:
        return msgspec.json.decode(base64.urlsafe_b64decode(cursor), type=form)
    except (binascii.Error, msgspec.DecodeError, ValueError) as wrong:
        raise Invalid("This cursor is not one that the desk gave out. Start without it.", code="bad_cursor") from wrong
