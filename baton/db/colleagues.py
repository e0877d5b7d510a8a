"""What is changed about somebody of the team: who they are, what they may do, that they leave and come back.

Whoever changes who is an admin locks the admins, in the order of their ids: two who remove each other at the same
moment wait for one another, and one of them stays.
"""

import asyncpg

from baton.core.actors import Role
from baton.core.errors import Conflict, Invalid
from baton.core.events import Event
from baton.core.ids import OperatorId, TenantId
from baton.db.connection import Database, Handle
from baton.db.events import write_event
from baton.services.records import Operator

_LOCKED = """SELECT id, role FROM operators WHERE tenant_id = $1 AND left_at IS NULL AND (id = $2 OR role = 'admin')
    ORDER BY id FOR NO KEY UPDATE"""

_CHANGED = """UPDATE operators SET name = $3, email = $4, role = $5, skills = $6, languages = $7, region = $8,
    capacity = $9 WHERE tenant_id = $1 AND id = $2 AND left_at IS NULL"""

_LEFT = """UPDATE operators SET left_at = $3, lost_at = $3, availability = 'offline', away_reason = NULL
    WHERE tenant_id = $1 AND id = $2"""

_BACK = """UPDATE operators SET left_at = NULL, lost_at = NULL WHERE tenant_id = $1 AND id = $2
    AND left_at IS NOT NULL"""


class Colleagues:
    """The changes to the team of every tenant, each written with its event."""

    def __init__(self, database: Database, *, epoch: int) -> None:
        self._database = database
        self._epoch = epoch

    async def change(self, tenant_id: TenantId, operator: Operator, event: Event) -> bool:
        """Store who somebody is and what they can do. False where they are not of the team.

        Raises Invalid `email_taken`, Conflict `last_admin`.
        """
        async with self._database.tenant(tenant_id) as connection, connection.transaction():
            stays_admin = operator.role is Role.ADMIN
            if not await _locked(connection, tenant_id, operator.id, stays_admin=stays_admin):
                return False
            try:
                await connection.execute(
                    _CHANGED,
                    tenant_id,
                    operator.id,
                    operator.name,
                    operator.email,
                    operator.role.value,
                    dict(operator.skills),
                    list(operator.languages),
                    operator.region,
                    operator.capacity,
                )
            except asyncpg.UniqueViolationError as taken:
                raise Invalid(
                    f"Somebody else has the address {operator.email}, or had it before they left.", code="email_taken"
                ) from taken
            await write_event(connection, tenant_id, self._epoch, event)
        return True

    async def leave(self, tenant_id: TenantId, id: OperatorId, event: Event) -> bool:
        """End all that somebody could sign in with, and their own saved views. Nobody is given anything from now on
        who has left: `has_room` waits for this, and so does a session that is being made. False where they have left.

        Raises Conflict `last_admin`.
        """
        async with self._database.tenant(tenant_id) as connection, connection.transaction():
            if not await _locked(connection, tenant_id, id):
                return False
            await connection.execute(_LEFT, tenant_id, id, event.at)
            await connection.execute(
                "UPDATE credentials SET revoked_at = $3 WHERE tenant_id = $1 AND operator_id = $2 "
                "AND revoked_at IS NULL",
                tenant_id,
                id,
                event.at,
            )
            await connection.execute("DELETE FROM saved_views WHERE tenant_id = $1 AND operator_id = $2", tenant_id, id)
            await write_event(connection, tenant_id, self._epoch, event)
        return True

    async def come_back(self, tenant_id: TenantId, id: OperatorId, event: Event) -> bool:
        """Take somebody who left into the team again; what was revoked stays revoked. False where they never left."""
        async with self._database.tenant(tenant_id) as connection, connection.transaction():
            if await connection.execute(_BACK, tenant_id, id) != "UPDATE 1":
                return False
            await write_event(connection, tenant_id, self._epoch, event)
        return True


async def _locked(connection: Handle, tenant_id: TenantId, id: OperatorId, *, stays_admin: bool = False) -> bool:
    """Lock somebody of the team. Raises Conflict where they are the last admin and don't stay one."""
    found = {row["id"]: row["role"] for row in await connection.fetch(_LOCKED, tenant_id, id)}
    if id not in found:
        return False
    if not stays_admin and found[id] == Role.ADMIN.value and list(found.values()).count(Role.ADMIN.value) == 1:
        raise Conflict(
            "This is the last admin, and somebody has to be one. Make somebody else an admin first.", code="last_admin"
        )
    return True
