"""The ledger of promises, read. Its rows are written with the change of the conversation that they belong to."""

from datetime import datetime
from typing import Any

from baton.core.ids import ConversationId, TenantId
from baton.core.promises import PromiseKind, PromiseState
from baton.db.connection import Database
from baton.services.ports.promises import PromiseCount, Promised

_COLUMNS = """p.id, p.tenant_id, p.conversation_id, p.kind, p.queue, p.says, p.basis, p.made_at, p.due_at, p.lapses_at,
    p.state, p.closed_at, p.closed_why, p.renewed_from"""

_PAGE = f"""SELECT {_COLUMNS}, u.name AS customer FROM promises p
    JOIN conversations c ON c.tenant_id = p.tenant_id AND c.id = p.conversation_id
    JOIN customers u ON u.tenant_id = c.tenant_id AND u.id = c.customer_id
    WHERE p.tenant_id = $1 AND ($2::text IS NULL OR p.state = $2) AND ($3::text IS NULL OR p.queue = $3)
      AND ($4::timestamptz IS NULL OR COALESCE(p.closed_at, p.made_at) >= $4) AND ($5::bigint IS NULL OR p.id < $5)
      AND ($7::text IS NULL OR p.conversation_id = $7)
    ORDER BY p.id DESC LIMIT $6"""  # noqa: S608 - constants


class Promises:
    """The promises of every tenant."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def lapsed(self, now: datetime, limit: int) -> list[tuple[TenantId, ConversationId]]:
        """Conversations of any tenant with an open promise that has lapsed, the one that waits longest first."""
        async with self._database.install() as connection:
            rows = await connection.fetch(
                "SELECT tenant_id, conversation_id FROM promises WHERE state = 'open' AND lapses_at <= $1 "
                "GROUP BY tenant_id, conversation_id ORDER BY min(lapses_at) LIMIT $2",
                now,
                limit,
            )
        return [(row["tenant_id"], row["conversation_id"]) for row in rows]

    async def of_conversation(self, tenant_id: TenantId, id: ConversationId) -> tuple[Promised, ...]:
        """Every promise of a conversation, in the order in which they were made."""
        async with self._database.tenant(tenant_id) as connection:
            rows = await connection.fetch(
                f"SELECT {_COLUMNS}, NULL AS customer FROM promises p "  # noqa: S608 - constants
                "WHERE p.tenant_id = $1 AND p.conversation_id = $2 ORDER BY p.id",
                tenant_id,
                id,
            )
        return tuple(_to_promised(row) for row in rows)

    async def replied_at(self, tenant_id: TenantId, id: ConversationId, since: datetime) -> datetime | None:
        """When a person first replied in a conversation since then."""
        async with self._database.tenant(tenant_id) as connection:
            return await connection.fetchval(
                "SELECT min(at) FROM events WHERE tenant_id = $1 AND conversation_id = $2 AND kind = 'reply_sent' "
                "AND at >= $3",
                tenant_id,
                id,
                since,
            )

    async def page(
        self,
        tenant_id: TenantId,
        *,
        state: PromiseState | None,
        queue: str | None,
        conversation: str | None,
        since: datetime | None,
        below: int | None,
        limit: int,
    ) -> tuple[Promised, ...]:
        """Promises, the latest first, with their customers' names. `since` goes by when they were settled, or made."""
        async with self._database.tenant(tenant_id) as connection:
            rows = await connection.fetch(_PAGE, tenant_id, state, queue, since, below, limit, conversation)
        return tuple(_to_promised(row) for row in rows)

    async def counts(self, tenant_id: TenantId, since: datetime) -> tuple[PromiseCount, ...]:
        """The promises that were settled since then, and those that are open, by queue, kind and state."""
        async with self._database.tenant(tenant_id) as connection:
            rows = await connection.fetch(
                "SELECT queue, kind, state, count(*) AS n FROM promises WHERE tenant_id = $1 AND "
                "(state = 'open' OR closed_at >= $2) GROUP BY queue, kind, state ORDER BY queue, kind, state",
                tenant_id,
                since,
            )
        return tuple(
            PromiseCount(row["queue"], PromiseKind(row["kind"]), PromiseState(row["state"]), row["n"]) for row in rows
        )

    async def totals(self, since: datetime) -> dict[tuple[str, str], int]:
        """The same for the whole install, by (queue, state)."""
        async with self._database.install() as connection:
            rows = await connection.fetch(
                "SELECT COALESCE(queue, '') AS queue, state, count(*) AS n FROM promises "
                "WHERE state = 'open' OR closed_at >= $1 GROUP BY 1, 2",
                since,
            )
        return {(row["queue"], row["state"]): row["n"] for row in rows}


def _to_promised(row: Any) -> Promised:
    return Promised(
        id=row["id"],
        tenant_id=row["tenant_id"],
        conversation_id=row["conversation_id"],
        kind=PromiseKind(row["kind"]),
        queue=row["queue"],
        says=row["says"],
        basis=row["basis"],
        made_at=row["made_at"],
        due_at=row["due_at"],
        lapses_at=row["lapses_at"],
        state=PromiseState(row["state"]),
        closed_at=row["closed_at"],
        why=row["closed_why"],
        renews=row["renewed_from"],
        customer=row["customer"],
    )
