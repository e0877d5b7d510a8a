"""What Chatwoot is still to be told: how far each conversation's own gapless log was told, and by which node it is."""

from collections.abc import Sequence
from datetime import datetime

from baton.core.chatwoot.connection import Thread
from baton.core.ids import ConversationId, TenantId
from baton.db.chatwoot import to_thread
from baton.db.connection import Database

_FREE = "(t.leased_until IS NULL OR t.leased_until <= {0}) AND (t.due_at IS NULL OR t.due_at <= {0}) AND NOT t.is_gone"

_LEFT = f"c.seq > t.told_seq AND {_FREE.format('$1')}"

ANYWHERE = f"""SELECT t.tenant_id, t.conversation_id FROM chatwoot_threads t
    JOIN chatwoot_connections x ON x.tenant_id = t.tenant_id AND x.id = t.connection_id AND x.is_on
    JOIN conversations c ON c.tenant_id = t.tenant_id AND c.id = t.conversation_id
    WHERE {_LEFT} ORDER BY t.due_at NULLS FIRST, c.updated_in LIMIT $2"""  # noqa: S608 - a constant

# From the connections, so that each second reads the last hour of the companies that have one, and nothing else.
LATELY = f"""SELECT due.tenant_id, due.conversation_id
    FROM (SELECT DISTINCT tenant_id FROM chatwoot_connections WHERE is_on) y
    CROSS JOIN LATERAL (SELECT t.tenant_id, t.conversation_id, t.due_at, c.updated_in
        FROM (SELECT * FROM conversations WHERE tenant_id = y.tenant_id AND updated_in >= $2
            ORDER BY updated_in DESC OFFSET 0) c
        JOIN chatwoot_threads t ON t.tenant_id = c.tenant_id AND t.conversation_id = c.id
        JOIN chatwoot_connections x ON x.tenant_id = t.tenant_id AND x.id = t.connection_id AND x.is_on
        WHERE {_LEFT}) due
    ORDER BY due.due_at NULLS FIRST, due.updated_in LIMIT $3"""  # noqa: S608 - a constant

# Of a node that fell nobody knows whether its last step arrived: it counts as tried, from when the lease was given.
_BEGIN = f"""UPDATE chatwoot_threads t SET lease = $3, leased_until = $5, tried_at = CASE WHEN t.lease IS NULL
        THEN t.tried_at ELSE coalesce(t.tried_at, t.leased_until - ($5::timestamptz - $4::timestamptz)) END
    WHERE t.tenant_id = $1 AND t.conversation_id = $2 AND {_FREE.format("$4")} AND EXISTS (SELECT 1
        FROM chatwoot_connections x WHERE x.tenant_id = $1 AND x.id = t.connection_id AND x.is_on)
    RETURNING *"""  # noqa: S608 - a constant

_WENT_ON = """UPDATE chatwoot_threads SET told_seq = $4, step = $5, tries = 0, tried_at = NULL, due_at = NULL,
        leased_until = $6
    WHERE tenant_id = $1 AND conversation_id = $2 AND lease = $3"""

_FAILED = """UPDATE chatwoot_threads SET tries = $4, tried_at = $5, due_at = $6, told_seq = $7, step = $8,
        lease = NULL, leased_until = NULL
    WHERE tenant_id = $1 AND conversation_id = $2 AND lease = $3"""


class ChatwootQueue:
    """What the conversations of every tenant that come by Chatwoot are still to be told there."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def due(
        self, at: datetime, *, since: datetime | None, limit: int
    ) -> Sequence[tuple[TenantId, ConversationId]]:
        """Conversations in which something happened, `since` then or ever, that was not told, and that do not rest."""
        async with self._database.install() as connection:
            if since is None:
                rows = await connection.fetch(ANYWHERE, at, limit)
            else:
                rows = await connection.fetch(LATELY, at, since, limit)
        return [(row["tenant_id"], row["conversation_id"]) for row in rows]

    async def begin(
        self, tenant_id: TenantId, id: ConversationId, lease: str, *, at: datetime, until: datetime
    ) -> Thread | None:
        """Take a conversation to tell it. None where another node has it, it rests, or there is nobody to tell."""
        async with self._database.tenant(tenant_id) as connection:
            row = await connection.fetchrow(_BEGIN, tenant_id, id, lease, at, until)
        return to_thread(row) if row else None

    async def went_on(self, tenant_id: TenantId, one: Thread, until: datetime) -> bool:
        """Keep how far it was told. False where the lease was lost."""
        async with self._database.tenant(tenant_id) as connection:
            done = await connection.execute(
                _WENT_ON, tenant_id, one.conversation_id, one.lease, one.told_seq, one.step, until
            )
        return done == "UPDATE 1"

    async def failed(self, tenant_id: TenantId, one: Thread, due_at: datetime) -> None:
        """Keep that a step failed, and leave it until it is tried again."""
        async with self._database.tenant(tenant_id) as connection:
            await connection.execute(
                _FAILED, tenant_id, one.conversation_id, one.lease, one.tries, one.tried_at, due_at, one.told_seq,
                one.step,
            )  # fmt: skip

    async def gone(self, tenant_id: TenantId, one: Thread) -> None:
        """Tell it nothing more: there is no such conversation any more."""
        async with self._database.tenant(tenant_id) as connection:
            await connection.execute(
                "UPDATE chatwoot_threads SET is_gone = true WHERE tenant_id = $1 AND conversation_id = $2",
                tenant_id,
                one.conversation_id,
            )

    async def give_back(self, tenant_id: TenantId, one: Thread) -> None:
        """Leave it to whoever looks next."""
        async with self._database.tenant(tenant_id) as connection:
            await connection.execute(
                "UPDATE chatwoot_threads SET lease = NULL, leased_until = NULL "
                "WHERE tenant_id = $1 AND conversation_id = $2 AND lease = $3",
                tenant_id,
                one.conversation_id,
                one.lease,
            )
