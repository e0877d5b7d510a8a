"""The labels that companies use."""

from baton.core.ids import TenantId
from baton.core.labels import Label
from baton.db.connection import Database

_COLUMNS = "name, colour, updated_at, updated_by"


class Labels:
    """The labels of every tenant."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def all(self, tenant_id: TenantId) -> tuple[Label, ...]:
        """The tenant's labels, by name."""
        async with self._database.tenant(tenant_id) as connection:
            rows = await connection.fetch(
                f"SELECT {_COLUMNS} FROM labels WHERE tenant_id = $1 ORDER BY name",  # noqa: S608
                tenant_id,
            )
        return tuple(Label(**row) for row in rows)

    async def find(self, tenant_id: TenantId, name: str) -> Label | None:
        """The one of that name."""
        async with self._database.tenant(tenant_id) as connection:
            row = await connection.fetchrow(
                f"SELECT {_COLUMNS} FROM labels WHERE tenant_id = $1 AND name = $2",  # noqa: S608
                tenant_id,
                name,
            )
        return Label(**row) if row else None

    async def keep(self, tenant_id: TenantId, label: Label, most: int) -> bool:
        """Write one, over what its name had. False, and nothing written, where the tenant has `most` others."""
        async with self._database.tenant(tenant_id) as connection:
            done = await connection.execute(
                "INSERT INTO labels (tenant_id, name, colour, updated_at, updated_by) SELECT $1, $2, $3, $4, $5 "
                "WHERE (SELECT count(*) FROM labels WHERE tenant_id = $1 AND name <> $2) < $6 "
                "ON CONFLICT (tenant_id, name) DO UPDATE SET colour = EXCLUDED.colour, "
                "updated_at = EXCLUDED.updated_at, updated_by = EXCLUDED.updated_by",
                tenant_id,
                label.name,
                label.colour,
                label.updated_at,
                label.updated_by,
                most,
            )
        return done == "INSERT 0 1"

    async def drop(self, tenant_id: TenantId, name: str) -> bool:
        """Forget one. Conversations keep the name. False where there is none such."""
        async with self._database.tenant(tenant_id) as connection:
            done = await connection.execute("DELETE FROM labels WHERE tenant_id = $1 AND name = $2", tenant_id, name)
        return done == "DELETE 1"
