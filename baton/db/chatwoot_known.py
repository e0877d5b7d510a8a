"""What is remembered of Chatwoot: its people, the deliveries that were dealt with, and what the bot itself said."""

from datetime import datetime

from baton.core.chatwoot.connection import Agent
from baton.core.ids import OperatorId, TenantId
from baton.db.connection import Database

_KNOWN = """SELECT operator_id FROM chatwoot_agents WHERE tenant_id = $1 AND connection_id = $2 AND agent_id = $3"""

_AGENT = """INSERT INTO chatwoot_agents (tenant_id, connection_id, agent_id, operator_id) VALUES ($1, $2, $3, $4)
    ON CONFLICT (tenant_id, connection_id, agent_id) DO NOTHING RETURNING operator_id"""

_PERSON = """INSERT INTO operators (tenant_id, id, name, capacity, created_at, is_outside, skills)
    VALUES ($1, $2, $3, 1, $4, true, '{}')"""

_NAMED = "UPDATE operators SET name = $3 WHERE tenant_id = $1 AND id = $2 AND name <> $3"

_SAW = """INSERT INTO chatwoot_seen (tenant_id, connection_id, what, at) VALUES ($1, $2, $3, $4)
    ON CONFLICT (tenant_id, connection_id, what) DO UPDATE SET at = excluded.at"""

_SEEN = "SELECT at FROM chatwoot_seen WHERE tenant_id = $1 AND connection_id = $2 AND what = $3"

_FORGET = """DELETE FROM chatwoot_seen WHERE (tenant_id, connection_id, what) IN
    (SELECT tenant_id, connection_id, what FROM chatwoot_seen WHERE at < $1 ORDER BY at LIMIT $2)"""


class ChatwootKnown:
    """What is remembered of the Chatwoots of every tenant."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def agent(
        self, tenant_id: TenantId, connection_id: str, agent: Agent, name: str, id: OperatorId, at: datetime
    ) -> OperatorId:
        """Under which id somebody there stands in our trail, named so: the one that they have, or this new one."""
        async with self._database.tenant(tenant_id) as connection:
            known = await connection.fetchval(_KNOWN, tenant_id, connection_id, agent.id)
            if known is not None:
                await connection.execute(_NAMED, tenant_id, known, name)
                return known
            async with connection.transaction():
                # Of two deliveries that name somebody new at the same moment one is first; the other's goes again.
                await connection.execute(_PERSON, tenant_id, id, name, at)
                if await connection.fetchval(_AGENT, tenant_id, connection_id, agent.id, id):
                    return id
                await connection.execute("DELETE FROM operators WHERE tenant_id = $1 AND id = $2", tenant_id, id)
            return await connection.fetchval(_KNOWN, tenant_id, connection_id, agent.id)

    async def saw(self, tenant_id: TenantId, connection_id: str, what: str, at: datetime) -> None:
        """Remember that this was dealt with."""
        async with self._database.tenant(tenant_id) as connection:
            await connection.execute(_SAW, tenant_id, connection_id, what, at)

    async def seen(self, tenant_id: TenantId, connection_id: str, what: str) -> datetime | None:
        """When this was dealt with last, None where it never was."""
        async with self._database.tenant(tenant_id) as connection:
            return await connection.fetchval(_SEEN, tenant_id, connection_id, what)

    async def forget_before(self, at: datetime, limit: int) -> int:
        """Forget what was dealt with before then, at most so much of it. Returns how much."""
        async with self._database.install() as connection:
            done = await connection.execute(_FORGET, at, limit)
        return int(done.removeprefix("DELETE "))
