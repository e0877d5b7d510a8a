"""Who was named in which note, and whether they have opened it."""

from collections.abc import Sequence
from datetime import datetime

import asyncpg

from baton.core.actors import Actor, ActorKind
from baton.core.ids import ConversationId, OperatorId, TenantId
from baton.core.mail.deliveries import Delivery
from baton.db.connection import Database
from baton.db.letters import MENTION_LETTER
from baton.db.writes import letter_record
from baton.services.ports.mentions import Mentioned

_OF = """SELECT t.id, t.conversation_id, u.name AS customer, c.queue, t.seq, m.author_kind, m.author_id, m.author_name,
        m.text, t.at, t.seen_at
    FROM mentions t
    JOIN messages m ON m.tenant_id = t.tenant_id AND m.conversation_id = t.conversation_id AND m.seq = t.seq
    JOIN conversations c ON c.tenant_id = t.tenant_id AND c.id = t.conversation_id
    JOIN customers u ON u.tenant_id = c.tenant_id AND u.id = c.customer_id
    WHERE t.tenant_id = $1 AND t.operator_id = $2"""

_TO_WRITE_TO = """SELECT DISTINCT t.tenant_id, t.operator_id FROM mentions t
    JOIN operators o ON o.tenant_id = t.tenant_id AND o.id = t.operator_id
    WHERE t.tenant_id = ANY($1) AND t.seen_at IS NULL AND t.mailed_at IS NULL AND t.at <= $2
      AND (o.alerts ->> 'email')::boolean AND o.email IS NOT NULL AND o.left_at IS NULL
      AND NOT EXISTS (SELECT 1 FROM mentions w WHERE w.tenant_id = t.tenant_id AND w.operator_id = t.operator_id
          AND w.mailed_at > $3)
    ORDER BY t.tenant_id, t.operator_id"""


class Mentions:
    """The mentions of every tenant's operators."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def of(
        self, tenant_id: TenantId, id: OperatorId, *, unread: bool, before: int | None, limit: int
    ) -> list[Mentioned]:
        """The notes that name an operator, the latest first."""
        asked = "AND ($3::bigint IS NULL OR t.id < $3) AND (NOT $4 OR t.seen_at IS NULL) ORDER BY t.id DESC LIMIT $5"
        async with self._database.tenant(tenant_id) as connection:
            rows = await connection.fetch(f"{_OF} {asked}", tenant_id, id, before, unread, limit)
        return [_mentioned(row) for row in rows]

    async def count_unread(self, tenant_id: TenantId, id: OperatorId) -> int:
        """How many notes name an operator who has not opened them."""
        async with self._database.tenant(tenant_id) as connection:
            return await connection.fetchval(
                "SELECT count(*) FROM mentions WHERE tenant_id = $1 AND operator_id = $2 AND seen_at IS NULL",
                tenant_id,
                id,
            )

    async def see(self, tenant_id: TenantId, id: OperatorId, conversation_id: ConversationId, at: datetime) -> int:
        """An operator has opened a conversation. Returns how many notes there they had not read."""
        async with self._database.tenant(tenant_id) as connection:
            done = await connection.execute(
                "UPDATE mentions SET seen_at = $4 "
                "WHERE tenant_id = $1 AND operator_id = $2 AND conversation_id = $3 AND seen_at IS NULL",
                tenant_id,
                id,
                conversation_id,
                at,
            )
        return int(done.removeprefix("UPDATE "))

    async def to_write_to(
        self, tenant_ids: Sequence[TenantId], *, unread_since: datetime, before: datetime
    ) -> list[tuple[TenantId, OperatorId]]:
        """Who wants letters, was named before `unread_since`, and was not written to of mentions since `before`."""
        async with self._database.install() as connection:
            rows = await connection.fetch(_TO_WRITE_TO, list(tenant_ids), unread_since, before)
        return [(row["tenant_id"], row["operator_id"]) for row in rows]

    async def unwritten(self, tenant_id: TenantId, id: OperatorId, limit: int) -> list[Mentioned]:
        """What an operator has neither opened nor been written to of, the latest first."""
        async with self._database.tenant(tenant_id) as connection:
            rows = await connection.fetch(
                f"{_OF} AND t.seen_at IS NULL AND t.mailed_at IS NULL ORDER BY t.id DESC LIMIT $3", tenant_id, id, limit
            )
        return [_mentioned(row) for row in rows]

    async def write(
        self, tenant_id: TenantId, id: OperatorId, ids: Sequence[int], *, delivery: Delivery, at: datetime
    ) -> bool:
        """Keep a letter of these mentions. False where another node has just written it, or all were read meanwhile."""
        async with self._database.tenant(tenant_id) as connection:
            letters = [letter_record(delivery, None)]
            written = await connection.fetchval(MENTION_LETTER, tenant_id, letters, id, list(ids), at)
        return written > 0


def _mentioned(row: asyncpg.Record) -> Mentioned:
    author = Actor(ActorKind(row["author_kind"]), row["author_id"], row["author_name"])
    return Mentioned(
        id=row["id"],
        conversation_id=row["conversation_id"],
        customer=row["customer"],
        queue=row["queue"],
        seq=row["seq"],
        by=author,
        text=row["text"],
        at=row["at"],
        seen_at=row["seen_at"],
    )
