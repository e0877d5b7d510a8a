"""Letters to operators who are not here: to whom, of what, and one at a time for each."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime

from baton.core.ids import ConversationId, OperatorId, TenantId
from baton.core.mail.deliveries import Delivery
from baton.db.connection import Database
from baton.db.letters import DIGEST
from baton.db.writes import letter_record

_WANTS = """(o.alerts ->> 'email')::boolean AND o.email IS NOT NULL
    AND (o.digested_at IS NULL OR o.digested_at <= {before})"""

_TENANTS = f"""SELECT DISTINCT o.tenant_id FROM operators o
    WHERE o.tenant_id = ANY($1) AND {_WANTS.format(before="$3")}
      AND EXISTS (SELECT 1 FROM conversations c WHERE c.tenant_id = o.tenant_id AND c.state = 'queued'
                  AND c.waiting_since <= $2)
    ORDER BY o.tenant_id"""  # noqa: S608 - constants

_READERS = f"""SELECT o.id, c.id AS conversation_id FROM operators o
    LEFT JOIN alerts a ON a.tenant_id = o.tenant_id AND a.operator_id = o.id AND a.channel = 'email'
    LEFT JOIN handoffs h ON h.tenant_id = o.tenant_id AND h.id = a.handoff_id AND h.closed_at IS NULL
    LEFT JOIN conversations c ON c.tenant_id = h.tenant_id AND c.id = h.conversation_id AND c.held_since = a.waits_since
    WHERE o.tenant_id = $1 AND {_WANTS.format(before="$2")}"""  # noqa: S608 - constants


class Digests:
    """The letters to operators of every tenant."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def tenants(self, of: Sequence[TenantId], *, waiting_since: datetime, before: datetime) -> list[TenantId]:
        """Which of these tenants have somebody who waits since then, and somebody who may be written to."""
        async with self._database.install() as connection:
            rows = await connection.fetch(_TENANTS, list(of), waiting_since, before)
        return [row["tenant_id"] for row in rows]

    async def readers(self, tenant_id: TenantId, before: datetime) -> dict[OperatorId, set[ConversationId]]:
        """Who may be written to, and of which conversations they were already."""
        async with self._database.tenant(tenant_id) as connection:
            rows = await connection.fetch(_READERS, tenant_id, before)
        told: defaultdict[OperatorId, set[ConversationId]] = defaultdict(set)
        for row in rows:
            told[row["id"]] |= {row["conversation_id"]} - {None}
        return dict(told)

    async def write(
        self,
        tenant_id: TenantId,
        id: OperatorId,
        ids: Sequence[ConversationId],
        *,
        delivery: Delivery,
        at: datetime,
        before: datetime,
    ) -> bool:
        """Keep a letter, and that it was sent of these waits. False where another node has just written to them."""
        async with self._database.tenant(tenant_id) as connection:
            letters = [letter_record(delivery, None)]
            written = await connection.fetchval(DIGEST, tenant_id, letters, id, list(ids), at, before, delivery.id)
        return written > 0
