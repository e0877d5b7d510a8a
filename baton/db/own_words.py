"""Tenants' own words. A change counts as one of the knowledge: every node then reads them anew."""

from baton.core.ids import TenantId
from baton.core.reading.own_words import OwnWord
from baton.db import source_sql as sql
from baton.db.connection import Database


class OwnWords:
    """The own words of every tenant."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def all(self, tenant_id: TenantId) -> tuple[OwnWord, ...]:
        """The tenant's words, in their order."""
        async with self._database.tenant(tenant_id) as connection:
            rows = await connection.fetch(
                "SELECT word, others, updated_at, updated_by FROM own_words WHERE tenant_id = $1 ORDER BY lower(word)",
                tenant_id,
            )
        return tuple(OwnWord(row["word"], tuple(row["others"]), row["updated_at"], row["updated_by"]) for row in rows)

    async def keep(self, tenant_id: TenantId, one: OwnWord, most: int) -> bool:
        """Write a word, over what it had. False, and nothing written, where the tenant has `most` others."""
        async with self._database.tenant(tenant_id) as connection, connection.transaction():
            done = await connection.execute(
                "INSERT INTO own_words (tenant_id, word, others, updated_at, updated_by) SELECT $1, $2, $3, $4, $5 "
                "WHERE (SELECT count(*) FROM own_words WHERE tenant_id = $1 AND word <> $2) < $6 "
                "ON CONFLICT (tenant_id, word) DO UPDATE SET others = EXCLUDED.others, "
                "updated_at = EXCLUDED.updated_at, updated_by = EXCLUDED.updated_by",
                tenant_id,
                one.word,
                list(one.others),
                one.updated_at,
                one.updated_by,
                most,
            )
            await connection.execute(sql.RAISE_VERSION, tenant_id)
        return done == "INSERT 0 1"

    async def drop(self, tenant_id: TenantId, word: str) -> bool:
        """Forget a word. False where there is none such."""
        async with self._database.tenant(tenant_id) as connection, connection.transaction():
            done = await connection.execute("DELETE FROM own_words WHERE tenant_id = $1 AND word = $2", tenant_id, word)
            await connection.execute(sql.RAISE_VERSION, tenant_id)
        return done == "DELETE 1"
