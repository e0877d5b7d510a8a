"""Letters that go out: kept with what causes them, taken by one process of all, settled by whoever took them."""

from collections.abc import Sequence
from datetime import datetime

import asyncpg

from baton.core.ids import ConversationId, DeliveryId, TenantId
from baton.core.mail.deliveries import Delivery, DeliveryKind, DeliveryState, Outcome
from baton.db.connection import Database
from baton.db.letters import ENQUEUE
from baton.db.writes import letter_record

_BEGIN = """UPDATE deliveries SET lease = $3, leased_until = $5, tries = tries + 1
    WHERE tenant_id = $1 AND id = $2 AND state = 'waiting' AND due_at <= $4
        AND (leased_until IS NULL OR leased_until <= $4)
    RETURNING *"""

_SETTLE = """UPDATE deliveries SET state = $4, why = $5, due_at = $6, lease = NULL, leased_until = NULL,
        finished_at = CASE WHEN $6::timestamptz IS NULL THEN $7::timestamptz END
    WHERE tenant_id = $1 AND id = $2 AND lease = $3 AND state = 'waiting'"""

# A server may take a letter and report later that it could not be handed on.
_BOUNCED = """UPDATE deliveries SET state = 'bounced', why = $3, due_at = NULL, finished_at = $4, lease = NULL,
        leased_until = NULL
    WHERE tenant_id = $1 AND id = $2 AND state IN ('waiting', 'delivered') RETURNING *"""


_SENT_SINCE = """SELECT greatest(
    (SELECT count(*) FROM deliveries
        WHERE tenant_id = $1 AND conversation_id = $4 AND kind = $2 AND created_at > $3),
    (SELECT count(*) FROM deliveries
        WHERE tenant_id = $1 AND lower(recipient) = lower($5) AND kind = $2 AND created_at > $3))"""


class Deliveries:
    """The letters of every tenant."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def add(self, tenant_id: TenantId, delivery: Delivery) -> bool:
        """Keep a letter that waits to be sent. False where there is one of the same `once` already."""
        async with self._database.tenant(tenant_id) as connection:
            done = await connection.execute(ENQUEUE, tenant_id, [letter_record(delivery, delivery.conversation_id)])
        return done == "INSERT 0 1"

    async def find(self, tenant_id: TenantId, id: DeliveryId) -> Delivery | None:
        """One letter, or None."""
        async with self._database.tenant(tenant_id) as connection:
            row = await connection.fetchrow("SELECT * FROM deliveries WHERE tenant_id = $1 AND id = $2", tenant_id, id)
        return to_delivery(row) if row else None

    async def of_conversation(self, tenant_id: TenantId, id: ConversationId) -> tuple[Delivery, ...]:
        """A conversation's letters, oldest first."""
        async with self._database.tenant(tenant_id) as connection:
            rows = await connection.fetch(
                "SELECT * FROM deliveries WHERE tenant_id = $1 AND conversation_id = $2 ORDER BY created_at, id",
                tenant_id,
                id,
            )
        return tuple(to_delivery(row) for row in rows)

    async def sent_since(
        self, tenant_id: TenantId, kind: DeliveryKind, since: datetime, *, conversation_id: ConversationId, to: str
    ) -> int:
        """How many letters of a kind were kept since: of that conversation or to that address, the more of both."""
        async with self._database.tenant(tenant_id) as connection:
            return await connection.fetchval(_SENT_SINCE, tenant_id, kind.value, since, conversation_id, to)

    async def due(
        self, channel: str, tenants: Sequence[TenantId], at: datetime, limit: int
    ) -> Sequence[tuple[TenantId, DeliveryId]]:
        """Letters of these tenants that are to be tried now, the longest due first."""
        async with self._database.install() as connection:
            rows = await connection.fetch(
                "SELECT tenant_id, id FROM deliveries WHERE state = 'waiting' AND due_at <= $3 AND channel = $1 "
                "AND tenant_id = ANY($2) AND (leased_until IS NULL OR leased_until <= $3) ORDER BY due_at LIMIT $4",
                channel,
                list(tenants),
                at,
                limit,
            )
        return [(row["tenant_id"], row["id"]) for row in rows]

    async def left(self, but: Sequence[TenantId], since: datetime, limit: int) -> Sequence[tuple[TenantId, DeliveryId]]:
        """Letters of every other tenant that have been due since before then: no node has a way to send them."""
        async with self._database.install() as connection:
            rows = await connection.fetch(
                "SELECT tenant_id, id FROM deliveries WHERE state = 'waiting' AND due_at <= $2 "
                "AND NOT tenant_id = ANY($1) ORDER BY due_at LIMIT $3",
                list(but),
                since,
                limit,
            )
        return [(row["tenant_id"], row["id"]) for row in rows]

    async def begin(
        self, tenant_id: TenantId, id: DeliveryId, lease: str, *, at: datetime, until: datetime
    ) -> Delivery | None:
        """Take a letter to send it. None where somebody else has it, or it is not due any more."""
        async with self._database.tenant(tenant_id) as connection:
            row = await connection.fetchrow(_BEGIN, tenant_id, id, lease, at, until)
        return to_delivery(row) if row else None

    async def settle(self, tenant_id: TenantId, delivery: Delivery, outcome: Outcome, *, at: datetime) -> bool:
        """Write down what a try came to. False where the letter was settled or taken over meanwhile."""
        async with self._database.tenant(tenant_id) as connection:
            done = await connection.execute(
                _SETTLE, tenant_id, delivery.id, delivery.lease, outcome.state.value, outcome.why, outcome.again_at, at
            )
        return done == "UPDATE 1"

    async def bounced(self, tenant_id: TenantId, id: DeliveryId, why: str, *, at: datetime) -> Delivery | None:
        """A report came that a letter could not be delivered. None where that was known, or there is no such letter."""
        async with self._database.tenant(tenant_id) as connection:
            row = await connection.fetchrow(_BOUNCED, tenant_id, id, why, at)
        return to_delivery(row) if row else None

    async def forget_before(self, at: datetime, limit: int) -> int:
        """Delete letters that ended before then, at most so many. Returns how many."""
        async with self._database.install() as connection:
            done = await connection.execute(
                "DELETE FROM deliveries WHERE (tenant_id, id) IN (SELECT tenant_id, id FROM deliveries "
                "WHERE finished_at < $1 ORDER BY finished_at LIMIT $2)",
                at,
                limit,
            )
        return int(done.removeprefix("DELETE "))


def to_delivery(row: asyncpg.Record) -> Delivery:
    """A row of `deliveries` as a delivery."""
    return Delivery(
        id=row["id"],
        kind=DeliveryKind(row["kind"]),
        channel=row["channel"],
        to=row["recipient"],
        subject=row["subject"],
        text=row["text"],
        html=row["html"],
        conversation_id=row["conversation_id"],
        language=row["language"],
        sender_name=row["sender_name"],
        in_reply_to=row["in_reply_to"],
        references=tuple(row["refs"]),
        once=row["once"],
        files=tuple(row["files"]),
        state=DeliveryState(row["state"]),
        tries=row["tries"],
        due_at=row["due_at"],
        why=row["why"],
        created_at=row["created_at"],
        lease=row["lease"],
    )
