"""Conversations that the bot has answered and nobody has spoken in since."""

from datetime import datetime

from baton.core.ids import ConversationId, TenantId
from baton.db.connection import Database

# Both follow the index of what is not resolved, whose order is `updated_in`: never later than `updated_at`.
_TENANTS = """SELECT t.id FROM tenants t WHERE EXISTS (SELECT FROM conversations c
    WHERE c.tenant_id = t.id AND c.state = 'bot' AND c.updated_in <= $1)"""

# An open promise is for its own sweep to end; a customer who spoke last is owed an answer.
_CONVERSATIONS = """SELECT c.id FROM conversations c
    WHERE c.tenant_id = $1 AND c.state = 'bot' AND c.updated_in <= $2 AND c.updated_at <= $2
      AND c.asked_seq > 0 AND c.asked_seq <= c.decided_seq AND c.last_author <> 'customer'
      AND NOT EXISTS (SELECT FROM promises p
          WHERE p.tenant_id = c.tenant_id AND p.conversation_id = c.id AND p.state = 'open')
    ORDER BY c.updated_in, c.id LIMIT $3"""


class Quiet:
    """What has gone quiet, of every tenant."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def tenants(self, since: datetime) -> list[TenantId]:
        """Tenants with conversations that the bot holds and that may have been quiet since then."""
        async with self._database.install() as connection:
            return [row["id"] for row in await connection.fetch(_TENANTS, since)]

    async def conversations(self, tenant_id: TenantId, since: datetime, limit: int) -> list[ConversationId]:
        """A tenant's conversations that have been quiet since then, the longest first. None with an open promise."""
        async with self._database.tenant(tenant_id) as connection:
            return [row["id"] for row in await connection.fetch(_CONVERSATIONS, tenant_id, since, limit)]
