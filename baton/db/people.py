"""Operators and customers."""

from collections.abc import Sequence
from datetime import datetime

import asyncpg

from baton.core.actors import Role
from baton.core.customer import Customer
from baton.core.errors import Invalid
from baton.core.ids import ConversationId, CustomerId, OperatorId, TenantId
from baton.db.connection import Database
from baton.db.rows import SPOKEN_FOR
from baton.services.ports.people import Lost
from baton.services.records import Operator

_OPERATOR = """SELECT o.*, held.open, held.load FROM operators o, LATERAL (
        SELECT count(*) AS open, coalesce(sum(c.weight) FILTER (WHERE NOT sleeps(c)), 0)::int AS load
        FROM conversations c
        WHERE c.tenant_id = o.tenant_id AND c.owner_id = o.id AND c.state = 'human') held
    WHERE o.tenant_id = $1"""

_HERE = """UPDATE operators o SET here_until = greatest(o.here_until, $3),
        lost_at = CASE WHEN o.availability = 'offline' THEN o.lost_at END
    FROM (SELECT id FROM operators WHERE tenant_id = $1 AND id = ANY($2) ORDER BY id FOR NO KEY UPDATE) here
    WHERE o.tenant_id = $1 AND o.id = here.id AND o.left_at IS NULL AND ($4 OR o.here_until IS NOT NULL)"""
"""Rows are locked in the order of their ids, so that two nodes with the same people never wait for each other."""

_AVAILABILITY = """UPDATE operators SET availability = $3, away_reason = $4,
        idle_since = CASE WHEN $3 = 'available' THEN $5 ELSE idle_since END,
        lost_at = CASE WHEN $3 = 'offline' THEN coalesce(lost_at, $5) END
    WHERE tenant_id = $1 AND id = $2 AND left_at IS NULL
        AND (availability, coalesce(away_reason, '')) <> ($3, coalesce($4, ''))"""

_GONE = "CASE WHEN o.availability = 'offline' THEN o.lost_at ELSE o.here_until END"
"""Since when somebody is gone. Who never had a browser here works by key alone, and is never lost."""


