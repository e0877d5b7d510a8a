"""Canned replies, by their shortcuts."""

from baton.core.copy.canned import CannedReply
from baton.core.ids import TenantId
from baton.db.connection import Database

_COLUMNS = "shortcut, text, updated_at, updated_by"


class CannedReplies:
    """The canned replies of every tenant."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def all(self, tenant_id: TenantId) -> tuple[CannedReply, ...]:
        """The tenant's canned replies, by shortcut."""
        async with self._database.tenant(tenant_id) as connection:
            rows = await connection.fetch(
                f"SELECT {_COLUMNS} FROM canned_replies WHERE tenant_id = $1 ORDER BY shortcut",  # noqa: S608
                tenant_id,
            )
        return tuple(CannedReply(**row) for row in rows)

    async def find(self, tenant_id: TenantId, shortcut: str) -> CannedReply | None:
        """The one behind a shortcut."""
        async with self._database.tenant(tenant_id) as connection:
            row = await connection.fetchrow(
                f"SELECT {_COLUMNS} FROM canned_replies WHERE tenant_id = $1 AND shortcut = $2",  # noqa: S608
                tenant_id,
                shortcut,
            )
        return CannedReply(**row) if row else None

    async def keep(self, tenant_id: TenantId, reply: CannedReply, most: int) -> bool:
        """Write one, over what its shortcut had. False, and nothing written, where the tenant has `most` others."""
        async with self._database.tenant(tenant_id) as connection:
            done = await connection.execute(
                "INSERT INTO canned_replies (tenant_id, shortcut, text, updated_at, updated_by) "
                "SELECT $1, $2, $3, $4, $5 "
                "WHERE (SELECT count(*) FROM canned_replies WHERE tenant_id = $1 AND shortcut <> $2) < $6 "
                "ON CONFLICT (tenant_id, shortcut) DO UPDATE SET text = EXCLUDED.text, "
                "updated_at = EXCLUDED.updated_at, updated_by = EXCLUDED.updated_by",
                tenant_id,
                reply.shortcut,
                reply.text,
                reply.updated_at,
                reply.updated_by,
                most,
            )
        return done == "INSERT 0 1"

    async def drop(self, tenant_id: TenantId, shortcut: str) -> bool:
        """Forget one. False where there is none such."""
        async with self._database.tenant(tenant_id) as connection:
            done = await connection.execute(
                "DELETE FROM canned_replies WHERE tenant_id = $1 AND shortcut = $2", tenant_id, shortcut
            )
        return done == "DELETE 1"
