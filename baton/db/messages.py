"""Reads of what was said. Messages are written with the change that they belong to, in `conversations`."""

from baton.core.ids import ConversationId, TenantId
from baton.core.messages import Message
from baton.db.connection import Database
from baton.db.rows import MESSAGE, to_message


class Messages:
    """The messages of every tenant's conversations."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def page(
        self, tenant_id: TenantId, id: ConversationId, *, after: int, limit: int, team: bool
    ) -> tuple[Message, ...]:
        """Messages after a seq, oldest first. Without `team`, no notes."""
        return await self._fetch(
            "m.seq > $3 AND ($5 OR m.kind <> 'note') ORDER BY m.seq LIMIT $4",
            tenant_id,
            id,
            after,
            limit,
            team,
        )

    async def latest(self, tenant_id: TenantId, id: ConversationId, *, limit: int) -> tuple[Message, ...]:
        """The last messages, oldest of them first, notes included."""
        found = await self._fetch("true ORDER BY m.seq DESC LIMIT $3", tenant_id, id, limit)
        return tuple(reversed(found))

    async def by_client_id(self, tenant_id: TenantId, id: ConversationId, client_id: str) -> Message | None:
        """The message that its sender numbered so, or None."""
        found = await self._fetch("m.client_id = $3", tenant_id, id, client_id)
        return found[0] if found else None

    async def unanswered(self, tenant_id: TenantId, id: ConversationId) -> Message | None:
        """The customer's last message, which the bot may still have to decide on."""
        found = await self._fetch("m.author_kind = 'customer' ORDER BY m.seq DESC LIMIT 1", tenant_id, id)
        return found[0] if found else None

    async def reply_to(self, tenant_id: TenantId, id: ConversationId, seq: int) -> Message | None:
        """The first message that answers the customer's message `seq`."""
        found = await self._fetch("m.reply_to = $3 ORDER BY m.seq LIMIT 1", tenant_id, id, seq)
        return found[0] if found else None

    async def _fetch(
        self, condition: str, tenant_id: TenantId, id: ConversationId, *arguments: object
    ) -> tuple[Message, ...]:
        sql = f"SELECT {MESSAGE} FROM messages m WHERE m.tenant_id = $1 AND m.conversation_id = $2 AND {condition}"  # noqa: S608
        async with self._database.tenant(tenant_id) as connection:
            return tuple(to_message(row) for row in await connection.fetch(sql, tenant_id, id, *arguments))
