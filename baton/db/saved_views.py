"""Saved views, by whose they are."""

import asyncpg
import msgspec

from baton.core.ids import OperatorId, TenantId
from baton.core.inbox.listing import Filters
from baton.core.inbox.saved_view import SavedView
from baton.db.connection import Database

_COLUMNS = "id, name, base, filters, find, operator_id, position, created_at, created_by"
_OWN = "tenant_id = $1 AND (operator_id IS NULL OR operator_id = $2)"


class SavedViews:
    """The saved views of every tenant. An operator's own are there for nobody else."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def seen_by(self, tenant_id: TenantId, operator_id: OperatorId | None) -> tuple[SavedView, ...]:
        """The team's views and the operator's own, in their order."""
        async with self._database.tenant(tenant_id) as connection:
            rows = await connection.fetch(
                f"SELECT {_COLUMNS} FROM saved_views WHERE {_OWN} ORDER BY position, lower(name), id",  # noqa: S608
                tenant_id,
                operator_id,
            )
        return tuple(_view(row) for row in rows)

    async def find(self, tenant_id: TenantId, operator_id: OperatorId | None, id: str) -> SavedView | None:
        """One that the operator may see."""
        async with self._database.tenant(tenant_id) as connection:
            row = await connection.fetchrow(
                f"SELECT {_COLUMNS} FROM saved_views WHERE {_OWN} AND id = $3",  # noqa: S608
                tenant_id,
                operator_id,
                id,
            )
        return _view(row) if row else None

    async def keep(self, tenant_id: TenantId, one: SavedView, most: int) -> bool:
        """Write one, over what it was. False, and nothing written, where its owner or the team has `most` others."""
        async with self._database.tenant(tenant_id) as connection:
            done = await connection.execute(
                "INSERT INTO saved_views (tenant_id, id, name, base, filters, find, operator_id, position, created_at, "
                "created_by) SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9, $10 WHERE (SELECT count(*) FROM saved_views "
                "WHERE tenant_id = $1 AND id <> $2 AND operator_id IS NOT DISTINCT FROM $7) < $11 "
                "ON CONFLICT (tenant_id, id) DO UPDATE SET name = EXCLUDED.name, base = EXCLUDED.base, "
                "filters = EXCLUDED.filters, find = EXCLUDED.find, operator_id = EXCLUDED.operator_id, "
                "position = EXCLUDED.position",
                tenant_id,
                one.id,
                one.name,
                one.base,
                one.filters.record(),
                one.find,
                one.operator_id,
                one.position,
                one.created_at,
                one.created_by,
                most,
            )
        return done == "INSERT 0 1"

    async def drop(self, tenant_id: TenantId, operator_id: OperatorId | None, id: str) -> bool:
        """Forget one that the operator may see. False where there is none such."""
        async with self._database.tenant(tenant_id) as connection:
            done = await connection.execute(
                f"DELETE FROM saved_views WHERE {_OWN} AND id = $3",  # noqa: S608
                tenant_id,
                operator_id,
                id,
            )
        return done == "DELETE 1"


def _view(row: asyncpg.Record) -> SavedView:
    return SavedView(**{**row, "filters": msgspec.convert(row["filters"], Filters)})
