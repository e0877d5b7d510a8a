"""Tenants and credentials: what has to be known before it is known whose request it is."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

import asyncpg

from baton.core.actors import Role
from baton.core.errors import Invalid
from baton.core.ids import TenantId
from baton.db.connection import Database
from baton.services.records import Credential, Tenant

_CREDENTIAL = """SELECT c.*, o.name AS operator_name, o.role AS operator_role, o.left_at FROM credentials c
    LEFT JOIN operators o ON o.tenant_id = c.tenant_id AND o.id = c.operator_id"""


class Tenants:
    """Every tenant of the install, and the credentials that open them."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def add(self, tenant: Tenant) -> None:
        """Add a tenant. Raises Invalid where the name is taken."""
        async with self._database.install() as connection:
            try:
                await connection.execute(
                    "INSERT INTO tenants (id, name, widget_token, allowed_domains, settings, created_at) "
                    "VALUES ($1, $2, $3, $4, $5, $6)",
                    tenant.id,
                    tenant.name,
                    tenant.widget_token,
                    list(tenant.allowed_domains),
                    tenant.settings,
                    tenant.created_at,
                )
            except asyncpg.UniqueViolationError as taken:
                raise Invalid(
                    f"There is a tenant named {tenant.name} already. Choose another name.", code="name_taken"
                ) from taken

    async def find(
        self, *, id: TenantId | None = None, name: str | None = None, widget_token: str | None = None
    ) -> Tenant | None:
        """A tenant by its id, name or widget token, or None."""
        async with self._database.install() as connection:
            row = await connection.fetchrow(
                "SELECT * FROM tenants WHERE id = $1 OR name = $2 OR widget_token = $3",
                id,
                name,
                widget_token,
            )
        return _to_tenant(row) if row else None

    async def all(self) -> tuple[Tenant, ...]:
        """Every tenant, oldest first."""
        async with self._database.install() as connection:
            rows = await connection.fetch("SELECT * FROM tenants ORDER BY created_at, id")
        return tuple(_to_tenant(row) for row in rows)

    async def change(self, id: TenantId, *, domains: Sequence[str], settings: dict[str, Any]) -> None:
        """Set the widget's allowed domains and settings."""
        async with self._database.install() as connection:
            await connection.execute(
                "UPDATE tenants SET allowed_domains = $2, settings = $3 WHERE id = $1",
                id,
                list(domains),
                settings,
            )

    async def raise_identity_version(self, id: TenantId) -> int:
        """End the tenant's identity key. Returns the version of the next one."""
        async with self._database.install() as connection:
            return await connection.fetchval(
                "UPDATE tenants SET identity_version = identity_version + 1 WHERE id = $1 RETURNING identity_version",
                id,
            )

    async def add_credential(self, credential: Credential, secret_hash: bytes) -> bool:
        """Keep a credential by the hash of its secret; the secret itself is not kept. False, and nothing kept, where
        it is for somebody who has left: whoever removes them at this moment waits until it is there to be revoked.
        """
        async with self._database.tenant(credential.tenant_id) as connection, connection.transaction():
            if credential.operator_id is not None and not await connection.fetchval(
                "SELECT true FROM operators WHERE tenant_id = $1 AND id = $2 AND left_at IS NULL FOR SHARE",
                credential.tenant_id,
                credential.operator_id,
            ):
                return False
            await connection.execute(
                "INSERT INTO credentials (hash, id, tenant_id, kind, role, operator_id, label, created_at, expires_at) "
                "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
                secret_hash,
                credential.id,
                credential.tenant_id,
                credential.kind,
                credential.role.value,
                credential.operator_id,
                credential.label,
                credential.created_at,
                credential.expires_at,
            )
        return True

    async def credential(self, secret_hash: bytes) -> Credential | None:
        """The credential whose secret has this hash, whatever its state."""
        async with self._database.install() as connection:
            found = await connection.fetchrow("SELECT tenant_id FROM credentials WHERE hash = $1", secret_hash)
        if found is None:
            return None
        async with self._database.tenant(found["tenant_id"]) as connection:
            row = await connection.fetchrow(f"{_CREDENTIAL} WHERE c.hash = $1", secret_hash)
        return _to_credential(row) if row else None

    async def spend(self, secret_hash: bytes, at: datetime) -> Credential | None:
        """Use a sign-in link up. None where it is unknown, spent or too old: one use, one winner."""
        async with self._database.install() as connection:
            spent = await connection.fetchval(
                "UPDATE credentials SET revoked_at = $2 WHERE hash = $1 AND kind = 'link' AND revoked_at IS NULL "
                "AND (expires_at IS NULL OR expires_at > $2) RETURNING id",
                secret_hash,
                at,
            )
        return await self.credential(secret_hash) if spent else None

    async def keys(self, tenant_id: TenantId) -> tuple[Credential, ...]:
        """The tenant's keys, newest first; sessions and links are not listed."""
        async with self._database.tenant(tenant_id) as connection:
            rows = await connection.fetch(
                f"{_CREDENTIAL} WHERE c.tenant_id = $1 AND c.kind = 'key' ORDER BY c.created_at DESC",
                tenant_id,
            )
        return tuple(_to_credential(row) for row in rows)

    async def revoke(self, tenant_id: TenantId, id: str, at: datetime) -> bool:
        """End a credential. False where there is none such that still works."""
        async with self._database.install() as connection:
            done = await connection.execute(
                "UPDATE credentials SET revoked_at = $3 WHERE tenant_id = $1 AND id = $2 AND revoked_at IS NULL",
                tenant_id,
                id,
                at,
            )
        return done == "UPDATE 1"

    async def forget_sign_ins(self, before: datetime, limit: int) -> int:
        """Delete links and sessions that ended before then, at most so many. Keys stay, for the trail to be read."""
        async with self._database.install() as connection:
            done = await connection.execute(
                "DELETE FROM credentials WHERE hash IN (SELECT hash FROM credentials "
                "WHERE kind <> 'key' AND expires_at < $1 ORDER BY expires_at LIMIT $2)",
                before,
                limit,
            )
        return int(done.removeprefix("DELETE "))


def _to_tenant(row: asyncpg.Record) -> Tenant:
    return Tenant(
        row["id"],
        row["name"],
        row["widget_token"],
        tuple(row["allowed_domains"]),
        row["settings"],
        row["created_at"],
        row["identity_version"],
    )


def _to_credential(row: asyncpg.Record) -> Credential:
    return Credential(
        id=row["id"],
        tenant_id=row["tenant_id"],
        kind=row["kind"],
        role=Role(row["role"]),
        operator_id=row["operator_id"],
        operator_name=row["operator_name"],
        label=row["label"],
        created_at=row["created_at"],
        expires_at=row["expires_at"],
        revoked_at=row["revoked_at"],
        operator_role=Role(row["operator_role"] or Role.OPERATOR),
        left_at=row["left_at"],
    )
