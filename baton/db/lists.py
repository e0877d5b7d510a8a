"""The inbox's lists: pages of conversations by view, and the counts beside their names."""

import asyncio
import base64
import binascii
from collections.abc import Awaitable
from datetime import UTC, datetime
from typing import Any

import msgspec

from baton.core.errors import Invalid
from baton.core.ids import ConversationId, OperatorId, TenantId
from baton.db.connection import Database
from baton.db.rows import ASLEEP, CONVERSATION, JOINED, to_conversation, to_customer
from baton.services.records import Hit, Page

_IN = "date_bin('10 minutes', {}, timestamptz '2000-01-01 00:00:00+00')"
"""How the column `updated_in` is made. It leads the order so that its index serves; the order is `updated_at`'s."""

_NEWEST_FIRST = (
    "c.updated_in DESC, c.updated_at DESC, c.id DESC",
    f"(c.updated_in, c.updated_at, c.id) < ({_IN.format('$5')}, $5, $6)",
)
_SERVED_FIRST = ("c.ranks_at, c.id", "(c.ranks_at, c.id) > ($5, $6)")

_VIEWS: dict[str, tuple[str, tuple[str, str]]] = {
    "all": ("true", _NEWEST_FIRST),
    "bot": ("c.state = 'bot' AND c.asked_seq > 0", _NEWEST_FIRST),
    "waiting": ("c.state = 'queued'", _SERVED_FIRST),
    "mine": (f"c.state = 'human' AND c.owner_id = $2 AND {ASLEEP} IS NOT TRUE", _NEWEST_FIRST),
    "snoozed": (f"c.state = 'human' AND c.owner_id = $2 AND {ASLEEP}", _NEWEST_FIRST),
}

# A subquery that doesn't name the conversation: PostgreSQL runs it once and hashes it, rather than once for each.
_SAID = """c.id IN (SELECT m.conversation_id FROM messages m
    WHERE m.tenant_id = $1 AND m.kind <> 'notice' AND m.text ILIKE $3)"""

SEARCH_SECONDS = 8.0
"""How long a search may take. 300,000 messages take less than one; see `bench/search.py`."""

MOST_COUNTED = 1_000
"""How far what lies with the bot is counted. A policy may leave it open for ever, so it can grow with the desk's age; a
person reads anything above as "many", and the inbox says 999+.
"""

# Each from an index of its own: one pass over all that is not resolved took 100 ms at a million conversations.
_COUNTS = f"""SELECT
    (SELECT count(*) FROM conversations c WHERE c.tenant_id = $1 AND c.state = 'human' AND c.owner_id = $2
        AND {ASLEEP} IS NOT TRUE) AS mine,
    (SELECT count(*) FROM conversations c WHERE c.tenant_id = $1 AND c.state = 'human' AND c.owner_id = $2
        AND {ASLEEP}) AS snoozed,
    (SELECT count(*) FROM conversations WHERE tenant_id = $1 AND state = 'queued') AS waiting,
    (SELECT count(*) FROM (SELECT FROM conversations WHERE tenant_id = $1 AND state = 'bot' AND asked_seq > 0
        LIMIT $3) AS counted) AS bot,
    (SELECT count(*) FROM (SELECT FROM conversations WHERE tenant_id = $1 AND state <> 'resolved'
        LIMIT $3) AS counted) AS "all",
    (SELECT count(*) FROM followups WHERE tenant_id = $1 AND state = 'open') AS due"""  # noqa: S608 - constants

_AROUND = (40, 160)
"""Characters of a hit before the words that were looked for, and in all."""

_HITS = f"""SELECT DISTINCT ON (conversation_id) conversation_id, seq, kind,
        substr(text, greatest(1, strpos(lower(text), lower($4)) - {_AROUND[0]}), {_AROUND[1]}) AS text
    FROM messages WHERE tenant_id = $1 AND conversation_id = ANY($2) AND kind <> 'notice' AND text ILIKE $3
    ORDER BY conversation_id, seq DESC"""  # noqa: S608 - constants

