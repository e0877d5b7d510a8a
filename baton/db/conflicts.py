"""Contradictions between passages, as they were found when the sources last changed."""

from collections.abc import Sequence
from datetime import datetime

from baton.core.ids import TenantId
from baton.core.sources.conflicts import Conflict
from baton.db.connection import Database
from baton.services.ports.learning import KeptConflict

_COLUMNS = """key, kind, one_id, other_id, one_title, other_title, one_says, other_says, found_at, dismissed_by,
    dismissed_at"""

_KEEP = """INSERT INTO conflicts
        (tenant_id, key, kind, one_id, other_id, one_title, other_title, one_says, other_says, found_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT (tenant_id, key) DO NOTHING"""


class Conflicts:
    """The contradictions of every tenant."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def compared(self, tenant_id: TenantId) -> int:
        """The knowledge version whose passages were last set against each other."""
        async with self._database.tenant(tenant_id) as connection:
            return await connection.fetchval("SELECT compared FROM knowledge WHERE tenant_id = $1", tenant_id) or 0

    async def replace(self, tenant_id: TenantId, found: Sequence[Conflict], *, version: int, at: datetime) -> None:
        """Keep what was found in a version of the knowledge. What is no longer found is gone; what stays, stays."""
        rows = [
            (tenant_id, one.key, one.kind, one.one.id, one.other.id, one.one.title, one.other.title, one.one_says,
             one.other_says, at)
            for one in found
        ]  # fmt: skip
        async with self._database.tenant(tenant_id) as connection, connection.transaction():
            keys = [one.key for one in found]
            await connection.execute("DELETE FROM conflicts WHERE tenant_id = $1 AND key <> ALL($2)", tenant_id, keys)
            await connection.executemany(_KEEP, rows)
            await connection.execute("UPDATE knowledge SET compared = $2 WHERE tenant_id = $1", tenant_id, version)

    async def all(self, tenant_id: TenantId) -> tuple[KeptConflict, ...]:
        """The tenant's contradictions, open ones first, then the latest."""
        async with self._database.tenant(tenant_id) as connection:
            rows = await connection.fetch(
                f"SELECT {_COLUMNS} FROM conflicts WHERE tenant_id = $1 "  # noqa: S608 - constants
                "ORDER BY dismissed_at IS NOT NULL, found_at DESC, key",
                tenant_id,
            )
        return tuple(KeptConflict(**row) for row in rows)

    async def dismissed(self, tenant_id: TenantId) -> frozenset[str]:
        """The keys of those that a person has dismissed."""
        async with self._database.tenant(tenant_id) as connection:
            rows = await connection.fetch(
                "SELECT key FROM conflicts WHERE tenant_id = $1 AND dismissed_at IS NOT NULL", tenant_id
            )
        return frozenset(row["key"] for row in rows)

    async def dismiss(self, tenant_id: TenantId, key: str, *, by: str | None, at: datetime) -> bool:
        """A person says that it is none. False where there is none such."""
        async with self._database.tenant(tenant_id) as connection:
            done = await connection.execute(
                "UPDATE conflicts SET dismissed_by = $3, dismissed_at = $4 WHERE tenant_id = $1 AND key = $2",
                tenant_id,
                key,
                by or "",
                at,
            )
        return done == "UPDATE 1"
