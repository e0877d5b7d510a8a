"""Vectors of passages by the digest of their text, so that no text is asked about twice."""

from collections.abc import Mapping, Sequence

from baton.core.ids import TenantId
from baton.db.connection import Database


class Vectors:
    """The vectors of every tenant."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def known(self, tenant_id: TenantId, model: str, digests: Sequence[bytes]) -> dict[bytes, bytes]:
        """Digest -> vector, of those that are kept."""
        async with self._database.tenant(tenant_id) as connection:
            rows = await connection.fetch(
                "SELECT digest, vector FROM vectors WHERE tenant_id = $1 AND model = $2 AND digest = ANY($3)",
                tenant_id,
                model,
                list(digests),
            )
        return {bytes(row["digest"]): bytes(row["vector"]) for row in rows}

    async def keep(self, tenant_id: TenantId, model: str, vectors: Mapping[bytes, bytes]) -> None:
        """Keep vectors by digest; what is there already stays."""
        async with self._database.tenant(tenant_id) as connection:
            await connection.execute(
                "INSERT INTO vectors (tenant_id, model, digest, vector) "
                "SELECT $1, $2, * FROM unnest($3::bytea[], $4::bytea[]) ON CONFLICT DO NOTHING",
                tenant_id,
                model,
                list(vectors),
                list(vectors.values()),
            )
