"""Macros, by their names."""

from typing import Any

import asyncpg

from baton.core.ids import TenantId
from baton.core.inbox.macros import Do, Macro, Step
from baton.db.connection import Database

_COLUMNS = "name, steps, updated_at, updated_by"


class Macros:
    """The macros of every tenant."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def all(self, tenant_id: TenantId) -> tuple[Macro, ...]:
        """The tenant's macros, by name."""
        async with self._database.tenant(tenant_id) as connection:
            rows = await connection.fetch(
                f"SELECT {_COLUMNS} FROM macros WHERE tenant_id = $1 ORDER BY name",  # noqa: S608
                tenant_id,
            )
        return tuple(_to_macro(row) for row in rows)

    async def find(self, tenant_id: TenantId, name: str) -> Macro | None:
        """The one of that name."""
        async with self._database.tenant(tenant_id) as connection:
            row = await connection.fetchrow(
                f"SELECT {_COLUMNS} FROM macros WHERE tenant_id = $1 AND name = $2",  # noqa: S608
                tenant_id,
                name,
            )
        return _to_macro(row) if row else None

    async def keep(self, tenant_id: TenantId, macro: Macro, most: int) -> bool:
        """Write one, over what its name had. False, and nothing written, where the tenant has `most` others."""
        steps: list[dict[str, Any]] = [{"do": step.do.value, "what": step.what} for step in macro.steps]
        async with self._database.tenant(tenant_id) as connection:
            done = await connection.execute(
                "INSERT INTO macros (tenant_id, name, steps, updated_at, updated_by) SELECT $1, $2, $3, $4, $5 "
                "WHERE (SELECT count(*) FROM macros WHERE tenant_id = $1 AND name <> $2) < $6 "
                "ON CONFLICT (tenant_id, name) DO UPDATE SET steps = EXCLUDED.steps, "
                "updated_at = EXCLUDED.updated_at, updated_by = EXCLUDED.updated_by",
                tenant_id,
                macro.name,
                steps,
                macro.updated_at,
                macro.updated_by,
                most,
            )
        return done == "INSERT 0 1"

    async def drop(self, tenant_id: TenantId, name: str) -> bool:
        """Forget one. False where there is none such."""
        async with self._database.tenant(tenant_id) as connection:
            done = await connection.execute("DELETE FROM macros WHERE tenant_id = $1 AND name = $2", tenant_id, name)
        return done == "DELETE 1"


def _to_macro(row: asyncpg.Record) -> Macro:
    steps = tuple(Step(Do(step["do"]), step["what"]) for step in row["steps"])
    return Macro(row["name"], steps, row["updated_at"], row["updated_by"])
