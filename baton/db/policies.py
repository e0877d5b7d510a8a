"""Policy files: every version that was ever in force, as text."""

from datetime import datetime

import asyncpg

from baton.core.ids import TenantId
from baton.core.replaying.foretold import Foretold
from baton.db.connection import Database
from baton.services.records import PolicyVersion


class Policies:
    """The policies of every tenant. Version 0 is the default that ships, and has no row."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def newest(self, tenant_id: TenantId) -> tuple[int, str, str, datetime] | None:
        """(version, text, digest, since when) of the policy in force, or None for the default."""
        async with self._database.tenant(tenant_id) as connection:
            row = await connection.fetchrow(
                "SELECT version, source, digest, created_at FROM policies WHERE tenant_id = $1 "
                "ORDER BY version DESC LIMIT 1",
                tenant_id,
            )
        return (row["version"], row["source"], row["digest"], row["created_at"]) if row else None

    async def of_version(self, tenant_id: TenantId, version: int) -> str | None:
        """The text of one version, None where there is no such version."""
        async with self._database.tenant(tenant_id) as connection:
            return await connection.fetchval(
                "SELECT source FROM policies WHERE tenant_id = $1 AND version = $2", tenant_id, version
            )

    async def keep_default(self, source: str, digest: str, at: datetime) -> None:
        """Note that the install's default is this text from now on, where it was not already."""
        async with self._database.install() as connection:
            await connection.execute(
                "INSERT INTO default_policies (since, digest, source) SELECT $1, $2, $3 WHERE $2 IS DISTINCT FROM "
                "(SELECT digest FROM default_policies WHERE since <= $1 ORDER BY since DESC LIMIT 1) "
                "ON CONFLICT DO NOTHING",
                at,
                digest,
                source,
            )

    async def default_at(self, at: datetime) -> str | None:
        """The default's text at a moment; None before any was noted."""
        async with self._database.install() as connection:
            return await connection.fetchval(
                "SELECT source FROM default_policies WHERE since <= $1 ORDER BY since DESC LIMIT 1", at
            )

    async def defaults(self) -> tuple[tuple[datetime, str], ...]:
        """(since when, text) of every default that was noted, the oldest first."""
        async with self._database.install() as connection:
            rows = await connection.fetch("SELECT since, source FROM default_policies ORDER BY since")
        return tuple((row["since"], row["source"]) for row in rows)

    async def versions(self, tenant_id: TenantId, limit: int) -> tuple[PolicyVersion, ...]:
        """The newest versions, newest first, without their texts."""
        async with self._database.tenant(tenant_id) as connection:
            rows = await connection.fetch(
                "SELECT version, digest, created_by, created_at, foretold FROM policies WHERE tenant_id = $1 "
                "ORDER BY version DESC LIMIT $2",
                tenant_id,
                limit,
            )
        return tuple(_version(row) for row in rows)

    async def version(self, tenant_id: TenantId) -> int:
        """The version in force, 0 for the default."""
        async with self._database.tenant(tenant_id) as connection:
            return await connection.fetchval(
                "SELECT coalesce(max(version), 0) FROM policies WHERE tenant_id = $1", tenant_id
            )

    async def add(
        self,
        tenant_id: TenantId,
        source: str,
        digest: str,
        by: str,
        at: datetime,
        *,
        instead_of: int | None = None,
        foretold: Foretold | None = None,
    ) -> int | None:
        """Put a new version in force and return its number.

        None where another was put in force at the same moment, or `instead_of` no longer is the one in force.
        """
        async with self._database.tenant(tenant_id) as connection:
            return await connection.fetchval(
                "INSERT INTO policies (tenant_id, version, source, digest, created_by, created_at, foretold) "
                "SELECT $1, coalesce(max(version), 0) + 1, $2, $3, $4, $5, $7::jsonb "
                "FROM policies WHERE tenant_id = $1 "
                "HAVING $6::int IS NULL OR coalesce(max(version), 0) = $6 "
                "ON CONFLICT DO NOTHING RETURNING version",
                tenant_id,
                source,
                digest,
                by,
                at,
                instead_of,
                {"conversations": foretold.conversations, "handoffs": dict(foretold.handoffs)} if foretold else None,
            )


def _version(row: asyncpg.Record) -> PolicyVersion:
    foretold = Foretold(**row["foretold"]) if row["foretold"] else None
    return PolicyVersion(row["version"], row["digest"], row["created_by"], row["created_at"], foretold)
