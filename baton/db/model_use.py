"""What a tenant has used of the language model, a row a day."""

from datetime import date

from baton.core.ids import TenantId
from baton.db.connection import Database


class ModelUse:
    """The tokens of every tenant."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def of_day(self, tenant_id: TenantId, day: date) -> int:
        """Tokens used on a day so far, on every node."""
        async with self._database.tenant(tenant_id) as connection:
            used = await connection.fetchval(
                "SELECT tokens FROM model_use WHERE tenant_id = $1 AND day = $2", tenant_id, day
            )
        return used or 0

    async def add(self, tenant_id: TenantId, day: date, tokens: int) -> None:
        """Count tokens for a day."""
        async with self._database.tenant(tenant_id) as connection:
            await connection.execute(
                "INSERT INTO model_use AS used (tenant_id, day, tokens) VALUES ($1, $2, $3) "
                "ON CONFLICT (tenant_id, day) DO UPDATE SET tokens = used.tokens + excluded.tokens",
                tenant_id,
                day,
                tokens,
            )