class People:
    """The people of every tenant."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def add_operator(self, tenant_id: TenantId, operator: Operator, at: datetime) -> None:
        """Add an operator. Raises Invalid where the address is taken."""
        async with self._database.tenant(tenant_id) as connection:
            try:
                await connection.execute(
                    "INSERT INTO operators (tenant_id, id, name, email, skills, languages, region, capacity, "
                    "created_at, role) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
                    tenant_id,
                    operator.id,
                    operator.name,
                    operator.email,
                    dict(operator.skills),
                    list(operator.languages),
                    operator.region,
                    operator.capacity,
                    at,
                    operator.role.value,
                )
            except asyncpg.UniqueViolationError as taken:
                raise Invalid(
                    f"There is an operator with the address {operator.email} already.", code="email_taken"
                ) from taken

    async def operators(self, tenant_id: TenantId) -> tuple[Operator, ...]:
        """Every operator of the team, by name, with how many conversations each holds."""
        async with self._database.tenant(tenant_id) as connection:
            rows = await connection.fetch(
                f"{_OPERATOR} AND o.left_at IS NULL AND NOT o.is_outside ORDER BY o.name, o.id", tenant_id
            )
        return tuple(_to_operator(row) for row in rows)

    async def former(self, tenant_id: TenantId) -> tuple[Operator, ...]:
        """Those who have left, the last first."""
        async with self._database.tenant(tenant_id) as connection:
            rows = await connection.fetch(
                f"{_OPERATOR} AND o.left_at IS NOT NULL ORDER BY o.left_at DESC, o.id", tenant_id
            )
        return tuple(_to_operator(row) for row in rows)

    async def operator(self, tenant_id: TenantId, id: OperatorId) -> Operator | None:
        """One operator, also one who has left, or None."""
        async with self._database.tenant(tenant_id) as connection:
            row = await connection.fetchrow(f"{_OPERATOR} AND o.id = $2", tenant_id, id)
        return _to_operator(row) if row else None

    async def set_availability(
        self, tenant_id: TenantId, id: OperatorId, availability: str, *, reason: str | None, at: datetime
    ) -> bool:
        """Say whether an operator takes conversations, and why not. False where nothing changed."""
        async with self._database.tenant(tenant_id) as connection:
            done = await connection.execute(_AVAILABILITY, tenant_id, id, availability, reason, at)
        return done == "UPDATE 1"

    async def keep_here(
        self, tenant_id: TenantId, ids: Sequence[OperatorId], until: datetime, *, begins: bool = True
    ) -> None:
        """Extend the lease of operators who were heard of; begin one for those who have none, if it `begins`."""
        async with self._database.tenant(tenant_id) as connection:
            await connection.execute(_HERE, tenant_id, list(ids), until, begins)

    async def lost(self, before: datetime, limit: int) -> tuple[Lost, ...]:
        """Operators of any tenant who were gone before then and hold conversations."""
        async with self._database.install() as connection:
            rows = await connection.fetch(
                f"SELECT o.tenant_id, o.id, o.name, {_GONE} AS since, "  # noqa: S608
                f"o.availability = 'offline' AS has_left, o.left_at IS NOT NULL AS is_removed "
                f"FROM operators o WHERE {_GONE} <= $1 "
                "AND EXISTS (SELECT 1 FROM conversations c WHERE c.tenant_id = o.tenant_id AND c.owner_id = o.id "
                f"AND c.state = 'human' AND (o.left_at IS NOT NULL OR NOT coalesce({SPOKEN_FOR}, false))) "
                "ORDER BY 4 LIMIT $2",
                before,
                limit,
            )
        return tuple(Lost(*row) for row in rows)

    async def held(self, tenant_id: TenantId, id: OperatorId, *, spoken_for: bool = True) -> tuple[ConversationId, ...]:
        """What an operator holds; without what is `spoken_for` by a scheduled reply, where that is said."""
        sql = f"""SELECT c.id FROM conversations c WHERE c.tenant_id = $1 AND c.owner_id = $2 AND c.state = 'human'
            AND ($3 OR NOT coalesce({SPOKEN_FOR}, false))"""  # noqa: S608 - a constant
        async with self._database.tenant(tenant_id) as connection:
            rows = await connection.fetch(sql, tenant_id, id, spoken_for)
        return tuple(row["id"] for row in rows)

    async def keep_customer(self, tenant_id: TenantId, customer: Customer, at: datetime) -> CustomerId:
        """Store a customer and return their id. One whom a server key vouches for is known again by external id."""
        async with self._database.tenant(tenant_id) as connection:
            return await connection.fetchval(
                "INSERT INTO customers (tenant_id, id, external_id, verified, name, email, language, attributes, tags, "
                "created_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) "
                "ON CONFLICT (tenant_id, external_id) WHERE verified DO UPDATE SET "
                "name = coalesce(EXCLUDED.name, customers.name), email = coalesce(EXCLUDED.email, customers.email), "
                "language = coalesce(EXCLUDED.language, customers.language), "
                "attributes = customers.attributes || EXCLUDED.attributes, tags = EXCLUDED.tags RETURNING id",
                tenant_id,
                customer.id,
                customer.external_id,
                customer.verified,
                customer.name,
                customer.email,
                customer.language,
                dict(customer.attributes),
                list(customer.tags),
                at,
            )


def _to_operator(row: asyncpg.Record) -> Operator:
    return Operator(
        id=row["id"],
        name=row["name"],
        email=row["email"],
        skills=row["skills"],
        languages=tuple(row["languages"]),
        region=row["region"],
        capacity=row["capacity"],
        availability=row["availability"],
        away_reason=row["away_reason"],
        here_until=row["here_until"],
        idle_since=row["idle_since"],
        lost_at=row["lost_at"],
        role=Role(row["role"]),
        left_at=row["left_at"],
        open=row["open"],
        load=row["load"],
    )