_EVER = datetime(2000, 1, 1, tzinfo=UTC)


class Lists:
    """Lists of conversations."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def page(
        self,
        tenant_id: TenantId,
        *,
        view: str,
        operator_id: OperatorId | None,
        find: str | None,
        customer_id: str | None,
        after: str | None,
        limit: int,
    ) -> Page:
        """One page of a view, as (conversation, customer).

        `find` looks in names, addresses, ids and everything that was said or noted, but not in the desk's own notices.
        """
        if view not in _VIEWS:
            raise Invalid(f"There is no view {view}. Use one of {', '.join(_VIEWS)}.")
        condition, (order, beyond) = _VIEWS[view]
        at, id = _read_cursor(after)
        sql = f"""SELECT {CONVERSATION} FROM conversations c {JOINED} WHERE c.tenant_id = $1 AND {condition}
            AND ($3::text IS NULL OR {_SAID} OR u.name ILIKE $3 OR u.email ILIKE $3 OR c.preview ILIKE $3 OR c.id = $7
                OR u.external_id = $7 OR EXISTS (SELECT 1 FROM followups r WHERE r.tenant_id = c.tenant_id
                    AND r.conversation_id = c.id AND r.reference = upper(btrim($7))))
            AND ($8::text IS NULL OR c.customer_id = $8)
            AND ($5::timestamptz IS NULL OR {beyond}) AND ($2::text IS NULL OR true) AND ($6::text IS NULL OR true)
            ORDER BY {order} LIMIT $4"""  # noqa: S608 - constants
        pattern = f"%{_escaped(find)}%" if find else None
        async with self._database.tenant(tenant_id) as connection:
            asked = (tenant_id, operator_id, pattern, limit + 1, at, id, find, customer_id)
            rows = await _within(SEARCH_SECONDS if find else None, connection.fetch(sql, *asked))
            ids = [row["id"] for row in rows[:limit]] if find else []
            hits = await connection.fetch(_HITS, tenant_id, ids, pattern, find) if ids else []
        found = [(to_conversation(row), to_customer(row)) for row in rows[:limit]]
        said = {row["conversation_id"]: Hit(row["seq"], row["kind"], row["text"]) for row in hits}
        return Page(tuple(found), _write_cursor(view, rows[limit - 1]) if len(rows) > limit else None, said)

    async def counts(self, tenant_id: TenantId, operator_id: OperatorId | None) -> dict[str, int]:
        """How many conversations each view has, of which `bot` and `all` (what is not resolved) stop at a thousand."""
        async with self._database.tenant(tenant_id) as connection:
            row = await connection.fetchrow(_COUNTS, tenant_id, operator_id, MOST_COUNTED)
        return dict(row) if row else {}

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
                f"AND updated_in >= {_IN.format('$3::timestamptz')} ORDER BY updated_at LIMIT $2",
                before,
                limit,
                since or _EVER,
            )
        return [(row["tenant_id"], row["id"]) for row in rows]


async def _within(seconds: float | None, asked: Awaitable[list[Any]]) -> list[Any]:
    """What was asked, unless it takes longer: a search may not hold a connection that customers need."""
    try:
        return await asyncio.wait_for(asked, seconds)
    except TimeoutError as late:
        raise Invalid(
            "This search took too long. Look for a longer word, or in a view with fewer conversations."
        ) from late


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")


def _write_cursor(view: str, row: Any) -> str:
    at = row["ranks_at"] if view == "waiting" else row["updated_at"]
    return base64.urlsafe_b64encode(msgspec.json.encode([at, row["id"]])).decode()


def _read_cursor(cursor: str | None) -> tuple[datetime | None, str | None]:
    if not cursor:
        return (None, None)
    try:
        return msgspec.json.decode(base64.urlsafe_b64decode(cursor), type=tuple[datetime, str])
    except (binascii.Error, msgspec.DecodeError, ValueError) as wrong:
        raise Invalid("This cursor is not one that the desk gave out. Start without it.", code="bad_cursor") from wrong
