"""Reads of follow-ups, and who answers for them. All else is written by the statement that changes a conversation."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from baton.core.followups.modes import Mode
from baton.core.ids import ConversationId, HandoffId, QueueId, TenantId
from baton.db.connection import Database
from baton.db.rows import CONVERSATION, JOINED, to_conversation, to_customer
from baton.services.ports.followups import DueItem, OwnedFollowUp, Seats


class FollowUps:
    """The follow-ups of every tenant."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def seats(self, tenant_id: TenantId, queue: QueueId, *, since: datetime, until: datetime) -> Seats:
        """The places in a queue's slots that are booked."""
        async with self._database.tenant(tenant_id) as connection:
            rows = await connection.fetch(
                "SELECT slot_start, array_agg(seat) AS seats FROM followups WHERE tenant_id = $1 AND queue = $2 "
                "AND state = 'open' AND mode = 'callback' AND slot_start >= $3 AND slot_start < $4 GROUP BY slot_start",
                tenant_id,
                queue,
                since,
                until,
            )
        return {row["slot_start"]: frozenset(row["seats"]) for row in rows}

    async def due(self, tenant_id: TenantId, *, limit: int) -> tuple[DueItem, ...]:
        """The open follow-ups by due time, the most pressing first."""
        async with self._database.tenant(tenant_id) as connection:
            rows = await connection.fetch(
                f"SELECT {CONVERSATION} FROM conversations c {JOINED} WHERE c.tenant_id = $1 "  # noqa: S608
                "AND c.id IN (SELECT conversation_id FROM followups WHERE tenant_id = $1 AND state = 'open' "
                "ORDER BY due_at LIMIT $2) AND f.reference IS NOT NULL "
                "ORDER BY coalesce(f.slot_start, f.due_at), c.id",
                tenant_id,
                limit,
            )
        return tuple(DueItem(to_conversation(row), to_customer(row)) for row in rows)

    async def to_announce(self, before: datetime, limit: int) -> list[tuple[TenantId, ConversationId, HandoffId]]:
        """Follow-ups of any tenant that are due earlier than `before` and of which the team was not told yet."""
        async with self._database.install() as connection:
            rows = await connection.fetch(
                "SELECT tenant_id, conversation_id, handoff_id FROM followups WHERE state = 'open' "
                "AND announced_at IS NULL AND coalesce(slot_start, due_at) < $1 "
                "ORDER BY coalesce(slot_start, due_at) LIMIT $2",
                before,
                limit,
            )
        return [(row["tenant_id"], row["conversation_id"], row["handoff_id"]) for row in rows]

    async def announce(self, tenant_id: TenantId, handoff_id: HandoffId, *, before: datetime, at: datetime) -> bool:
        """Claim the telling of it: True for one node, False for the others or where it is no longer due then."""
        async with self._database.tenant(tenant_id) as connection:
            done = await connection.execute(
                "UPDATE followups SET announced_at = $3 WHERE tenant_id = $1 AND handoff_id = $2 AND state = 'open' "
                "AND announced_at IS NULL AND coalesce(slot_start, due_at) < $4",
                tenant_id,
                handoff_id,
                at,
                before,
            )
        return done == "UPDATE 1"

    async def owned(self, tenant_id: TenantId, names: Sequence[str]) -> tuple[OwnedFollowUp, ...]:
        """The open follow-ups whose owner is one of these names, in small letters, the most pressing first."""
        async with self._database.tenant(tenant_id) as connection:
            rows = await connection.fetch(
                "SELECT conversation_id, reference, mode, queue, due_at FROM followups "
                "WHERE tenant_id = $1 AND state = 'open' AND lower(owner) = ANY($2) ORDER BY due_at, reference",
                tenant_id,
                list(names),
            )
        return tuple(
            OwnedFollowUp(row["conversation_id"], row["reference"], Mode(row["mode"]), row["queue"], row["due_at"])
            for row in rows
        )

    async def give(
        self, tenant_id: TenantId, names: Sequence[str], owners: Mapping[QueueId, str], otherwise: str
    ) -> int:
        """Write another owner beside the open follow-ups of these names: by their queue, or else `otherwise`."""
        async with self._database.tenant(tenant_id) as connection:
            done = await connection.execute(
                "UPDATE followups SET owner = coalesce($3::jsonb ->> queue, $4) "
                "WHERE tenant_id = $1 AND state = 'open' AND lower(owner) = ANY($2)",
                tenant_id,
                list(names),
                dict(owners),
                otherwise,
            )
        return int(done.removeprefix("UPDATE "))
